import { files } from './ledgers.js';
import { root, versionOf } from './measured.js';

/** A program that adds up the same rows: what is spent under each heading, a line each. */
export interface Peer {
  readonly name: string;
  /** What it says of its version; undefined where it is not there. */
  readonly version: string | undefined;
  /** Beyond so many rows it is not asked: it would take longer than all others together. */
  readonly most: number;
  readonly command: (folder: string) => readonly string[];
}

const python = `
import csv, sys
from decimal import Decimal
sums = {}
with open(sys.argv[1], newline='', encoding='utf-8-sig') as file:
    for row in csv.DictReader(file):
        text = row['amount'].replace(',', '').replace('£', '')
        amount = -Decimal(text[1:-1]) if text.startswith('(') else Decimal(text)
        sums[row['heading']] = sums.get(row['heading'], 0) + amount
for heading in sorted(sums): print(f'{heading},{sums[heading]}')
`;

const sums = 'SELECT heading, CAST(sum(CAST(amount AS DECIMAL(18, 2))) AS VARCHAR) AS spent';

const duckdb = `
import duckdb, sys
query = "${sums} FROM read_csv(?, header = true, all_varchar = true) GROUP BY heading ORDER BY heading"
for heading, spent in duckdb.execute(query, [sys.argv[1]]).fetchall(): print(f'{heading},{spent}')
`;

const sqlite = (path: string) => [
  '.mode csv',
  `.import ${path} spending`,
  "SELECT heading, sum(CAST(replace(amount, '.', '') AS INTEGER)) || ' pence' FROM spending GROUP BY heading;",
];

const csvParse = `
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
const sums = new Map();
createReadStream(process.argv[1])
  .pipe(parse({ from_line: 2, on_record: ([, , , heading, , , , amount]) => {
    sums.set(heading, (sums.get(heading) ?? 0n) + BigInt(amount.replace('.', '')));
    return null;
  } }))
  .on('end', () => { for (const [heading, pence] of sums) console.log(heading + ',' + pence + ' pence'); })
  .resume();
`;

/** The peers, those that are not there too. */
export function peers(): readonly Peer[] {
  const csv = (folder: string) => `${folder}/${files.csv}`;
  return [
    {
      name: 'duckdb',
      version: versionOf(['python3', '-c', 'import duckdb; print(duckdb.__version__)']),
      most: Number.POSITIVE_INFINITY,
      command: (folder) => ['python3', '-c', duckdb, csv(folder)],
    },
    {
      name: 'python',
      version: versionOf(['python3', '--version']),
      most: 1_000_000,
      command: (folder) => ['python3', '-c', python, csv(folder)],
    },
    {
      name: 'sqlite3',
      version: versionOf(['sqlite3', '--version']),
      most: 1_000_000,
      command: (folder) => ['sqlite3', ':memory:', ...sqlite(csv(folder))],
    },
    {
      name: 'miller',
      version: versionOf(['mlr', '--version']),
      most: 1_000_000,
      command: (folder) => [
        ...['mlr', '--icsv', '--ocsv', '--headerless-csv-output', '--ofmt', '%.2lf'],
        ...['stats1', '-a', 'sum', '-f', 'amount', '-g', 'heading', csv(folder)],
      ],
    },
    {
      name: 'csv-parse',
      version: versionOf([process.execPath, '-p', `require('${root}node_modules/csv-parse/package.json').version`]),
      most: 1_000_000,
      command: (folder) => [process.execPath, '--input-type=module', '-e', csvParse, csv(folder)],
    },
    {
      name: 'ledger',
      version: versionOf(['ledger', '--version']),
      most: 100_000,
      command: (folder) => [
        ...['ledger', '-f', `${folder}/${files.journal}`, 'balance', '--flat', '--no-total'],
        ...['--format', '%(account),%(quantity(scrub(display_total)))\n', '^spent:'],
      ],
    },
    {
      name: 'hledger',
      version: versionOf(['hledger', '--version']),
      most: 100_000,
      command: (folder) => [
        ...['hledger', '-f', `${folder}/${files.journal}`, 'balance', '--flat', '--no-total', '-O', 'csv', '^spent:'],
      ],
    },
    {
      name: 'beancount',
      version: versionOf(['bean-query', '--version']),
      most: 100_000,
      command: (folder) => [
        ...['bean-query', '-q', '-f', 'csv', `${folder}/${files.beancount}`],
        "SELECT account, sum(number) AS spent WHERE account ~ 'Expenses' GROUP BY account",
      ],
    },
  ];
}

/**
 * What a program printed, as one text: headings in order, each with its pence. Two that add alike give the same bytes; a sum
 * with a part of a penny is none of them.
 */
export function totalsIn(printed: string): string {
  const totals = printed.split('\n').flatMap((line) => {
    const [, heading = '', amount = '', unit] =
      /^\s*"?(?:spent:|Expenses:H-)?([a-z-]+)"?\s*,\s*"?\s*(-?\d+(?:\.\d{1,2})?)( pence)?\s*"?\s*$/.exec(line) ?? [];
    if (heading === '') return [];
    const [pounds = '', pence = ''] = amount.split('.');
    return [`${heading} ${unit === undefined ? BigInt(pounds + pence.padEnd(2, '0')) : amount}`];
  });
  return totals.sort().join('\n');
}
