import { counted } from '../diagnostics/entry.js';
import type { Money } from '../figures/books.js';
import { inWords, toPounds } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { unforecastLines } from '../rules/forecasts.js';
import { spentVarianceLines, varianceLines } from '../rules/variance.js';
import { outsideReason } from '../rules/variance-rules.js';
import type { Reconciliation } from './reconciliation-schema.js';
import type { ReturnLine, ReturnPart } from './report-figures-schema.js';
import type { ReturnBasis, ReturnSide } from './return-block.js';

/** Why a difference (annual − pooled) is there, in parts that add up to it; undefined where the annual total is not known. */
type Comment = (differencePence: Pence | undefined) => Pick<ReturnLine, 'parts' | 'comment'>;

export type ReturnComments = Readonly<Record<ReturnSide, Readonly<Record<ReturnBasis, Comment>>>>;

/** A part of a difference, signed as the difference is. */
interface Part extends Pick<ReturnPart, 'part' | 'heading' | 'words'> {
  readonly pence: Pence;
}

/** Why annual totals differ from the agreed pool (R6), made of the statement's own figures: the parts add up to it. */
export function returnComments(books: Books, statement: Reconciliation): ReturnComments {
  const planned: Comment = (pence = 0n) =>
    inParts(pence, [{ part: 'plan', pence, words: 'in the plan, which does not balance: bcf reconcile says where' }]);
  return {
    income: {
      plan: planned,
      forecast: (pence) => (pence === undefined ? noParts(unknown(books)) : inParts(pence, forecastIncome(statement))),
      actual: (pence) =>
        pence === undefined ? noParts(notKnown(books, 'received')) : inParts(pence, actualIncome(statement)),
    },
    expenditure: {
      plan: planned,
      forecast: (pence) =>
        pence === undefined ? noParts(unknown(books)) : inParts(pence, spendingParts(books, statement, 'forecast')),
      actual: (pence) => {
        if (pence === undefined) return noParts(notKnown(books, 'spent'));
        const isOver = books.asAt === 'Q4';
        return inParts(pence, isOver ? spendingParts(books, statement, 'actual') : partsToDate(pence, statement));
      },
    },
  };
}

function noParts(comment: string): ReturnType<Comment> {
  return { parts: [], comment };
}

function notKnown({ journal }: Books, what: 'received' | 'spent'): string {
  if (!journal.has('actual')) return 'Nothing has been received or spent yet.';
  return `Not known: no ledger says what was ${what}.`;
}

function unknown(books: Books): string {
  if (books.forecast.isEmpty) return 'No forecast has been made as at this quarter.';
  const missing = unforecastLines(books).length;
  return `Not known: ${counted(missing, 'line')} of the plan without a forecast.`;
}

/** `£5.00 less: £3.00 of this, £2.00 of that`; what no part explains is named as unexplained, never left out. */
function inParts(differencePence: Pence, parts: readonly Part[]): ReturnType<Comment> {
  if (differencePence === 0n) return noParts('');
  const known = parts.filter(({ pence }) => pence !== 0n);
  const restPence = differencePence - sum(known.map(({ pence }) => pence));
  const all: readonly Part[] =
    restPence === 0n
      ? known
      : [...known, { part: 'unexplained', pence: restPence, words: 'not explained by the ledgers' }];
  const [first] = all;
  const direction = differencePence < 0n ? 'less' : 'more';
  const head = `${inWords(absolute(differencePence))} ${direction} than the pool`;
  const documents = all.map(({ part, heading, pence, words }) => ({ part, heading, amount: toPounds(pence), words }));
  if (all.length === 1 && first !== undefined)
    return { parts: documents, comment: `${head}: ${first.words.replace(/^of /, '')}.` };
  const isWith = ({ pence }: Part) => pence < 0n === differencePence < 0n;
  const inOrder = [...all.filter(isWith), ...all.filter((part) => !isWith(part))];
  const listed = inOrder.map((part) => `${isWith(part) ? '' : 'less '}${inWords(absolute(part.pence))} ${part.words}`);
  return { parts: documents, comment: `${head}: ${listed.join('; ')}.` };
}

