import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { odsBytes } from '../../src/render/ods.js';
import { openFormula } from '../../src/render/open-formula.js';
import { xlsxBytes } from '../../src/render/xlsx.js';
import { publicationWorkbook } from '../../src/workbook/publication.js';
import { namedFigures, workingWorkbook } from '../../src/workbook/working.js';
import { bcf } from '../support/bcf.js';
import { partsOf } from '../support/forms/spreadsheet.js';
import { fixture, temporaryFolder } from '../support/fund-folder.js';
import { workedFrom } from './funds.js';

const illustrative = fixture('kent-2015-16-illustrative');
const limit = { timeout: 120_000 };

describe('the files', limit, () => {
  test('each part of each form is well-formed XML, and the same each time', async () => {
    const worked = await workedFrom(illustrative, { asAt: 'Q2' });
    for (const workbook of [workingWorkbook(worked), publicationWorkbook(worked)]) {
      for (const write of [xlsxBytes, odsBytes]) {
        const bytes = await write(workbook);
        for (const [name, text] of partsOf(bytes)) {
          if (name === 'mimetype') continue;
          const parser = new SaxesParser({ xmlns: true });
          parser.on('error', (error) => {
            throw new Error(`${name}: ${error.message}`);
          });
          parser.write(text).close();
        }
        expect(hashOf(await write(workbook))).toBe(hashOf(bytes));
      }
    }
  });

  test('each figure of the statement stands in the XLSX to the penny, with a formula', async () => {
    const worked = await workedFrom(illustrative, { asAt: 'Q3' });
    const { sheets } = await readXlsx(await xlsxBytes(workingWorkbook(worked)));
    const rows = sheets.find(({ name }) => name === 'Figures')?.rows ?? [];
    const found = new Map(rows.map(([name, , amount]) => [name, amount]));
    const named = namedFigures(worked).filter(({ figure }) => figure !== undefined);
    expect(named.length).toBeGreaterThan(2000);
    for (const { name, amount } of named) expect([name, found.get(name)]).toEqual([name, Number(amount)]);
  });

  test('the command writes either form whole, by the ending of its file, and refuses others', async () => {
    const folder = await temporaryFolder();
    for (const [file, first] of [
      ['q2.xlsx', 'PK'],
      ['q2.ods', 'PK'],
    ] as const) {
      const path = join(folder, file);
      expect((await bcf(['workbook', illustrative, '--as-at', 'Q2', '--output', path])).stdout).toBe('');
      expect((await readFile(path)).toString('latin1').startsWith(first)).toBe(true);
    }
    const refused = await bcf(['workbook', illustrative, '--output', join(folder, 'q2.csv')]);
    expect(refused.stderr).toContain('BCF0071');
    expect(refused.exitCode).toBe(2);
  });
});

describe('a formula as OpenDocument has it', () => {
  test.each([
    ["SUM(A1:A9,'Flow of funds'!C7)-1", "of:=SUM([.A1:.A9];['Flow of funds'.C7])-1"],
    [
      'IF(COUNTIF(Figures!$F$1:$F$9,"A1, B2")=0,Price_of_one,B2)',
      'of:=IF(COUNTIF([Figures.$F$1:.$F$9];"A1, B2")=0;Price_of_one;[.B2])',
    ],
    ["INDEX('Trial balance'!$B$1:$B$9,1)", "of:=INDEX(['Trial balance'.$B$1:.$B$9];1)"],
  ])('%s', (formula, expected) => {
    expect(openFormula(formula)).toBe(expected);
  });
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
