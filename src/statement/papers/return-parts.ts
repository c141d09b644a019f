import type { Money } from '../../figures/books.js';
import { Figure, type Term } from '../../figures/figure.js';
import { minus, plus, sumOfTerms } from '../../figures/terms.js';
import type { Books } from '../../rules/check.js';
import { varianceLines } from '../../rules/variance.js';
import { outsideReason } from '../../rules/variance-rules.js';
import type { Reconciliation } from '../reconciliation-schema.js';
import type { ReturnLine, ReturnPart } from '../report-figures-schema.js';
import { rulesOfPapers } from './rules-of-papers.js';

/** A difference between an annual total and the pool, to be explained. */
export interface Gap extends Pick<ReturnLine, 'side' | 'basis'> {
  readonly books: Books;
  readonly statement: Reconciliation;
  readonly difference: Money;
}

/** Of what a difference may be made, signed as the difference is. */
interface Part extends Omit<ReturnPart, 'amount'> {
  readonly how: string;
  readonly terms: readonly Term[];
}

/**
 * Of what a difference (annual − pooled) is made (R6), of the statement's own figures: the parts add up to it. What no part
 * explains is named as unexplained, never left out.
 */
export function partsOf(gap: Gap): ReturnPart[] {
  const { difference } = gap;
  if (difference.isNil) return [];
  const known = possibleParts(gap).filter(({ terms }) => sumOfTerms(terms) !== 0n);
  const parts = known.map((part) => partOf(gap, part));
  const unexplained: Part = {
    part: 'unexplained',
    words: 'not explained by the ledgers',
    how: 'the difference less all that explains it',
    terms: [...plus(difference), ...minus(...parts.map(({ amount }) => amount))],
  };
  return sumOfTerms(unexplained.terms) === 0n ? parts : [...parts, partOf(gap, unexplained)];
}

function partOf({ side, basis }: Gap, { part, heading, words, how, terms }: Part): ReturnPart {
  const what = `National return, ${basis} ${side}, part of the difference (negative is less than the pool): ${words}`;
  return { part, heading, words, amount: Figure.money({ what, how, rule: rulesOfPapers.nationalReturn, terms }) };
}

function possibleParts(gap: Gap): Part[] {
  const { books, side, basis, difference } = gap;
  if (basis === 'plan') {
    const words = 'in the plan, which does not balance: bcf reconcile says where';
    return [{ part: 'plan', words, how: 'the plan of applications − of contributions', terms: plus(difference) }];
  }
  if (side === 'income') return basis === 'forecast' ? [notEarned(gap), aligned(gap)] : incomeParts(gap);
  return basis === 'forecast' || books.asAt === 'Q4' ? spendingParts(gap, basis) : partsToDate(gap);
}

/** Performance money not earned, which its CCGs retain (R3). */
function retained({ statement, basis }: Gap): Money[] {
  return known([statement.flowOfFunds.totals.retained[basis]]);
}

function known(figures: readonly (Money | undefined)[]): Money[] {
  return figures.flatMap((figure) => figure ?? []);
}

function notEarned(gap: Gap): Part {
  const toDate = gap.books.asAt === 'Q4' ? '' : ' to date';
  const ofWhich = gap.basis === 'forecast' ? 'not expected to be earned' : `not earned${toDate}`;
  return {
    part: 'not-earned',
    words: `of performance money ${ofWhich}: its CCGs retain it`,
    how: 'performance not earned, taken off',
    terms: minus(...retained(gap)),
  };
}

/** What is not spent yet is mostly not due yet; performance money that was not earned never will be. */
function partsToDate(gap: Gap): Part[] {
  return [
    {
      part: 'not-spent',
      words: 'of the plan not spent to date, because the year has not ended',
      how: 'the difference without performance not earned',
      terms: plus(gap.difference, ...retained(gap)),
    },
    notEarned(gap),
  ];
}

