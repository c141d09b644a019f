import { fenceOfHeading } from '../agreement/tied-money.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { sourceCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import type { RowContext } from './row-context.js';

/**
 * The source of a row that need not name one: what it says, else the only source that the plan has for this
 * partner's money under this heading (any heading where it is '').
 */
export function sourceOfRow(
  cells: Cells,
  row: { readonly partner: string; readonly heading: string },
  context: RowContext,
): string | undefined {
  if (cells.optional('source') !== '') return sourceCell(cells, 'source', context.agreement);
  const fenced = fenceOfHeading(context.agreement, row.heading)?.source;
  if (fenced !== undefined) return fenced;
  const planned = context.plan.filter(
    ({ contributor, heading }) => contributor === row.partner && (row.heading === '' || heading === row.heading),
  );
  const sources = [...new Set(planned.map(({ source }) => source))];
  const [only] = sources.length === 0 ? agreedSources(row, context) : sources;
  if (only !== undefined && sources.length <= 1) return only;
  if (context.faulty.has('plan')) return undefined;
  const args = { ...row, sources: sources.join(', ') };
  cells.report(diagnose('BCF3415', args, { place: cells.placeOf('heading') }));
  return undefined;
}

/** Where the plan says nothing: the one source that the partner contributes of the heading's nature. */
function agreedSources(
  row: { readonly partner: string; readonly heading: string },
  { agreement }: RowContext,
): string[] {
  const nature = agreement.headings.get(row.heading)?.nature;
  const sources = agreement.contributions
    .filter(
      ({ partner, source }) =>
        partner === row.partner && (nature === undefined || agreement.sources.get(source)?.nature === nature),
    )
    .map(({ source }) => source);
  return sources.length === 1 ? sources : [];
}
