/**
 * Speed and memory, as ratios to csv-parse alone on the same file in the same run: `npm run bench`.
 * Needs `npm run build`. Nothing here is a test: it prints figures and judges none.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manyPartners } from './many-partners.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ledger = 'ledgers/expenditure-long.csv';
const parseAlone = `
  import { createReadStream } from 'node:fs';
  import { parse } from 'csv-parse';
  createReadStream(process.argv[1]).pipe(parse({ on_record: () => null })).resume();`;

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The best of three runs. */
function measure(args: readonly string[]): Measured {
  const runs = Array.from({ length: 3 }, () => {
    const { stderr } = spawnSync('/usr/bin/env', ['time', '-f', '%e %M', process.execPath, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    const [seconds = 0, kilobytes = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    return { seconds, megabytes: kilobytes / 1024 };
  });
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    megabytes: Math.min(...runs.map(({ megabytes }) => megabytes)),
  };
}

function longLedger(rows: number): string {
  const lines = ['date,schedule,applied_by,heading,source,scheme,district,amount,reference,note'];
  for (let row = 0; row < rows; row += 1) {
    lines.push(`2015-0${4 + (row % 6)}-1${row % 9},99J,99J,schemes,ccg-minimum,,,0.${10 + (row % 90)},L${row},`);
  }
  return `${lines.join('\n')}\n`;
}

process.stdout.write('rows       bcf s   csv-parse s   ratio   bcf MB   csv-parse MB   ratio\n');
for (const rows of [1_000, 100_000, 400_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-bench-'));
  try {
    cpSync(join(root, 'fixtures/kent-2015-16-illustrative'), folder, { recursive: true });
    writeFileSync(join(folder, ledger), longLedger(rows));
    const ours = measure([join(root, 'dist/bin/bcf.js'), 'reconcile', folder, '--output', join(folder, 'out.txt')]);
    const alone = measure(['--input-type=module', '-e', parseAlone, join(folder, ledger)]);
    const cells = [
      String(rows).padEnd(9),
      ours.seconds.toFixed(2).padStart(6),
      alone.seconds.toFixed(2).padStart(13),
      (ours.seconds / alone.seconds).toFixed(1).padStart(7),
      ours.megabytes.toFixed(0).padStart(8),
      alone.megabytes.toFixed(0).padStart(14),
      (ours.megabytes / alone.megabytes).toFixed(1).padStart(7),
    ];
    process.stdout.write(`${cells.join(' ')}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Beside {
  readonly rows: number;
  readonly of: (folder: string) => readonly (readonly string[])[];
}

/**
 * What commands cost beside one reconciliation of the same fund: a trace reads the rows once more or looks at them as
 * they pass, and an export keeps them.
 */
const beside: readonly Beside[] = [
  ...[100_000, 1_000_000].map((rows) => ({
    rows,
    of: (folder: string) => [
      ['trace', 'flow-of-funds.totals.balance.actual', folder, '--depth', 'all'],
      ['trace', '--from', `${ledger}:500`, folder],
    ],
  })),
  {
    rows: 400_000,
    of: (folder) => ['hledger', 'ledger', 'beancount'].map((to) => ['export', folder, '--to', to]),
  },
];

process.stdout.write('\nrows       command               bcf s   ratio to reconcile   bcf MB   ratio to reconcile\n');
for (const { rows, of } of beside) {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-bench-'));
  try {
    cpSync(join(root, 'fixtures/kent-2015-16-illustrative'), folder, { recursive: true });
    writeFileSync(join(folder, ledger), longLedger(rows));
    const run = (words: readonly string[]) =>
      measure([join(root, 'dist/bin/bcf.js'), ...words, '--output', join(folder, 'out.txt')]);
    const reconcile = run(['reconcile', folder]);
    for (const words of [['reconcile', folder], ...of(folder)]) {
      const { seconds, megabytes } = words[0] === 'reconcile' ? reconcile : run(words);
      const [command = '', first = ''] = words;
      const name = { trace: first === '--from' ? 'trace --from' : 'trace', export: `export ${words.at(-1)}` };
      const cells = [
        String(rows).padEnd(10),
        (command === 'trace' || command === 'export' ? name[command] : command).padEnd(20),
        seconds.toFixed(2).padStart(6),
        (seconds / reconcile.seconds).toFixed(2).padStart(20),
        megabytes.toFixed(0).padStart(8),
        (megabytes / reconcile.megabytes).toFixed(2).padStart(20),
      ];
      process.stdout.write(`${cells.join(' ')}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const commands: readonly (readonly string[])[] = [
  ['reconcile'],
  ['check'],
  ['diff', '--to', 'actual', '--by', 'scheme', '--all'],
  ['report', 'quarterly'],
  ['report', 'annual'],
];

process.stdout.write(
  '\npartners   rows     command               bcf s   ratio to reconcile   ratio to the first, for each partner\n',
);
const firsts = new Map<string, number>();
for (const partners of [20, 100, 400]) {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-bench-'));
  try {
    mkdirSync(join(folder, 'ledgers'));
    for (const [file, text] of manyPartners(partners, 150)) writeFileSync(join(folder, file), text);
    let reconcile = 0;
    for (const [command = '', ...rest] of commands) {
      const words = command === 'report' ? [command, ...rest, folder] : [command, folder, ...rest];
      const { seconds } = measure([join(root, 'dist/bin/bcf.js'), ...words, '--output', join(folder, 'out.txt')]);
      if (command === 'reconcile') reconcile = seconds;
      const name = [command, ...(command === 'report' ? rest : [])].join(' ');
      const first = firsts.get(name) ?? seconds / partners;
      firsts.set(name, first);
      const cells = [
        String(partners).padEnd(10),
        String(partners * 150).padEnd(8),
        name.padEnd(20),
        seconds.toFixed(2).padStart(6),
        (seconds / reconcile).toFixed(2).padStart(20),
        (seconds / partners / first).toFixed(2).padStart(38),
      ];
      process.stdout.write(`${cells.join(' ')}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
