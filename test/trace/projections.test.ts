import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quarter } from '../../src/agreement/financial-year.js';
import { measuredQuarters } from '../../src/agreement/measured-quarters.js';
import type { Fund } from '../../src/fund/fund.js';
import { openFund } from '../../src/fund/open-fund.js';
import { readAssumptions } from '../../src/statement/assumptions.js';
import type { NamedFigure } from '../../src/statement/figure-names.js';
import { performanceFigures } from '../../src/statement/performance-figures.js';
import { performanceSection } from '../../src/statement/sections.js';
import { withoutCodes } from '../../src/trace/codes-of-name.js';
import type { DocumentFigures } from '../../src/trace/document-figures.js';
import { explainSensitivity, explainWhatIf } from '../../src/trace/projections.js';
import { opened } from '../property/fund-files.js';
import { quarters, type SmallFund, smallFunds } from '../property/small-fund.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { everyFigure, everyTree } from '../support/traced-trees.js';

async function fundOf(name: string): Promise<Fund> {
  const { fund } = await openFund(fixture(name));
  if (fund === undefined) throw new Error(`${name} cannot be read`);
  return fund;
}

/** What `bcf performance` shows of what would be: its figures, without those of what is. */
function shown(fund: Fund, asAt: Quarter | undefined, texts: readonly string[]): NamedFigure[] {
  const { assumptions, faults } = readAssumptions(texts, fund, asAt);
  expect(faults).toEqual([]);
  const { result } = performanceSection(fund, asAt, { assumptions, withSensitivity: texts.length === 0 });
  return performanceFigures(result).filter(({ name }) => /^(what-if|sensitivity)\b/.test(name));
}

/** Every figure that is shown has a trace that comes to it; how many there are. */
function everyProjection(
  fund: Fund,
  asAt: Quarter | undefined,
  texts: readonly string[],
  below: (all: DocumentFigures, names: readonly string[]) => number = everyTree,
): number {
  const figures = shown(fund, asAt, texts);
  const { codes } = withoutCodes(figures[0]?.name ?? '');
  const { all } = texts.length === 0 ? explainSensitivity({ fund, asAt, codes }) : explainWhatIf({ fund, asAt, codes });
  if (all === undefined) throw new Error('nothing is explained');
  const names = figures.map(({ name }) => name);
  for (const { name, amount } of figures) expect(String(all.node(name)), name).toBe(amount);
  expect(below(all, names)).toBeGreaterThanOrEqual(names.length);
  return everyFigure(all, names);
}

describe('every figure of what would be has a trace that comes to it', () => {
  const illustrative = 'kent-2015-16-illustrative';

  test.each(
    quarters
      .slice(0, 3)
      .flatMap((asAt) =>
        [['99J=-2.1%', '*=-3.5%'], ['*=-40'], ['10E=+40', '09C=-100%', '10D=-99999'], ['*=0%']].map(
          (texts) => [asAt, texts] as const,
        ),
      ),
  )('as at %s, %s', async (asAt, texts) => {
    expect(everyProjection(await fundOf(illustrative), asAt, texts)).toBeGreaterThan(7 * 4);
  });

  test('at the year end only what is not reported is assumed', async () => {
    const fund = await FundFolder.copyOf(illustrative);
    await fund.edit('ledgers/activity.csv', '10E,Q2 2015/16,4055,3909,4166', '10E,Q2 2015/16,4055,3909,');
    const { fund: read } = await openFund(fund.path);
    if (read === undefined) throw new Error('the fund cannot be read');
    expect(everyProjection(read, 'Q4', ['*=-2%'])).toBeGreaterThan(70);
  });

  test.each(quarters)('payment against reduction, as at %s', async (asAt) => {
    expect(everyProjection(await fundOf(illustrative), asAt, [])).toBeGreaterThan(15 * 9);
  });

  test('payment against reduction where no admissions are known', async () => {
    expect(everyProjection(await fundOf('kent-2015-16'), undefined, [])).toBe(15 + 7);
  });
});

interface Terms {
  readonly cap: 'planned' | 'annual';
  readonly clawback: boolean;
}

