import { FundFolder } from './fund-folder.js';

/** Names that markup and columns have to bear: marks of markup, of direction, and words without a place to break. */
export const hostileNames = [
  'Nether Wallop & Upper "Wallop" <CCG>',
  'Ⱡong‏ ICB of the Isles, Coasts, Marches and Borders with an exceedingly long name that never seems to end',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch',
];

interface Shape {
  readonly partners: number;
  /** In pence, of each partner in turn. */
  readonly amounts?: readonly number[];
}

/** A fund of as many ICBs as wanted, two or more, two pools with hosts of their own, and names that are hard to draw. */
export function wideFund({ partners, amounts = [12_345_67, 98_765_43, 1_000_000_01] }: Shape): Promise<FundFolder> {
  const pounds = (pence: number) => (pence / 100).toFixed(2);
  const bodies = Array.from({ length: partners }, (_, index) => ({
    code: `I${index}`,
    name: hostileNames[index] ?? `ICB of area ${String.fromCharCode(65 + (index % 26))}${index}`,
    pool: index % 2 === 0 ? 'first' : 'second',
    amount: amounts[index % amounts.length] ?? 0,
  }));
  const lines = bodies.map(({ code, name }) => `  - { code: ${code}, scheme: ods, name: '${name}', kind: icb }`);
  const headingIn = (pool: string) => (pool === 'first' ? 'care' : 'beds');
  const sum = (pool: string) =>
    pounds(bodies.filter((body) => body.pool === pool).reduce((total, { amount }) => total + amount, 0));
  return FundFolder.of({
    'agreement.yaml': [
      'fund: { name: Wide fund, year: 2023/24 }',
      'unit: pounds',
      'partners:',
      '  - { code: CC, scheme: local, name: A council, kind: unitary-council }',
      ...lines,
      'pools:',
      '  - { code: first, name: The first & foremost pool, host: CC }',
      '  - { code: second, name: Second, host: I1 }',
      'sources:',
      '  - { code: minimum, name: NHS minimum, nature: revenue }',
      'headings:',
      `  - { code: care, name: 'Care <at "home">', nature: revenue, pool: first, applied_by: CC, allocation: ${sum('first')} }`,
      `  - { code: beds, name: Beds, nature: revenue, pool: second, applied_by: CC, allocation: ${sum('second')} }`,
      'contributions:',
      ...bodies.map(
        ({ code, pool, amount }) =>
          `  - { partner: ${code}, source: minimum, pool: ${pool}, amount: ${pounds(amount)} }`,
      ),
      'rules:',
      '  - { id: balance, kind: balance, clause: s75 para 1 }',
      'instalments:',
      '  - { quarter: Q1, due: 2023-04-15, percent: 50 }',
      '  - { quarter: Q3, due: 2023-10-15, percent: 50 }',
      'ledgers:',
      '  - { kind: plan, files: plan.csv, unit: pounds }',
      '  - { kind: contributions, files: contributions.csv, unit: pounds }',
      '  - { kind: expenditure, files: expenditure.csv, unit: pounds }',
      '',
    ].join('\n'),
    'plan.csv': [
      'contributor,source,heading,applied_by,amount,provenance',
      ...bodies.map(({ code, pool, amount }) => `${code},minimum,${headingIn(pool)},CC,${pounds(amount)},stated`),
      '',
    ].join('\n'),
    'contributions.csv': [
      'date,partner,source,pool,heading,amount,reference,note',
      ...bodies
        .filter((_, index) => index % 3 === 1)
        .map(({ code, pool, amount }) => `2023-05-01,${code},minimum,${pool},,${pounds(amount)},R-${code},`),
      '2023-05-02,I0,minimum,first,,-5.00,R,paid back',
      '',
    ].join('\n'),
    'expenditure.csv': [
      'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note',
      ...bodies
        .filter((_, index) => index % 4 === 0)
        .map(
          ({ code, pool, amount }) =>
            `2023-06-01,${code},CC,${headingIn(pool)},minimum,,,${pounds(Math.floor(amount / 2))},E-${code},`,
        ),
      '',
    ].join('\n'),
  });
}
