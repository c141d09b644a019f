import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruledFunds } from '../independent/ruled-fund.js';
import { writtenFund } from '../independent/ruled-fund-files.js';
import { temporaryFolder } from '../support/fund-folder.js';
import { exportedTo, faultOf, needsPrograms, programs } from './tools.js';

needsPrograms();

test('each program confirms funds of all kinds', async () => {
  const folder = await temporaryFolder();
  for (const fund of fc.sample(ruledFunds, { numRuns: 8, seed: 20_150_401 })) {
    const path = await writtenFund(fund);
    for (const program of programs) {
      const { file, exitCode, stderr } = await exportedTo(folder, program, path, '--as-at', fund.asAt);
      expect(exitCode, stderr).toBeLessThan(2);
      expect(await faultOf(program, file)).toBe('');
    }
  }
});
