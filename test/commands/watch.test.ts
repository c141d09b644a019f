import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parsePage, runPage } from '../../src/commands/page.js';
import { plainStyle } from '../../src/render/style.js';
import { FundFolder } from '../support/fund-folder.js';

const world = {
  version: '0.0.0-test',
  isTerminal: false,
  stdoutStyle: plainStyle(),
  stderrStyle: plainStyle(),
  fileStyle: plainStyle(),
};

test('--watch draws the page again when a file of the fund has changed, and leaves it where the fund cannot be read', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16');
  const page = () => readFile(join(fund.path, 'page.html'), 'utf8');
  const options = parsePage('.', { output: 'page.html', watch: true });
  const first = await runPage(options, { ...world, cwd: fund.path });
  expect(first.stderr).toContain('page.html is drawn; it is drawn again when a file of . changes.');
  expect(await page()).not.toContain('Kent Renamed Fund');

  // The page itself stands in the folder, and is no change of it.
  await fund.edit('agreement.yaml', 'Kent Better Care Fund', 'Kent Renamed Fund');
  const second = await first.next?.();
  expect(second?.exitCode).toBe(0);
  expect(await page()).toContain('Kent Renamed Fund');

  const { mtimeMs } = await stat(join(fund.path, 'page.html'));
  await fund.edit('plan.csv', 'care-act', 'care-atc');
  const third = await second?.next?.();
  expect([third?.exitCode, third?.stderr.includes('page.html is as it was')]).toEqual([2, true]);
  expect((await stat(join(fund.path, 'page.html'))).mtimeMs).toBe(mtimeMs);

  await fund.edit('plan.csv', 'care-atc', 'care-act');
  expect((await third?.next?.())?.exitCode).toBe(0);
});
