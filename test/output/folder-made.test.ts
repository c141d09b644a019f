import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { glFund } from '../support/gl-fund.js';

const text =
  'Posting date,Document no,Line,Cost centre,Narrative,Supplier,Status,Debit,Credit\n14-Jun-15,1,1,40312,Care,,Posted,1.00,\n';

test('an output is written into a folder that is not there yet, and nothing else is left beside it', async () => {
  const fund = await glFund({ 'gl-june.csv': text });
  const before = await readdir(fund.path);
  const { stderr, exitCode } = await bcf(['map', 'gl-june.csv', '.', '--output', 'maps/council.csv'], {
    cwd: fund.path,
  });
  expect([stderr, exitCode]).toEqual(['The folder maps was not there, and has been made.\n1 code: 1 row, £1.00\n', 0]);
  expect(await fund.read('maps/council.csv')).toContain('40312');
  expect((await readdir(fund.path)).sort()).toEqual([...before, 'maps'].sort());
  const deep = await bcf(['map', 'gl-june.csv', '.', '--output', 'papers/2015/june.txt'], { cwd: fund.path });
  expect(deep.stderr).toContain('The folder papers was not there');
  expect(await readdir(`${fund.path}/papers/2015`)).toEqual(['june.txt']);
});

test('no folder is made where nothing may be written, or where a fund is read from it', async () => {
  const fund = await glFund({ 'gl-june.csv': text });
  const before = await readdir(fund.path);
  for (const path of ['ledgers/new/x.csv', 'closes/x.csv', 'gl-june.csv/x.csv']) {
    const { stderr, exitCode } = await bcf(['map', 'gl-june.csv', '.', '--output', path], { cwd: fund.path });
    expect([path, stderr.includes('BCF0005'), exitCode]).toEqual([path, true, 2]);
  }
  expect((await readdir(fund.path)).sort()).toEqual(before.sort());
});
