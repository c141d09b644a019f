import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../src/closes/record-schema.js';
import { bcf } from '../support/bcf.js';
import { close, closedYear, closingDays, verified } from '../support/closing.js';
import { FundFolder, fixture } from '../support/fund-folder.js';

const kcc = 'ledgers/expenditure-kcc-q1.csv';

async function record(fund: FundFolder, number: number) {
  return recordSchema.parse(JSON.parse(await fund.read(`closes/000${number}.json`)));
}

function recordsOf(fund: FundFolder): Promise<string[]> {
  return readdir(join(fund.path, 'closes')).catch(() => []);
}

describe('bcf close', () => {
  test('writes one record: who, when, every figure, every row as it stood, and nothing else', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const { stdout, stderr, exitCode } = await close(fund, 'Q1');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(await recordsOf(fund)).toEqual(['0001.json']);
    const { closedWith, result, seal, ...head } = await record(fund, 1);
    expect(stdout).toContain(`Seal, for the minutes: ${seal}\n`);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('Closed: Q1, by A. Smith on 10 July 2015');
    expect(head).toMatchObject({ number: 1, kind: 'closed', what: 'Q1', by: 'A. Smith', on: closingDays.Q1 });
    const statement = await bcf(['reconcile', fixture('kent-2015-16-illustrative'), '--as-at', 'Q1', '--json']);
    expect(result).toEqual(JSON.parse(statement.stdout).result);
    expect(closedWith?.figures.length).toBeGreaterThan(1000);
    expect(closedWith?.ledgers.map(({ path }) => path)).toContain('plan.csv');
    const own = closedWith?.ledgers.find(({ path }) => path === kcc);
    expect(own).toMatchObject({ isWhollyClosed: true, kind: 'expenditure' });
    expect(own?.rows).toHaveLength(69);
  });

  test('writes what its schema says', async () => {
    const fund = await closedYear('Q1');
    const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
      JSON.parse((await bcf(['schema', 'close'])).stdout),
    );
    validate(JSON.parse(await fund.read('closes/0001.json')));
    expect(validate.errors).toBeNull();
  });

  test('gives the same record for the same folder and flags', async () => {
    const [one, other] = [await closedYear('Q1'), await closedYear('Q1')];
    expect(await one.read('closes/0001.json')).toBe(await other.read('closes/0001.json'));
  });

  test('refuses a quarter that does not reconcile, unless it is told why it may', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.edit('plan.csv', '307000', '307001');
    const refused = await close(fund, 'Q1');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr.trimEnd().split('\n').at(-1)).toBe(
      'Not closed: Q1 does not reconcile; put it right, or accept it with --with-differences "why"',
    );
    expect(await recordsOf(fund)).toEqual([]);
    const accepted = await close(fund, 'Q1', '--with-differences', 'the plan is being varied');
    expect(accepted.exitCode).toBe(0);
    const { reason, closedWith } = await record(fund, 1);
    expect(reason).toBe('the plan is being varied');
    expect(closedWith?.findings[0]).toMatchObject({ code: 'BCF2009', file: 'plan.csv', line: 9 });
    expect((await verified(fund)).result.conclusion.verified).toBe(true);
  });

  test('refuses a Q4 whose forecast is not what was spent, until somebody says why: of the year too', async () => {
    const fund = await closedYear('Q1', 'Q2', 'Q3');
    await fund.edit(
      'ledgers/forecast-ccgs.csv',
      'Q4,09C,09C,out-of-hospital,09C-S01,"40,140.27"',
      'Q4,09C,09C,out-of-hospital,09C-S01,"40,141.27"',
    );
    const refused = await close(fund, 'Q4');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('[BCF2304]');
    expect(refused.stderr).toContain('£1.00 more was forecast');
    expect(refused.stderr.trimEnd().split('\n').at(-1)).toContain('Q4 does not reconcile');
    expect(
      (await close(fund, 'Q4', '--with-differences', 'Ashford expected an invoice that never came')).exitCode,
    ).toBe(0);
    expect((await close(fund, 'year')).exitCode).toBe(0);
  });

  test('writes nothing where the files cannot be used', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.edit('plan.csv', 'care-act', 'care-atc');
    const { stderr, exitCode } = await close(fund, 'Q1');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/Could not close: \d errors? in 1 file\. Nothing was changed\.\n$/);
    expect(await recordsOf(fund)).toEqual([]);
  });

  test('refuses a row that could change unseen: a byte that stands for no character', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const bytes = await readFile(join(fund.path, 'ledgers/expenditure-09c.csv'));
    bytes[bytes.indexOf('Block payment')] = 0x9d;
    await fund.write('ledgers/expenditure-09c.csv', bytes);
    const { stderr, exitCode } = await close(fund, 'Q1');
    expect(stderr).toContain('a row of ledgers/expenditure-09c.csv holds a character that its encoding does not have');
    expect(exitCode).toBe(2);
  });

  test.each([
    ['Q2', [], 'Q2 cannot be closed before Q1'],
    ['year', [], 'the year cannot be closed before Q1'],
    ['Q1', ['--reopen', 'no'], 'Q1 cannot be reopened: nothing is closed'],
    ['Q1', ['--on', '2015-06-29'], '--on 2015-06-29 is before 2015-06-30, the last day of Q1'],
    ['Q1', ['--on', '2015-06-31'], '--on “2015-06-31” is no day'],
    ['Q1', ['--on', '10/07/2015'], '--on “10/07/2015” is no day'],
    ['Q1', ['--by', ' '], '--by is blank'],
    ['Q1', ['--by', 'A on 10 July\n  closes/0002.json  Q2'], 'was given with a character that is not seen'],
    ['Q1', ['--by', '\u200b'], 'was given with a character that is not seen'],
    ['Q1', ['--reopen', '\u001b[31m'], 'was given with a character that is not seen (U+001B)'],
    ['Q1', ['--with-differences', ''], '--with-differences is blank'],
  ] as const)('%s %j is refused: %s', async (what, flags, message) => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const { stderr, exitCode } = await close(fund, what, ...flags);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
    expect(await recordsOf(fund)).toEqual([]);
  });

  test('refuses to close on what has moved', async () => {
    const fund = await closedYear('Q1');
    await fund.edit(kcc, '186,483.89', '186,483.98');
    const { stderr, exitCode } = await close(fund, 'Q2', '--with-differences', 'never mind');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('error[BCF2610]');
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('Not closed: what is closed has moved; put it back, or reopen it');
    expect(await recordsOf(fund)).toEqual(['0001.json']);
  });

  test('refuses a second close of the same quarter, and a date before the last record', async () => {
    const fund = await closedYear('Q1', 'Q2');
    expect((await close(fund, 'Q1')).stderr).toContain(
      'Q1 is closed already, by A. Smith on 10 July 2015 (closes/0001.json)',
    );
    expect((await close(fund, 'Q3', '--on', '2015-10-01')).stderr).toContain('--on 2015-10-01 is before 2015-10-12');
  });
});

