import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fund } from '../../src/fund/fund.js';
import { openFund } from '../../src/fund/open-fund.js';
import { apportion } from '../../src/statement/apportionment.js';
import type { AskedApportionment } from '../../src/statement/apportionment-asked.js';
import { apportionmentFigures } from '../../src/statement/apportionment-schema.js';
import type { NamedFigure } from '../../src/statement/figure-names.js';
import { explainApportionment } from '../../src/trace/apportionments.js';
import { askedFigure } from '../../src/trace/asked-figure.js';
import { withoutCodes } from '../../src/trace/codes-of-name.js';
import { opened, poundsOf } from '../property/fund-files.js';
import { quarters, smallFunds } from '../property/small-fund.js';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';
import { everyFigure, everyTree } from '../support/traced-trees.js';

async function fundOf(name: string): Promise<Fund> {
  const { fund } = await openFund(fixture(name), name, ['tables']);
  if (fund === undefined) throw new Error(`${name} cannot be read`);
  return fund;
}

/** The fund with a table that says how many people there are in the area of each partner. */
function withPeople(fund: Fund, counts: readonly (readonly [code: string, people: string])[]): Fund {
  const table = {
    code: 'people',
    name: 'People',
    file: 'people.csv',
    unit: 'number' as const,
    columns: ['who', 'people'],
    rows: counts.map((cells, index) => ({ line: index + 2, cells })),
    partners: new Map(counts.map(([code]) => [code, code])),
    place: { file: 'agreement.yaml' },
    partnerPlaces: new Map(),
  };
  return { ...fund, tables: new Map([['people', table]]) };
}

const plain: AskedApportionment = {
  amount: '1500000',
  by: 'contributions',
  among: undefined,
  to: 'penny',
  against: undefined,
};

function figuresOf(fund: Fund, asked: AskedApportionment): NamedFigure[] {
  const { result, diagnostics } = apportion(fund, asked);
  if (result === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return apportionmentFigures(result, asked);
}

/** Every name asks for its apportionment and no other, and the trace of each comes to what it shows. */
function everyName(fund: Fund, asked: AskedApportionment): number {
  const figures = figuresOf(fund, asked);
  for (const { name, unit, amount } of figures) {
    const { node } = askedFigure(name, { fund, asAt: undefined });
    expect(node?.name).toBe(name);
    expect(node && String(node), name).toBe(amount);
    expect(node?.unit, name).toBe(unit);
  }
  const { all } = explainApportionment({ fund, asAt: undefined, codes: withoutCodes(figures[0]?.name ?? '').codes });
  if (all === undefined) throw new Error('it is not explained');
  expect(everyFigure(all)).toBe(figures.length);
  return everyTree(all);
}

describe('every figure of an apportionment has a trace that comes to it', () => {
  test.each<Partial<AskedApportionment>>([
    { among: 'ccgs' },
    { amount: '(1,000.01)', among: 'ccgs' },
    { amount: '0' },
    { amount: '£1,500,000.00', by: 'apportionment', to: '100', against: 'appendix-3[line=Carers]' },
    { amount: 'plan.applied[heading=care-act]', among: 'ccgs', to: '1000' },
    { amount: 'plan.applied[heading=care-act] * 0.5 + plan.applied[partner=09C;heading=schemes]', to: '1000' },
    {
      amount: 'appendix-3[line=Carers][total_000]',
      by: 'appendix-3[line=Enablement]',
      against: 'appendix-3[line=Carers]',
    },
    { amount: '-7000', by: 'locality-spend[amount_000]', to: '1000' },
    { amount: 'agreed.contribution[group=ccgs]', by: 'schedule[heading=care-act]', against: 'appendix-3[line=Carers]' },
    { amount: '1000', against: 'appendix-3[line=Carers]' },
  ])('of the published plan: %o', async (asked) => {
    expect(everyName(await fundOf('kent-2015-16'), { ...plain, ...asked })).toBeGreaterThan(50);
  });

  test.each(['actual.applied[by=KCC]', 'forecast.applied[heading=carers-breaks;to=Q3]', '101404000'])(
    'of the illustrative year: %s',
    async (amount) => {
      expect(everyName(await fundOf('kent-2015-16-illustrative'), { ...plain, amount })).toBeGreaterThan(50);
    },
  );

  test('of generated funds, by what they contribute and by a table with ties in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        smallFunds,
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
        fc.constantFrom('penny' as const, '100' as const, '1000' as const),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }),
        async (small, units, to, people) => {
          const { fund } = await opened(small);
          if (fund === undefined) throw new Error('a generated fund cannot be read');
          const amount = poundsOf(units * { penny: 1n, '100': 10_000n, '1000': 100_000n }[to]);
          const codes = [...fund.agreement.partners.keys()];
          const counts = codes.map((code, index) => [code, `${people[index] ?? 0}.5`] as const);
          for (const by of ['contributions', 'people']) {
            const figures = figuresOf(withPeople(fund, counts), { ...plain, amount, to, by });
            const root = withoutCodes(figures[0]?.name ?? '');
            const { all } = explainApportionment({
              fund: withPeople(fund, counts),
              asAt: undefined,
              codes: root.codes,
            });
            if (all === undefined) throw new Error('it is not explained');
            expect(everyFigure(all)).toBe(figures.length);
          }
        },
      ),
      { seed: 20_150_128, numRuns: 60 },
    );
  });
});

