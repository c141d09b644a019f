import { describe, expect, test } from 'vitest';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';
import { twoPools } from '../support/two-pools.js';

/** Two pools with a host each; the council spends both. £30 over in the first, £10 under and £60 over in the second. */
const agreement = (rules: string) => `${twoPools}rules:
  - { id: balance, kind: balance, clause: para 1 }
  - { id: each-its-own, kind: variance, clause: para 2, policy: responsible-body }
${rules}`;

async function fundWith(rules: string) {
  const south = { plan: '02B,minimum,beds,CC,200,stated', spent: '2016-03-01,02B,CC,beds,minimum,,,260,E3,' };
  const folder = await folderWith(agreement(rules), south);
  return statementOf(folder.path);
}

/** `south`: what South plans and spends. */
async function folderWith(text: string, south: { readonly plan: string; readonly spent: string }) {
  const folder = new FundFolder(await temporaryFolder());
  await folder.write('agreement.yaml', text);
  await folder.write(
    'plan.csv',
    `contributor,source,heading,applied_by,amount (£),provenance
01A,minimum,care,CC,100,stated
01A,minimum,beds,CC,100,stated
${south.plan}
`,
  );
  await folder.write(
    'ledgers/contributions.csv',
    `date,partner,source,heading,amount (£),reference,note
2015-04-01,01A,minimum,care,100,R1,
2015-04-01,01A,minimum,beds,100,R2,
2015-04-01,02B,minimum,beds,200,R3,
`,
  );
  await folder.write(
    'ledgers/expenditure.csv',
    `date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note
2016-03-01,01A,CC,care,minimum,,,130,E1,
2016-03-01,01A,CC,beds,minimum,,,90,E2,
${south.spent}
`,
  );
  return folder;
}

const second = (policy: string) => `  - { id: second, kind: variance, clause: para 3, pool: second, ${policy} }\n`;

/** Who bears each line of the second pool. */
const cases: readonly (readonly [policy: string, under: Record<string, string>, over: Record<string, string>])[] = [
  ['policy: responsible-body', { CC: '-10.00' }, { CC: '60.00' }],
  ['policy: equal', { '01A': '-5.00', '02B': '-5.00' }, { '01A': '30.00', '02B': '30.00' }],
  [
    'policy: equal, among: [CC, 01A, 02B]',
    { CC: '-3.33', '01A': '-3.34', '02B': '-3.33' },
    { CC: '20.00', '01A': '20.00', '02B': '20.00' },
  ],
  ['policy: pro-rata', { '01A': '-3.33', '02B': '-6.67' }, { '01A': '20.00', '02B': '40.00' }],
  [
    'policy: fixed-shares, shares: [{ partner: CC, percent: 25 }, { partner: 02B, percent: 75 }]',
    { CC: '-2.50', '02B': '-7.50' },
    { CC: '15.00', '02B': '45.00' },
  ],
  ['policy: lead-commissioner', { '01A': '-10.00' }, { '01A': '60.00' }],
  ['policy: lead-commissioner, lead: 02B', { '02B': '-10.00' }, { '02B': '60.00' }],
  [
    'policy: capped, limit: 30, shared_by: equal',
    { '01A': '-5.00', '02B': '-5.00' },
    { '01A': '45.00', '02B': '15.00' },
  ],
  [
    'policy: capped, limit: 30, lead: CC',
    { '01A': '-3.33', '02B': '-6.67' },
    { '01A': '10.00', '02B': '20.00', CC: '30.00' },
  ],
];

