import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { CellValue } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fieldFund, openedField } from '../support/field-fund.js';
import { day, glHeader, putWorkbook, sheetFund } from '../support/workbook-fund.js';

const table = 'maps/council.xlsx';

/** What is said of three rows by a table of codes that is a sheet of a workbook. */
async function saidBy(lines: CellValue[][]): Promise<string[]> {
  const fund = await fieldFund(
    [
      'files: ledgers/gl-*.csv',
      'unit: pounds',
      'constants: { schedule: ICB1, applied_by: COUNCIL, source: nhs-minimum }',
      `map: { heading: { by: [Centre, Account], table: ${table} } }`,
    ],
    {
      'ledgers/gl-june.csv':
        'Date,Reference,Centre,Account,Amount\n12/06/2015,R1,100,3020,5.00\n13/06/2015,R2,00200,3020,7.00\n14/06/2015,R3,300,3020,9.50\n',
    },
  );
  await putWorkbook(fund, table, [{ name: 'Codes', rows: [['Centre', 'Account', 'heading'], ...lines] }]);
  const { diagnostics } = await openedField(fund);
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe('a table of codes that is a workbook has rows, on a sheet', () => {
  test('of a code that two of them are for, that none is for, that differs by noughts, or that is not filled in', async () => {
    const heading = 'adult-social-care';
    expect(
      await saidBy([
        ['100', '*', heading],
        ['*', '3020', heading],
        ['200', '3020', heading],
        ['300', '3020', ''],
      ]),
    ).toEqual([
      `BCF3062 rows 2 and 3 of ${table}, sheet Codes are for 100, 3020 alike: 1 row, £5.00, could be either`,
      `BCF3077 00200, 3020 is not in ${table}, sheet Codes, but differs from row 4 by noughts before it alone: 1 row, £7.00, waits for it`,
      `BCF3061 row 5 of ${table}, sheet Codes does not say yet what 300, 3020 is with us: 1 row, £9.50, waits for it`,
    ]);
  });

  test('of a code that stands twice', async () => {
    expect(
      await saidBy([
        ['100', '3020', 'adult-social-care'],
        ['100', '3020', 'out-of-hospital'],
      ]),
    ).toContain('BCF3067 100, 3020 has a row already: row 2');
  });
});

test('a row of a sheet that is none of its ledger is called a row', async () => {
  const { path } = await sheetFund([glHeader, [day(6, 12), 'D1', 5, 'Home care']]);
  const { stderr } = await bcf(['trace', '--from', 'ledgers/gl.xlsx:1', path]);
  expect(stderr).toContain('row 1 of ledgers/gl.xlsx, sheet GL, is no row of its ledger');
});

test('a workbook with macros is read where it is declared, beside the agreement too', async () => {
  const fund = await sheetFund([glHeader, [day(6, 12), 'D1', 5, 'Home care']], { file: 'gl.xlsx' });
  await rename(join(fund.path, 'gl.xlsx'), join(fund.path, 'gl.xlsm'));
  await fund.edit('agreement.yaml', 'files: ledgers/gl*', 'files: gl.xlsm');
  const { said, spentPence } = await openedField(fund);
  expect([said, spentPence]).toEqual([[], 500n]);
});

test('a damaged workbook is no CSV file that is to be exported again', async () => {
  const fund = await sheetFund([glHeader, [day(6, 12), 'D1', 5, 'Home care']]);
  await fund.write('ledgers/gl.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]));
  const { diagnostics } = await openedField(fund);
  expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
    [
      'this is a workbook or a zip file that was cut off or damaged, which cannot be read as it is',
      'open it in Excel or LibreOffice and save it as a workbook (.xlsx or .ods), or ask who sent it to do so',
    ],
  ]);
});
