import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { close, verified } from '../support/closing.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';

/** A fund whose first quarter a bcf closed that wrote records of form 2. Of the statement in it nothing is left. */
async function closedInForm2(): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(fileURLToPath(new URL('form-2', import.meta.url)), fund.path, { recursive: true });
  return fund;
}

const spent = 'ledgers/expenditure.csv';
const record = 'closes/0001.json';

describe('a record of form 2, in which each row has its digest', () => {
  test('is verified, whatever git has made of its line ends', async () => {
    const fund = await closedInForm2();
    expect((await verified(fund)).result.conclusion.message).toBe('Verified: Q1 closed and unchanged');
    await fund.write(record, (await fund.read(record)).replaceAll('\n', '\r\n'));
    const { result, diagnostics } = await verified(fund);
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([['BCF2630', record]]);
    expect(result.conclusion.verified).toBe(true);
  });

  test('says what rows of its quarter were, where they are changed, gone or another day’s', async () => {
    const fund = await closedInForm2();
    await fund.edit(spent, 'hill,250,E1', 'hill,251,E1');
    await fund.edit(spent, '2015-05-11', '2015-07-11');
    await fund.edit(spent, '2015-05-13,02B,02B,community,minimum,S2,,200,E4,\n', '');
    const { result } = await verified(fund);
    expect(result.rows.map(({ change, lineAsClosed, was }) => [change, lineAsClosed, was])).toEqual([
      ['changed', 2, '2015-05-10,CC,districts,adaptations,dfg,,hill,250,E1,'],
      ['changed', 3, '2015-05-11,CC,districts,adaptations,dfg,,dale,150,E2,'],
      ['vanished', 5, '2015-05-13,02B,02B,community,minimum,S2,,200,E4,'],
    ]);
  });

  test('is followed by one of the form of today, and both are verified', async () => {
    const fund = await closedInForm2();
    await fund.append(spent, '2015-08-01,01A,CC,social-care,minimum,N1,,400,E5,\n');
    const { stderr, exitCode } = await close(fund, 'Q2', '--with-differences', 'what is late is late');
    expect(exitCode, stderr).toBe(0);
    expect(JSON.parse(await fund.read(record)).formatVersion).toBe(2);
    expect(JSON.parse(await fund.read('closes/0002.json')).formatVersion).toBe(3);
    await fund.append(spent, '2015-11-01,01A,CC,social-care,minimum,N1,,400,E6,\n');
    expect((await verified(fund)).result.conclusion.message).toBe('Verified: Q1, Q2 closed and unchanged');
    await fund.edit(spent, ',400,E3', ',401,E3');
    await fund.edit(spent, ',400,E5', ',401,E5');
    expect((await verified(fund)).result.rows.map(({ quarter, record: by }) => [quarter, by])).toEqual([
      ['Q1', record],
      ['Q2', 'closes/0002.json'],
    ]);
  });
});
