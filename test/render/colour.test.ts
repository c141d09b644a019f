import { describe, expect, test } from 'vitest';
import { styleFor } from '../../src/render/colour.js';
import { paperNames } from '../../src/statement/paper-schema.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';

const fixtures = ['kent-2015-16', 'kent-2015-16-illustrative'] as const;

/** Every command that draws text, with the options that draw more of it. */
const commands: readonly (readonly string[])[] = [
  ['reconcile'],
  ['reconcile', '--verbose'],
  ['reconcile', '--as-at', 'Q2'],
  ['reconcile', '--names'],
  ['performance', '--what-if', '*=-3.5%', '--sensitivity'],
  ['variance', '--verbose'],
  ['settle', '--verbose'],
  ['check'],
  ['check', '--verbose'],
  ['diff'],
  ['diff', '--by', 'scheme', '--all'],
  ['verify'],
  ['export', '--to', 'hledger'],
  ...paperNames.map((paper) => ['report', paper]),
];

/** Those that take something before the fund. */
const asked: readonly (readonly string[])[] = [
  ['apportion', '1500000', '--by', 'contributions'],
  ['trace', 'flow-of-funds.totals.sources.plan'],
  ['trace', '7208000'],
];

describe.each(fixtures)('%s: colour adds codes and nothing else', (name) => {
  const fund = fixture(name);
  test.each(commands.map((args) => ({ args })))('bcf $args', async ({ args: [command = '', ...flags] }) => {
    // A paper's name stands before the fund.
    const before = command === 'report' ? flags : [];
    const after = command === 'report' ? [] : flags;
    await sameInColour([command, ...before, fund, ...after]);
  });

  test.each(asked.map((args) => ({ args })))('bcf $args', async ({ args: [command = '', what = '', ...flags] }) => {
    await sameInColour([command, what, fund, ...flags]);
  });
});

describe('what stands on stderr and in closes', () => {
  test('a fund with many mistakes', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.edit('plan.csv', '307000', '307001x');
    await fund.edit('ledgers/activity.csv', '10A', '10Z');
    await sameInColour(['reconcile', fund.path], { isColoured: { stdout: false, stderr: true } });
  });

  test('a second fund', () => sameInColour(['diff', fixture(fixtures[0]), fixture(fixtures[1]), '--all']));

  test('closes and their verification', async () => {
    const closing = async (choice: string) => {
      const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
      const close = ['close', 'Q1', '.', '--by', 'A. Smith', '--on', '2015-07-10'];
      const ran = [await bcf(['--color', choice, ...close], { cwd: fund.path })];
      await fund.edit('ledgers/opening.csv', '150000', '150001');
      for (const command of ['verify', 'reconcile']) {
        ran.push(await bcf(['--color', choice, command, '.'], { cwd: fund.path }));
      }
      return ran.map(({ stdout, stderr }) => stdout + stderr).join('');
    };
    const plain = (await closing('never')).replace(/[0-9a-f]{16,}/g, 'SEAL');
    const coloured = (await closing('always')).replace(/[0-9a-f]{16,}/g, 'SEAL');
    expect(coloured).not.toBe(plain);
    expect(withoutCodes(coloured)).toBe(plain);
  });

  test.each([
    { args: ['explain', 'BCF2104'], stdout: true, stderr: false },
    { args: ['explain', '--list'], stdout: true, stderr: false },
    { args: ['reconcil'], stdout: false, stderr: true },
    { args: ['explain', 'BCF9999'], stdout: false, stderr: true },
    { args: ['reconcile', '--as-at', 'Q7'], stdout: false, stderr: true },
  ])('bcf $args', ({ args, ...isColoured }) => sameInColour(args, { isColoured }));
});

test('what is no command is named, and not the value of an option before it', async () => {
  const { stderr } = await bcf(['--color', 'never', 'reconcil']);
  expect(stderr).toContain('“reconcil”');
});

test('a style takes one text, so that lines can be mapped by it', () => {
  const { strong, faint, good, bad, warn } = styleFor({
    choice: 'always',
    isTerminal: true,
    width: 100,
    environment: {},
  });
  for (const style of [strong, faint, good, bad, warn]) {
    expect(['one', 'two'].map(style).map(withoutCodes)).toEqual(['one', 'two']);
  }
});

interface Wanted {
  readonly isColoured?: { readonly stdout: boolean; readonly stderr: boolean } | 'either';
}

/** Runs a command with colour and without; the streams say the same to the byte once the codes are taken out. */
async function sameInColour(args: readonly string[], { isColoured = 'either' }: Wanted = {}): Promise<void> {
  const plain = await bcf(['--color', 'never', ...args]);
  const coloured = await bcf(['--color', 'always', ...args]);
  expect(withoutCodes(coloured.stdout)).toBe(plain.stdout);
  expect(withoutCodes(coloured.stderr)).toBe(plain.stderr);
  expect(coloured.exitCode).toBe(plain.exitCode);
  expect(plain.stdout + plain.stderr).not.toMatch(codes);
  if (isColoured === 'either') return;
  expect(coloured.stdout !== plain.stdout).toBe(isColoured.stdout);
  expect(coloured.stderr !== plain.stderr).toBe(isColoured.stderr);
}

const escapeCode = String.fromCharCode(27);
const codes = new RegExp(`${escapeCode}\\[[0-9;]*m`, 'g');

function withoutCodes(text: string): string {
  return text.replace(codes, '');
}
