import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { openFund } from '../../src/fund/open-fund.js';
import { apportion } from '../../src/statement/apportionment.js';
import { apportionmentResultSchema } from '../../src/statement/apportionment-schema.js';
import { penceOf } from '../support/amounts.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { publishedTable } from '../support/published.js';

const kent = fixture('kent-2015-16');
const { fund } = await openFund(kent, kent, ['tables']);
if (fund === undefined) throw new Error('Kent cannot be read');
const read = fund;

type Apportionment = z.output<typeof apportionmentResultSchema>;

interface Asked {
  readonly amount: string;
  readonly by?: string;
  readonly among?: string | undefined;
  readonly to?: 'penny' | '100' | '1000';
  readonly against?: string;
}

function apportioned(asked: Asked): Apportionment {
  const { amount, by = 'contributions', to = 'penny', against } = asked;
  const among = 'among' in asked ? asked.among : 'ccgs';
  const { result, diagnostics } = apportion(read, { amount, by, among, to, against });
  if (result === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return apportionmentResultSchema.parse(result);
}

const sharesOf = ({ shares }: Apportionment) => shares.map(({ share }) => penceOf(share));
const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n);

/** Largest remainder the slow way: one unit at a time to whoever is furthest below its exact share. */
function slowly(total: bigint, weights: readonly { code: string; weight: bigint }[]): bigint[] {
  const all = sum(weights.map(({ weight }) => weight));
  const parts = weights.map(({ weight }) => (total * weight) / all);
  while (sum(parts) < total) {
    const short = weights.map(({ code, weight }, index) => ({
      code,
      index,
      by: total * weight - (parts[index] ?? 0n) * all,
    }));
    const [most] = short.sort((a, b) => (a.by === b.by ? (a.code < b.code ? -1 : 1) : a.by > b.by ? -1 : 1));
    if (most !== undefined) parts[most.index] = (parts[most.index] ?? 0n) + 1n;
  }
  return parts;
}

describe('apportion', () => {
  test('any amount, to the penny, £100 or £000: the shares add up, and are those of the slow way', () => {
    const ccgs = read.agreement.contributions.filter(({ partner }) => partner !== 'KCC');
    const weights = ccgs.map(({ partner: code, amountPence: weight }) => ({ code, weight }));
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.constantFrom('penny' as const, '100' as const, '1000' as const),
        (units, to) => {
          const stepPence = { penny: 1n, '100': 10_000n, '1000': 100_000n }[to];
          const pence = units * stepPence;
          const amount = `${pence / 100n}.${String(pence % 100n).padStart(2, '0')}`;
          const result = apportioned({ amount, to });
          expect(sum(sharesOf(result))).toBe(pence);
          expect(sharesOf(result)).toEqual(slowly(units, weights).map((part) => part * stepPence));
          for (const { exactPence, share, rounding } of result.shares) {
            const [numerator = '0', denominator = '1'] = exactPence.split('/');
            const off = penceOf(share) * BigInt(denominator) - BigInt(numerator);
            expect(off < 0n ? -off : off).toBeLessThan(stepPence * BigInt(denominator));
            // To six places: the sign, and the size as far as it shows.
            const shown = BigInt(rounding.replace('.', '')) * BigInt(denominator);
            const apart = shown - off * 10_000n;
            expect(apart < 0n ? -apart : apart).toBeLessThanOrEqual(BigInt(denominator));
          }
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  test('Appendix 3: £1.5m for carers by the printed percents, against the printed split', () => {
    const result = apportioned({ amount: '1500000', by: 'apportionment', against: 'appendix-3[line=Carers]' });
    const carers = publishedTable('appendix-3-protection-of-social-care.csv').find((row) => row.line === 'Carers');
    const percents = publishedTable('appendix-3-apportionment.csv');
    expect(result.shares.map(({ share }) => share)).toEqual(
      percents.map((row) => `${Number(row.share_percent) * 15_000}.00`),
    );
    expect(result.shares.map(({ published }) => Number(published))).toEqual(
      percents.map((row) => Math.round(Number(carers?.[row.ccg ?? '']) * 1000)),
    );
    expect(result.totals).toEqual({
      weight: '100.00',
      exact: '1500000.000000',
      share: '1500000.00',
      rounding: '0.000000',
      published: '1500000.00',
      difference: '0.00',
    });
    for (const { share, published, difference } of result.shares) {
      expect(penceOf(difference)).toBe(penceOf(share) - penceOf(published));
    }
  });

  test('populations, or any other table of a fund, are weights once it says what it calls the partners', async () => {
    const own = await FundFolder.copyOf('kent-2015-16');
    await own.write('populations.csv', 'district,people\nAshford area,"126,200"\nWest Kent area,"475,000"\n');
    await own.edit(
      'agreement.yaml',
      'tables:\n',
      'tables:\n  - { code: populations, name: Populations, file: populations.csv, unit: number, partners: { 09C: Ashford area, 99J: West Kent area } }\n',
    );
    const { stdout, stderr } = await bcf(['apportion', '1000', own.path, '--by', 'populations', '--json']);
    expect(stderr).toBe('');
    const shares: Apportionment['shares'] = JSON.parse(stdout).result.shares;
    expect(shares.map(({ partner, weight, share }) => [partner, weight, share])).toEqual([
      ['09C', '126200.00', '209.91'],
      ['99J', '475000.00', '790.09'],
    ]);
  });

  test('a figure times a fraction is an amount where it comes to whole pence', async () => {
    expect(apportioned({ amount: 'plan.applied[heading=care-act] * 0.5' }).total).toBe('1783000.00');
    const { stderr } = await bcf(['apportion', 'plan.applied[heading=care-act] / 7', kent, '--by', 'contributions']);
    expect(stderr).toContain('[BCF0014]');
  });

  test('a published split of other partners has no total here, and says who is not in it', () => {
    const result = apportioned({ amount: '1000', among: undefined, against: 'appendix-3[line=Carers]' });
    expect(result.totals).not.toHaveProperty('published');
    expect(result.shares.find(({ partner }) => partner === 'KCC')).not.toHaveProperty('published');
    expect(result.conclusion).toContain('7 of 7 differ from the published split, 1 not in it');
  });

  test('a negative amount is shared as its opposite is', () => {
    const plus = sharesOf(apportioned({ amount: '1000.01' }));
    expect(sharesOf(apportioned({ amount: '(1,000.01)' }))).toEqual(plus.map((pence) => -pence));
  });

  test.each([
    [['1000', '--by', 'apportionmant'], 'did you mean “apportionment”?'],
    [['1000', '--by', 'appendix-3[line=Carer]'], 'did you mean “Carers”?'],
    [['1000', '--by', 'locality-spend[amount_000]', '--against', 'apportionment'], 'cannot be added or compared'],
    [['plan.aplied', '--by', 'contributions'], 'did you mean “plan.applied”?'],
    [['1000', '--by', 'schedule[heading=care-act]'], ''],
    [['1000', '--by', 'contributions + contributions'], 'a number for each partner is asked for'],
  ])('%s is refused or read, never guessed', async (args, words) => {
    const { stderr, exitCode } = await bcf(['apportion', args[0] ?? '', kent, ...args.slice(1)]);
    if (words === '') expect([stderr, exitCode]).toEqual(['', 0]);
    else {
      expect(stderr).toContain(words);
      expect(exitCode).toBe(2);
    }
  });
});
