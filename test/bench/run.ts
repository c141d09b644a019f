/**
 * Speed and memory, as ratios to other programs on the same rows in the same run: `npm run bench`, which writes RESULTS.md.
 * `--quick` takes a hundredth of the rows, `--large` asks for ten million too. Nothing here is a test of speed: it prints
 * figures and judges none, but that all who add up the same rows come to the same.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { exportsFund, files, illustrative, ledgerFund, writeJournals } from './ledgers.js';
import { manyPartners } from './many-partners.js';
import { bcf, inTurn, type Measured, ran, root } from './measured.js';
import { peers, totalsIn } from './peers.js';
import { Results } from './results.js';

const isQuick = process.argv.includes('--quick');
const isLarge = process.argv.includes('--large');
const rounds = isQuick ? 1 : 3;
const size = (rows: number) => (isQuick ? rows / 100 : rows);
const kent = join(root, 'fixtures/kent-2015-16');
const node = [process.execPath, '-e', '0'];
const results = new Results();

/** Hands an empty folder over, and takes it away again. */
function inFolder(use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-bench-'));
  try {
    use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const statement = z.object({
  result: z.object({
    flowOfFunds: z.object({ applications: z.array(z.object({ code: z.string(), actual: z.string() })) }),
  }),
});

/** What bcf says is spent under each heading at the year end, in pence. */
function spentIn(folder: string): ReadonlyMap<string, bigint> {
  const { stdout } = ran([...bcf, 'reconcile', folder, '--as-at', 'Q4', '--json']);
  const { applications } = statement.parse(JSON.parse(stdout)).result.flowOfFunds;
  return new Map(applications.map(({ code, actual }) => [code, BigInt(actual.replace('.', ''))]));
}

/** What the ledger that was added to the illustrative fund comes to, heading by heading. */
function ownTotals(folder: string): string {
  const before = spentIn(illustrative);
  const added = [...spentIn(folder)].map(([code, pence]) => [code, pence - (before.get(code) ?? 0n)] as const);
  const totals = added.filter(([, pence]) => pence !== 0n).map(([code, pence]) => `${code},${pence} pence`);
  if (totals.length === 0) throw new Error(`bcf says of no heading what is spent in ${folder}`);
  return totalsIn(totals.join('\n'));
}

/** Each program that is there adds up the same rows, in turn; what it prints is what bcf says. */
function besidePeers(rows: number): ReadonlyMap<string, Measured> {
  let measured: ReadonlyMap<string, Measured> = new Map();
  inFolder((folder) => {
    ledgerFund(folder, rows);
    const asked = peers().filter(({ most, version }) => version !== undefined && rows <= (isQuick ? most / 100 : most));
    if (asked.some(({ name }) => ['ledger', 'hledger', 'beancount'].includes(name))) writeJournals(folder);
    const own = ownTotals(folder);
    for (const { name, command } of asked) {
      const theirs = totalsIn(ran(command(folder)).stdout);
      if (theirs !== own) throw new Error(`${name} adds up ${rows} rows to\n${theirs}\nand bcf to\n${own}`);
    }
    measured = inTurn(
      new Map([
        ['node -e 0', node],
        ['bcf reconcile', [...bcf, 'reconcile', folder, '--as-at', 'Q4']],
        ...asked.map(({ name, command }) => [name, command(folder)] as const),
      ]),
      rounds,
    );
  });
  results.section(`${rows.toLocaleString('en-GB')} rows: reconcile, all rules, beside bare sums by heading`, measured);
  return measured;
}

/** Amounts as spreadsheets print them, added up by python too. */
function printedAmounts(rows: number): void {
  inFolder((folder) => {
    ledgerFund(folder, rows, { amounts: 'as printed' });
    const python = peers().find(({ name, version }) => name === 'python' && version !== undefined);
    if (python === undefined) return;
    const [own, theirs] = [ownTotals(folder), totalsIn(ran(python.command(folder)).stdout)];
    if (own !== theirs) throw new Error(`python adds up amounts as printed to\n${theirs}\nand bcf to\n${own}`);
    results.said(
      `${rows.toLocaleString('en-GB')} amounts with pound signs, quotes, commas, brackets and minuses: bcf and python’s decimal come to the same, to the penny.`,
    );
  });
}

const own = (...words: readonly string[]) => [...bcf, ...words];

function startUp(): void {
  const measured = inTurn(
    new Map([
      ['node -e 0', node],
      ['bcf --version', own('--version')],
      ['bcf reconcile, Kent’s plan', own('reconcile', kent)],
    ]),
    isQuick ? 1 : 9,
  );
  results.section('Starting', measured);
  results.wanted('--version ÷ bare node', 1.3, measured, ['bcf --version', 'node -e 0']);
  results.wanted('reconcile of Kent ÷ bare node', 2, measured, ['bcf reconcile, Kent’s plan', 'node -e 0']);
}

function bySize(): void {
  const hundred = besidePeers(size(100_000));
  results.wanted('100,000 rows: reconcile ÷ ledger', 0.1, hundred, ['bcf reconcile', 'ledger']);
  results.wanted('100,000 rows: reconcile ÷ hledger', 0.0125, hundred, ['bcf reconcile', 'hledger']);
  results.wanted('100,000 rows: reconcile ÷ bare node', 6, hundred, ['bcf reconcile', 'node -e 0']);
  const million = besidePeers(size(1_000_000));
  results.wanted('1,000,000 rows: reconcile ÷ DuckDB’s bare sum', 1.5, million, ['bcf reconcile', 'duckdb']);
  results.wanted('1,000,000 rows: reconcile ÷ python csv + decimal', 0.5, million, ['bcf reconcile', 'python']);
  results.peak('peak memory at 1,000,000 rows, MB', 130, million, 'bcf reconcile');
  if (!isLarge) return;
  const tenMillion = besidePeers(size(10_000_000));
  const both = new Map([...million].map(([name, one]) => [`${name}, 1M`, one]));
  for (const [name, one] of tenMillion) both.set(`${name}, 10M`, one);
  const pair = ['bcf reconcile, 10M', 'bcf reconcile, 1M'] as const;
  results.wanted('10M ÷ 1M, time', 11, both, pair);
  results.wanted('10M ÷ 1M, peak memory', 1.3, both, pair, 'megabytes');
}

/** What other commands cost beside one reconciliation of the same fund: each takes long, and is run once. */
function otherCommands(rows: number): void {
  inFolder((folder) => {
    ledgerFund(folder, rows);
    const output = ['--output', join(folder, 'out.txt')];
    const reconcile = ['bcf reconcile', own('reconcile', folder, ...output)] as const;
    const balance = 'flow-of-funds.totals.balance.actual';
    const every = ['--depth', 'all', '--rows', 'all'];
    const measured = inTurn(
      new Map([
        reconcile,
        ['bcf trace', own('trace', balance, folder, ...output)],
        ['bcf trace --depth all --rows all', own('trace', balance, folder, ...every, ...output)],
        ['bcf trace --from', own('trace', '--from', `${files.csv}:500`, folder, ...output)],
        ['bcf export', own('export', folder, '--to', 'ledger', ...output)],
      ]),
      1,
    );
    results.section(`${rows.toLocaleString('en-GB')} rows: other commands beside reconcile`, measured);
    const all = ['bcf trace --depth all --rows all', 'bcf reconcile'] as const;
    results.wanted('1,000,000 rows: trace of every row ÷ reconcile, peak memory', 1.5, measured, all, 'megabytes');
  });
}

/** Closing a quarter that all rows are of: it is closed once, so that this is one run. */
function closing(rows: number): void {
  const measured = new Map<string, Measured>();
  const once = (name: string, ...words: readonly string[]) => {
    for (const [key, one] of inTurn(new Map([[name, own(...words)]]), 1)) measured.set(key, one);
  };
  inFolder((folder) => {
    ledgerFund(folder, rows, { months: 3 });
    once('bcf reconcile', 'reconcile', folder, '--as-at', 'Q1');
    const by = ['--by', 'Bench', '--on', '2015-07-10', '--with-differences', 'made-up rows'];
    once('bcf close', 'close', 'Q1', folder, ...by);
    once('bcf verify', 'verify', folder);
  });
  results.section(`${rows.toLocaleString('en-GB')} rows of one quarter: closing it`, measured);
  results.wanted(
    '1,000,000 rows: close ÷ reconcile, peak memory',
    1.5,
    measured,
    ['bcf close', 'bcf reconcile'],
    'megabytes',
  );
}

/** The same rows as a body's own export and in our columns, in turn. */
function described(rows: number): void {
  const check = (isDescribed: boolean, then: (command: readonly string[]) => void) =>
    inFolder((folder) => {
      exportsFund(folder, rows, isDescribed);
      then(own('check', folder));
    });
  check(false, (inOurs) =>
    check(true, (asExported) => {
      const both = inTurn(
        new Map([
          ['our columns', inOurs],
          ['a described export', asExported],
        ]),
        rounds,
      );
      results.section(`${rows.toLocaleString('en-GB')} rows: check`, both);
      results.wanted('400,000 rows: check of a described export ÷ our columns', 1.3, both, [
        'a described export',
        'our columns',
      ]);
    }),
  );
}

function byPartners(): void {
  const measured = new Map<string, Measured>();
  for (const partners of isQuick ? [4, 8] : [20, 100, 400]) {
    inFolder((folder) => {
      mkdirSync(join(folder, 'ledgers'));
      for (const [file, text] of manyPartners(partners, 150)) writeFileSync(join(folder, file), text);
      const commands = new Map([
        [`reconcile, ${partners} partners`, own('reconcile', folder)],
        [`check, ${partners} partners`, own('check', folder)],
        [`report quarterly, ${partners} partners`, own('report', 'quarterly', folder)],
      ]);
      for (const [name, one] of inTurn(commands, 1)) measured.set(name, one);
    });
  }
  results.section('Partners that share pro rata, each with 150 rows, seven headings and fourteen schemes', measured);
}

startUp();
bySize();
printedAmounts(size(100_000));
described(size(400_000));
otherCommands(size(1_000_000));
closing(size(1_000_000));
byPartners();
const [processor] = cpus();
const machine = [
  `${cpus().length} × ${processor?.model.trim() ?? 'a processor'}, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}`,
  ...peers().map(({ name, version }) => `${name}: ${version ?? 'not there'}`),
];
const text = results.inMarkdown(machine);
process.stdout.write(text);
if (!isQuick) writeFileSync(join(root, 'test/bench/RESULTS.md'), text);
