import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

const fund = fixture('kent-2015-16-illustrative');

describe('an amount as a paper prints it', () => {
  test('that several figures come to lists them', async () => {
    const { stdout, exitCode } = await bcf(['trace', '£65,536.84', fund]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('65536.84  performance.partners[partner=09C].quarters[quarter=Q3].payment\n');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('2 figures; bcf trace NAME says where one comes from');
  });

  test('that one figure comes to is traced, its sign as it is printed', async () => {
    const { stdout } = await bcf(['trace', '(90,118.40)', fund]);
    expect(stdout).toContain('settlement.partners[pool=kent;partner=KCC].net\n');
  });

  test('in £000 is found where no figure is so many pounds', async () => {
    const { stdout } = await bcf(['trace', '28254', fixture('kent-2015-16')]);
    expect(stdout).toContain('28254000.00  flow-of-funds.applications[heading=protection-of-social-care].plan');
  });

  test('that no figure comes to is no figure', async () => {
    const { stderr, exitCode } = await bcf(['trace', '1.23', fund]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('BCF0020');
  });
});
