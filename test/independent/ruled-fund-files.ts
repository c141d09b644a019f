import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { isAligned } from './aligned-rows.js';
import {
  type Cell,
  districts,
  host,
  poolOf,
  poolOfMoney,
  quarters,
  type RuledFund,
  type Spending,
  spenders,
  type Threshold,
} from './fund-shape.js';
import { decimal, percent, varianceRuleOf } from './variance-rules.js';

/** Writes a fund as a folder of its own, removed when the test ends; gives its path. */
export async function writtenFund(fund: RuledFund): Promise<string> {
  const folder = new FundFolder(await temporaryFolder());
  await folder.write('agreement.yaml', `${agreementOf(fund).join('\n')}\n`);
  for (const [file, [header, ...rows]] of Object.entries(tablesOf(fund))) {
    if (rows.length > 0) await folder.write(file, `${[header, ...rows].join('\n')}\n`);
  }
  return folder.path;
}

/** Writes the rows of a fund into the folder of the year after, as that year’s. */
export async function writeAsNextYear(folder: FundFolder, fund: RuledFund): Promise<void> {
  const tables = tablesOf(fund);
  for (const file of ['ledgers/contributions.csv', 'ledgers/expenditure.csv']) {
    const text = `${tables[file]?.join('\n') ?? ''}\n`;
    const years = text.replaceAll(
      /\b(\d{4})\/(\d{2})\b/g,
      (_, first, second) => `${Number(first) + 1}/${Number(second) + 1}`,
    );
    await folder.write(
      file,
      years.replaceAll(/^\d{4}(?=-)/gm, (year) => String(Number(year) + 1)),
    );
  }
}

function agreementOf(fund: RuledFund): string[] {
  const { ccgs, instalments, performance, thresholds } = fund;
  const members = fund.districts?.members ?? [];
  const localities = [...new Set(ccgs.map(({ locality }) => locality))].filter((code) => code !== undefined);
  return [
    'fund: { name: Ruled fund, year: 2015/16 }',
    'unit: pounds',
    'partners:',
    `  - { code: ${host}, scheme: local, name: The county, kind: county-council }`,
    ...ccgs.map(({ code, locality }) => {
      const where = locality === undefined ? '' : `, locality: ${locality}`;
      return `  - { code: ${code}, scheme: ods, name: CCG ${code}, kind: ccg${where} }`;
    }),
    ...members.map((code) => `  - { code: ${code}, scheme: local, name: District ${code}, kind: district-council }`),
    'groups:',
    `  - { code: ccgs, name: CCGs, members: [${ccgs.map(({ code }) => code).join(', ')}] }`,
    ...(members.length > 0 ? [`  - { code: ${districts}, name: Districts, members: [${members.join(', ')}] }`] : []),
    `localities: [${localities.map((code) => `{ code: ${code}, name: Locality ${code} }`).join(', ')}]`,
    'pools:',
    `  - { code: main, name: Pool, host: ${host} }`,
    ...(fund.second === undefined ? [] : [`  - { code: second, name: Second, host: ${fund.second.host} }`]),
    'sources:',
    '  - { code: minimum, name: Minimum, nature: revenue }',
    '  - { code: additional, name: Additional, nature: revenue }',
    '  - { code: dfg, name: Grant, nature: capital }',
    '  - { code: works, name: Works, nature: capital }',
    'headings:',
    ...headingsOf(fund),
    'contributions:',
    ...contributionsOf(fund),
    ...(instalments === undefined ? [] : ['instalments:']),
    ...(instalments ?? []).map(
      ({ quarter, due, millionths }) => `  - { quarter: ${quarter}, due: ${due}, percent: ${percent(millionths)} }`,
    ),
    'rules:',
    `  - { id: balance, kind: balance, clause: para 1, unspent: ${fund.unspent ?? 'carried-forward'} }`,
    `  - { id: grant, kind: ring-fence, clause: para 2, source: dfg, heading: adaptations${allotmentsOf(fund)} }`,
    ...(fund.cells.some(({ heading }) => heading === 'hospital')
      ? ['  - { id: hospital, kind: ring-fence, clause: para 3, heading: hospital }']
      : []),
    ...(performance === undefined ? [] : [performanceRuleOf(performance)]),
    ...fund.varianceRules.map(varianceRuleOf),
    ...(thresholds === undefined ? [] : ['thresholds:']),
    ...Object.entries(thresholds ?? {}).map(([mark, threshold]) => `  ${mark}: ${thresholdOf(threshold)}`),
  ];
}

function thresholdOf({ pence, millionths }: Threshold): string {
  return `{ amount: ${decimal(pence)}, percent: ${percent(millionths)} }`;
}

function allotmentsOf({ districts: spending }: RuledFund): string {
  if (spending?.allotted === undefined) return '';
  const parts = spending.allotted.map((pence, index) => {
    return `{ partner: ${spending.members[index]}, amount: ${decimal(pence)} }`;
  });
  return `, allocations: [${parts.join(', ')}]`;
}

function headingsOf(fund: RuledFund): string[] {
  const { cells, performance } = fund;
  return Object.entries(spenders).flatMap(([code, appliedBy]) => {
    const own = cells.filter(({ heading }) => heading === code);
    if (own.length === 0 && (code !== 'performance' || performance === undefined)) return [];
    const nature = code === 'adaptations' || code === 'works' ? 'capital' : 'revenue';
    const allocation = decimal(own.reduce((sum, { pence }) => sum + pence, 0n));
    const what = `code: ${code}, name: ${code}, nature: ${nature}, pool: ${poolOf(fund, code)}`;
    const body = code === 'adaptations' && fund.districts !== undefined ? districts : appliedBy;
    const arrangement = isAligned(fund, code) ? 'aligned' : 'pooled';
    return `  - { ${what}, arrangement: ${arrangement}, applied_by: ${body}, allocation: ${allocation} }`;
  });
}

