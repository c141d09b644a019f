import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SheetCell, Workbook } from '../../src/workbook/model.js';
import { namedFigures, workingWorkbook } from '../../src/workbook/working.js';
import { isFixed } from '../../src/workbook/workings.js';
import { written } from '../property/fund-files.js';
import { type SmallFund, smallFunds } from '../property/small-fund.js';
import { needs } from '../support/programs.js';
import { recalculated, type Values, withCells } from '../support/recalculated.js';
import { workedFrom } from './funds.js';

describe('a workbook whose postings are changed', { timeout: 600_000 }, () => {
  needs('soffice');

  test('says what bcf says of a fund whose ledgers are changed so, or that its lines no longer stand', async () => {
    const changed = await changedWorkbooks(16);
    const values = await recalculated(new Map([...changed].map(([name, { workbook }]) => [name, workbook])));
    const found = [...changed].map(([name, one]) => ({ ...one, values: values.get(name) ?? new Map() }));
    const standing = found.filter((one) => saysOfItsLines(one.values) === 'stand as bcf sets them out');
    expect(standing.flatMap(wrongFigures).slice(0, 40)).toEqual([]);
    const movedPennies = standing.filter(({ workbook, values: now }) => oddPennies(workbook) !== oddPenniesIn(now));
    expect(standing.length).toBeGreaterThan(5);
    expect(movedPennies.length).toBeGreaterThan(2);
    expect(found.length).toBeGreaterThan(standing.length);
  });
});

interface Changed {
  /** As bcf made it of the fund, with the postings of the changed one. */
  readonly workbook: Workbook;
  /** What bcf says of the changed fund. */
  readonly says: ReadonlyMap<string, string>;
}

const changes = fc.record({
  fund: smallFunds,
  salt: fc.nat(),
  // A penny or some pounds move odd pence; millions turn over- into underspends.
  pence: fc.constantFrom([1n, 2n, 101n, 12_345n], [1n, 99_999n], [10n ** 9n, 7n * 10n ** 9n]),
});

async function changedWorkbooks(count: number): Promise<Map<string, Changed>> {
  const changed = new Map<string, Changed>();
  for (const [index, one] of fc.sample(changes, { seed: 20_151_128, numRuns: count }).entries()) {
    const before = await workedFrom((await written(one.fund)).path);
    const after = await workedFrom((await written(withOtherAmounts(one))).path);
    const figures = namedFigures(after);
    // What is too large for cells does not move.
    if (figures.some(({ figure }) => figure !== undefined && isFixed(figure))) continue;
    changed.set(`fund-${index}`, {
      workbook: withPostingsOf(workingWorkbook(before), workingWorkbook(after)),
      says: new Map(figures.flatMap(({ name, figure }) => (figure === undefined ? [] : [[name, String(figure)]]))),
    });
  }
  return changed;
}

/** The fund with more in one row of four, so that each row stays a receipt, a payment or a correction. */
function withOtherAmounts({ fund, salt, pence }: typeof changes extends fc.Arbitrary<infer T> ? T : never): SmallFund {
  const more = <R extends { readonly pence: bigint }>(rows: readonly R[]): R[] =>
    rows.map((row, index) =>
      (salt + index * 7) % 4 !== 0 || row.pence <= 0n
        ? row
        : { ...row, pence: row.pence + (pence[(salt + index) % pence.length] ?? 1n) },
    );
  return {
    ...fund,
    receipts: more(fund.receipts),
    spending: more(fund.spending),
    forecasts: more(fund.forecasts),
  };
}

function withPostingsOf(workbook: Workbook, other: Workbook): Workbook {
  const amounts = (of: Workbook) =>
    (of.sheets.find(({ name }) => name === 'Postings')?.rows ?? []).flatMap((row) => row.filter(isAmount));
  const [own, wanted] = [amounts(workbook), amounts(other)];
  expect(wanted).toHaveLength(own.length);
  const changed = new Map(own.map((cell, index) => [cell, wanted[index]]));
  return withCells(workbook, (cell) => changed.get(cell) ?? cell);
}

function isAmount(cell: SheetCell | undefined): cell is SheetCell {
  return cell?.content.kind === 'number' && cell.content.shape === 'pounds';
}

function saysOfItsLines(values: Values): unknown {
  return values.get('Cover')?.find(([label]) => label === 'Its lines')?.[1];
}

function wrongFigures({ values, says }: Changed & { readonly values: Values }): string[] {
  return (values.get('Figures') ?? []).flatMap(([name, , amount]) => {
    const expected = says.get(String(name));
    // The ledgers added up as they were read: the postings may differ from them, and that is said.
    if (expected === undefined || String(name).includes('.rows.')) return [];
    return typeof amount === 'number' && Math.abs(amount - Number(expected)) < 0.004
      ? []
      : [`${String(name)}: ${String(amount)}, not ${expected}`];
  });
}

const [oddColumn, partColumn] = [5, 6];

function oddPennies({ sheets }: Workbook): string {
  const rows = sheets.find(({ name }) => name === 'Splits')?.rows ?? [];
  return rows
    .map((row) => {
      const [odd, part] = [row[oddColumn]?.content, row[partColumn]?.content];
      return odd?.kind === 'formula' && part?.kind === 'formula' ? Number(odd.exact) : '';
    })
    .join();
}

function oddPenniesIn(values: Values): string {
  return (values.get('Splits') ?? []).map((row) => (typeof row[oddColumn] === 'number' ? row[oddColumn] : '')).join();
}
