import { describe, expect, test } from 'vitest';
import { close, verified } from '../support/closing.js';
import { fieldFund } from '../support/field-fund.js';
import type { FundFolder } from '../support/fund-folder.js';

const file = 'ledgers/expenditure-gl.csv';
const map = 'maps/gl.csv';
const rows = [
  'Posting date,Cost centre,Document,Line,Text,Debit,Credit',
  '12-Jun-15,40312,510001,1,"Home care, June","1,200.00",',
  '12-Jun-15,40312,510001,2,Home care,34.56,',
  '16-Jun-15,40315,510003,1,credit,,20.00',
  '02-Jul-15,40315,510004,1,July,5.00,',
  ',,,,Total,1239.56,20.00',
];
const description = [
  `files: ${file}`,
  'unit: pounds',
  'columns: { date: Posting date, amount: { debit: Debit, credit: Credit }, reference: [Document, Line], note: Text }',
  'constants: { schedule: ICB1, applied_by: COUNCIL, source: nhs-minimum }',
  `map: { heading: { by: Cost centre, table: ${map} } }`,
];

/** A fund whose expenditure is a described export, closed up to the first quarter. */
async function closedExport(): Promise<FundFolder> {
  const fund = await fieldFund(description, {
    [file]: `${rows.join('\r\n')}\r\n`,
    [map]: 'Cost centre,heading\n40312,adult-social-care\n40315,adult-social-care\n',
  });
  const { exitCode, stderr } = await close(fund, 'Q1', '--with-differences', 'nothing has come in yet');
  expect(exitCode, stderr).toBe(0);
  return fund;
}

/** What is said of the closed rows of a fund, by code and line. */
async function saidOf(fund: FundFolder) {
  const { result, diagnostics } = await verified(fund);
  const said = diagnostics.flatMap(({ code, line }) => (code.startsWith('BCF26') ? [`${code} ${line ?? '-'}`] : []));
  return { said, rows: result.rows, isVerified: result.conclusion.verified };
}

describe('a closed row of a described export is closed by what it says', () => {
  test('nothing has moved', async () => {
    expect(await saidOf(await closedExport())).toEqual({ said: [], rows: [], isVerified: true });
  });

  test('the record holds what the rows said, in our columns', async () => {
    const fund = await closedExport();
    const { closedWith } = JSON.parse(await fund.read('closes/0001.json'));
    const ledger = closedWith.ledgers.find(({ path }: { path: string }) => path === file);
    expect(ledger.isDescribed).toBe(true);
    expect(ledger.header).toBe('date,schedule,applied_by,heading,source,amount,reference,note');
    expect(ledger.rows).toEqual([
      [2, '12-Jun-15,ICB1,COUNCIL,adult-social-care,nhs-minimum,1200,510001/1,"Home care, June"'],
      [3, '12-Jun-15,ICB1,COUNCIL,adult-social-care,nhs-minimum,34.56,510001/2,Home care'],
      [4, '16-Jun-15,ICB1,COUNCIL,adult-social-care,nhs-minimum,-20,510003/1,credit'],
    ]);
  });

  test('rows of an open quarter, other spellings and a column more change nothing', async () => {
    const fund = await closedExport();
    await fund.write(
      file,
      `${rows
        .slice(0, 5)
        .map((row, nth) => `${row},${nth === 0 ? 'Period' : 'P3'}`)
        .join('\n')
        .replace('"1,200.00"', '1200.00')}\n03-Jul-15,40312,510009,1,new,7.00,,P4\n`,
    );
    const { said, isVerified } = await saidOf(fund);
    expect(isVerified).toBe(true);
    expect(said).toEqual(['BCF2630 -']);
  });

  test('a title above the header changes nothing', async () => {
    const fund = await closedExport();
    await fund.write(file, `Council ledger\r\nRun on 1 August\r\n${await fund.read(file)}`);
    const { rows: changes, isVerified } = await saidOf(fund);
    expect([changes, isVerified]).toEqual([[], true]);
  });

  test('an amount that moves from debit to credit is named', async () => {
    const fund = await closedExport();
    await fund.edit(file, 'Home care,34.56,', 'Home care,,34.56');
    const { said, rows: changes } = await saidOf(fund);
    expect(said).toContain('BCF2610 3');
    expect(changes).toMatchObject([{ change: 'changed', line: 3, was: expect.stringContaining(',34.56,') }]);
  });

  test('so is a map that gives a closed row another heading, and one that says the same is not', async () => {
    const fund = await closedExport();
    await fund.write(map, 'Cost centre,heading\n40310-40319,adult-social-care\n');
    expect((await saidOf(fund)).rows).toEqual([]);
    await fund.write(map, 'Cost centre,heading\n40312,adult-social-care\n40315,out-of-hospital\n');
    const { rows: changes, isVerified } = await saidOf(fund);
    expect(isVerified).toBe(false);
    expect(changes).toMatchObject([{ change: 'changed', line: 4, was: expect.stringContaining('adult-social-care') }]);
  });

  test('so is an entry that reads it otherwise', async () => {
    const fund = await closedExport();
    await fund.edit('agreement.yaml', 'schedule: ICB1, applied_by', 'schedule: ICB2, applied_by');
    const { said, isVerified } = await saidOf(fund);
    expect(isVerified).toBe(false);
    expect(said.filter((code) => code.startsWith('BCF2610') || code.startsWith('BCF2613'))).not.toEqual([]);
  });

  test('where the agreement cannot be used, nobody says that rows have changed', async () => {
    const fund = await closedExport();
    await fund.edit('agreement.yaml', 'policy: responsible-body', 'policy: nobody');
    const { said } = await saidOf(fund);
    expect(said.filter((code) => code.startsWith('BCF2617'))).toHaveLength(1);
    expect(said.filter((code) => code.startsWith('BCF2610'))).toEqual([]);
  });
});
