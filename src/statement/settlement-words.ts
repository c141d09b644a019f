import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import { joined } from '../diagnostics/entry.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import type { ClosingLine } from '../rules/closing-lines.js';
import type { PartnerSettlement } from '../rules/settlement.js';

/** What stands between a body and its host, in words: who owes whom, what may be drawn, what was drawn ahead (R5). */
export function settlementWords(books: Books, line: PartnerSettlement): string {
  const { agreement, asAt } = books;
  const label = labelOf(agreement, line.partner);
  const pool = agreement.pools.get(line.pool);
  const host = pool?.host === line.partner ? 'the pool' : labelOf(agreement, pool?.host ?? '');
  const isOver = asAt === 'Q4';
  const undivided = agreement.groups.has(line.partner) ? `; how it is divided among the ${label} is not agreed` : '';
  const { owes, owed, available, drawnAhead } = line;
  const parts = [
    ...(owes.isNil ? [] : [`${label} owes ${host} ${inWords(owes.amount)}, ${owesFor(line)}`]),
    ...(owed.isNil ? [] : [`${host} owes ${label} ${inWords(owed.amount)}, ${owedFor(books, line)}`]),
    ...(available.isNil
      ? []
      : [
          isOver
            ? `${inWords(available.amount)} is held for ${label} in the pool${fencedWords(books, line)}${undivided}`
            : `${inWords(available.amount)} is available to ${label} to draw${fencedWords(books, line)}${undivided}`,
        ]),
    ...(drawnAhead.isNil ? [] : [`${label} has drawn ${inWords(drawnAhead.amount)} ahead of what is allotted to date`]),
  ];
  return parts.length > 0 ? parts.join('; ') : settledInWords(books, line);
}

/** What stands beside the amounts of a body: what each is for, where the column does not say it; that it is settled, and how. */
export function settlementReasons(books: Books, line: PartnerSettlement): string {
  const { owes, owed, available, drawnAhead } = line;
  if ([owes, owed, available, drawnAhead].every(({ isNil }) => isNil)) return settledInWords(books, line);
  const reasons = [
    owes.isNil ? '' : owesFor(line),
    owed.isNil ? '' : owedFor(books, line),
    available.isNil ? '' : fencedWords(books, line).replace(/^, /, ''),
  ];
  return reasons.filter((reason) => reason !== '').join('; ');
}

/** That nothing is between a body and its host, and what it was that settled it. */
function settledInWords({ agreement }: Books, line: PartnerSettlement): string {
  const label = labelOf(agreement, line.partner);
  const handedOverPence = sum(line.handovers.map(({ come }) => come.amount));
  if (handedOverPence !== 0n) {
    return `${label} ${handedOverPence > 0n ? 'handed over' : 'was paid'} ${inWords(absolute(handedOverPence))}, ${handedOverPence > 0n ? 'which it held' : 'carried'} as an earlier host of the pool: settled`;
  }
  const settledPence = line.settled.amount;
  if (settledPence === 0n) return 'settled';
  if (settledPence < 0n && settledPence === -line.owedAtStart.amount && settledWords(line) === ofLastYear) {
    return `${label} paid ${inWords(-settledPence)} ahead last year, which is of this year: settled`;
  }
  return settledPence > 0n
    ? `${label} paid in ${inWords(settledPence)} to settle ${settledWords(line)}, and owes nothing`
    : `${label} was paid back ${inWords(-settledPence)} to settle ${settledWords(line)}, and is owed nothing`;
}

const ofLastYear = 'contributions of last year';

/** What its receipts say that they settle. */
function settledWords({ settled }: PartnerSettlement): string {
  const kinds = settled.terms.flatMap(({ figure: { balance } }) =>
    balance?.of.account.type === 'settled' ? [balance.of.account.of] : [],
  );
  const words = [
    ...(kinds.includes('variance') ? ['a variance'] : []),
    ...(kinds.includes('contribution') ? [ofLastYear] : []),
  ];
  return words.join(' and ');
}

/** What a body owes for, each with its amount where there is more than one. */
function owesFor({ closing }: PartnerSettlement): string {
  const owed = closing.filter(({ state, amount }) => state === 'owed' && amount.amount < 0n);
  return inParts(owed, ({ kind, isOfEarlierYear }) => {
    if (kind === 'handover') return 'which it held as an earlier host of the pool';
    if (kind === 'contributions') return `contribution${isOfEarlierYear ? ' of last year' : ''} outstanding`;
    return isOfEarlierYear ? 'variance of last year' : 'spent above what is allotted to it for the year';
  });
}

/** What is owed to it for: paid ahead, performance money not earned, and what it has not spent where that is owed back. */
function owedFor({ agreement }: Books, { closing, toReturn }: PartnerSettlement): string {
  const owed = closing.filter(({ state, amount }) => state === 'owed' && amount.amount > 0n);
  return inParts(owed, ({ kind, isOfEarlierYear, isUnearned }) => {
    if (kind === 'handover') return 'carried by it as an earlier host of the pool';
    if (kind === 'contributions') return isOfEarlierYear ? 'contribution of last year' : 'paid in before it was due';
    if (isOfEarlierYear) return 'variance of last year repayable to it';
    if (isUnearned) {
      return toReturn.isNil
        ? 'performance money paid in and not known to be earned'
        : 'performance money not earned, to be returned';
    }
    return agreement.balanceRule.unspent === 'owed-back'
      ? 'not spent and repayable to it'
      : 'paid in above what it overspent';
  });
}

function inParts(lines: readonly ClosingLine[], wordsOf: (line: ClosingLine) => string): string {
  const parts = new Map<string, Pence>();
  for (const line of lines) parts.set(wordsOf(line), (parts.get(wordsOf(line)) ?? 0n) + absolute(line.amount.amount));
  const [only = ''] = parts.keys();
  if (parts.size === 1) return only;
  return `of it ${joined([...parts].map(([words, pence]) => `${inWords(pence)} ${words}`))}`;
}

/** What of the available money is tied, fence by fence. */
function fencedWords({ agreement }: Books, { closing, available }: PartnerSettlement): string {
  const held = closing.filter(
    ({ state, purpose }) => state === 'held' && fenceOfHeading(agreement, purpose) !== undefined,
  );
  const purposes = [...new Set(held.map(({ purpose }) => purpose))];
  const all = sum(held.map(({ amount }) => amount.amount)) === available.amount;
  const each = purposes.map((purpose) => {
    const amountPence = sum(held.filter((line) => line.purpose === purpose).map(({ amount }) => amount.amount));
    const name = agreement.headings.get(purpose)?.name ?? purpose;
    return all && purposes.length === 1 ? `ring-fenced for ${name}` : `${inWords(amountPence)} ring-fenced for ${name}`;
  });
  if (each.length === 0) return '';
  return all ? `, ${each.join(', ')}` : `, of it ${each.join(', ')}`;
}
