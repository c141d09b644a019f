import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { touchedDocumentSchema, traceDocumentSchema } from '../../src/statement/document-schema.js';
import { paperNames } from '../../src/statement/paper-schema.js';
import { written } from '../property/fund-files.js';
import { quarters, smallFunds } from '../property/small-fund.js';
import { bcf } from '../support/bcf.js';
import { temporaryFolder } from '../support/fund-folder.js';
import { addsUp } from '../support/traced-trees.js';

const funds = 4;

/** Runs a command that may find fault with the fund, but never with bcf. */
async function ran(args: readonly string[]) {
  const outcome = await bcf(args);
  if (outcome.exitCode === 70) throw new Error(`bcf ${args.join(' ')}\n${outcome.stderr}`);
  return outcome;
}

/** The names that `--names` lists, of them the first of each kind that tells most. */
function telling(listed: string): string[] {
  const names = listed.split('\n').flatMap((line) => /^ *-?[\d.]+ {2}(\S+)$/.exec(line)?.[1] ?? []);
  const kinds = [
    /borne-by/,
    /kind=performance\]\.instalments/,
    /kind=performance\]\.retained/,
    /^settlement\.partners.*variance-shared/,
    /^checks\[.*actual$/,
    /^checks\[.*expected$/,
    /\.net$/,
    /\.moved$/,
  ];
  return kinds.flatMap((kind) => names.filter((name) => kind.test(name)).slice(0, 2));
}

async function everyCommand(fund: string, asAt: string, before: string | undefined): Promise<number> {
  const as = ['--as-at', asAt];
  let count = 0;
  for (const command of ['reconcile', 'performance', 'variance', 'settle', 'check']) {
    await ran([command, fund, ...(command === 'check' ? [] : as)]);
    count += 1;
  }
  for (const paper of paperNames) {
    await ran(['report', paper, fund, ...as]);
    count += 1;
  }
  for (const by of ['heading', 'partner', 'locality', 'scheme']) {
    await ran(['diff', fund, '--by', by, ...as]);
    count += 1;
  }
  if (before !== undefined) await ran(['diff', before, fund]);
  for (const form of ['hledger', 'ledger', 'beancount']) {
    await ran(['export', fund, '--to', form, ...as]);
    count += 1;
  }
  await ran(['export', fund, '--to', 'datapackage', '--output', join(await temporaryFolder(), 'package'), ...as]);
  return count + 2;
}

async function everyTrace(fund: string, asAt: string): Promise<number> {
  const as = ['--as-at', asAt];
  const listed = await Promise.all([
    ran(['reconcile', fund, '--names', ...as]),
    ran(['report', 'annual', fund, '--names', ...as]),
    ran(['diff', fund, '--by', 'partner', '--names', ...as]),
  ]);
  const names = listed.flatMap(({ stdout }) => telling(stdout));
  for (const name of names) {
    const { stdout, exitCode } = await ran(['trace', name, fund, '--json', '--depth', '99', ...as]);
    expect(exitCode, name).toBeLessThan(2);
    const { result } = traceDocumentSchema.parse(JSON.parse(stdout));
    expect(result === undefined ? 0 : addsUp(result.trace), name).toBeGreaterThan(0);
    await ran(['trace', name, fund, ...as]);
  }
  const files = [
    'plan-a.csv',
    ...(await readdir(join(fund, 'ledgers')).catch(() => [])).map((file) => `ledgers/${file}`),
  ];
  for (const file of files) {
    const { stdout, exitCode } = await ran(['trace', '--from', `${file}:2`, fund, '--json', ...as]);
    expect(exitCode, file).toBeLessThan(2);
    expect(touchedDocumentSchema.parse(JSON.parse(stdout)).result?.row, file).toBeDefined();
    await ran(['trace', '--from', `${file}:2`, fund, ...as]);
  }
  return 2 * (names.length + files.length);
}

test(`${funds} generated funds through every command: none of them is a fault of bcf`, async () => {
  let traces = 0;
  let others = 0;
  let before: string | undefined;
  for (const [small, asAt] of fc.sample(fc.tuple(smallFunds, fc.constantFrom(...quarters)), {
    seed: 20_150_401,
    numRuns: funds,
  })) {
    const fund = (await written(small)).path;
    others += await everyCommand(fund, asAt, before);
    traces += await everyTrace(fund, asAt);
    before = fund;
  }
  process.stdout.write(`${funds} generated funds: ${traces} traces and ${others} other commands, none with exit 70\n`);
});