describe('reopening', () => {
  test('is recorded, and lets the quarter be corrected and closed again', async () => {
    const fund = await closedYear('Q1', 'Q2');
    expect((await close(fund, 'Q1', '--reopen', 'no')).stderr).toContain(
      'only what was closed last can, and that is Q2',
    );
    expect((await close(fund, 'Q2', '--reopen', '09C sent July twice')).exitCode).toBe(0);
    expect(await record(fund, 3)).toMatchObject({ kind: 'reopened', what: 'Q2', reason: '09C sent July twice' });
    await fund.edit('ledgers/expenditure-kcc-q2.csv', '49,688.75', '49,688.76');
    expect((await verified(fund)).result.conclusion.message).toBe('Verified: Q1 closed and unchanged');
    const again = await close(fund, 'Q2', '--with-differences', 'the controls follow');
    expect(again.exitCode, again.stderr).toBe(0);
    const { result } = await verified(fund);
    expect(result.records.map(({ kind, what }) => `${what} ${kind}`)).toEqual([
      'Q1 closed',
      'Q2 closed',
      'Q2 reopened',
      'Q2 closed',
    ]);
    expect(result.conclusion.message).toBe('Verified: Q1, Q2 closed and unchanged');
  });
});

describe('the seal in the minutes', () => {
  test('tells the last record, an earlier one, and one that is not there', async () => {
    const fund = await closedYear('Q1', 'Q2');
    const [first, second] = (await verified(fund)).result.records.map(({ seal }) => seal);
    const last = await verified(fund, '--seal', second ?? '');
    expect(last.result.conclusion.message).toContain('closes/0002.json has the seal given, the last');
    const earlier = await verified(fund, '--seal', (first ?? '').slice(0, 16).toUpperCase());
    expect(earlier.result.conclusion.message).toContain('closes/0001.json has the seal given, with 1 written since');
    await fund.remove('closes/0002.json');
    const cut = await verified(fund, '--seal', second ?? '');
    expect(cut.exitCode).toBe(1);
    expect(cut.result.conclusion).toMatchObject({ verified: false });
    expect((await verified(fund)).exitCode).toBe(0);
    expect((await verified(fund, '--seal', 'abc')).diagnostics.map(({ code }) => code)).toEqual(['BCF0035']);
  });
});

