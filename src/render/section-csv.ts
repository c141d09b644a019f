import { stringify } from 'csv-stringify/sync';
import type { PerformanceDocument, SettlementDocument, VarianceDocument } from '../statement/document-schema.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import { harmless } from './harmless.js';

type ResultOf<D extends { result?: unknown }> = NonNullable<D['result']>;
type CsvRow = Readonly<Record<string, string | number | undefined>>;

/** Performance as a tidy table: a row a partner and measured quarter. */
export function performanceCsv({ fund, performance }: ResultOf<PerformanceDocument>): string {
  const rows = (performance?.partners ?? []).flatMap(({ partner, label, pot, quarters }) =>
    quarters.map((quarter) => ({
      ...fundColumns(fund),
      partner,
      label,
      pot_gbp: pot,
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
  return csvText(rows);
}

/** Variances as a tidy table: a row a line and bearer; a line that nobody bears has one row. */
export function varianceCsv({ fund, variances }: ResultOf<VarianceDocument>): string {
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
    const none = { ...common, born_by: '', born_gbp: '' };
    return line.bornBy.length === 0
      ? [none]
      : line.bornBy.map(({ partner, amount }) => ({ ...common, born_by: partner, born_gbp: amount }));
  });
  return csvText(rows);
}

/** The settlement as a tidy table: a row a pool and partner, and one for each host. */
export function settlementCsv({ fund, settlement }: ResultOf<SettlementDocument>): string {
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
    held_gbp: '',
    net_gbp: one.net,
    message: one.message,
  }));
  const hosts = (settlement?.hosts ?? []).map(({ pool, host, held, net, message }) => {
    const empty = Object.fromEntries(Object.keys(partners[0] ?? {}).map((name) => [name, '']));
    return { ...empty, ...fundColumns(fund), pool, partner: `host ${host}`, held_gbp: held, net_gbp: net, message };
  });
  return csvText([...partners, ...hosts]);
}

function fundColumns({ name, year, asAt }: FundStatement): CsvRow {
  return { fund: name, year, as_at: asAt };
}

function csvText(rows: readonly CsvRow[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  const columns = Object.keys(first);
  return stringify(
    rows.map((row) => columns.map((column) => cellOf(column, row[column]))),
    { header: true, columns, record_delimiter: 'windows' },
  );
}

/** Numbers stay numbers: only words are made harmless. */
function cellOf(column: string, value: string | number | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'number' || column.endsWith('_percent') ? String(value) : harmless(column, value);
}
