import { describe, expect, test } from 'vitest';
import type { SheetCell } from '../../src/workbook/model.js';
import { workingWorkbook } from '../../src/workbook/working.js';
import { fixture } from '../support/fund-folder.js';
import { workedFrom } from './funds.js';

describe.each([
  ['kent-2015-16', undefined],
  ['kent-2015-16-illustrative', 'Q2'],
  ['accruals-2015-16', undefined],
] as const)('the working workbook of %s as at %s', (name, asAt) => {
  const made = workedFrom(fixture(name), { asAt }).then(workingWorkbook);

  test('what a formula says in one line is not cut by the next cell', async () => {
    let seen = 0;
    for (const { name: sheet, rows, widths } of (await made).sheets) {
      for (const cell of rows.flatMap((row) => row.map((one, column) => ({ one, room: widths[column] ?? 0 })))) {
        if (cell.one?.content.kind !== 'verdict') continue;
        seen += 1;
        expect(cell.one.content.text.length, `${sheet}: ${cell.one.content.text}`).toBeLessThanOrEqual(cell.room);
      }
    }
    expect(seen).toBeGreaterThan(50);
  });

  test('the head of a column of figures stands on the right, as they do', async () => {
    let seen = 0;
    for (const { name: sheet, rows } of (await made).sheets) {
      rows.forEach((row, at) => {
        row.forEach((cell, column) => {
          const below = rows[at + 1]?.[column];
          if (cell?.look !== 'header' || !isFigure(below)) return;
          seen += 1;
          expect([sheet, at, column, cell.align]).toEqual([sheet, at, column, 'right']);
        });
      });
    }
    expect(seen).toBeGreaterThan(20);
  });
});

function isFigure(cell: SheetCell | undefined): boolean {
  return cell?.content.kind === 'number' || cell?.content.kind === 'formula';
}