describe('the records', () => {
  test('must be whole, in order and by themselves', async () => {
    const fund = await closedYear('Q1', 'Q2');
    const second = await readFile(join(fund.path, 'closes/0002.json'));
    await fund.write('closes/0001 (copy).json', second);
    expect((await verified(fund)).diagnostics.map(({ code }) => code)).toEqual(['BCF2618']);
    await fund.remove('closes/0001 (copy).json');
    await fund.remove('closes/0001.json');
    const missing = await verified(fund);
    expect(missing.diagnostics.map(({ code }) => code)).toEqual(['BCF2616']);
    await fund.write('closes/0001.json', second);
    expect((await verified(fund)).diagnostics[0]?.message).toContain('it is record 2, under another name');
    expect((await close(fund, 'Q1')).stderr).toContain('Not closed: the records of closes are not what bcf wrote');
  });

  test('what a killed run left behind is not looked at', async () => {
    const fund = await closedYear('Q1');
    await fund.write('closes/.0123456789ab.bcf-tmp', '{ "format"');
    expect((await verified(fund)).diagnostics).toEqual([]);
    expect((await close(fund, 'Q2')).exitCode).toBe(0);
  });
});

describe('the year', () => {
  test('is closed when four quarters are, and the annual return is their sum', async () => {
    const fund = await closedYear('Q1', 'Q2', 'Q3', 'Q4', 'year');
    const { result } = await verified(fund);
    expect(result.conclusion.message).toBe('Verified: Q1, Q2, Q3, Q4, the year closed and unchanged');
    expect((await close(fund, 'Q4', '--reopen', 'no')).stderr).toContain('that is the year');
    expect((await close(fund, 'year')).stderr).toContain('the year is closed already');
    expect((await close(fund, 'year', '--reopen', 'audit')).exitCode).toBe(0);
  });

  test('is refused where a line of the annual return is no longer the sum of the records', async () => {
    const fund = await closedYear('Q1', 'Q2', 'Q3', 'Q4');
    await fund.edit('ledgers/expenditure-kcc-q2.csv', '49,688.75', '49,689.75');
    const { stderr, exitCode } = await close(fund, 'year');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/BCF2623\]: Expenditure by KCC, Q2: the annual return says £.*, a difference of £1\.00/);
    expect(await recordsOf(fund)).toHaveLength(4);
  });
});

describe('an adjustment', () => {
  const header = 'date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note,adjusts\n';
  const row = (reference: string, adjusts: string, date = '2015-07-20') =>
    `${date},09C,KCC,protection-of-social-care,ccg-minimum,09C-S07,,-100.00,${reference},invoice was £100 too high,${adjusts}\n`;

  test('corrects a closed row in an open quarter, and is listed', async () => {
    const fund = await closedYear('Q1');
    await fund.write('ledgers/expenditure-adjustments.csv', header + row('KCC-A1', 'KCC-0001/1'));
    const { result, exitCode } = await verified(fund);
    expect(exitCode).toBe(0);
    expect(result.adjustments).toEqual([
      {
        file: 'ledgers/expenditure-adjustments.csv',
        line: 2,
        quarter: 'Q2',
        body: 'KCC',
        reference: 'KCC-A1',
        adjusts: 'KCC-0001/1',
        adjustsQuarter: 'Q1',
        amount: '-100.00',
      },
    ]);
    const { stdout } = await bcf(['verify', '.'], { cwd: fund.path });
    expect(stdout).toContain(
      'Q1: KCC KCC-0001/1 adjusted in Q2 by KCC-A1, -£100.00 (ledgers/expenditure-adjustments.csv:2)',
    );
  });

  test('of nothing, or of a row of its own quarter, is a fault of the row', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.write(
      'ledgers/expenditure-adjustments.csv',
      header + row('KCC-A1', 'KCC-0001/11') + row('KCC-A2', 'KCC-0001/1', '2015-05-20'),
    );
    const { stderr, exitCode } = await bcf(['reconcile', '.'], { cwd: fund.path });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('expenditure-adjustments.csv:2, column K (adjusts)');
    expect(stderr).toContain('did you mean “KCC-0001/1”?');
    expect(stderr).toContain('“KCC-0001/1” is a row of Q1, which is no earlier quarter');
  });
});
