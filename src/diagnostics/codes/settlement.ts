import { inFull } from '../day-in-full.js';
import { counted, entry } from '../entry.js';

/** BCF24xx: contributions, and what bodies owe each other. */
export const settlementCodes = {
  BCF2401: entry<{ money: string; count: number; amount: string; days: number; due: string }>({
    title: 'A contribution is outstanding',
    class: 'warning',
    message: ({ money, count, amount, days, due }) => {
      const late = `${days === 0 ? '' : `${counted(days, 'day')} after `}${count === 1 ? 'it was' : 'they were'} due on ${inFull(due)}`;
      return count === 1
        ? `${money}: ${amount} outstanding, ${late}`
        : `${counted(count, 'contribution')} outstanding, ${amount} in all, ${late}: ${money}`;
    },
    help: () => 'collect it, or record its receipt if it has come; bcf settle shows every instalment',
    explain:
      'Contributions are due by instalment. Until one comes, the host carries the partner’s spending with other money of the pool.',
  }),
  BCF2460: entry<{ count: number; last: string; asAt: string; day: string }>({
    title: 'A few rows alone reach a later quarter',
    class: 'warning',
    message: ({ count, last, asAt, day }) =>
      `${count === 1 ? 'a row is' : 'a few rows are'} of a later quarter, up to ${last}: this is as at ${day}, the end of ${asAt}, without ${count === 1 ? 'it' : 'them'}`,
    help: ({ last }) => `correct the date where it is mistyped; if the quarter has begun, --as-at ${last} counts them`,
    explain:
      'Without --as-at a report is as at the last quarter that has at least a tenth as many rows (receipts, spending and forecasts) as the fullest quarter before it, or half as many where the quarter between has next to none: so a few mistyped dates do not move it. The first rows of a new quarter are named the same way until more have come; --as-at counts them before.',
  }),
  BCF2403: entry<{ one: string; other: string; receivable: string; payable: string; difference: string }>({
    title: 'Two bodies do not agree what they owe each other',
    class: 'finding',
    message: ({ one, other, receivable, payable, difference }) =>
      `${one} says that ${other} owes it ${receivable}, and ${other} says ${payable}: ${difference} apart`,
    help: () => 'compare the two bodies’ ledgers for the pool, row by row, and correct the one that is wrong',
    explain:
      'At a quarter end each body says what another owes it and what it owes. What one is owed is what the other owes, each way by itself: what two bodies owe each other is not set off.',
  }),
  BCF2405: entry<{ sender: string; silent: string; what: string }>({
    title: 'A balance that only one body has sent',
    class: 'warning',
    message: ({ sender, silent, what }) =>
      `${sender} has sent its ${what} ${silent}, and ${silent} has not: nothing to compare`,
    help: ({ silent }) => `ask ${silent} for its view as at the quarter end`,
    explain:
      'Balances are agreed when both bodies say the same. One view alone proves nothing. Income and expenditure may be left out; where one body gives them, the other is asked for its own.',
  }),
  BCF2407: entry<{ partner: string; receipts: string; variance: string; way: 'in' | 'back' }>({
    title: 'A receipt that looks like it settles a variance',
    class: 'finding',
    message: ({ partner, receipts, variance, way }) =>
      way === 'in'
        ? `${partner} has paid in ${receipts} more than is due, and bears an overspend of ${variance}: do its receipts settle it?`
        : `${partner} has been paid back, is ${receipts} short of what is due, and holds an underspend of ${variance}: does a negative row settle it?`,
    help: () =>
      'give the row that settles it for: variance; say for: instalment, with its quarter, where it is a contribution after all',
    explain:
      'What settles a variance is no contribution: it makes nobody ahead, and its repayment nobody late. The column for of the contributions says so; without it a receipt counts towards the oldest instalment due.',
  }),
  BCF2408: entry<{
    whose: string;
    year: string;
    closed: string;
    opened: string;
    difference: string;
    direction: string;
  }>({
    title: 'What is brought forward is not what last year closed with',
    class: 'finding',
    message: ({ whose, year, closed, opened, difference, direction }) =>
      `${whose}: ${year} closed with ${closed}, and ${opened} is brought forward: ${difference} ${direction}`,
    help: ({ year }) =>
      `correct the opening ledger, or the fund of ${year}; bcf init --from writes what that year closed with`,
    explain:
      'Where one year ends the next begins: what each body has in the pool, owes it and is owed by it is the same on both sides of 31 March, of each ring-fence and each kind: balances unspent, contributions owed or paid ahead, variances to be paid or repaid. Last year’s folder says what it closed with; the column body of the opening ledger says whose each amount is.',
  }),
  BCF2409: entry<{ partner: string; amount: string; pool: string }>({
    title: 'A receipt that looks like it hands a pool over',
    class: 'finding',
    message: ({ partner, amount, pool }) =>
      `${partner} has paid in ${amount} before it is due, and holds as much as an earlier host of ${pool}: does the receipt hand that over?`,
    help: () =>
      'give the row for: handover; say for: instalment, with its quarter, where it is a contribution after all',
    explain:
      'Where the host of a pool changes between years, the new one is owed what the old one still holds, until a row of the contributions says that it came. Without that word a receipt counts towards the oldest instalment due.',
  }),
  BCF2406: entry<{ one: string; other: string; income: string; expenditure: string; difference: string }>({
    title: 'The income of one body is not the expenditure of the other',
    class: 'finding',
    message: ({ one, other, income, expenditure, difference }) =>
      `${one} says that it had ${income} of income from ${other}, and ${other} says that it had ${expenditure} of expenditure to ${one}: ${difference} apart`,
    help: () => 'compare the invoices and accruals that each body has of the year with the other, and correct one',
    explain:
      'Bodies agree what they owe each other, and the income and expenditure of the year behind it. Each is compared gross: income of one with expenditure of the other, never one difference against another.',
  }),
  BCF2464: entry<{ cell: string; amount: string; isBelow: number }>({
    title: 'A cell of the national return that its form does not take',
    class: 'finding',
    message: ({ cell, amount, isBelow }) =>
      isBelow === 1
        ? `the national return has ${amount} as ${cell}, which is below nil: the form takes £0 to £100 million`
        : `the national return has ${amount} as ${cell}: the form takes £0 to £100 million`,
    help: ({ isBelow }) =>
      isBelow === 1
        ? 'more is booked already than is expected of the year: look for what is entered twice, or correct the forecast; bcf trace shows its rows'
        : 'look for an amount in pounds that is entered in £000; bcf trace shows its rows',
    explain:
      'The form of the national return takes £0 to £100 million in each quarter. Refunds and corrections that are more than all else in their quarter make it negative: the return says so in the words of their notes. A quarter to come is below nil where more is booked already than is expected of the year.',
  }),
  BCF2404: entry<{ debtor: string; creditor: string; agreed: string; computed: string; difference: string }>({
    title: 'An agreed balance that the ledgers do not bear out',
    class: 'finding',
    message: ({ debtor, creditor, agreed, computed, difference }) =>
      `${debtor} and ${creditor} agree that ${debtor} owes ${creditor} ${agreed}, and the ledgers say ${computed}: ${difference} apart`,
    help: () => 'bcf settle shows how the ledgers come to their figure: look for a receipt or payment not posted',
    explain:
      'Two bodies may agree with each other and both be wrong: the settlement worked out from the ledgers is the third view. What each owes the other is compared by itself, and what is owed in one pool is not set off against another.',
  }),
};