describe('R4 by agreement: a pool’s own rule goes before the one for all', () => {
  test.each(cases)('%s', async (policy, under, over) => {
    const { variances, varianceTotals, settlement } = await fundWith(second(policy));
    const bearers = variances.map(({ borneBy }) =>
      Object.fromEntries(borneBy.map(({ partner, amount }) => [partner, amount])),
    );
    expect(bearers).toEqual([{ CC: '30.00' }, under, over]);
    expect(variances.map(({ clause }) => clause)).toEqual(['para 2', 'para 3', 'para 3']);
    expect(varianceTotals.variance).toBe('80.00');
    expect(settlement?.difference).toBe('0.00');
  });

  test('at the year end the settlement carries what is shared, and the host what is its own', async () => {
    const { settlement } = await fundWith(second('policy: equal'));
    const lines = settlement?.partners.map(({ pool, partner, varianceShared, net }) => [
      pool,
      partner,
      varianceShared,
      net,
    ]);
    expect(lines).toEqual([
      ['main', 'CC', '0.00', '30.00'],
      ['main', '01A', '0.00', '0.00'],
      // The council spent £50 more than the pool had; North and South bear it half and half.
      ['second', 'CC', '-50.00', '0.00'],
      ['second', '01A', '25.00', '25.00'],
      ['second', '02B', '25.00', '25.00'],
    ]);
    expect(settlement?.hosts.map(({ host, held }) => [host, held])).toEqual([
      ['CC', '-30.00'],
      ['01A', '-50.00'],
    ]);
  });

  test('a heading’s rule goes before its pool’s', async () => {
    const own =
      '  - { id: beds, kind: variance, clause: para 4, heading: beds, policy: lead-commissioner, lead: CC }\n';
    const { variances } = await fundWith(second('policy: equal') + own);
    expect(variances.map(({ clause }) => clause)).toEqual(['para 2', 'para 4', 'para 4']);
  });

  test('a share pro rata weighs no ring-fenced and no capital money, unless the agreement says all', async () => {
    // South keeps 150 of its 200 behind a fence, and adds a capital grant of 300: 50 of it is at risk, beside North’s 100.
    const rules = (weigh: string) => `${second(`policy: pro-rata${weigh}`)}
  - { id: wards-fence, kind: ring-fence, clause: para 5, heading: wards }
`;
    const withMore = (text: string) =>
      text
        .replace('\nheadings:', '\n  - { code: grant, name: Grant, nature: capital }\nheadings:')
        .replace('rules:', '  - { partner: 02B, source: grant, pool: second, amount: 300 }\nrules:')
        .replace(
          'allocation: 300 }',
          'allocation: 150 }\n  - { code: wards, name: Wards, nature: revenue, pool: second, applied_by: 02B, allocation: 150 }\n  - { code: lifts, name: Lifts, nature: capital, pool: second, applied_by: 02B, allocation: 300 }',
        );
    const bearersOf = async (weigh: string) => {
      const folder = await folderWith(withMore(agreement(rules(weigh))), {
        plan: '02B,minimum,beds,CC,50,stated\n02B,minimum,wards,02B,150,stated\n02B,grant,lifts,02B,300,stated',
        spent:
          '2016-03-01,02B,CC,beds,minimum,,,200,E3,\n2016-03-01,02B,02B,wards,minimum,,,150,E4,\n2016-03-01,02B,02B,lifts,grant,,,300,E5,',
      });
      const { variances } = await statementOf(folder.path);
      const beds = variances.find(({ heading, schedule }) => heading === 'beds' && schedule === '02B');
      return [beds?.why, Object.fromEntries(beds?.borneBy.map(({ partner, amount }) => [partner, amount]) ?? [])];
    };
    expect(await bearersOf('')).toEqual([
      'shared in proportion to money at risk, to pay: North £100.00, South £50.00',
      { '01A': '100.00', '02B': '50.00' },
    ]);
    expect(await bearersOf(', weigh: all')).toEqual([
      'shared in proportion to contributions, to pay: North £25.00, South £125.00',
      { '01A': '25.00', '02B': '125.00' },
    ]);
  });

  test('ring-fenced money is held by its own body, whatever is declared', async () => {
    const fence = '  - { id: beds-fence, kind: ring-fence, clause: para 5, heading: beds }\n';
    const { variances } = await fundWith(second('policy: equal') + fence);
    expect(variances.filter(({ heading }) => heading === 'beds').map(({ policy, clause }) => [policy, clause])).toEqual(
      [
        ['responsible-body', 'para 5'],
        ['responsible-body', 'para 5'],
      ],
    );
  });
});
