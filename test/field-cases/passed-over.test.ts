import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { laidOver } from '../support/field-case.js';

const ledger = 'ledgers/expenditure-council.csv';

async function shown(name: string, ...args: readonly string[]): Promise<string> {
  const fund = await laidOver(name);
  const { stdout, stderr, exitCode } = await bcf([...args.slice(0, 1), fund.path, ...args.slice(1)]);
  expect([stderr, exitCode]).toEqual(['', 0]);
  return stdout;
}

describe('lines that are surely no rows are counted on their file’s line, and are no warning', () => {
  test('in check, and not of a fund that has none', async () => {
    expect(await shown('05-footer-text', 'check')).toMatch(
      /\nLines that are no rows, and are not added\n {2}\S+council\.csv +1 row; 1 blank row, 1 line of words, 1 total\n/,
    );
    expect(await shown('11d-header-pound', 'check')).not.toContain('no rows');
  });

  test('in the whole reconciliation', async () => {
    expect(await shown('05-footer-text', 'reconcile', '--full')).toMatch(
      /expenditure-council\.csv +1 row; 1 blank row, /,
    );
  });

  test('with their first lines, what these say, and their money, where all is wanted', async () => {
    const text = await shown('05-footer-text', 'reconcile', '--full', '--verbose');
    const [first = '', ...rest] = text.slice(text.indexOf(ledger)).split('\n');
    expect(first).toMatch(/ 1 row {2}[0-9a-f]{64}$/);
    expect(rest.slice(0, 3).map((line) => line.trim())).toEqual([
      '1 blank row, line 4',
      expect.stringMatching(/^1 line of words, line 5: “.+”$/),
      '1 total, line 3, £1,234.56',
    ]);
  });

  test('in the document', async () => {
    const { inputs } = JSON.parse(await shown('05l-subtotal-then-total', 'check', '--json'));
    expect(inputs.find(({ path }: { path: string }) => path === ledger).passedOver).toEqual([
      { what: 'total', lines: 3, line: 3, amount: expect.any(String) },
    ]);
  });

  test('on the page, without their number', async () => {
    expect(await shown('05l-subtotal-then-total', 'page')).toMatch(/expenditure-council\.csv<\/\w+><td[^>]*>totals</);
  });
});
