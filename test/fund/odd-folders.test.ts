import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { FundFolder } from '../support/fund-folder.js';

describe('a fund folder that is not as it should be', () => {
  test('ledgers is a file', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    await fund.write('ledgers', 'not a folder');
    const { stderr, exitCode } = await bcf(['reconcile', fund.path]);
    expect(stderr).toContain('the file cannot be read: it is a file, not a folder');
    expect(exitCode).toBe(2);
  });

  test('names that JavaScript knows are unknown codes like any other', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    await fund.edit('plan.csv', '09C,ccg-minimum,care-act', '__proto__,constructor,toString');
    const { stderr, exitCode } = await bcf(['reconcile', fund.path]);
    expect(stderr).toContain('there is no partner or group “__proto__”');
    expect(stderr).toContain('there is no source “constructor”');
    expect(stderr).toContain('there is no heading “toString”');
    expect(exitCode).toBe(2);
  });
});
