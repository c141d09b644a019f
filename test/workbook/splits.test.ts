import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Figure } from '../../src/figures/figure.js';
import { splitOf } from '../../src/figures/split.js';
import type { Workbook } from '../../src/workbook/model.js';
import { isInCells, Splits } from '../../src/workbook/splits.js';
import { heightsOf, widthsOf } from '../../src/workbook/widths.js';
import { needs } from '../support/programs.js';
import { differencesFrom, recalculated } from '../support/recalculated.js';

/** The most pence, and the most that weights come to, that cells split. */
const [mostPence, mostWeight] = [10n ** 12n - 1n, 5n * 10n ** 11n - 1n];

const pence = fc.oneof(
  fc.bigInt(-mostPence, mostPence),
  fc.bigInt(-999n, 999n),
  fc.constantFrom(mostPence, -mostPence),
);
const weights = fc.oneof(
  fc.array(fc.bigInt(0n, mostWeight / 12n), { minLength: 1, maxLength: 12 }),
  // Equal weights, and those of which each has the same remainder.
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.bigInt(0n, mostWeight / 12n)).map(([of, one]) => Array(of).fill(one)),
  fc.array(fc.bigInt(-2n, 3n), { minLength: 1, maxLength: 12 }),
);

describe('a split in cells', { timeout: 300_000 }, () => {
  needs('soffice');

  test('is to the penny what bcf says, up to the largest amounts and weights that cells hold', async () => {
    const splits = fc
      .sample(fc.tuple(pence, weights), { seed: 15, numRuns: 200 })
      .map(([amount, by]) => splitOfPence(amount, by));
    expect(splits.filter((split) => !isInCells(split))).toEqual([]);
    const workbook = workbookOf(splits);
    const values = await recalculated(new Map([['splits', workbook]]));
    expect(differencesFrom(workbook, values.get('splits')).slice(0, 20)).toEqual([]);
  });

  test('of more digits than cells hold is none', () => {
    expect(isInCells(splitOfPence(mostPence + 1n, [1n, 2n]))).toBe(false);
    expect(isInCells(splitOfPence(-mostPence - 1n, [1n, 2n]))).toBe(false);
    expect(isInCells(splitOfPence(100n, [mostWeight, 1n]))).toBe(false);
  });
});

function splitOfPence(amount: bigint, by: readonly bigint[]) {
  const figures = by.map((weight, at): [string, Figure] => [
    String.fromCharCode(97 + at),
    Figure.stated('money', 'weight', weight),
  ]);
  return splitOf(Figure.stated('money', 'amount', amount), new Map(figures));
}

function workbookOf(of: readonly ReturnType<typeof splitOf>[]): Workbook {
  const splits = new Splits(String);
  for (const split of of) splits.reference(split, 'a');
  const rows = splits.sheet.finished();
  const widths = widthsOf(rows);
  const sheet = { name: splits.sheet.name, rows, widths, heights: heightsOf(rows, widths), isProtected: true };
  return { title: 'Splits', subject: '', purpose: 'working', sheets: [sheet], names: [] };
}
