import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { reportOptions, runStatement } from '../../src/commands/run-statement.js';
import type { Fund } from '../../src/fund/fund.js';
import { plainStyle } from '../../src/render/style.js';
import { planOnly } from '../../src/rules/as-at.js';
import { describeFund } from '../../src/statement/common.js';
import { fixture } from '../support/fund-folder.js';

/** Collects what nobody holds any more. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc !== 'function') throw new Error('no collector');
  gc();
}

test('while a section waits nobody holds the fund that it was given: one that reads it again has one at once', async () => {
  let held: Fund | undefined;
  const later = async (fund: WeakRef<Fund>, result: { readonly fund: ReturnType<typeof describeFund> }) => {
    await setImmediate();
    collect();
    held = fund.deref();
    return { result, diagnostics: [] };
  };
  const world = {
    cwd: '/',
    version: '0',
    isTerminal: false,
    stdoutStyle: plainStyle(200),
    stderrStyle: plainStyle(200),
    fileStyle: plainStyle(200),
  };
  const made = await runStatement('trace')(
    reportOptions(fixture('kent-2015-16-illustrative'), { format: 'text' }),
    world,
    {
      format: 'bcf.trace',
      verb: 'trace',
      isReadTwice: true,
      section: (fund) => later(new WeakRef(fund), { fund: describeFund({ agreement: fund.agreement, ...planOnly }) }),
      shows: { written: ({ fund }) => fund.name },
    },
  );
  expect(made.stdout).not.toBe('');
  expect(held === undefined).toBe(true);
});