/** Performance money not earned, which its CCGs retain (R3). */
function retainedPence({ flowOfFunds }: Reconciliation, basis: 'actual' | 'forecast'): Pence {
  return flowOfFunds.totals.retained[basis]?.amount ?? 0n;
}

function notEarned({ asAt }: Reconciliation['fund']): string {
  return `of performance money not earned${asAt === 'Q4' ? '' : ' to date'}: its CCGs retain it`;
}

const notExpected = 'of performance money not expected to be earned: its CCGs retain it';

function forecastIncome(statement: Reconciliation): Part[] {
  return [{ part: 'not-earned', pence: -retainedPence(statement, 'forecast'), words: notExpected }];
}

/** What is not spent yet is mostly not due yet; performance money that was not earned never will be. */
function partsToDate(differencePence: Pence, statement: Reconciliation): Part[] {
  const retained = retainedPence(statement, 'actual');
  return [
    {
      part: 'not-spent',
      pence: differencePence + retained,
      words: 'of the plan not spent to date, because the year has not ended',
    },
    { part: 'not-earned', pence: -retained, words: notEarned(statement.fund) },
  ];
}

function actualIncome(statement: Reconciliation): Part[] {
  const { contributions, fund } = statement;
  const pence = (
    of: (line: Reconciliation['contributions'][number]) => Money | undefined,
    kind: 'instalments' | 'performance',
  ) => sum(contributions.filter((line) => line.kind === kind).map((line) => of(line)?.amount ?? 0n));
  const agreed = (line: { agreed: Money }) => line.agreed;
  const due = (line: { dueToDate?: Money | undefined }) => line.dueToDate;
  const retained = retainedPence(statement, 'actual');
  const outstanding = contributions.map((line) => line.outstanding?.amount ?? 0n);
  return [
    {
      part: 'instalments-to-come',
      pence: pence(due, 'instalments') - pence(agreed, 'instalments'),
      words: 'of instalments not yet due',
    },
    { part: 'not-earned', pence: -retained, words: notEarned(fund) },
    {
      part: 'performance-open',
      pence: pence(due, 'performance') + retained - pence(agreed, 'performance'),
      words: 'of performance money still open',
    },
    { part: 'outstanding', pence: -sum(outstanding.filter((one) => one > 0n)), words: 'of contributions outstanding' },
    { part: 'paid-ahead', pence: -sum(outstanding.filter((one) => one < 0n)), words: 'received before it was due' },
  ];
}

/** Grants and performance money apart, heading by heading; then over- and underspends, line by line as R4 has them. */
function spendingParts(books: Books, statement: Reconciliation, basis: 'actual' | 'forecast'): Part[] {
  const { flowOfFunds, fund } = statement;
  const lines = flowOfFunds.applications.map((line) => ({
    ...line,
    pence: (line[basis]?.amount ?? 0n) - (line.plan?.amount ?? 0n),
    reason: outsideReason(books, line.code),
  }));
  const outside = lines.flatMap(({ code: heading, label, pence, reason }): Part[] => {
    if (reason === undefined) return [];
    if (reason === 'performance') {
      const retained = retainedPence(statement, basis);
      const rest = pence + retained;
      return [
        { part: 'not-earned', pence: -retained, words: basis === 'forecast' ? notExpected : notEarned(fund) },
        {
          part: 'performance-spent',
          pence: rest,
          words: rest < 0n ? `of ${label} not spent` : `more spent on ${label} than was earned`,
        },
      ];
    }
    return [
      {
        part: 'ring-fenced',
        heading,
        pence,
        words: pence < 0n ? `held for ${label} (ring-fenced)` : `more than the year’s ${label}`,
      },
    ];
  });
  const variances = (basis === 'forecast' ? varianceLines(books) : spentVarianceLines(books)).map(
    ({ variance }) => variance?.amount ?? 0n,
  );
  return [
    ...outside,
    { part: 'underspent', pence: sum(variances.filter((one) => one < 0n)), words: 'underspent' },
    { part: 'overspent', pence: sum(variances.filter((one) => one > 0n)), words: 'overspent' },
  ];
}
