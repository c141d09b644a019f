import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Quarter, quarters } from '../../src/agreement/financial-year.js';
import { close, verified } from '../support/closing.js';
import { FundFolder, fixture } from '../support/fund-folder.js';

const ledgers = join(fixture('kent-2015-16-illustrative'), 'ledgers');
const paidIn: Readonly<Record<string, Quarter>> = {
  'Q4 2014/15': 'Q1',
  'Q1 2015/16': 'Q2',
  'Q2 2015/16': 'Q3',
  'Q3 2015/16': 'Q4',
};

/** The quarter that a line of a ledger says it is of; a header is of none. */
function quarterOfLine(line: string): Quarter | undefined {
  const asAt = quarters.find((quarter) => line.startsWith(`${quarter},`) || line.startsWith(`${quarter}\t`));
  const [, day, iso] = /(?:^|\D)(?:\d\d\/(\d\d)\/\d{4}|\d{4}-(\d\d)-\d\d)(?:\D|$)/.exec(line) ?? [];
  const month = Number(day ?? iso ?? 0);
  return asAt ?? (month === 0 ? undefined : quarters[(Math.floor((month - 1) / 3) + 3) % 4]);
}

/** The ledgers as they were at the end of a quarter: later rows had not come, later admissions were not reported. */
async function ledgersAsAt(fund: FundFolder, quarter: Quarter): Promise<void> {
  for (const name of await readdir(ledgers)) {
    const bytes = await readFile(join(ledgers, name));
    const encoding = bytes[0] === 0xff ? 'utf16le' : 'latin1';
    const lines = bytes.toString(encoding).split('\n');
    let isKept = true;
    const kept = lines.flatMap((line) => {
      const measured = Object.keys(paidIn).find((one) => line.includes(`,${one},`));
      if (measured !== undefined && (paidIn[measured] ?? 'Q4') > quarter) return [line.replace(/,\d*(\r?)$/, ',$1')];
      const own = quarterOfLine(line);
      // A line without a day goes on with the row before it.
      if (own !== undefined) isKept = own <= quarter;
      return isKept || line.replaceAll('\0', '').trim() === '' ? [line] : [];
    });
    await writeFile(join(fund.path, 'ledgers', name), kept.join('\n'), encoding);
  }
}

test('a year that comes quarter by quarter is closed quarter by quarter, and nothing that is closed moves', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  for (const quarter of quarters) {
    await ledgersAsAt(fund, quarter);
    const { stderr, exitCode } = await close(fund, quarter, '--with-differences', 'what is late is late');
    expect(exitCode, stderr).toBe(0);
  }
  await cp(ledgers, join(fund.path, 'ledgers'), { recursive: true });
  const { result, diagnostics } = await verified(fund);
  expect(diagnostics).toEqual([]);
  expect(result.conclusion.message).toBe('Verified: Q1, Q2, Q3, Q4 closed and unchanged');
  expect((await close(fund, 'year')).exitCode).toBe(0);
});
