import { counted } from '../diagnostics/entry.js';
import { fromPounds, inWords } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { unforecastLines } from '../rules/forecasts.js';
import { outsideReason, spentVarianceLines, varianceLines } from '../rules/variance.js';
import type { Reconciliation } from './reconciliation-schema.js';
import type { ReturnBasis, ReturnSide } from './return-block.js';

/** The comment on a difference (annual − pooled); undefined where the annual total is not known. */
type Comment = (differencePence: Pence | undefined) => string;

export type ReturnComments = Readonly<Record<ReturnSide, Readonly<Record<ReturnBasis, Comment>>>>;

/** A part of a difference, signed as the difference is. */
interface Part {
  readonly pence: Pence;
  readonly words: string;
}

/** Why annual totals differ from the agreed pool (R6), made of the statement's own figures: the parts add up to it. */
export function returnComments(books: Books, statement: Reconciliation): ReturnComments {
  const planned: Comment = (pence = 0n) =>
    inParts(pence, [{ pence, words: 'in the plan, which does not balance: bcf reconcile says where' }]);
  return {
    income: {
      plan: planned,
      forecast: (pence) => (pence === undefined ? unknown(books) : inParts(pence, forecastIncome(statement))),
      actual: (pence) => (pence === undefined ? nothingYet : inParts(pence, actualIncome(statement))),
    },
    expenditure: {
      plan: planned,
      forecast: (pence) =>
        pence === undefined ? unknown(books) : inParts(pence, spendingParts(books, statement, 'forecast')),
      actual: (pence) => {
        if (pence === undefined) return nothingYet;
        if (books.asAt !== 'Q4')
          return inParts(pence, [{ pence, words: 'of the plan not spent to date, because the year has not ended' }]);
        return inParts(pence, spendingParts(books, statement, 'actual'));
      },
    },
  };
}

const nothingYet = 'Nothing has been received or spent yet.';

function unknown(books: Books): string {
  if (books.forecast.isEmpty) return 'No forecast has been made as at this quarter.';
  const missing = unforecastLines(books).length;
  return `Not known: ${counted(missing, 'line')} of the plan without a forecast.`;
}

/** `£5.00 less: £3.00 of this, £2.00 of that`; what no part explains is named as unexplained, never left out. */
function inParts(differencePence: Pence, parts: readonly Part[]): string {
  const known = parts.filter(({ pence }) => pence !== 0n);
  const restPence = differencePence - sum(known.map(({ pence }) => pence));
  const all = restPence === 0n ? known : [...known, { pence: restPence, words: 'not explained by the ledgers' }];
  const [first] = all;
  const direction = differencePence < 0n ? 'less' : 'more';
  const head = `${inWords(absolute(differencePence))} ${direction} than the pool`;
  if (all.length === 1 && first !== undefined) return `${head}: ${first.words.replace(/^of /, '')}.`;
  const isWith = ({ pence }: Part) => pence < 0n === differencePence < 0n;
  const inOrder = [...all.filter(isWith), ...all.filter((part) => !isWith(part))];
  const listed = inOrder.map((part) => `${isWith(part) ? '' : 'less '}${inWords(absolute(part.pence))} ${part.words}`);
  return `${head}: ${listed.join('; ')}.`;
}

function forecastIncome({ flowOfFunds }: Reconciliation): Part[] {
  const retained = flowOfFunds.totals.retained.forecast ?? '0.00';
  return [
    { pence: -fromPounds(retained), words: 'of performance money not expected to be earned: its CCGs retain it' },
  ];
}

function actualIncome({ contributions }: Reconciliation): Part[] {
  const pence = (
    of: (line: Reconciliation['contributions'][number]) => string | undefined,
    kind: 'instalments' | 'performance',
  ) => sum(contributions.filter((line) => line.kind === kind).map((line) => fromPounds(of(line) ?? '0.00')));
  const agreed = ({ agreed }: { agreed: string }) => agreed;
  const due = ({ dueToDate }: { dueToDate: string }) => dueToDate;
  const retained = pence((line) => line.retained, 'performance');
  const outstanding = contributions.map((line) => fromPounds(line.outstanding));
  return [
    { pence: pence(due, 'instalments') - pence(agreed, 'instalments'), words: 'of instalments not yet due' },
    { pence: -retained, words: 'of performance money not earned to date: its CCGs retain it' },
    {
      pence: pence(due, 'performance') + retained - pence(agreed, 'performance'),
      words: 'of performance money still open',
    },
    { pence: -sum(outstanding.filter((one) => one > 0n)), words: 'of contributions outstanding' },
    { pence: -sum(outstanding.filter((one) => one < 0n)), words: 'received before it was due' },
  ];
}

/** Grants and performance money apart, heading by heading; then over- and underspends, line by line as R4 has them. */
function spendingParts(books: Books, { flowOfFunds }: Reconciliation, basis: 'actual' | 'forecast'): Part[] {
  const lines = flowOfFunds.applications.map((line) => ({
    ...line,
    pence: fromPounds(line[basis] ?? '0.00') - fromPounds(line.plan ?? '0.00'),
    reason: outsideReason(books, line.code),
  }));
  const outside = lines.map(({ label, pence, reason }): Part => {
    if (reason === undefined) return { pence: 0n, words: '' };
    if (reason === 'performance') {
      return {
        pence,
        words:
          pence < 0n ? 'of performance money not earned: its CCGs retain it' : `more spent on ${label} than its pot`,
      };
    }
    return { pence, words: pence < 0n ? `held for ${label} (ring-fenced)` : `more than the year’s ${label}` };
  });
  const variances = (basis === 'forecast' ? varianceLines(books) : spentVarianceLines(books)).map(
    ({ variancePence = 0n }) => variancePence,
  );
  return [
    ...outside,
    { pence: sum(variances.filter((one) => one < 0n)), words: 'underspent' },
    { pence: sum(variances.filter((one) => one > 0n)), words: 'overspent' },
  ];
}
