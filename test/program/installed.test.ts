import { spawnSync } from 'node:child_process';
import { describe, expect, inject, test } from 'vitest';
import { fixture } from '../support/fund-folder.js';

const bcf = inject('bcfProgram');

function installed(args: readonly string[], environment: Record<string, string> = {}) {
  return spawnSync(bcf, args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment },
    maxBuffer: 1 << 26,
  });
}

describe('the packed and installed program', () => {
  test('reconciles Kent and exits 0', () => {
    const { stdout, stderr, status } = installed(['reconcile', fixture('kent-2015-16')]);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'Reconciled: £101,404,000.00 in = £101,404,000.00 applied; 0 breaches',
    );
    expect(status).toBe(0);
  });
});
