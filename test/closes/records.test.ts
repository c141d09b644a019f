import { describe, expect, test } from 'vitest';
import { readChain } from '../../src/closes/chain.js';
import { RecordRows } from '../../src/closes/record-rows.js';
import { bcf } from '../support/bcf.js';
import { close, closedYear, verified } from '../support/closing.js';
import type { FundFolder } from '../support/fund-folder.js';
import { sealedText } from '../support/sealed-text.js';

const first = 'closes/0001.json';

/** A record written anew with a seal that fits, as whoever can write to the folder can. */
async function rewrite(fund: FundFolder, change: (record: Record<string, unknown>) => unknown): Promise<void> {
  const { seal: _, ...record } = JSON.parse(await fund.read(first));
  change(record);
  const text = sealedText(record);
  expect(text).not.toBe(await fund.read(first));
  await fund.write(first, text);
}

function closedWithOf(record: Record<string, unknown>) {
  const { closedWith } = record;
  if (typeof closedWith !== 'object' || closedWith === null) throw new Error('it closed nothing');
  return closedWith;
}

test('a record that is changed while rows are read from it is no longer what it was', async () => {
  const fund = await closedYear('Q1');
  const { links } = await readChain(fund.path);
  const [link] = links;
  if (link === undefined) throw new Error('no record');
  for (const [change, isAsItWas] of [
    ['', true],
    [' ', false],
  ] as const) {
    await fund.append(first, change);
    const record = new RecordRows(fund.path, link);
    let rows = 0;
    for (const { section = -1 } of link.ledgers) for await (const piece of record.of(section)) rows += piece.length;
    expect(rows).toBe(link.ledgers.reduce((sum, ledger) => sum + ledger.rows, 0));
    expect(await record.isAsItWas()).toBe(isAsItWas);
  }
  await fund.remove(first);
  const gone = new RecordRows(fund.path, link);
  expect((await gone.of(0).next()).done).toBe(true);
  expect(await gone.isAsItWas()).toBe(false);
});

describe('a record that was written anew, with a seal that fits', () => {
  test.each<[string, (record: Record<string, unknown>) => unknown, string]>([
    [
      'a figure that is no amount',
      (record) => Object.assign(closedWithOf(record), { figures: [['plan.applied', 'money', 'a lot']] }),
      'figures.0 is a figure without an amount',
    ],
    [
      'a figure of no unit',
      (record) => Object.assign(closedWithOf(record), { figures: [['plan.applied', 'pounds', '1.00']] }),
      'figures.0.1',
    ],
    [
      'a line of the return that is no amount',
      (record) => Object.assign(closedWithOf(record), { returnToDate: [{ code: 'a', label: 'A', toDate: '1e9' }] }),
      'returnToDate.0.toDate',
    ],
    [
      'rows that are none',
      (record) => Object.assign(closedWithOf(record), { ledgers: [{ rows: [[1, 2]] }] }),
      'ledgers.0',
    ],
    ['nothing closed', (record) => Object.assign(record, { closedWith: undefined }), 'the whole'],
  ])('with %s is a finding, and can be reopened', async (_what, change, problem) => {
    const fund = await closedYear('Q1');
    await rewrite(fund, change);
    const { diagnostics, exitCode, result } = await verified(fund);
    expect(exitCode).toBe(1);
    expect(diagnostics).toMatchObject([{ code: 'BCF2632', file: first }]);
    expect(diagnostics[0]?.message).toContain(problem);
    expect(result.conclusion.message).toBe('Not verified: the records of closes are not as they were written');
    expect((await close(fund, 'Q2')).stderr).toContain('Not closed: what is closed has moved');
    const reopened = await close(fund, 'Q1', '--reopen', 'the record was written anew', '--on', '2015-07-20');
    expect(reopened.exitCode, reopened.stderr).toBe(0);
    expect((await verified(fund)).result.conclusion.verified).toBe(true);
    expect((await close(fund, 'Q1', '--on', '2015-07-21')).exitCode).toBe(0);
    expect((await verified(fund)).result.conclusion.message).toBe('Verified: Q1 closed and unchanged');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a day that there is not', { on: '2015-13-40' }, 'on is no day'],
    ['a year that there is not', { year: '2015/99' }, 'year is no financial year'],
    ['a quarter that there is not', { what: 'Q5' }, 'what is not what it should be'],
    ['a form that there is not', { formatVersion: 1 }, 'formatVersion is a form of record that this bcf does not read'],
    ['a quarter that is not the next', { what: 'Q3' }, 'it says that Q3 was closed, which was not its turn'],
  ])('of %s is none', async (_what, changed, problem) => {
    const fund = await closedYear('Q1');
    await rewrite(fund, (record) => Object.assign(record, changed));
    const { diagnostics, exitCode } = await verified(fund);
    expect(exitCode).toBe(1);
    expect(diagnostics).toMatchObject([{ code: 'BCF2615', file: first }]);
    expect(diagnostics[0]?.message).toContain(problem);
  });

  test.each([
    ['fund', { fund: 'Another fund' }, 'this record is of Another fund, 2015/16'],
    ['year', { year: '2014/15' }, ', 2014/15, and the fund is '],
  ])('of another %s is named so, and nothing is held against it', async (_what, changed, message) => {
    const fund = await closedYear('Q1');
    await rewrite(fund, (record) => Object.assign(record, changed));
    const { diagnostics, exitCode } = await verified(fund);
    expect(exitCode).toBe(1);
    expect(diagnostics).toMatchObject([{ code: 'BCF2633', file: first }]);
    expect(diagnostics[0]?.message).toContain(message);
    expect((await close(fund, 'Q2')).stderr).toContain('Not closed: the records of closes are another fund’s');
  });

  test('writes no line and no escape of its own to the terminal', async () => {
    const fund = await closedYear('Q1');
    const evil = 'x\u001b[31m\nVerified: all\u2028\u202e::error::';
    await rewrite(fund, (record) => {
      Object.assign(record, { by: evil, reason: evil });
      const figures = [[`${evil}.plan`, 'money', '1.00']];
      const returnToDate = [{ code: evil, label: evil, toDate: '1.00' }];
      Object.assign(closedWithOf(record), { figures, returnToDate, conclusion: evil });
    });
    await fund.edit('ledgers/expenditure-kcc-q1.csv', '186,483.89', '186,484.89');
    for (const command of ['verify', 'reconcile', 'check']) {
      const { stdout, stderr } = await bcf([command, '.'], { cwd: fund.path });
      const raw = `${stdout}${stderr}`.match(/[^\P{Cc}\n]|\p{Cf}|\p{Zl}|\p{Zp}|^Verified: all/gmu);
      expect(raw, command).toBeNull();
    }
  });
});
