import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

const widths = [60, 80, 100, 120, 160] as const;
const papers = ['pro-forma', 'quarterly', 'annual', 'dfg', 'return', 'aggregate'];
const funds: Readonly<Record<string, readonly string[]>> = {
  'kent-2015-16': ['reconcile', 'reconcile --verbose', 'performance', 'variance', 'settle', 'check', 'check --verbose'],
  'kent-2015-16-illustrative': [
    'diff --as-at Q4 --all',
    ...['reconcile', 'performance', 'variance', 'settle', 'check'].flatMap((name) => [
      `${name} --as-at Q2`,
      `${name} --as-at Q4 --verbose`,
    ]),
    'performance --as-at Q2 --sensitivity --what-if 99J=-2.1%',
    'diff --as-at Q2',
    'diff --by partner --as-at Q3',
    'verify',
    ...papers.map((paper) => `report ${paper} --as-at Q3`),
  ],
};

describe.each(widths)('at %s columns', (width) => {
  const all = Object.entries(funds).flatMap(([fund, commands]) => commands.map((command) => [fund, command] as const));
  test.each(all)('%s: %s has no longer line', async (fund, command) => {
    const [name = '', ...options] = command.split(' ');
    const paper = name === 'report' ? [options.shift() ?? ''] : [];
    const ran = await bcf(['--width', String(width), name, ...paper, fixture(fund), ...options]);
    const lines = (ran.stdout + ran.stderr).split('\n');
    expect(lines.length).toBeGreaterThan(3);
    // A seal or a name is there to be copied, and stands on a line of its own.
    const isOneWord = (line: string) => !line.trim().includes(' ');
    expect(lines.filter((line) => [...line].length > width && !isOneWord(line))).toEqual([]);
  });
});
