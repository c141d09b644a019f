import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quarters } from '../../src/agreement/financial-year.js';
import { odsBytes } from '../../src/render/ods.js';
import type { Workbook } from '../../src/workbook/model.js';
import { workingWorkbook } from '../../src/workbook/working.js';
import { written } from '../property/fund-files.js';
import { smallFunds } from '../property/small-fund.js';
import { counted } from '../support/counted.js';
import { fixture } from '../support/fund-folder.js';
import { needs } from '../support/programs.js';
import { converted, differencesFrom, recalculated, withCells, withWrongResults } from '../support/recalculated.js';
import { workedFrom } from './funds.js';

const illustrative = fixture('kent-2015-16-illustrative');
const limit = { timeout: 600_000 };

describe('LibreOffice works every formula out to what the statement says', limit, () => {
  needs('soffice');

  test('both fixtures, each quarter', async () => {
    const workbooks = new Map<string, Workbook>();
    for (const [name, folder] of [
      ['plan', fixture('kent-2015-16')],
      ['year', illustrative],
    ] as const) {
      for (const asAt of [undefined, ...quarters]) {
        workbooks.set(`${name}-${asAt ?? 'last'}`, workingWorkbook(await workedFrom(folder, { asAt })));
      }
    }
    await holds(workbooks);
  });

  test('the OpenDocument form too', async () => {
    const workbook = workingWorkbook(await workedFrom(illustrative, { asAt: 'Q2' }));
    const values = await converted(new Map([['year.ods', odsBytes(withWrongResults(workbook))]]));
    expect(differencesFrom(workbook, values.get('year')).slice(0, 40)).toEqual([]);
  });

  test('twenty generated funds', async () => {
    const workbooks = new Map<string, Workbook>();
    const funds = fc.sample(smallFunds, { seed: 20_151_127, numRuns: 20 });
    for (const [index, fund] of funds.entries()) {
      workbooks.set(`fund-${index + 1}`, workingWorkbook(await workedFrom((await written(fund)).path)));
    }
    await holds(workbooks);
  });

  test('a posting that is changed moves the totals, and the workbook says that it differs', async () => {
    const workbook = workingWorkbook(await workedFrom(illustrative, { asAt: 'Q2' }));
    let changed = 0;
    const other = withCells(workbook, (cell, sheet) => {
      const { content } = cell;
      if (sheet !== 'Postings' || content.kind !== 'number' || content.shape !== 'pounds' || changed > 3000)
        return cell;
      changed += 1;
      return changed === 3000 ? { ...cell, content: { ...content, exact: '987654.32' } } : cell;
    });
    const values = (await recalculated(new Map([['changed', other]]))).get('changed');
    const differing = differencesFrom(workbook, values);
    expect(differing.filter((line) => line.startsWith('Flow of funds')).join('\n')).toContain('DIFFERS');
    expect(differing.filter((line) => line.startsWith('Trial balance')).join('\n')).toContain('DIFFERS');
    const cover = differing.filter((line) => line.startsWith('Cover')).join('\n');
    expect(cover).toContain('figures are not what bcf said');
    expect(cover).toContain('books have postings that do not add up to nil');
  });

  test('a fund of more postings than are listed has them summed by account and month', async () => {
    const whole = workingWorkbook(await workedFrom(illustrative, { asAt: 'Q3' }));
    const summed = workingWorkbook(await workedFrom(illustrative, { asAt: 'Q3', mostPostings: 100 }));
    const lengthOf = ({ sheets }: Workbook) => sheets.find(({ name }) => name === 'Postings')?.rows.length ?? 0;
    expect(lengthOf(summed)).toBeLessThan(lengthOf(whole));
    expect(JSON.stringify(summed)).toContain('summed here by account, book, quarter and month');
    await holds(new Map([['summed', summed]]));
  });
});

async function holds(workbooks: ReadonlyMap<string, Workbook>): Promise<void> {
  const values = await recalculated(workbooks);
  const differing = [...workbooks].flatMap(([name, workbook]) =>
    differencesFrom(workbook, values.get(name)).map((line) => `${name}: ${line}`),
  );
  expect(differing.slice(0, 40)).toEqual([]);
  counted(
    'formulas worked out anew by LibreOffice',
    [...workbooks.values()].reduce((sum, own) => sum + formulasIn(own), 0),
  );
}

function formulasIn({ sheets }: Workbook): number {
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  return cells.filter((cell) => cell?.content.kind === 'formula').length;
}
