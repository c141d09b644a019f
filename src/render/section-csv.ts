import { stringify } from 'csv-stringify/sync';
import type { Figure } from '../figures/figure.js';
import type { PerformanceResult, SettlementResult, VarianceResult } from '../statement/document-schema.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import { harmless } from './harmless.js';

type CsvRow = Readonly<Record<string, Figure | string | number | undefined>>;

const performanceColumns = [
  'table',
  'fund',
  'year',
  'as_at',
  'partner',
  'label',
  'clause',
  'pot_gbp',
  'pot_provenance',
  'measured',
  'paid_in',
  'baseline',
  'plan',
  'actual',
  'planned_cumulative',
  'achieved_cumulative',
  'achieved_percent',
  'maximum_gbp',
  'payment_gbp',
  'paid_cumulative_gbp',
  'retained_gbp',
  'status',
  'why',
  'assumed',
  'reduction_percent',
];

/**
 * Performance as a tidy table: a row a partner and measured quarter; with what-if, a row a partner for the year; with
 * sensitivity, a row a partner and reduction.
 */
export function performanceCsv(result: PerformanceResult): string {
  const { fund, performance, whatIf, sensitivity } = result;
  const rows = (performance?.partners ?? []).flatMap(({ partner, label, pot, isPotDerived, quarters }) =>
    quarters.map((quarter) => ({
      table: 'performance',
      ...fundColumns(fund),
      partner,
      label,
      clause: performance?.clause,
      pot_gbp: pot,
      pot_provenance: isPotDerived ? 'derived' : 'stated',
      measured: quarter.measured,
      paid_in: quarter.paidIn,
      baseline: quarter.baseline,
      plan: quarter.plan,
      actual: quarter.actual,
      planned_cumulative: quarter.plannedCumulative,
      achieved_cumulative: quarter.achievedCumulative,
      achieved_percent: quarter.achievedPercent,
      maximum_gbp: quarter.maximum,
      payment_gbp: quarter.payment,
      paid_cumulative_gbp: quarter.paidCumulative,
      retained_gbp: quarter.retainedToDate,
      status: quarter.status,
      why: quarter.why,
    })),
  );
  const assumed = (whatIf?.partners ?? []).map((one) => ({
    table: 'what-if',
    ...fundColumns(fund),
    partner: one.partner,
    label: one.label,
    pot_gbp: one.pot,
    pot_provenance: one.isPotDerived ? 'derived' : 'stated',
    payment_gbp: one.byYearEnd?.payment,
    retained_gbp: one.byYearEnd?.retained,
    assumed: one.assumed,
  }));
  const reduced = (sensitivity?.points ?? []).flatMap(({ reductionPercent, payments }) =>
    payments.map(({ partner, payment }) => ({
      table: 'sensitivity',
      ...fundColumns(fund),
      partner,
      payment_gbp: payment,
      reduction_percent: reductionPercent,
    })),
  );
  return csvText(performanceColumns, [...rows, ...assumed, ...reduced]);
}

const varianceColumns = [
  'fund',
  'year',
  'as_at',
  'heading',
  'schedule',
  'locality',
  'applied_by',
  'plan_gbp',
  'virements_gbp',
  'actual_gbp',
  'forecast_gbp',
  'variance_gbp',
  'direction',
  'policy',
  'clause',
  'born_by',
  'born_gbp',
];

/** Variances as a tidy table: a row a line and bearer; a line that nobody bears has one row. */
export function varianceCsv({ fund, variances }: VarianceResult): string {
  const rows = variances.flatMap((line) => {
    const common = {
      ...fundColumns(fund),
      heading: line.heading,
      schedule: line.schedule,
      locality: line.locality,
      applied_by: line.appliedBy,
      plan_gbp: line.plan,
      virements_gbp: line.virements,
      actual_gbp: line.actual,
      forecast_gbp: line.forecast,
      variance_gbp: line.variance,
      direction: line.direction,
      policy: line.policy,
      clause: line.clause,
    };
    return line.borneBy.length === 0
      ? [common]
      : line.borneBy.map(({ partner, amount }) => ({ ...common, born_by: partner, born_gbp: amount }));
  });
  return csvText(varianceColumns, rows);
}

const settlementColumns = [
  'fund',
  'year',
  'as_at',
  'pool',
  'partner',
  'contribution_due_gbp',
  'contribution_received_gbp',
  'allocation_due_gbp',
  'paid_gbp',
  'performance_released_gbp',
  'variance_shared_gbp',
  'held_gbp',
  'net_gbp',
  'message',
];

/** The settlement as a tidy table: a row a pool and partner, and one for each host. */
export function settlementCsv({ fund, settlement }: SettlementResult): string {
  const partners = (settlement?.partners ?? []).map((one) => ({
    ...fundColumns(fund),
    pool: one.pool,
    partner: one.partner,
    contribution_due_gbp: one.contributionDue,
    contribution_received_gbp: one.contributionReceived,
    allocation_due_gbp: one.allocationDue,
    paid_gbp: one.paid,
    performance_released_gbp: one.performanceReleased,
    variance_shared_gbp: one.varianceShared,
    net_gbp: one.net,
    message: one.message,
  }));
  const hosts = (settlement?.hosts ?? []).map(({ pool, host, held, net, message }) => ({
    ...fundColumns(fund),
    pool,
    partner: `host ${host}`,
    held_gbp: held,
    net_gbp: net,
    message,
  }));
  return csvText(settlementColumns, [...partners, ...hosts]);
}

function fundColumns({ name, year, asAt }: FundStatement): CsvRow {
  return { fund: name, year, as_at: asAt };
}

function csvText(columns: readonly string[], rows: readonly CsvRow[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => cellOf(column, row[column]))),
    { header: true, columns: [...columns], record_delimiter: 'windows' },
  );
}

/** Numbers stay numbers: only words are made harmless. */
function cellOf(column: string, value: CsvRow[string]): string {
  if (value === undefined) return '';
  return typeof value !== 'string' || column.endsWith('_percent') ? String(value) : harmless(column, value);
}
