import { spawnSync } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openedField } from '../support/field-fund.js';
import { temporaryFolder } from '../support/fund-folder.js';
import { needs } from '../support/programs.js';
import { day, glFund, glHeader, sheetFund } from '../support/workbook-fund.js';

const rowsOf = (net: number, count = 1) =>
  Array.from({ length: count }, (_, nth) => [day(6, 12), `D${nth}`, net, 'Home care']);
const formatted = (numFmt: string, net: number, count = 1) =>
  new Map(rowsOf(net, count).map((_, nth) => [`${nth + 1},2`, { value: net, style: { numFmt } }]));

describe('a number that its format shows in thousands or millions is named, and never booked', () => {
  test.each(['#,##0,', '0.0,,"m"', '#,##0,"k"', '#,##0.0,;(#,##0.0,)', '[Red]0,', '£#,##0,_);(£#,##0,)', '0,.00'])(
    '%s',
    async (numFmt) => {
      const fund = await sheetFund([glHeader, ...rowsOf(500_000)], { cells: formatted(numFmt, 500_000) });
      const { said, spentPence, diagnostics } = await openedField(fund);
      expect([said, spentPence]).toEqual([['BCF3047 ledgers/gl.xlsx:2'], undefined]);
      expect(diagnostics[0]?.message).toContain('C2 of sheet “GL”');
    },
  );

  test.each([
    '#,##0',
    '#,##0.00',
    '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
    '0"," ',
    '0\\,',
    '#,##0_,',
    '[$£-809]#,##0',
  ])('any other format is: %s', async (numFmt) => {
    const fund = await sheetFund([glHeader, ...rowsOf(500_000)], { cells: formatted(numFmt, 500_000) });
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 50_000_000n]);
  });

  test.each([
    ['#,##0,', 500_000, 'BCF3047', 1],
    ['0.0,,"m"', 500_000, 'BCF3047', 3],
    ['#,##0,;(#,##0,)', -500_000, 'BCF3047', 1],
    ['0%', 0.5, 'BCF3209', 3],
  ])(
    'as LibreOffice keeps it in .ods: %s',
    async (numFmt, net, code, count) => {
      needs('soffice');
      const folder = await temporaryFolder();
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const from = await sheetFund([glHeader, ...rowsOf(net, count)], { cells: formatted(numFmt, net, count) });
      const to = ['--headless', profile, '--convert-to', 'ods', '--outdir', folder, join(from.path, 'ledgers/gl.xlsx')];
      expect(spawnSync('soffice', to).status).toBe(0);
      const fund = await glFund();
      await copyFile(join(folder, 'gl.ods'), join(fund.path, 'ledgers/gl.ods'));
      const { said, spentPence } = await openedField(fund);
      expect([said[0], spentPence]).toEqual([`${code} ledgers/gl.ods:2`, undefined]);
    },
    120_000,
  );
});
