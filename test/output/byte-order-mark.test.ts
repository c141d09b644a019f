import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withMark } from '../../src/commands/byte-order-mark.js';
import { bcf } from '../support/bcf.js';
import { fixture, temporaryFolder } from '../support/fund-folder.js';

const kent = fixture('kent-2015-16');
const mark = '\uFEFF';

describe('a CSV file begins with a byte order mark where Excel needs one', () => {
  test.each([
    [[], true],
    [['--bom'], true],
    [['--no-bom'], false],
  ])('%j', async (flags, isMarked) => {
    const path = join(await temporaryFolder(), 'kent.csv');
    await bcf(['reconcile', kent, '--output', path, ...flags]);
    const text = await readFile(path, 'utf8');
    expect([text.startsWith(mark), text.startsWith(`${mark}${mark}`)]).toEqual([isMarked, false]);
  });

  test('a pipe never has one', async () => {
    const { stdout } = await bcf(['reconcile', kent, '--format', 'csv', '--bom']);
    expect(stdout.startsWith('table,')).toBe(true);
  });

  test('ASCII needs none, and no other form has one', () => {
    const toFile = { isToFile: true, bom: undefined };
    expect(withMark('a,b\n1,2\n', { format: 'csv', ...toFile })).toBe('a,b\n1,2\n');
    expect(withMark('£', { format: 'text', ...toFile })).toBe('£');
    expect(withMark('a,b\n', { format: 'csv', isToFile: true, bom: true })).toBe(`${mark}a,b\n`);
  });
});
