import { parseQuarter, type Quarter } from '../agreement/financial-year.js';
import type { Settled } from '../agreement/settled.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { partnerCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import type { RowContext } from './row-context.js';
import type { WhatSettled } from './row-types.js';

const words = ['instalment', 'performance', 'variance', 'refund', 'handover'] as const;

type Word = (typeof words)[number];

/** What the column `for` of a receipt says: a word, and a quarter of this year or an earlier year. */
interface Said {
  readonly word: Word;
  readonly quarter: Quarter | undefined;
  /** '' for this year. */
  readonly year: string;
}

/** What a receipt settles (R5), and the heading that follows from it; undefined where something was reported. */
export function settlesCell(
  cells: Cells,
  { partner, heading }: { readonly partner: string; readonly heading: string },
  context: RowContext,
): { readonly settles: WhatSettled; readonly heading: string } | undefined {
  const { agreement } = context;
  const said = saidIn(cells, agreement.year.label);
  if (said === undefined) return undefined;
  const { word, quarter, year } = said;
  const schedule = scheduleOf(cells, { partner, word }, context);
  if (schedule === undefined) return undefined;
  if (word === 'handover') return { settles: { kind: 'handover' }, heading: '' };
  const tied = word === 'performance' ? performanceHeading(cells, heading, context) : heading;
  if (tied === undefined) return undefined;
  const isContribution = word !== 'variance' && year === '';
  const of: Settled = word === 'variance' ? 'variance' : 'contribution';
  const settles: WhatSettled = isContribution
    ? { kind: 'contribution', of: quarter, isSaid: cells.optional('for') !== '' }
    : { kind: 'other', of, year, schedule };
  return { settles, heading: tied };
}

/** An instalment of no quarter where the cell is blank. */
function saidIn(cells: Cells, ownYear: string): Said | undefined {
  const found = cells.optional('for').trim().toLowerCase();
  if (found === '') return { word: 'instalment', quarter: undefined, year: '' };
  const [first = '', second, ...more] = found.split(/\s+/);
  const word = words.find((known) => known === first);
  const quarter = second === undefined ? undefined : parseQuarter(second.toUpperCase());
  const year = second !== undefined && isEarlierYear(second, ownYear) ? second : undefined;
  const isOfQuarter = word === 'instalment' || word === 'performance';
  const isOwnYear = second === undefined || second === ownYear || (quarter !== undefined && isOfQuarter);
  if (word !== undefined && more.length === 0 && (isOwnYear || year !== undefined)) {
    return { word, quarter, year: year ?? '' };
  }
  cells.report(diagnose('BCF3422', { found: cells.optional('for'), year: ownYear }, { place: cells.placeOf('for') }));
  return undefined;
}

function isEarlierYear(found: string, ownYear: string): boolean {
  const match = /^(\d{4})\/(\d{2})$/.exec(found);
  if (match === null) return false;
  const [, start = '', end = ''] = match;
  return (Number(start) + 1) % 100 === Number(end) && found < ownYear;
}

/** Whose money a settled variance makes good: the payer's own, where no other is named. */
function scheduleOf(
  cells: Cells,
  { partner, word }: { readonly partner: string; readonly word: Word },
  { agreement }: RowContext,
): string | undefined {
  const found = cells.optional('schedule');
  if (found === '') return partner;
  if (word !== 'variance') {
    cells.report(diagnose('BCF3423', { word }, { place: cells.placeOf('schedule') }));
    return undefined;
  }
  return partnerCell(cells, 'schedule', agreement);
}

/** Performance money is tied to its heading, whether the row says so or not. */
function performanceHeading(cells: Cells, heading: string, { agreement }: RowContext): string | undefined {
  const own = agreement.performanceRule?.heading;
  if (own !== undefined && (heading === '' || heading === own)) return own;
  cells.report(diagnose('BCF3424', { heading, own: own ?? '' }, { place: cells.placeOf('for') }));
  return undefined;
}
