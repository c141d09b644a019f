import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { odsBytes } from '../../src/render/ods.js';
import { openFormula } from '../../src/render/open-formula.js';
import { xlsxBytes } from '../../src/render/xlsx.js';
import { publicationWorkbook } from '../../src/workbook/publication.js';
import { namedFigures, workingWorkbook } from '../../src/workbook/working.js';
import { bcf } from '../support/bcf.js';
import { fixture, temporaryFolder } from '../support/fund-folder.js';
import { workedFrom } from './funds.js';

const illustrative = fixture('kent-2015-16-illustrative');
const limit = { timeout: 120_000 };

/** The parts of a zip that holds no more than it says. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + packed);
    parts.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

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
