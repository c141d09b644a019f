import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import type { FundFolder } from '../support/fund-folder.js';
import { sealedText } from '../support/sealed-text.js';
import { leaksOf } from './leaks.js';
import { payloads } from './payloads.js';
import { breakYaml, smallFund, spoilAgreement, spoilLedgers, spoilWords } from './spoiled-fund.js';

/** What is obeyed only where a text begins stands alone; of the others twelve go into one text. */
const alone = payloads.filter(({ kind, text }) => kind === 'formula' || /^\s*::/.test(text));
const inOne = 12;
const together = payloads.filter((payload) => !alone.includes(payload));
const texts: readonly (readonly [name: string, text: string, payloads: number])[] = [
  ...Array.from({ length: Math.ceil(together.length / inOne) }, (_, index) => {
    const own = together.slice(index * inOne, (index + 1) * inOne);
    const name = [...new Set(own.map(({ kind }) => kind))].join(', ');
    return [`${index + 1}: ${name}`, own.map(({ text }) => text).join(' '), own.length] as const;
  }),
  ...alone.map(({ kind, text }) => [`${kind} ${JSON.stringify(text)}`, text, 1] as const),
];

const papers = ['quarterly', 'annual', 'return', 'dfg', 'pro-forma', 'aggregate'];
const all = ['text', 'csv', 'json', 'markdown'];

function inFormats(command: string, formats: readonly string[]): (readonly [string[], string])[] {
  return formats.map((format) => [[...command.split(' '), '--format', format], format] as const);
}

/** Every command and form that shows the words of a fund. */
const statements: readonly (readonly [args: readonly string[], format: string])[] = [
  ...['reconcile . --verbose', 'performance .', 'variance .', 'settle .'].flatMap((one) => inFormats(one, all)),
  ...inFormats('reconcile . --names', all),
  ...inFormats('check . --verbose', [...all, 'github', 'junit']),
  ...inFormats('diff . --all', all),
  ...inFormats('diff . --by scheme --all', ['csv']),
  ...papers.flatMap((paper) => inFormats(`report ${paper} .`, all)),
  ...inFormats('apportion 1000 . --by contributions', all),
  ...inFormats('trace fund-balance.applied .', all),
  ...inFormats('trace --from ledgers/expenditure.csv:2 .', all),
  ...['hledger', 'ledger', 'beancount'].map((to) => [['export', '.', '--to', to], to] as const),
];

/** The forms in which faults are told. */
const faults: typeof statements = [
  ...inFormats('check .', [...all, 'github', 'junit']),
  ...inFormats('reconcile .', ['text']),
  [['export', '.', '--to', 'hledger'], 'hledger'],
];

let tried = 0;
let leaked = 0;

afterAll(() => {
  process.stdout.write(`payloads ${payloads.length}: ${tried} tried in places and forms, ${leaked} leaked\n`);
});

async function leaksIn(
  fund: FundFolder,
  runs: typeof statements,
  { places, count }: { readonly places: number; readonly count: number },
): Promise<string[]> {
  const leaks: string[] = [];
  for (const [args, format] of runs) {
    const found = leaksOf(await bcf(args, { cwd: fund.path }), format);
    tried += places * count;
    leaked += found.length;
    leaks.push(...found.map((leak) => `${args.join(' ')}: ${leak}`));
  }
  return leaks;
}

test('there are 94 payloads', () => {
  expect(new Set(payloads.map(({ text }) => text)).size).toBe(94);
});

