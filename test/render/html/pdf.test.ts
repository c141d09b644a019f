import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bcf } from '../../support/bcf.js';
import { FundFolder, fixture, temporaryFolder } from '../../support/fund-folder.js';
import { needs } from '../../support/programs.js';

needs('chromium');

test('bcf page --output q2.pdf is a tagged PDF, on A4, of a few sheets', { timeout: 120_000 }, async () => {
  const folder = await temporaryFolder();
  const { stdout, exitCode } = await bcf([
    'page',
    fixture('kent-2015-16-illustrative'),
    '--as-at',
    'Q2',
    '--output',
    join(folder, 'q2.pdf'),
    '--browser',
    'chromium',
  ]);
  expect([stdout, exitCode]).toEqual(['', 0]);
  const pdf = await readFile(join(folder, 'q2.pdf'), 'latin1');
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
  expect([...pdf.matchAll(/\/Type \/Page\b(?!s)/g)].length).toBeLessThan(20);
});

test('a PDF is never written over a file that the fund reads', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16');
  for (const file of ['agreement.yaml', 'plan.csv', 'published/schedule.csv']) {
    const before = await fund.read(file);
    const { exitCode, stderr } = await bcf(['page', '.', '--pdf', '--output', file], { cwd: fund.path });
    expect([file, exitCode, await fund.read(file)]).toEqual([file, 2, before]);
    expect(stderr).toMatch(/BCF0005|BCF0070/);
  }
});
