import type { AmountSource } from '../agreement/exports.js';
import type { ColumnFacts } from './column-facts.js';
import { creditName, debitName } from './header-words.js';
import { oneOf } from './proposal-text.js';
import { cellOf, ownColumn, type ProposedColumn, toChoose } from './proposed-column.js';

const creditWord = /^(?:c|cr\.?|credit|[-–−])$/i;
const debitWord = /^(?:d|dr\.?|debit|\+)$/i;
/** What stands beside an amount; a value net of VAT, or with it, is none of that. */
const besideAmount =
  /(?<!\b(?:(?:net|gross|exclusive|inclusive) of|ex|excl?|excluding|incl?|including|with|without|before|after|less)\.? )\b(?:vat|tax)\b|\b(?:balance|rate|cumulative|budget)\b/i;

interface Among {
  readonly own: ColumnFacts | undefined;
  readonly facts: readonly ColumnFacts[];
}

/** Where an amount comes from: debit and credit, a value with a sign beside it or a mark in its cell, or a value alone. */
export function proposedAmount(column: string, { own, facts }: Among): ProposedColumn {
  const money = facts.filter(({ isMoney }) => isMoney);
  const [debit, ...debits] = money.filter(({ words }) => debitName.test(words) && !creditName.test(words));
  const [credit, ...credits] = money.filter(({ words }) => creditName.test(words) && !debitName.test(words));
  if (own === undefined && debit !== undefined && credit !== undefined && debits.length + credits.length === 0) {
    const source: AmountSource = { kind: 'debit-credit', debit: [debit.name], credit: [credit.name], isTurned: false };
    const negative = debit.negative + credit.filled - credit.negative;
    return turnable({ source, taken: [debit, credit] }, { negative, of: debit.filled + credit.filled });
  }
  const values = own === undefined ? money.filter(({ words }) => !besideAmount.test(words)) : [own];
  const [value] = values;
  const [sign, ...signs] = facts.filter(({ isSigns }) => isSigns);
  const only = signs.length === 0 ? sign : undefined;
  if (value === undefined || values.length > 1) return amountToChoose(column, { values, sign: only });
  if (only !== undefined) return signed(value, only);
  if (value.marks.size > 0) return marked(value);
  const asks = { negative: value.negative, of: value.filled };
  if (value === own && !isMostlyNegative(asks)) return ownColumn(own);
  return turnable({ source: cellOf(value), taken: [value] }, asks);
}

interface Signs {
  readonly negative: number;
  readonly of: number;
}

function isMostlyNegative({ negative, of }: Signs): boolean {
  return negative * 2 > of;
}

/** Money that is mostly on the credit side is a credit in that ledger, or most of it was given back: which, somebody knows. */
function turnable(proposed: ProposedColumn, signs: Signs): ProposedColumn {
  if (!isMostlyNegative(signs)) return proposed;
  const why = `${signs.negative} of its ${signs.of} amounts are credits: times -1 turns them round, 1 leaves them so`;
  return { ...proposed, says: [...(proposed.says ?? []), why], asks: [...(proposed.asks ?? []), 'times'] };
}

/** An amount that somebody has to choose, with the sign beside it that is sure. None of what it may be is anything else. */
function amountToChoose(
  column: string,
  { values, sign }: { readonly values: readonly ColumnFacts[]; readonly sign: ColumnFacts | undefined },
): ProposedColumn {
  const chosen = toChoose(column, values);
  const [value] = values;
  if (value === undefined || sign === undefined) return chosen;
  const { source, says = [], asks = [] } = signed(value, sign);
  return { ...chosen, says: [...(chosen.says ?? []), ...says], beside: source, asks, taken: [...values, sign] };
}

/** A value with a sign beside it: which word is a credit is told by the word, or asked. */
function signed(value: ColumnFacts, sign: ColumnFacts): ProposedColumn {
  const words = [...sign.texts.keys()];
  const { credits, isKnown } = creditsAmong(words);
  const source: AmountSource = {
    kind: 'signed',
    value: [value.name],
    sign: [sign.name],
    debit: [],
    credit: isKnown ? credits : [],
    isTurned: false,
  };
  const taken = [value, sign];
  if (!isKnown) return { says: [whichIsCredit(sign.name, words)], source, asks: ['debit', 'credit'], taken };
  const negative = credits.reduce((count, word) => count + (sign.texts.get(word) ?? 0), 0);
  return turnable({ source, says: noneYet(sign.name, words), taken }, { negative, of: sign.filled });
}

/** A value whose cells have a word beside the amount. Without one an amount is as it stands, and so it is with a debit’s. */
function marked(value: ColumnFacts): ProposedColumn {
  const words = [...value.marks];
  const { credits, isKnown } = creditsAmong(words);
  const source: AmountSource = {
    kind: 'marked',
    value: [value.name],
    credit: isKnown ? credits : [],
    isTurned: false,
  };
  const others = words.filter((word) => !creditWord.test(word) && !debitWord.test(word));
  if (others.length > 1) {
    const why = `“${value.name}” has ${oneOf(others.map((word) => `“${word}”`))} in its cells, of which no more than one can be told: ask for a column of signs`;
    return { says: [why], taken: [value] };
  }
  if (!isKnown) return { says: [whichIsCredit(value.name, words)], source, asks: ['marked'], taken: [value] };
  const isCredit = (word: string) =>
    credits.some((credit) => word.replace(/\.$/, '').toLowerCase() === credit.toLowerCase());
  const negative = [...value.texts].reduce((count, [text, times]) => {
    const word = /^\p{L}+|\p{L}+\.?$/u.exec(text)?.[0] ?? '';
    return count + (isCredit(word) ? times : 0);
  }, 0);
  return turnable({ source, says: noneYet(value.name, words), taken: [value] }, { negative, of: value.filled });
}

const otherSide: Readonly<Record<string, string>> = { d: 'C', dr: 'CR', debit: 'Credit', '+': '-' };

/** Which of the words of a column are credits; where only debits have come, the word that goes with theirs. */
function creditsAmong(words: readonly string[]): { readonly credits: readonly string[]; readonly isKnown: boolean } {
  const credits = words.filter((word) => creditWord.test(word));
  const others = words.filter((word) => !creditWord.test(word));
  const isKnown = others.every((word) => debitWord.test(word));
  if (credits.length > 0 || !isKnown) return { credits, isKnown };
  const [first = ''] = others;
  const other = otherSide[first.replace(/\.$/, '').toLowerCase()];
  return other === undefined ? { credits, isKnown: false } : { credits: [other], isKnown };
}

function noneYet(name: string, words: readonly string[]): string[] {
  const isNone = words.every((word) => !creditWord.test(word));
  return isNone ? [`no credit has come yet: “${name}” has only ${oneOf(words.map((word) => `“${word}”`))}`] : [];
}

function whichIsCredit(name: string, words: readonly string[]): string {
  return `“${name}” has ${oneOf(words.map((word) => `“${word}”`))}: which is a credit?`;
}
