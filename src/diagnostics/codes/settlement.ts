import { inFull } from '../day-in-full.js';
import { counted, entry } from '../entry.js';

/** BCF24xx: contributions, and what bodies owe each other. */
export const settlementCodes = {
  BCF2401: entry<{ partner: string; money: string; amount: string; days: number; due: string }>({
    title: 'A contribution is outstanding',
    class: 'warning',
    message: ({ partner, money, amount, days, due }) =>
      `${partner}, ${money}: ${amount} outstanding, ${days === 0 ? 'due' : `${counted(days, 'day')} after it was due`} on ${inFull(due)}`,
    help: () => 'collect it, or record its receipt if it has come; bcf settle shows every instalment',
    explain:
      'Contributions are due by instalment. Until one comes, the host carries the partner’s spending with other money of the pool.',
  }),
  BCF2403: entry<{ one: string; other: string; receivable: string; payable: string; difference: string }>({
    title: 'Two bodies do not agree what they owe each other',
    class: 'finding',
    message: ({ one, other, receivable, payable, difference }) =>
      `${one} says that ${other} owes it ${receivable}, and ${other} says ${payable}: ${difference} apart`,
    help: () => 'compare the two bodies’ ledgers for the pool, row by row, and correct the one that is wrong',
    explain:
      'At a quarter end each body says what another owes it and what it owes. The two views are the same amount with opposite signs.',
  }),
  BCF2405: entry<{ sender: string; silent: string }>({
    title: 'A balance that only one body has sent',
    class: 'warning',
    message: ({ sender, silent }) =>
      `${sender} has sent its balance with ${silent}, and ${silent} has not: nothing to compare`,
    help: ({ silent }) => `ask ${silent} for its view as at the quarter end`,
    explain: 'Balances are agreed when both bodies say the same. One view alone proves nothing.',
  }),
  BCF2404: entry<{ one: string; other: string; agreed: string; computed: string; difference: string }>({
    title: 'An agreed balance that the ledgers do not bear out',
    class: 'finding',
    message: ({ one, other, agreed, computed, difference }) =>
      `${one} and ${other} agree that ${agreed}, and the ledgers say that ${computed}: ${difference} apart`,
    help: () => 'bcf settle shows how the ledgers come to their figure: look for a receipt or payment not posted',
    explain:
      'Two bodies may agree with each other and both be wrong: the settlement worked out from the ledgers is the third view.',
  }),
};
