import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { FundFolder } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';

const bodies = ['QAA', 'QBB', 'QCC'];

/** Three NHS commissioners pay in and spend £1m each; the first is forecast to spend £300,000 more. */
function threeBodies(policy: string, locality: (code: string) => string = () => ''): Promise<FundFolder> {
  const each = (line: (code: string) => string) => bodies.map(line).join('\n');
  return FundFolder.of({
    'agreement.yaml': `fund: { name: Three, year: 2024/25 }
unit: pounds
partners:
  - { code: CC, scheme: local, name: Council, kind: county-council }
${each((code) => `  - { code: ${code}, scheme: ods, name: NHS ${code}, kind: icb${locality(code) && `, locality: ${locality(code)}`} }`)}
${locality('QAA') === '' ? '' : `localities:\n${each((code) => `  - { code: ${locality(code)}, name: ${locality(code)} }`)}`}
groups: [{ code: icbs, name: ICBs, members: [${bodies.join(', ')}] }]
pools: [{ code: main, name: Main, host: CC }]
sources: [{ code: minimum, name: NHS minimum, nature: revenue }]
headings: [{ code: care, name: Care, nature: revenue, pool: main, applied_by: icbs, allocation: 3000000 }]
contributions:
${each((code) => `  - { partner: ${code}, source: minimum, pool: main, amount: 1000000 }`)}
rules:
  - { id: balance, kind: balance, clause: para 1 }
  - { id: variance, kind: variance, clause: para 2, ${policy} }
`,
    'plan.csv': `contributor,source,heading,applied_by,amount (£),provenance
${each((code) => `${code},minimum,care,${code},1000000,stated`)}
`,
    'ledgers/forecast.csv': `as_at,schedule,applied_by,heading,scheme,amount (£)
${each((code) => `Q2,${code},${code},care,,${code === 'QAA' ? 1_300_000 : 1_000_000}`)}
`,
  });
}

const proof = /nil proves that no/;

describe('who bears what another body applied, with localities and without', () => {
  test('shared equally, two bodies pay £100,000 each of another’s £300,000: it is on others', async () => {
    const fund = await threeBodies('policy: equal');
    const { varianceTotals } = await statementOf(fund.path);
    const [whole] = varianceTotals.byLocality;
    expect(whole).toMatchObject({ variance: '300000.00', byItsOwn: '100000.00', byOthers: '200000.00' });
    expect(whole?.schedules.map(({ byOthers }) => byOthers)).toEqual(['200000.00', '0.00', '0.00']);
    for (const args of [['variance'], ['reconcile', '--full'], ['report', 'quarterly']]) {
      const { stdout } = await bcf([...args, '.'], { cwd: fund.path });
      expect(stdout).toContain('Variances by whose money it is, and on whom they fall');
      expect(stdout).toMatch(/Whole area +300,000\.00 +0\.00 +300,000\.00 +100,000\.00 +200,000\.00/);
      expect(stdout).not.toMatch(proof);
    }
  });

  test.each(['equal', 'pro-rata', 'lead-commissioner', 'capped, limit: 90000'])(
    '%s: with localities of their own, the same is on others',
    async (policy) => {
      const without = await statementOf((await threeBodies(`policy: ${policy}`)).path);
      const within = await statementOf((await threeBodies(`policy: ${policy}`, (code) => `L-${code}`)).path);
      const others = (statement: typeof within) =>
        statement.varianceTotals.byLocality.flatMap(({ schedules }) =>
          schedules.map(({ schedule, byItsOwn, byOthers }) => [schedule, byItsOwn, byOthers]),
        );
      expect(others(within)).toEqual(others(without));
      expect(within.varianceTotals.byLocality[0]?.byOthers).not.toBe('0.00');
    },
  );

  test.each([false, true])(
    'each its own (localities: %s): nothing is on others, and that is proved',
    async (isLocal) => {
      const fund = await threeBodies('policy: responsible-body', isLocal ? (code) => `L-${code}` : undefined);
      const { varianceTotals } = await statementOf(fund.path);
      expect(varianceTotals.byLocality[0]).toMatchObject({ byItsOwn: '300000.00', byOthers: '0.00' });
      const { stdout } = await bcf(['variance', '.'], { cwd: fund.path });
      expect(stdout).toMatch(
        isLocal ? /no locality, and no CCG, bears another’s/ : /nil proves that no body bears another’s/,
      );
    },
  );
});
