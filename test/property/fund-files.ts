import { measuredQuarters } from '../../src/agreement/measured-quarters.js';
import { openFund } from '../../src/fund/open-fund.js';
import { varianceRuleOf } from '../independent/variance-rules.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { type SmallFund, sourceNatures } from './small-fund.js';

/** How a fund’s rows are laid out in files. None of it may change the statement. */
export interface Layout {
  /** Mixes the rows, deals them to files and names the files; 0 leaves all as it is. */
  readonly mix: number;
  readonly filesPerLedger: number;
  readonly unit: 'pounds' | '£000';
}

export const plainLayout: Layout = { mix: 0, filesPerLedger: 1, unit: 'pounds' };

interface Table {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type OpenedFund = Awaited<ReturnType<typeof openFund>>;

/** Writes a fund to a folder of its own and opens it; plan.csv may hold other cells than were agreed. */
export async function opened(
  fund: SmallFund,
  layout: Layout = plainLayout,
  cells: SmallFund['cells'] = fund.cells,
): Promise<OpenedFund> {
  return openFund((await written(fund, layout, cells)).path);
}

/** Writes a fund to a folder of its own. */
export async function written(
  fund: SmallFund,
  layout: Layout = plainLayout,
  cells: SmallFund['cells'] = fund.cells,
): Promise<FundFolder> {
  const folder = new FundFolder(await temporaryFolder());
  await folder.write('agreement.yaml', agreementOf(fund));
  for (const table of tablesOf({ ...fund, cells }, layout)) {
    const rows = mixed(table.rows, layout.mix);
    const count = Math.max(1, Math.min(layout.filesPerLedger, rows.length));
    const names = mixed(
      Array.from({ length: count }, (_, index) => String.fromCharCode(97 + index)),
      layout.mix + 1,
    );
    for (const [index, name] of names.entries()) {
      const own = rows.filter((_, row) => row % count === index);
      if (own.length === 0) continue;
      const lines = [table.header, ...own].map((fields) => fields.join(','));
      await folder.write(`${table.file}-${name}.csv`, `${lines.join('\n')}\n`);
    }
  }
  return folder;
}

/** An amount in pounds, exact: `-12.05`. */
export function poundsOf(pence: bigint): string {
  return decimal(pence, 2);
}

function decimal(pence: bigint, places: number): string {
  const digits = (pence < 0n ? -pence : pence).toString().padStart(places + 1, '0');
  return `${pence < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function agreementOf(fund: SmallFund): string {
  const allocation = (code: string) =>
    fund.cells.filter(({ heading }) => heading === code).reduce((total, { pence }) => total + pence, 0n);
  const ccgs = fund.partners.slice(1).map(({ code }) => code);
  const kind = fund.year === '2015/16' ? 'ccg' : 'icb';
  const lines = [
    `fund: { name: Small fund, year: ${fund.year} }`,
    'unit: pounds',
    'partners:',
    ...fund.partners.map(
      ({ code, locality }, index) =>
        `  - { code: ${code}, scheme: local, name: Partner ${code}, kind: ${index === 0 ? 'county-council' : kind}${locality === undefined ? '' : `, locality: ${locality}`} }`,
    ),
    '  - { code: hill, scheme: local, name: Hill, kind: district-council }',
    '  - { code: dale, scheme: local, name: Dale, kind: district-council }',
    'groups:',
    ...(fund.hasPair ? [`  - { code: pair, name: Pair, members: [${ccgs.slice(0, 2).join(', ')}] }`] : []),
    `  - { code: ccgs, name: CCGs, members: [${ccgs.join(', ')}] }`,
    '  - { code: districts, name: Districts, members: [hill, dale] }',
    ...(fund.localities.length > 0 ? ['localities:'] : []),
    ...fund.localities.map((code) => `  - { code: ${code}, name: Locality ${code} }`),
    'pools:',
    ...fund.pools.map((code, index) => `  - { code: ${code}, name: Pool ${code}, host: ${fund.hosts[index]} }`),
    'sources:',
    ...Object.entries(sourceNatures).map(([code, nature]) => `  - { code: ${code}, name: ${code}, nature: ${nature} }`),
    'headings:',
    ...fund.headings.map(
      ({ code, pool, nature, appliedBy }) =>
        `  - { code: ${code}, name: ${code}, nature: ${nature}, pool: ${pool}, applied_by: ${appliedBy}, allocation: ${poundsOf(allocation(code))} }`,
    ),
    'contributions:',
    ...fund.contributions.map(
      ({ partner, source, pool, pence }) =>
        `  - { partner: ${partner}, source: ${source}, pool: ${pool}, amount: ${poundsOf(pence)} }`,
    ),
    'rules:',
    '  - { id: balance, kind: balance, clause: para 1 }',
    '  - { id: grant, kind: ring-fence, clause: para 2, source: dfg, heading: adaptations }',
    ...(fund.fenced === undefined
      ? []
      : [`  - { id: fence, kind: ring-fence, clause: para 3, heading: ${fund.fenced} }`]),
    ...(fund.performance === undefined
      ? []
      : [
          `  - { id: release, kind: performance-payment, clause: para 4, heading: ${fund.performance}${fund.performanceTerms} }`,
        ]),
    ...fund.variances.map(varianceRuleOf),
    'ledgers:',
    '  - { kind: plan, files: plan*.csv }',
  ];
  return `${lines.join('\n')}\n`;
}

function tablesOf(fund: SmallFund, { unit }: Layout): Table[] {
  const amount = unit === 'pounds' ? 'amount (£)' : 'amount (£000)';
  const inUnit = (pence: bigint) => decimal(pence, unit === 'pounds' ? 2 : 5);
  const note = (pence: bigint) => (pence < 0n ? 'corrects an earlier row' : '');
  return [
    {
      file: 'plan',
      header: ['contributor', 'source', 'heading', 'applied_by', amount, 'provenance'],
      rows: fund.cells.map(({ schedule, source, heading, appliedBy, pence }) => [
        schedule,
        source,
        heading,
        appliedBy,
        inUnit(pence),
        'stated',
      ]),
    },
    {
      file: 'ledgers/opening',
      header: ['pool', 'heading', 'partner', 'source', amount],
      rows: fund.openings.map(({ pool, heading, partner, source, pence }) => [
        pool,
        heading,
        partner,
        source,
        inUnit(pence),
      ]),
    },
    {
      file: 'ledgers/contributions',
      header: ['date', 'partner', 'source', 'heading', 'pool', amount, 'reference', 'note'],
      rows: fund.receipts.map(({ day, partner, source, heading, pool, pence }, index) => [
        dateOf(fund, day),
        partner,
        source,
        heading,
        pool,
        inUnit(pence),
        `C${index}`,
        note(pence),
      ]),
    },
    {
      file: 'ledgers/expenditure',
      header: `date,schedule,applied_by,heading,source,scheme,district,${amount},reference,note`.split(','),
      rows: fund.spending.map(({ day, schedule, appliedBy, heading, source, district, pence }, index) => [
        dateOf(fund, day),
        schedule,
        appliedBy,
        heading,
        source,
        '',
        district,
        inUnit(pence),
        `E${index}`,
        note(pence),
      ]),
    },
    {
      file: 'ledgers/forecast',
      header: ['as_at', 'schedule', 'applied_by', 'heading', 'scheme', 'source', amount],
      rows: fund.forecasts.map(({ quarter, schedule, appliedBy, heading, source, pence }) => [
        quarter,
        schedule,
        appliedBy,
        heading,
        '',
        source,
        inUnit(pence),
      ]),
    },
    {
      file: 'ledgers/activity',
      header: ['partner', 'quarter', 'baseline', 'plan', 'actual'],
      rows: fund.admissions.map(({ partner, index, baseline, plan, actual }) => [
        partner,
        measuredIn(fund, index),
        `${baseline}`,
        `${plan}`,
        `${actual ?? ''}`,
      ]),
    },
    {
      file: 'ledgers/balances',
      header: [
        'as_at',
        'body',
        'counterparty',
        ...['receivable', 'payable'].map((one) => amount.replace('amount', one)),
      ],
      rows: fund.balances.map(({ asAt, body, counterparty, receivable, payable }) => [
        asAt,
        body,
        counterparty,
        inUnit(receivable),
        inUnit(payable),
      ]),
    },
  ];
}

/** The measured quarters are paid one after the other, each a quarter after it was measured. */
function measuredIn({ year }: SmallFund, index: number): string {
  const firstYear = Number(year.slice(0, 4));
  const found = measuredQuarters({ paidAfter: 1 }, { firstYear, label: year })[index];
  if (found === undefined) throw new Error('no fifth quarter');
  return found.measured;
}

/** A day counted from 1 April: every other one year first, the rest day first. */
function dateOf({ year }: SmallFund, day: number): string {
  const iso = new Date(Date.UTC(Number(year.slice(0, 4)), 3, 1 + day)).toISOString().slice(0, 10);
  return day % 2 === 0 ? iso : iso.split('-').reverse().join('/');
}

/** The items in another order, the same for the same number; 0 keeps them as they are. */
function mixed<T>(items: readonly T[], mix: number): T[] {
  if (mix === 0) return [...items];
  return items
    .map((item, index) => ({ item, rank: (((index + 1) * 7919 * mix) % 104_729) * 1000 + index }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
