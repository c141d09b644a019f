import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bcf, transcript } from '../support/bcf.js';
import { close, closedYear } from '../support/closing.js';
import { FundFolder } from '../support/fund-folder.js';

const goldens = fileURLToPath(new URL('../golden', import.meta.url));

/** A seal follows from every figure of the statement; what it is belongs to no golden. */
function withoutSeals(text: string): string {
  return text.replace(/\b[0-9a-f]{64}\b/g, '(64 digits)').replace(/\b[0-9a-f]{16}\b/g, '(16 digits)');
}

async function golden(name: string, command: string, fund: FundFolder): Promise<void> {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const ran = await bcf(words.slice(1), { cwd: fund.path, environment: {} });
  await expect(withoutSeals(transcript(command, ran))).toMatchFileSnapshot(`${goldens}/${name}.txt`);
}

describe('what bcf close and bcf verify print, whole', () => {
  test('a close', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await golden('close-q1', 'bcf close Q1 . --by "A. Smith, head of finance" --on 2015-07-10', fund);
  });

  test('a close that is refused, and one with differences', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.edit('plan.csv', '307000', '307001');
    await golden('close-refused', 'bcf close Q1 . --by "A. Smith" --on 2015-07-10', fund);
    const why = '--with-differences "the plan is being varied"';
    await golden('close-with-differences', `bcf close Q1 . --by "A. Smith" --on 2015-07-10 ${why}`, fund);
  });

  test('a reopening', async () => {
    const fund = await closedYear('Q1');
    const why = '--reopen "09C sent June twice"';
    await golden('close-reopen', `bcf close Q1 . --by "A. Smith" --on 2015-07-20 ${why}`, fund);
    await golden('verify-reopened', 'bcf verify .', fund);
  });

  test('a verification that finds nothing, and one that does', async () => {
    const fund = await closedYear('Q1', 'Q2');
    await golden('verify-clean', 'bcf verify .', fund);
    await fund.edit('ledgers/expenditure-kcc-q1.csv', '186,483.89', '186,484.89');
    await golden('verify-tampered', 'bcf verify .', fund);
    await golden('verify-markdown', 'bcf verify . --format markdown', fund);
    await golden('verify-csv', 'bcf verify . --format csv', fund);
    await golden('check-tampered', 'bcf check . --as-at Q2', fund);
  });

  test('the annual return of a year, with the closed one before it beside it', async () => {
    const years = await FundFolder.copyOf('kent-year-end');
    const lastYear = new FundFolder(join(years.path, '2015-16'));
    for (const what of ['Q1', 'Q2', 'Q3', 'Q4', 'year'] as const) {
      const { stderr, exitCode } = await close(lastYear, what);
      expect(exitCode, stderr).toBe(0);
    }
    await golden('year-end-annual', 'bcf report annual 2016-17 --last-year 2015-16', years);
  });

  test('a fund in which nothing is closed', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await golden('verify-nothing', 'bcf verify .', fund);
  });
});
