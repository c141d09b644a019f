import { fenceOfHeading, fenceOfSource } from '../agreement/tied-money.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { sum } from '../money/pence.js';
import { adjustsCell, noteAdjustment } from './adjusts.js';
import { optionalHeadingCell, partnerCell, poolCell, sourceCell } from './agreement-codes.js';
import { alignedParts } from './aligned-parts.js';
import type { Cells } from './cells.js';
import { placeKey } from './last-years-debts.js';
import { isExplained, referenceCell } from './once.js';
import { isPoolOfHeading } from './pool-of-heading.js';
import { dayCell } from './quarter-cell.js';
import type { RowContext } from './row-context.js';
import type { Adjusts, ContributionRow, PartOfReceipt, WhatSettled } from './row-types.js';
import { settlesCell } from './settles-cell.js';
import { isWhole } from './whole.js';

/** Money received, or undefined where something in the row was reported. */
export function readContributionRow(cells: Cells, context: RowContext): ContributionRow | undefined {
  const { agreement } = context;
  const { date, quarter } = dayCell(cells, agreement.year);
  const partner = partnerCell(cells, 'partner', agreement);
  const source = sourceCell(cells, 'source', agreement);
  const heading = optionalHeadingCell(cells, 'heading', agreement);
  const amountPence = cells.amount('amount');
  const reference = referenceCell(cells, partner, quarter, context);
  const isWellExplained = isExplained(cells, amountPence);
  const adjusts = adjustsCell(cells, agreement.year);
  const said = { at: cells.at, date, quarter, partner, source, heading, amountPence, reference };
  if (!isWhole(said) || adjusts === undefined || !isWellExplained) return undefined;
  const purpose = settlesCell(cells, said, context);
  if (purpose === undefined) return undefined;
  const isCorrection = adjusts.adjusts !== '' && adjusts.ofYear === '';
  const row = { ...said, ...purpose, isCorrection, settles: settledBy(purpose.settles, adjusts, said.partner) };
  if (!isTiedRightly(cells, row, context)) return undefined;
  const { settles } = row;
  if (settles.kind === 'handover') {
    const pool = poolHandedOver(cells, row.partner, context);
    return pool === undefined ? undefined : { ...row, pool, ofLastYear: [], aligned: [] };
  }
  const payer = settles.kind === 'other' ? settles.schedule : row.partner;
  const pool = poolOf(cells, { ...row, partner: payer, isContribution: settles.kind === 'contribution' }, context);
  if (pool === undefined) return undefined;
  noteAdjustment(cells, row.partner, { adjusts, row }, context);
  const ofLastYear = context.ofLastYear.get(placeKey(cells.at));
  if (settles.kind === 'other' && ofLastYear === undefined) return { ...row, pool, ofLastYear: [], aligned: [] };
  return { ...row, pool, ...partsOf({ ...row, pool }, ofLastYear ?? [], context) };
}

/** A contribution of which some may be last year’s, and some aligned. */
function partsOf(
  row: Omit<ContributionRow, 'ofLastYear' | 'aligned'>,
  ofLastYear: readonly PartOfReceipt[],
  context: RowContext,
): Pick<ContributionRow, 'settles' | 'ofLastYear' | 'aligned'> {
  const settles: WhatSettled =
    row.settles.kind === 'other' ? { kind: 'contribution', of: undefined, isSaid: true } : row.settles;
  const amountPence = row.amountPence - sum(ofLastYear.map((part) => part.amountPence));
  return { settles, ofLastYear, aligned: alignedParts(context, { ...row, amountPence }) };
}

/** A receipt that adjusts one of an earlier year is nobody’s contribution to this one, whether it says so or not (R5). */
function settledBy(settles: WhatSettled, { ofYear }: Adjusts, schedule: string): WhatSettled {
  const isOfThisYear = settles.kind !== 'contribution' || ofYear === '';
  return isOfThisYear ? settles : { kind: 'other', of: 'contribution', year: ofYear, schedule };
}

function isTiedRightly(
  cells: Cells,
  { source, heading }: { readonly source: string; readonly heading: string },
  { agreement }: RowContext,
): boolean {
  if (heading === '') return true;
  const ownHeading = fenceOfSource(agreement, source)?.heading ?? heading;
  const ownSource = fenceOfHeading(agreement, heading)?.source ?? source;
  if (ownHeading === heading && ownSource === source) return true;
  cells.report(diagnose('BCF3417', { heading, source }, { place: cells.placeOf('heading') }));
  return false;
}

/** The pool that an earlier host hands over: as the row says, or the only one of which it held something. */
function poolHandedOver(cells: Cells, partner: string, { agreement, lastHosts }: RowContext): string | undefined {
  const named = cells.optional('pool') === '' ? undefined : poolCell(cells, 'pool', agreement);
  if (named === undefined && cells.optional('pool') !== '') return undefined;
  const pools = [...(lastHosts.get(partner) ?? [])];
  const [only] = pools;
  if (named === undefined ? pools.length === 1 : pools.includes(named)) return named ?? only;
  cells.report(diagnose('BCF3426', { partner, pools: pools.join(', ') }, { place: cells.placeOf('for') }));
  return undefined;
}

/** A receipt, as far as it says which pool it goes to. */
interface ForPool {
  readonly partner: string;
  readonly source: string;
  readonly heading: string;
  readonly isContribution: boolean;
}

/**
 * The pool that a receipt goes to: as the row says, else its heading's, else the only one agreed for it. A contribution goes
 * where its payer has agreed to pay one; what settles a variance goes where that is.
 */
function poolOf(cells: Cells, receipt: ForPool, { agreement }: RowContext): string | undefined {
  const { partner, source, heading, isContribution } = receipt;
  const paid = agreement.contributions.filter((contribution) => contribution.partner === partner);
  const pools = paid.filter((contribution) => contribution.source === source).map(({ pool }) => pool);
  const named = cells.optional('pool') === '' ? '' : poolCell(cells, 'pool', agreement);
  if (named === undefined) return undefined;
  const pool = isPoolOfHeading(cells, { pool: named, heading }, agreement)
    ? named || agreement.headings.get(heading)?.pool
    : undefined;
  if (pool === undefined && (named !== '' || heading !== '')) return undefined;
  if (pool !== undefined && !isContribution) return pool;
  if (pools.length === 0 || (pool !== undefined && !pools.includes(pool))) {
    const allowed = paid.map((contribution) => `${contribution.source} (${contribution.pool})`).join(', ');
    const args = { partner, source, pool: pools.length === 0 ? '' : (pool ?? ''), allowed };
    cells.report(diagnose('BCF3416', args, { place: cells.placeOf('source') }));
    return undefined;
  }
  const [only] = pools;
  if (pool !== undefined || pools.length === 1) return pool ?? only;
  cells.report(diagnose('BCF3414', { partner, source, pools: pools.join(', ') }, { place: cells.placeOf('partner') }));
  return undefined;
}