function contributionsOf(fund: RuledFund): string[] {
  const agreed = new Map<string, bigint>();
  for (const { schedule, source, heading, pence } of fund.cells) {
    const key = `partner: ${schedule}, source: ${source}, pool: ${poolOf(fund, heading)}`;
    agreed.set(key, (agreed.get(key) ?? 0n) + pence);
  }
  return [...agreed].map(([key, pence]) => `  - { ${key}, amount: ${decimal(pence)} }`);
}

function performanceRuleOf(terms: NonNullable<RuledFund['performance']>): string {
  const { cap, clawback, paidAfter, arePotsDeclared } = terms;
  const pots = terms.pots.map(({ partner, pence }) => `{ partner: ${partner}, amount: ${decimal(pence)} }`);
  return `  - { id: pay, kind: performance-payment, clause: para 4, heading: performance, cap: ${cap}, clawback: ${
    clawback ? 'yes' : 'no'
  }, paid_after: ${paidAfter}${arePotsDeclared ? `, pots: [${pots.join(', ')}]` : ''} }`;
}

function tablesOf(fund: RuledFund): Record<string, readonly string[]> {
  const cell = ({ schedule, appliedBy, heading, source }: Cell) => [schedule, appliedBy, heading, source].join();
  const places = ({ scheme = '', district = '' }: Spending) => [scheme, district].join();
  return {
    'plan.csv': [
      'contributor,applied_by,heading,source,amount (£),provenance',
      ...fund.cells.map((planned) => `${cell(planned)},${decimal(planned.pence)},stated`),
    ],
    'ledgers/contributions.csv': [
      'date,partner,source,heading,pool,amount (£),reference,note,adjusts,for,schedule',
      ...fund.receipts.map((receipt, index) => {
        const { date, partner, source, heading, pence } = receipt;
        const whose = [date, partner, source, heading, poolOfMoney(fund, receipt)].join();
        const settles = receipt.quarter === undefined ? '' : `instalment ${receipt.quarter}`;
        return `${whose},${decimal(pence)},C${index},${noteOf(pence)},${receipt.adjusts ?? ''},${settles},`;
      }),
      ...fund.settlements.map((settlement, index) => {
        const { date, partner, source, heading, pence, year, of = 'variance', schedule = '' } = settlement;
        const whose = [date, partner, source, heading, poolOfMoney(fund, settlement)].join();
        const settles = `${of === 'contribution' ? 'instalment' : of} ${year}`;
        return `${whose},${decimal(pence)},S${index},${noteOf(pence)},,${settles},${schedule}`;
      }),
    ],
    'ledgers/expenditure.csv': [
      'date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note,adjusts,accrual',
      ...fund.spending.map(
        (spent, index) =>
          `${spent.date},${cell(spent)},${places(spent)},${decimal(spent.pence)},E${index},${noteOf(spent.pence)},${marksOf(spent)}`,
      ),
    ],
    'ledgers/forecast.csv': [
      'as_at,schedule,applied_by,heading,source,scheme,amount (£)',
      ...fund.forecasts.map(
        (expected) => `${fund.asAt},${cell(expected)},${expected.scheme ?? ''},${decimal(expected.pence)}`,
      ),
    ],
    'ledgers/virements.csv': [
      'date,schedule,from,to,amount (£),approved_by,reference',
      ...fund.virements.map(({ date, schedule, from, to, pence }, index) =>
        [date, schedule, from, to, decimal(pence), index % 2 === 0 ? 'The board' : 'An officer', `V${index}`].join(),
      ),
    ],
    'ledgers/opening.csv': [
      'pool,heading,partner,amount (£),source,body,kind',
      ...fund.opening.map((brought) => {
        const { heading, partner, pence, source, body = '', kind = '' } = brought;
        return [poolOfMoney(fund, brought), heading, partner, decimal(pence), source, body, kind].join();
      }),
    ],
    'schemes.csv': [
      'schedule,scheme,name,heading,amount (£)',
      ...(fund.schemes ?? []).map(({ schedule, scheme, heading, pence }) =>
        [schedule, scheme, `Scheme ${scheme}`, heading, decimal(pence)].join(),
      ),
    ],
    'pro-forma.csv': [
      'line,schedule,scheme,heading,provenance',
      ...(fund.proForma ?? []).map(({ line, schedule, scheme, heading }) =>
        [line, schedule, scheme, heading, 'stated'].join(),
      ),
    ],
    'ledgers/activity.csv': ['partner,quarter,baseline,plan,actual', ...activityOf(fund)],
  };
}

function marksOf({ adjusts, accrual }: Spending): string {
  return [adjusts ?? '', accrual ?? ''].join();
}

/** A negative row says what it corrects. */
function noteOf(pence: bigint): string {
  return pence < 0n ? 'A refund' : '';
}

function activityOf({ performance }: RuledFund): string[] {
  return (performance?.pots ?? []).flatMap(({ partner, admissions }) =>
    admissions.map(({ baseline, plan, actual }, index) => {
      const number = 8 + index - (performance?.paidAfter ?? 0);
      const year = 2013 + Math.floor(number / 4);
      const measured = `${quarters[number % 4]} ${year}/${year - 1999}`;
      return [partner, measured, baseline, plan, actual ?? ''].join();
    }),
  );
}
