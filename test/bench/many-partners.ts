/** A fund of many CCGs, seven headings, fourteen schemes and five controls each: for measuring how time grows with partners. */
export function manyPartners(count: number, rowsEach: number): ReadonlyMap<string, string> {
  const codes = Array.from({ length: count }, (_, index) => `C${String(index).padStart(4, '0')}`);
  const headings = Array.from({ length: 7 }, (_, index) => `h${index}`);
  const agreement = [
    'fund: { name: Many partners, year: 2015/16 }',
    'unit: pounds',
    'partners:',
    '  - { code: CC, scheme: local, name: Council, kind: county-council }',
    ...codes.map((code) => `  - { code: ${code}, scheme: ods, name: CCG ${code}, kind: ccg }`),
    'groups:',
    `  - { code: ccgs, name: CCGs, members: [${codes.join(', ')}] }`,
    'pools: [{ code: main, name: Main, host: CC }]',
    'sources: [{ code: minimum, name: Minimum, nature: revenue }]',
    'headings:',
    ...headings.map(
      (code) =>
        `  - { code: ${code}, name: Heading ${code}, nature: revenue, applied_by: ccgs, allocation: ${count * 1000} }`,
    ),
    'contributions:',
    ...codes.map((code) => `  - { partner: ${code}, source: minimum, amount: 7000 }`),
    'rules:',
    '  - { id: balance, kind: balance, clause: para 1 }',
    '  - { id: fair, kind: variance, clause: para 2, policy: pro-rata }',
    '  - { id: pay, kind: performance-payment, clause: para 3, heading: h6, price: 10 }',
    '',
  ];
  const measured = ['Q4 2014/15', 'Q1 2015/16', 'Q2 2015/16', 'Q3 2015/16'];
  const plan = codes.flatMap((code) => headings.map((heading) => `${code},minimum,${heading},${code},1000,stated`));
  const spent = codes.flatMap((code) =>
    Array.from({ length: rowsEach }, (_, row) => {
      const heading = headings[row % 6];
      return `2015-0${4 + (row % 6)}-10,${code},${code},${heading},minimum,,,1.25,${code}-${row},`;
    }),
  );
  const activity = codes.flatMap((code) => measured.map((quarter) => `${code},${quarter},1000,975,980`));
  const schemes = codes.flatMap((code) =>
    Array.from({ length: 14 }, (_, index) => `${code},${code}-${index},Scheme ${index},,500`),
  );
  const controls = codes.flatMap((code) => [
    `${code} pays in,agreed.contribution[partner=${code}],7000,0,Signed schedule,`,
    `${code} plan,plan.applied[partner=${code}],7000,0,Signed schedule,`,
    `${code} schemes,plan.schemes[partner=${code}],7000,0,Signed schedule,`,
    `${code} spent,actual.applied[partner=${code};to=Q2],${(rowsEach * 5) / 4},0,Its ledger,`,
    `${code} h1,plan.applied[partner=${code};heading=h1] + plan.applied[partner=${code};heading=h2],2000,0,Signed schedule,`,
  ]);
  const table = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
  return new Map([
    ['agreement.yaml', agreement.join('\n')],
    ['plan.csv', table('contributor,source,heading,applied_by,amount (£),provenance', plan)],
    [
      'ledgers/expenditure.csv',
      table('date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note', spent),
    ],
    ['schemes.csv', table('schedule,scheme,name,heading,amount (£)', schemes)],
    ['controls.csv', table('name,figure,expected (£),tolerance (£),place,accepted_because', controls)],
    ['ledgers/activity.csv', table('partner,quarter,baseline,plan,actual', activity)],
  ]);
}
