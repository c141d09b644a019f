import { describe, expect, test } from 'vitest';
import { FundFolder } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';

const head = {
  contributions: 'date,partner,source,heading,amount (£),reference,note,pool',
  expenditure: 'date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note',
  virements: 'date,schedule,from,to,amount (£),approved_by,reference',
  balances: 'as_at,body,counterparty,receivable (£),payable (£)',
  plan: 'contributor,source,heading,applied_by,amount (£),provenance',
};

/** North pays 800 and South 400; the council spends social care and each CCG its own schemes. */
const agreement = (
  parts: { sources?: string; contributions?: string; rules?: string; pools?: string } = {},
) => `fund: { name: Small, year: 2015/16 }
unit: pounds
partners:
  - { code: CC, scheme: local, name: Council, kind: county-council }
  - { code: 01A, scheme: ods, name: North, kind: ccg }
  - { code: 02B, scheme: ods, name: South, kind: ccg }
groups:
  - { code: ccgs, name: CCGs, members: [01A, 02B] }
instalments:
  - { quarter: Q1, due: 2015-04-01, percent: 25 }
  - { quarter: Q2, due: 2015-07-01, percent: 25 }
  - { quarter: Q3, due: 2015-10-01, percent: 25 }
  - { quarter: Q4, due: 2016-01-01, percent: 25 }
pools:
  - { code: main, name: Main, host: CC }
sources:
  - { code: minimum, name: CCG minimum, nature: revenue }
${parts.sources ?? ''}headings:
  - { code: social, name: Social care, nature: revenue, applied_by: CC, allocation: 400 }
  - { code: schemes, name: Schemes, nature: revenue, applied_by: ccgs, allocation: 800 }
contributions:
  - { partner: 01A, source: minimum, amount: 800 }
${parts.contributions ?? '  - { partner: 02B, source: minimum, amount: 400 }\n'}rules:
  - { id: balance, kind: balance, clause: para 1 }
  - { id: fair, kind: variance, clause: para 2, policy: responsible-body }
${parts.rules ?? ''}`;

const plan = `${head.plan}
01A,minimum,schemes,01A,800,stated
02B,minimum,social,CC,400,stated
`;
const receipts = `${head.contributions}
2015-04-01,01A,minimum,,800,R1,,
2015-04-01,02B,minimum,,400,R2,,
`;

async function settled(files: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const fund = await FundFolder.of({ 'agreement.yaml': agreement(), 'plan.csv': plan, ...files });
  const { document, stderr, exitCode } = await reconciledJson(fund.path, ...flags);
  if (document.result === undefined) throw new Error(stderr);
  const { settlement, variances, contributions } = document.result;
  const nets = Object.fromEntries(settlement?.partners.map(({ partner, net }) => [partner, net]) ?? []);
  return { nets, settlement, variances, contributions, exitCode, codes: document.diagnostics.map(({ code }) => code) };
}

describe('R5: what virements move is due out to the body that gets it', () => {
  test('to a heading that the schedule has no plan for', async () => {
    const { nets, variances } = await settled({
      'ledgers/contributions.csv': receipts,
      'ledgers/virements.csv': `${head.virements}\n2015-05-01,01A,schemes,social,300,Board,V1\n`,
      'ledgers/expenditure.csv': `${head.expenditure}
2016-01-10,01A,01A,schemes,minimum,,,500,E1,
2016-01-10,01A,CC,social,minimum,,,300,E2,
2016-01-10,02B,CC,social,minimum,,,400,E3,
`,
    });
    expect(
      variances.map(({ schedule, heading, virements, variance }) => [schedule, heading, virements, variance]),
    ).toEqual([
      ['01A', 'social', '300.00', '0.00'],
      ['02B', 'social', '0.00', '0.00'],
      ['01A', 'schemes', '-300.00', '0.00'],
    ]);
    expect(nets).toEqual({ CC: '0.00', '01A': '0.00', '02B': '0.00' });
  });

  test('and a line that has nothing but a virement wants a forecast too', async () => {
    const { variances, codes } = await settled(
      {
        'ledgers/contributions.csv': receipts,
        'ledgers/virements.csv': `${head.virements}\n2015-05-01,01A,schemes,social,300,Board,V1\n`,
        'ledgers/forecast.csv':
          'as_at,schedule,applied_by,heading,scheme,amount (£)\nQ1,01A,01A,schemes,,500\nQ1,02B,CC,social,,400\n',
      },
      '--as-at',
      'Q1',
    );
    expect(variances.map(({ direction }) => direction)).toEqual(['not-known', 'none', 'none']);
    expect(codes).toContain('BCF2008');
  });

  test('falls on one of several bodies only, though none is planned', async () => {
    const { variances } = await settled({
      'ledgers/contributions.csv': receipts,
      'ledgers/virements.csv': `${head.virements}\n2015-05-01,01A,schemes,social,40,Board,V1\n`,
      'ledgers/expenditure.csv': `${head.expenditure}
2016-03-10,01A,01A,social,minimum,,,20,E1,
2016-03-10,01A,CC,social,minimum,,,20,E2,
`,
    });
    const own = variances.filter(({ schedule, heading }) => schedule === '01A' && heading === 'social');
    expect(own.map(({ appliedBy, virements, variance }) => [appliedBy, virements, variance])).toEqual([
      ['01A', '0.00', '20.00'],
      ['CC', '40.00', '-20.00'],
    ]);
  });

  test('on a schedule whose headings are planned from two sources, as much as the sources together', async () => {
    const { nets } = await settled({
      'agreement.yaml': agreement({
        sources: '  - { code: extra, name: Additional, nature: revenue }\n',
        contributions:
          '  - { partner: 02B, source: minimum, amount: 300 }\n  - { partner: 02B, source: extra, amount: 100 }\n',
      }),
      'plan.csv': `${head.plan}
01A,minimum,schemes,01A,800,stated
02B,minimum,social,CC,300,stated
02B,extra,social,CC,100,stated
`,
      'ledgers/contributions.csv': `${head.contributions}
2015-04-01,01A,minimum,,800,R1,,
2015-04-01,02B,minimum,,300,R2,,
2015-04-01,02B,extra,,100,R3,,
`,
      'ledgers/virements.csv': `${head.virements}\n2015-05-01,02B,social,schemes,250,Board,V1\n`,
      'ledgers/expenditure.csv': `${head.expenditure}
2016-01-10,01A,01A,schemes,minimum,,,800,E1,
2016-01-10,02B,CC,social,minimum,,,150,E2,
2016-01-10,02B,02B,schemes,minimum,,,150,E3,
2016-01-10,02B,02B,schemes,extra,,,100,E4,
`,
    });
    expect(nets).toEqual({ CC: '0.00', '01A': '0.00', '02B': '0.00' });
  });
});

