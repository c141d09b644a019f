import { stringify } from 'csv-stringify/sync';
import type { InBooks } from '../figures/books.js';
import type { Figure } from '../figures/figure.js';
import type { Provenances, Reconciliation } from '../statement/reconciliation-schema.js';
import { harmless } from './harmless.js';

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
  'quarter',
  'rows',
  'last_day',
  'standing',
] as const;

type Key = Partial<Record<(typeof columns)[number], string>>;
type Marked = InBooks & { readonly provenance?: Provenances };

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
    ...performanceRows(result),
    ...ringFenceRows(result),
    ...varianceRows(result),
    ...contributionRows(result),
    ...settlementRows(result),
    ...comeRows(result),
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
    return [{ ...key, figure, amount_gbp: String(amount), provenance: figures.provenance?.[figure] ?? '' }];
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
    return amounts.map(([figure, amount]) => ({ ...key, figure, amount_gbp: String(amount) }));
  });
}

function performanceRows({ performance }: Reconciliation): Key[] {
  return (performance?.partners ?? []).flatMap(({ partner, pot, totals }) => {
    const key = { table: 'performance', partner, code: performance?.heading ?? '' };
    return amountRows(key, { pot, ...totals });
  });
}

function ringFenceRows({ ringFences }: Reconciliation): Key[] {
  return ringFences.flatMap(({ heading, nature, partners, bodies }) => [
    ...partners.flatMap(({ partner, available, received, spent, held }) =>
      amountRows({ table: 'ring-fences', partner, nature, code: heading }, { available, received, spent, held }),
    ),
    ...bodies.flatMap(({ body, label, allocation, paid, unspent, provenance = '' }) =>
      amountRows(
        { table: 'ring-fence-bodies', nature, code: heading, label, applied_by: body, provenance },
        { allocation, paid, unspent },
      ),
    ),
  ]);
}

function varianceRows({ variances }: Reconciliation): Key[] {
  return variances.flatMap((line) => {
    const { schedule: partner, locality = '', heading: code, label, variance, virements, borneBy } = line;
    const key = { table: 'variances', partner, locality, code, label };
    return [
      ...amountRows({ ...key, applied_by: line.appliedBy }, { virements, variance }),
      ...borneBy.flatMap((share) => amountRows({ ...key, applied_by: share.partner }, { 'borne-by': share.amount })),
    ];
  });
}

function contributionRows({ contributions }: Reconciliation): Key[] {
  return contributions.flatMap(({ partner, source, kind, agreed, dueToDate, received, outstanding }) =>
    amountRows(
      { table: 'contributions', partner, code: source, label: kind },
      { agreed, 'due-to-date': dueToDate, received, outstanding },
    ),
  );
}

function settlementRows({ settlement }: Reconciliation): Key[] {
  return [
    ...(settlement?.partners ?? []).flatMap(({ partner, pool, message, net, ...one }) =>
      amountRows(
        { table: 'settlement', partner, code: pool, label: message },
        {
          'contribution-due': one.contributionDue,
          'contribution-received': one.contributionReceived,
          'allocation-due': one.allocationDue,
          paid: one.paid,
          'performance-released': one.performanceReleased,
          'variance-shared': one.varianceShared,
          net,
        },
      ),
    ),
    ...(settlement?.hosts ?? []).flatMap(({ pool, host, held, message }) =>
      amountRows({ table: 'settlement', partner: host, code: pool, label: message }, { held }),
    ),
  ];
}

/** What has come: a row a body, ledger and quarter; what is lacking stands as the label. */
function comeRows({ whatHasCome }: Reconciliation): Key[] {
  return (whatHasCome?.lines ?? []).flatMap(({ body, ledger, arrivals }) =>
    arrivals.map(({ quarter = '', rows, lastDay = '', total = '', standing, lacking = [] }) => ({
      table: 'what-has-come',
      partner: body,
      code: ledger,
      label: lacking.map(({ label }) => label).join(', '),
      figure: 'total',
      amount_gbp: String(total),
      quarter,
      rows: String(rows),
      last_day: lastDay,
      standing,
    })),
  );
}

function amountRows(key: Key, amounts: Readonly<Record<string, Figure | string | undefined>>): Key[] {
  return Object.entries(amounts).flatMap(([figure, amount]) =>
    amount === undefined ? [] : [{ ...key, figure, amount_gbp: String(amount) }],
  );
}

/** Text that a spreadsheet would take for a formula gets an apostrophe; an amount never does. */
function cellOf(column: (typeof columns)[number], row: Key): string {
  return harmless(column, row[column] ?? '');
}