test('weights are in the unit of what is shared by', async () => {
  const fund = await fundOf('kent-2015-16');
  const unitOf = (by: string) => figuresOf(fund, { ...plain, by }).find(({ name }) => name.endsWith('.weight'))?.unit;
  expect([unitOf('contributions'), unitOf('apportionment')]).toEqual(['money', 'percent']);
});

describe('a name asks for its apportionment', () => {
  const kent = fixture('kent-2015-16');

  test.each([
    [
      'as --names lists it',
      'apportion[amount=plan.applied%5Bheading%3Dcare-act%5D;by=contributions;among=ccgs;to=penny]',
    ],
    ['with brackets as they are typed', 'apportion[amount=plan.applied[heading=care-act];by=contributions;among=ccgs]'],
    ['in any order and case', 'Apportion[ by=contributions; AMONG=ccgs; amount=plan.applied[heading=care-act] ]'],
  ])('%s', async (_, root) => {
    const { stdout, stderr } = await bcf(['trace', `${root}.shares[10D].share`, kent]);
    expect(stderr).toBe('');
    expect(stdout).toContain('Swale CCG: share: £257,576.75');
  });

  test.each([
    ['apportion[amount=1500000].total', 'apportion[…]: by must be given'],
    ['apportion.total', 'apportion[…]: amount must be given'],
    ['apportion[amount=1;amount=2;by=contributions].total', 'says amount twice'],
    ['apportion[amount=1;bi=contributions].total', 'there is no code “bi”; did you mean “by”?'],
    ['apportion[amount=1;by=contributions;to=10].total', 'to cannot be “10”: write one of penny, 100, 1000'],
    ['apportion[amount=1;by=contributions;among=ccg].total', 'did you mean “ccgs”?'],
    ['apportion[amount=1;by=apportionmant].total', 'did you mean “apportionment”?'],
    ['apportion[amount=1;by=contributions;to=100].total', '[BCF0015]'],
    ['apportion[amount=1;by=contributions].totl', 'near it: apportion[amount=1;by=contributions;to=penny].total'],
  ])('%s is refused', async (figure, words) => {
    const { stdout, stderr, exitCode } = await bcf(['trace', figure, kent]);
    expect(stderr).toContain(words);
    expect([stdout, exitCode]).toEqual(['', 2]);
  });
});

test('the odd unit of a tie goes to the lower code, and the trace says which it is', async () => {
  const fund = await fundOf('kent-2015-16');
  const counts = ['99J', '09C', '10A'].map((code) => [code, '1'] as const);
  const odd = ['09C', '10A', '99J'].map((partner) => {
    const name = `apportion[amount=0.05;by=people].shares[partner=${partner}].share`;
    const [, part] = askedFigure(name, { fund: withPeople(fund, counts), asAt: undefined }).node?.terms ?? [];
    return [part?.figure.amount, /number \d of \d/.exec(part?.figure.how ?? '')?.[0]];
  });
  expect(odd).toEqual([
    [1n, 'number 1 of 3'],
    [1n, 'number 2 of 3'],
    [0n, 'number 3 of 3'],
  ]);
});

test('--as-at of a trace is the quarter of the figure that is shared', async () => {
  const fund = await fundOf('kent-2015-16-illustrative');
  const name = 'apportion[amount=actual.applied[by=KCC];by=contributions].total';
  const amounts = quarters.map((asAt) => askedFigure(name, { fund, asAt }).node?.amount);
  const written = quarters.map((asAt) => askedFigure('actual.applied[by=KCC]', { fund, asAt }).node?.amount);
  expect(amounts).toEqual(written);
  expect(new Set(amounts).size).toBe(4);
});
