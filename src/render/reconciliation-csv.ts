import { stringify } from 'csv-stringify/sync';
import type { Figures, Provenances, Reconciliation } from '../statement/reconciliation-schema.js';

const columns = [
  'table',
  'fund',
  'year',
  'as_at',
  'partner',
  'locality',
  'nature',
  'code',
  'label',
  'applied_by',
  'figure',
  'amount_gbp',
  'provenance',
] as const;

type Key = Partial<Record<(typeof columns)[number], string>>;
type Marked = Figures & { readonly provenance?: Provenances };

const figureNames = ['plan', 'actual', 'forecast'] as const;

/** The statement as tidy tables in one file: a row a figure, no totals, what is not known left out. */
export function reconciliationCsv(result: Reconciliation): string {
  const { fund, flowOfFunds } = result;
  const common = { fund: fund.name, year: fund.year, as_at: fund.asAt ?? '' };
  const rows = [
    ...flowOfFunds.sources.flatMap((line) =>
      figureRows(
        { table: 'sources', partner: line.partner, nature: line.nature, code: line.code, label: line.label },
        line,
      ),
    ),
    ...flowOfFunds.applications.flatMap((line) =>
      figureRows(
        { table: 'applications', nature: line.nature, code: line.code, label: line.label, applied_by: line.appliedBy },
        line,
      ),
    ),
    ...result.byPartner.flatMap(({ partner, headings }) =>
      headings.flatMap((line) =>
        figureRows(
          { table: 'by-partner', partner, code: line.heading, label: line.label, applied_by: line.appliedBy },
          line,
        ),
      ),
    ),
    ...result.byLocality.flatMap(({ locality = '', headings }) =>
      headings.flatMap((line) =>
        figureRows(
          { table: 'by-locality', locality, code: line.heading, label: line.label, applied_by: line.appliedBy },
          line,
        ),
      ),
    ),
    ...result.byNature.flatMap(({ nature, contributions, applications }) => [
      ...figureRows({ table: 'by-nature', nature, code: 'contributions' }, contributions),
      ...figureRows({ table: 'by-nature', nature, code: 'applications' }, applications),
    ]),
    ...balanceRows(result),
  ];
  return stringify(
    rows.map((row) => columns.map((column) => cellOf(column, { ...common, ...row }))),
    { header: true, columns: [...columns], record_delimiter: 'windows' },
  );
}

function figureRows(key: Key, figures: Marked): Key[] {
  return figureNames.flatMap((figure) => {
    const amount = figures[figure];
    if (amount === undefined) return [];
    return [{ ...key, figure, amount_gbp: amount, provenance: figures.provenance?.[figure] ?? '' }];
  });
}

function balanceRows({ fundBalance }: Reconciliation): Key[] {
  return (fundBalance?.parts ?? []).flatMap((part) => {
    const key = {
      table: 'fund-balance',
      partner: part.partner,
      code: part.purpose ?? part.source,
      label: part.message,
    };
    const amounts = [
      ['brought-forward', part.broughtForward],
      ['received', part.received],
      ['applied', part.applied],
      ['balance', part.balance],
    ] as const;
    return amounts.map(([figure, amount]) => ({ ...key, figure, amount_gbp: amount }));
  });
}

/** Text that a spreadsheet would take for a formula gets an apostrophe; an amount never does. */
function cellOf(column: (typeof columns)[number], row: Key): string {
  const text = row[column] ?? '';
  return column !== 'amount_gbp' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