/** A generated fund with admissions, some of them not reported, and terms of its own. */
async function withAdmissions(small: SmallFund, counts: readonly number[], terms: Terms): Promise<Fund | undefined> {
  const { fund } = await opened(small);
  const rule = fund?.agreement.performanceRule;
  if (fund === undefined || rule === undefined) return undefined;
  let next = 0;
  const count = () => counts[next++ % counts.length] ?? 0;
  const activity = small.partners.flatMap(({ code: partner }, index) =>
    measuredQuarters(rule, fund.agreement.year).map(({ measured }, at) => ({
      at: { file: 'activity.csv', line: index * 4 + at + 2 },
      partner,
      quarter: measured,
      baseline: count(),
      plan: count(),
      ...(count() % 5 !== 0 && { actual: count() }),
    })),
  );
  return { ...fund, agreement: { ...fund.agreement, performanceRule: { ...rule, ...terms } }, activity };
}

test('generated funds: plans above the baseline, rises, clawback, quarters that nobody reports', async () => {
  let looked = 0;
  await fc.assert(
    fc.asyncProperty(
      smallFunds.filter(({ performance }) => performance !== undefined),
      fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 60, maxLength: 60 }),
      fc.record({ cap: fc.constantFrom('planned' as const, 'annual' as const), clawback: fc.boolean() }),
      fc.constantFrom(...quarters),
      fc.constantFrom(['*=-3.5%'], ['*=+7'], ['*=-50']),
      async (small, counts, terms, asAt, texts) => {
        const fund = await withAdmissions(small, counts, terms);
        if (fund === undefined) return;
        looked += everyProjection(fund, asAt, [], everyFigure);
        const { faults } = readAssumptions(texts, fund, asAt);
        if (faults.length === 0) looked += everyProjection(fund, asAt, texts, everyFigure);
      },
    ),
    { seed: 20_150_128, numRuns: 40 },
  );
  expect(looked).toBeGreaterThan(3_000);
});

describe('a name asks for its assumptions', () => {
  const fund = fixture('kent-2015-16-illustrative');

  test('which stand in it in short, in the order in which they were asked for', async () => {
    const { stdout } = await bcf([
      'performance',
      fund,
      '--as-at',
      'Q2',
      '--names',
      ...['--what-if', '99J=−2.10%', '--what-if', '10E=40', '--what-if', '*=-3.00%', '--sensitivity'],
    ]);
    const names = stdout.split('\n').flatMap((line) => /^ *-?[\d.]+ {2}(\S+)$/.exec(line)?.[1] ?? []);
    const begin = (word: string) => names.filter((name) => name.startsWith(word)).length;
    expect([begin('what-if[99J=-2.1%;10E=+40;*=-3%].'), begin('sensitivity.')]).toEqual([83, 170]);
    expect(names.length - 83 - 170).toBe(begin('performance.') + begin('checks['));
  });

  test.each([
    'what-if[99J=-2.1%;*=-3.5%].partners[partner=99J].by-year-end.payment',
    'What-If[ 99j = -2.10% ; * = -3.5% ].partners[99J].by-year-end.payment',
  ])('%s', async (name) => {
    const { stdout, stderr } = await bcf(['trace', name, fund, '--as-at', 'Q2']);
    expect(stderr).toBe('');
    expect(stdout).toContain('West Kent CCG: what would be earned by the year end: £1,');
  });

  test.each([
    ['what-if.totals.pot', '[BCF0007]'],
    ['what-if[99J].totals.pot', '[BCF0007]'],
    ['what-if[9XX=-2%].totals.pot', '[BCF0008]'],
    ['what-if[99J=-2%;99J=-3%].totals.pot', 'says 99j twice'],
    ['what-if[99J=-2%].partners[99J].by-year-end.pament', 'near it: what-if[99J=-2%].partners[partner=99J]'],
  ])('%s is refused', async (name, words) => {
    const { stderr, exitCode } = await bcf(['trace', name, fund, '--as-at', 'Q2']);
    expect(stderr).toContain(words);
    expect(exitCode).toBe(2);
  });

  test('where nothing is still to come there is nothing to assume', async () => {
    const { stderr } = await bcf(['trace', 'what-if[*=-2%].totals.pot', fund]);
    expect(stderr).toContain('[BCF0010]');
  });
});