/** Aligned money is contributed as its owner spends it (R1). */
function aligned({ statement, basis }: Gap): Part {
  const ofFlow = statement.flowOfFunds.totals.aligned;
  const terms = [...plus(...known([ofFlow?.[basis]])), ...minus(...known([ofFlow?.plan]))];
  const words =
    sumOfTerms(terms) < 0n
      ? 'of aligned money that its owners have not spent'
      : 'more aligned money spent by its owners than is planned';
  return { part: 'aligned', words, how: `aligned, ${basis} − plan`, terms };
}

function incomeParts(gap: Gap): Part[] {
  const { contributions, contributionTotals } = gap.statement;
  const dueLessAgreed = (kind: 'instalments' | 'performance') => {
    const ofKind = contributions.filter((line) => line.kind === kind);
    return [
      ...plus(...known(ofKind.map(({ dueToDate }) => dueToDate))),
      ...minus(...ofKind.map(({ agreed }) => agreed)),
    ];
  };
  return [
    {
      part: 'instalments-to-come',
      words: 'of instalments not yet due',
      how: 'due to date − agreed, of all but performance',
      terms: dueLessAgreed('instalments'),
    },
    notEarned(gap),
    {
      part: 'performance-open',
      words: 'of performance money still open',
      how: 'performance due to date + not earned − the pots',
      terms: [...dueLessAgreed('performance'), ...plus(...retained(gap))],
    },
    {
      part: 'outstanding',
      words: 'of contributions outstanding',
      how: 'contributions due and outstanding, taken off',
      terms: minus(...known([contributionTotals?.overdue])),
    },
    {
      part: 'paid-ahead',
      words: 'received before it was due',
      how: 'contributions received before they were due',
      terms: plus(...known([contributionTotals?.paidAhead])),
    },
    {
      part: 'to-return',
      words: 'of performance money paid in and not earned, to be returned',
      how: 'performance money received above what was earned',
      terms: plus(...known([contributionTotals?.toReturn])),
    },
    aligned(gap),
  ];
}

/** Grants and performance money apart, heading by heading; then over- and underspends, line by line as R4 has them. */
function spendingParts(gap: Gap, basis: 'actual' | 'forecast'): Part[] {
  const { books, statement } = gap;
  const outside = statement.flowOfFunds.applications.flatMap((line) => outsideParts(gap, line, basis));
  const lines = varianceLines(books);
  const variances = known(lines.map(({ variance }) => variance));
  const met = lines.flatMap((line) => line.met?.amount ?? []);
  const under = variances.filter(({ amount }) => amount < 0n);
  const over = variances.filter(({ amount }) => amount > 0n);
  return [
    ...outside,
    { part: 'underspent', words: 'underspent', how: 'the underspends (R4), added up', terms: plus(...under) },
    { part: 'overspent', words: 'overspent', how: 'the overspends (R4), added up', terms: plus(...over) },
    {
      part: 'brought-forward',
      words: 'spent of what was brought forward',
      how: 'what is met from what was brought forward (R4), added up',
      terms: plus(...met),
    },
  ];
}

/** What a heading outside R4 has above its plan. */
function outsideParts(
  gap: Gap,
  line: Reconciliation['flowOfFunds']['applications'][number],
  basis: 'actual' | 'forecast',
): Part[] {
  const { code, label } = line;
  const above = [...plus(...known([line[basis]])), ...minus(...known([line.plan]))];
  switch (outsideReason(gap.books, code)) {
    case undefined:
      return [];
    case 'performance': {
      const terms = [...above, ...plus(...retained(gap))];
      const words = sumOfTerms(terms) < 0n ? `of ${label} not spent` : `more spent on ${label} than was earned`;
      return [notEarned(gap), { part: 'performance-spent', words, how: `${basis} − plan + not earned`, terms }];
    }
    case 'ring-fenced': {
      const words = sumOfTerms(above) < 0n ? `held for ${label} (ring-fenced)` : `more than the year’s ${label}`;
      return [{ part: 'ring-fenced', heading: code, words, how: `${basis} − plan`, terms: above }];
    }
  }
}
