import { expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

test('--plain has one figure a line, with its row and its column, to the penny', async () => {
  const { stdout } = await bcf(['--plain', 'settle', fixture('kent-2015-16-illustrative'), '--as-at', 'Q2']);
  expect(stdout).toContain('\nThanet CCG, Owes the host: £2,207,250.00\n');
  expect(stdout).toContain('\nWest Kent CCG, Net: minus £336,798.73\n');
  const figures = stdout.split('\n').map((line) => [...line.matchAll(/: (minus )?£/g)].length);
  expect(Math.max(...figures)).toBe(1);
  expect(stdout).not.toMatch(/─| {3}/);
});

test('what begins with its amount is said before it, on one line', async () => {
  const { stdout } = await bcf(['--plain', 'reconcile', fixture('kent-2015-16-illustrative'), '--as-at', 'Q2']);
  expect(stdout).toContain(
    '\nThanet CCG has not paid what was due on 15 July 2015, 77 days late, bcf settle: £2,207,250.00\n',
  );
  expect(stdout).toContain('\nSources\nKCC, Plan: £10,640,000.00\n');
});