describe('R5: arrears', () => {
  test('are named before anything has come', async () => {
    const later = receipts.replaceAll('2015-04-01', '2015-07-02');
    const { codes, settlement } = await settled(
      { 'ledgers/contributions.csv': later, 'ledgers/expenditure.csv': `${head.expenditure}\n` },
      '--as-at',
      'Q1',
    );
    // Like is grouped with like: one warning for both, which fell due on one day.
    expect(codes.filter((code) => code === 'BCF2401')).toHaveLength(1);
    expect(settlement?.partners.map(({ partner, net }) => [partner, net])).toEqual([
      ['CC', '-100.00'],
      ['01A', '0.00'],
      ['02B', '100.00'],
    ]);
  });

  test('there are none of what is given in kind', async () => {
    const { contributions, codes, nets } = await settled(
      {
        'agreement.yaml': agreement({
          sources: '  - { code: rooms, name: Rooms, nature: revenue, form: in-kind }\n',
          contributions: '  - { partner: 02B, source: rooms, amount: 400 }\n',
        }),
        'plan.csv': plan.replace('02B,minimum', '02B,rooms'),
        'ledgers/contributions.csv': `${head.contributions}\n2015-04-01,01A,minimum,,800,R1,,\n`,
        'ledgers/expenditure.csv': `${head.expenditure}\n`,
      },
      '--as-at',
      'Q4',
    );
    expect(contributions.map(({ partner, inKind, outstanding }) => [partner, inKind, outstanding])).toEqual([
      ['01A', false, '0.00'],
      ['02B', true, '0.00'],
    ]);
    expect(codes).not.toContain('BCF2401');
    expect(nets['02B']).toBe('0.00');
  });
});

test('R5: performance money of a source in kind settles too', async () => {
  const rules = '  - { id: pay, kind: performance-payment, clause: para 3, heading: social }\n';
  const { settlement } = await settled(
    {
      'agreement.yaml': agreement({
        sources: '  - { code: rooms, name: Rooms, nature: revenue, form: in-kind }\n',
        contributions: '  - { partner: 02B, source: rooms, amount: 400 }\n',
        rules,
      }),
      'plan.csv': plan.replace('02B,minimum', '02B,rooms'),
      'ledgers/contributions.csv': `${head.contributions}\n2015-04-01,02B,rooms,social,40,R1,,\n`,
      'ledgers/expenditure.csv': `${head.expenditure}\n`,
    },
    '--as-at',
    'Q4',
  );
  expect(settlement?.difference).toBe('0.00');
});

describe('R5: balances of two bodies that host a pool each', () => {
  test('are what each owes the other’s pool, and are not set off', async () => {
    const { exitCode, settlement } = await settled({
      'agreement.yaml': agreement({ contributions: '  - { partner: 02B, source: minimum, pool: main, amount: 400 }\n' })
        .replace('host: CC }\n', 'host: CC }\n  - { code: second, name: Second, host: 01A }\n')
        .replace('applied_by: CC, allocation: 400', 'applied_by: CC, pool: main, allocation: 400')
        .replace('applied_by: ccgs, allocation: 800', 'applied_by: CC, pool: second, allocation: 800')
        .replace('source: minimum, amount: 800', 'source: minimum, pool: second, amount: 800')
        .replace('rules:\n', '  - { partner: CC, source: minimum, pool: second, amount: 0 }\nrules:\n'),
      'plan.csv': plan.replace('schemes,01A', 'schemes,CC'),
      'ledgers/contributions.csv': `${head.contributions}
2015-04-01,01A,minimum,,800,R1,,second
2015-04-01,02B,minimum,,400,R2,,main
`,
      'ledgers/expenditure.csv': `${head.expenditure}
2016-01-10,02B,01A,social,minimum,,,100,E1,
2016-01-10,02B,CC,social,minimum,,,300,E2,
2016-01-10,01A,CC,schemes,minimum,,,830,E3,
`,
      'ledgers/balances.csv': `${head.balances}\nQ4,01A,CC,30,100\nQ4,CC,01A,100,30\n`,
    });
    expect(settlement?.pairs).toMatchObject([{ one: 'CC', other: '01A', agreed: true }]);
    expect(exitCode).toBe(0);
  });
});
