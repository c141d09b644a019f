import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import { joined } from '../diagnostics/entry.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import type { ClosingLine } from '../rules/closing-lines.js';
import type { PartnerSettlement } from '../rules/settlement.js';
import type { Reason } from './settlement-schema.js';

/** What a body owes, is owed, may draw and has settled: of each of which there may be reasons. */
interface Standing {
  readonly owes: Money;
  readonly owed: Money;
  readonly available: Money;
  readonly settled?: Money | undefined;
}

/**
 * What the amounts of a body are for (R5), each with what it comes to: what it owes and is owed for, what of the money it may
 * draw is ring-fenced, and, of one with nothing between it and its host, what it handed over as an earlier one.
 */
export function settlementReasons(books: Books, line: PartnerSettlement): Reason[] {
  const { owes, owed, available, drawnAhead } = line;
  if ([owes, owed, available, drawnAhead].every(({ isNil }) => isNil)) return handedOver(books, line);
  return [...owesFor(books, line), ...owedFor(books, line), ...fenced(books, line)];
}

/** What something is for, each part with its amount unless it is all of it. */
export function partsInWords(reasons: readonly Reason[], within: Reason['within'], standing: Standing): string {
  const own = reasons.filter((reason) => reason.within === within);
  const parts = own.map((reason) =>
    isPart(reason, own, standing) ? `${inWords(reason.amount.amount)} ${reason.words}` : reason.words,
  );
  return own.some((reason) => isPart(reason, own, standing)) ? `of it ${joined(parts)}` : joined(parts);
}

/** The amounts that the words for a body print: those of parts; of one that has nothing between it and its host what it settled. */
export function amountsOfReasons(partner: Standing & { readonly reasons: readonly Reason[] }): (Money | undefined)[] {
  const { reasons } = partner;
  if (reasons.length === 0) return [partner.settled];
  return reasons.filter((reason) => isPart(reason, reasons, partner)).map(({ amount }) => amount);
}

/** Whether it is not all of what it is within, so that its amount has to be said. */
function isPart({ within, amount }: Reason, reasons: readonly Reason[], standing: Standing): boolean {
  if (within === 'settled') return true;
  const isAlone = reasons.filter((reason) => reason.within === within).length === 1;
  return !isAlone || amount.amount !== standing[within].amount;
}

type Kind = Reason['kind'];
type Words = Readonly<Partial<Record<Kind, string>>>;

const owesWords = {
  'held-as-host': 'which it held as an earlier host of the pool',
  'contribution-outstanding': 'contribution outstanding',
  'contribution-of-last-year': 'contribution of last year outstanding',
  'variance-of-last-year': 'variance of last year',
  overspent: 'spent above what is allotted to it for the year',
} satisfies Words;

function owesFor(books: Books, line: PartnerSettlement): Reason[] {
  const owed = line.closing.filter(({ state, amount }) => state === 'owed' && amount.amount < 0n);
  const kindOf = ({ kind, isOfEarlierYear }: ClosingLine): keyof typeof owesWords => {
    if (kind === 'handover') return 'held-as-host';
    if (kind === 'contributions') return isOfEarlierYear ? 'contribution-of-last-year' : 'contribution-outstanding';
    return isOfEarlierYear ? 'variance-of-last-year' : 'overspent';
  };
  return byKind(owed, kindOf).map(([kind, lines]) =>
    reasonOf(books, line, { within: 'owes', kind, words: owesWords[kind], terms: minus(...amountsOf(lines)) }),
  );
}

const owedWords = {
  'carried-as-host': 'carried by it as an earlier host of the pool',
  'contribution-of-last-year-repayable': 'contribution of last year',
  'paid-ahead': 'paid in before it was due',
  'variance-of-last-year-repayable': 'variance of last year repayable to it',
  'not-known-to-be-earned': 'performance money paid in and not known to be earned',
  'not-earned': 'performance money not earned, to be returned',
  unspent: 'not spent and repayable to it',
  'paid-above-overspend': 'paid in above what it overspent',
} satisfies Words;

function owedFor(books: Books, line: PartnerSettlement): Reason[] {
  const { closing, toReturn } = line;
  const owed = closing.filter(({ state, amount }) => state === 'owed' && amount.amount > 0n);
  const kindOf = ({ kind, isOfEarlierYear, isUnearned }: ClosingLine): keyof typeof owedWords => {
    if (kind === 'handover') return 'carried-as-host';
    if (kind === 'contributions') return isOfEarlierYear ? 'contribution-of-last-year-repayable' : 'paid-ahead';
    if (isOfEarlierYear) return 'variance-of-last-year-repayable';
    if (isUnearned) return toReturn.isNil ? 'not-known-to-be-earned' : 'not-earned';
    return books.agreement.balanceRule.unspent === 'owed-back' ? 'unspent' : 'paid-above-overspend';
  };
  return byKind(owed, kindOf).map(([kind, lines]) =>
    reasonOf(books, line, { within: 'owed', kind, words: owedWords[kind], terms: plus(...amountsOf(lines)) }),
  );
}

/** What of the available money is tied, fence by fence. */
function fenced(books: Books, line: PartnerSettlement): Reason[] {
  const { agreement } = books;
  const held = line.closing.filter(
    ({ state, purpose }) => state === 'held' && fenceOfHeading(agreement, purpose) !== undefined,
  );
  return byKind(held, ({ purpose }) => purpose).map(([heading, lines]) => {
    const words = `ring-fenced for ${agreement.headings.get(heading)?.name ?? heading}`;
    const terms = plus(...amountsOf(lines));
    return reasonOf(books, line, { within: 'available', kind: 'ring-fenced', heading, words, terms });
  });
}

function handedOver(books: Books, line: PartnerSettlement): Reason[] {
  const come = line.handovers.map((handover) => handover.come);
  const comePence = sum(come.map(({ amount }) => amount));
  if (comePence === 0n) return [];
  const about =
    comePence > 0n
      ? ({ kind: 'handed-over', words: 'which it held as an earlier host of the pool', terms: plus(...come) } as const)
      : ({ kind: 'paid-as-host', words: 'carried as an earlier host of the pool', terms: minus(...come) } as const);
  return [reasonOf(books, line, { within: 'settled', ...about })];
}

function byKind<K extends string>(
  lines: readonly ClosingLine[],
  kindOf: (line: ClosingLine) => K,
): (readonly [K, ClosingLine[]])[] {
  const kinds = [...new Set(lines.map(kindOf))];
  return kinds.map((kind) => [kind, lines.filter((line) => kindOf(line) === kind)]);
}

function amountsOf(lines: readonly ClosingLine[]): Money[] {
  return lines.map(({ amount }) => amount);
}

function reasonOf(
  { agreement }: Books,
  { partner }: PartnerSettlement,
  { terms, ...reason }: Omit<Reason, 'amount'> & { readonly terms: readonly Term[] },
): Reason {
  const amount = Figure.money({
    what: `${labelOf(agreement, partner)}: ${reason.words}`,
    how: 'the lines of it, added up',
    rule: ruleOf('R5', agreement.balanceRule),
    terms,
  });
  return { ...reason, amount };
}