describe.each(texts)('%s', (_name, text, count) => {
  test('in the words of a fund', async () => {
    const fund = await smallFund();
    const places = await spoilWords(fund, text);
    const { stdout, stderr } = await bcf(['reconcile', '.'], { cwd: fund.path });
    expect(stdout === '' ? stderr : 'usable').toBe('usable');
    expect(await leaksIn(fund, statements, { places, count })).toEqual([]);
  });

  test('in what is wrong with its ledgers, their columns and their names', async () => {
    const fund = await smallFund();
    const places = await spoilLedgers(fund, text);
    expect(await leaksIn(fund, faults, { places, count })).toEqual([]);
  });

  test('in what is wrong with its agreement', async () => {
    const fund = await smallFund();
    const places = await spoilAgreement(fund, text);
    expect(await leaksIn(fund, faults, { places, count })).toEqual([]);
    const broken = await smallFund();
    expect(await leaksIn(broken, faults, { places: await breakYaml(broken, text), count })).toEqual([]);
  });

  test('in a record of a close, sealed anew, and in the rows that moved', async () => {
    const fund = await smallFund();
    const close = ['close', 'Q1', '.', '--by', 'A. Smith', '--on', '2015-07-10', '--with-differences', 'x'];
    expect((await bcf(close, { cwd: fund.path })).stdout).toContain('Closed');
    const file = join(fund.path, 'closes/0001.json');
    const { seal: _, ...record } = JSON.parse(await readFile(file, 'utf8'));
    const words = { by: text, reason: text, tool: { name: 'bcf', version: text } };
    const closedWith = { ...record.closedWith, conclusion: text };
    await writeFile(file, sealedText({ ...record, ...words, closedWith }));
    await fund.edit('ledgers/expenditure.csv', '250,E1,', `251,"E1 ${text.replaceAll('"', '')}",`);
    expect((await bcf(['verify', '.'], { cwd: fund.path })).stdout).toMatch(
      /^ {2}closes.0001.json {2}Q1 {4}closed by /m,
    );
    const runs = [
      ...inFormats('check .', [...all, 'github', 'junit']),
      [['verify', '.'], 'text'],
      [['verify', '.', '--json'], 'json'],
    ] as const;
    expect(await leaksIn(fund, runs, { places: 5, count })).toEqual([]);
    await writeFile(file, sealedText({ ...record, ...words, fund: text, closedWith }));
    expect(await leaksIn(fund, runs, { places: 6, count })).toEqual([]);
  });
});

describe('arguments', () => {
  const places: readonly (readonly string[])[] = [
    ['PAYLOAD'],
    ['reconcile', 'PAYLOAD'],
    ['reconcile', '.', '--as-at', 'PAYLOAD'],
    ['reconcile', '.', '--format', 'PAYLOAD'],
    ['reconcile', '.', '--output', 'PAYLOAD/x'],
    ['reconcile', '.', '--color', 'PAYLOAD'],
    ['reconcile', '.', '--PAYLOAD'],
    ['performance', '.', '--what-if', 'PAYLOAD'],
    ['check', 'PAYLOAD', '--format', 'github'],
    ['diff', '.', 'PAYLOAD'],
    ['diff', '.', '--from', 'PAYLOAD'],
    ['diff', '.', '--by', 'PAYLOAD'],
    ['diff', '.', '--fail-over', 'PAYLOAD'],
    ['report', 'PAYLOAD', '.'],
    ['apportion', 'PAYLOAD', '.', '--by', 'contributions'],
    ['apportion', '1', '.', '--by', 'PAYLOAD'],
    ['apportion', '1', '.', '--by', 'contributions', '--among', 'PAYLOAD'],
    ['apportion', '1', '.', '--by', 'contributions', '--against', 'PAYLOAD'],
    ['trace', 'PAYLOAD', '.'],
    ['trace', '--from', 'PAYLOAD', '.'],
    ['trace', '--from', 'PAYLOAD:1', '.'],
    ['close', 'PAYLOAD', '.', '--by', 'x', '--on', '2015-07-10'],
    ['close', 'Q1', '.', '--by', 'PAYLOAD', '--on', '2015-07-10'],
    ['close', 'Q1', '.', '--by', 'x', '--on', 'PAYLOAD'],
    ['close', 'Q2', '.', '--by', 'x', '--on', '2015-10-10', '--with-differences', 'PAYLOAD'],
    ['close', 'Q2', '.', '--by', 'x', '--on', '2015-10-10', '--reopen', 'PAYLOAD'],
    ['verify', '.', '--seal', 'PAYLOAD'],
    ['init', 'PAYLOAD/y'],
    ['init', 'new', '--name', 'PAYLOAD', '--from', 'PAYLOAD'],
    ['init', 'new', '--year', 'PAYLOAD'],
    ['export', '.', '--to', 'PAYLOAD'],
    ['export', '.', '--to', 'datapackage', '--output', 'PAYLOAD/z'],
    ['explain', 'PAYLOAD'],
    ['schema', 'PAYLOAD'],
    ['help', 'PAYLOAD'],
    ['completion', 'PAYLOAD'],
    ['complete', 'words', '1', '=PAYLOAD'],
    ['complete', 'bash', '=bcf PAYLOAD', '=', '=PAYLOAD'],
  ];

  test.each(places.map((place) => [place.join(' '), place] as const))('%s', async (_name, place) => {
    const fund = await smallFund();
    const leaks: string[] = [];
    for (const { text } of payloads) {
      const args = place.map((one) => one.replace('PAYLOAD', () => text));
      const found = leaksOf(await bcf(args, { cwd: fund.path }), args.includes('github') ? 'github' : 'text');
      tried += 1;
      leaked += found.length;
      leaks.push(...found);
    }
    expect(leaks).toEqual([]);
  });
});
