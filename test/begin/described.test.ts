import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { CellValue } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { FundFolder, temporaryFolder, yearEndCase } from '../support/fund-folder.js';
import { putWorkbook } from '../support/workbook-fund.js';

type Rows = readonly (readonly string[])[];
type Kind = 'plan' | 'schemes' | 'opening' | 'pro-forma';

/** What the tiny fund begins with, in our own columns. */
const house: Readonly<Record<Kind, { readonly path: string; readonly rows: Rows }>> = {
  plan: {
    path: 'plan.csv',
    rows: [
      ['contributor', 'source', 'heading', 'applied_by', 'amount', 'provenance'],
      ['CC', 'dfg', 'dfg', 'districts', '100000.00', 'stated'],
      ...['A1', 'B1'].flatMap((ccg) => [
        [ccg, 'min', 'sc', 'CC', '200000.00', 'stated'],
        [ccg, 'min', 'oo', ccg, '200000.00', 'stated'],
        [ccg, 'min', 'sch', ccg, '400000.00', 'stated'],
        [ccg, 'min', 'perf', ccg, '200000.00', 'stated'],
      ]),
    ],
  },
  schemes: {
    path: 'schemes.csv',
    rows: [
      ['schedule', 'scheme', 'name', 'heading', 'amount'],
      ['A1', 'S1', 'Falls', 'sch', '600000.00'],
      ['A1', 'S2', 'Stroke', 'sch', '400000.00'],
      ['B1', 'S3', 'Falls', 'sch', '1000000.00'],
    ],
  },
  opening: {
    path: 'ledgers/opening.csv',
    rows: [
      ['pool', 'heading', 'partner', 'amount'],
      ['main', 'dfg', 'CC', '1000.00'],
      ['main', 'sc', 'A1', '-400.00'],
    ],
  },
  'pro-forma': {
    path: 'pro-forma.csv',
    rows: [
      ['line', 'schedule', 'scheme', 'heading'],
      ['Schemes of Alpha', 'A1', '', 'sch'],
      ['Schemes of Beta', 'B1', '', 'sch'],
    ],
  },
};
const kinds = ['plan', 'schemes', 'opening', 'pro-forma'] as const;

/** A file as a body writes it, and what of an entry reads it; undefined where it cannot be written so. */
interface Described {
  readonly rows: Rows;
  readonly entry?: string;
  readonly beside?: Readonly<Record<string, string>>;
  readonly ending?: string;
}
type Way = (rows: Rows, kind: Kind) => Described | undefined;

/** Rows with other columns in the place of one. */
function inPlaceOf(
  column: string,
  rows: Rows,
  names: readonly string[],
  cells: (text: string) => readonly string[],
): Rows {
  const [header = [], ...rest] = rows;
  const at = header.indexOf(column);
  return [header, ...rest].map((row, nth) => row.toSpliced(at, 1, ...(nth === 0 ? names : cells(row[at] ?? ''))));
}

const money =
  (entry: string, names: readonly string[], cells: (pounds: string, isCredit: boolean) => readonly string[]): Way =>
  (rows) =>
    rows[0]?.includes('amount')
      ? {
          rows: inPlaceOf('amount', rows, names, (text) => cells(text.replace('-', ''), text.startsWith('-'))),
          entry,
        }
      : undefined;

const signed = (pounds: string, isNegative: boolean) => (isNegative ? `-${pounds}` : pounds);

const ways: Readonly<Record<string, Way>> = {
  'other names': money('columns: { amount: Budget }', ['Budget'], (pounds, isCredit) => [signed(pounds, isCredit)]),
  'debits and credits': money('columns: { amount: { debit: Dr, credit: Cr } }', ['Dr', 'Cr'], (pounds, isCredit) =>
    isCredit ? ['', pounds] : [pounds, ''],
  ),
  'a sign': money('columns: { amount: { value: Net, sign: D/C, credit: C } }', ['Net', 'D/C'], (pounds, isCredit) => [
    pounds,
    isCredit ? 'C' : 'D',
  ]),
  'a mark': money('columns: { amount: { value: Net, marked: CR } }', ['Net'], (pounds, isCredit) => [
    isCredit ? `${pounds} CR` : pounds,
  ]),
  'the sign turned': money('columns: { amount: { value: Net, times: -1 } }', ['Net'], (pounds, isCredit) => [
    signed(pounds, !isCredit),
  ]),
  'a comma before the pence': money('decimal: comma', ['amount'], (pounds, isCredit) => [
    signed(pounds.replace('.', ','), isCredit),
  ]),
  'a table of codes': (rows, kind) => {
    const codes = [...new Set(rows.slice(1).map((row) => row[rows[0]?.indexOf('heading') ?? 0] ?? ''))];
    return {
      rows: inPlaceOf('heading', rows, ['Code'], (heading) => [`H${codes.indexOf(heading)}`]),
      entry: `map: { heading: { by: Code, table: maps/${kind}.csv } }`,
      beside: { [`maps/${kind}.csv`]: ['Code,heading', ...codes.map((code, nth) => `H${nth},${code}`)].join('\n') },
    };
  },
  'a constant': (rows, kind) => {
    const [column, text] = {
      plan: ['provenance', 'stated'],
      opening: ['pool', 'main'],
      schemes: ['heading', 'sch'],
      'pro-forma': ['heading', 'sch'],
    }[kind];
    return { rows: inPlaceOf(column ?? '', rows, [], () => []), entry: `constants: { ${column}: ${text} }` };
  },
  'rows that are left out': ([header = [], ...rows]) => ({
    rows: [[...header, 'Status'], ...rows.map((row) => [...row, 'Live']), [...(rows[0] ?? []), 'Dropped']],
    entry: 'leave_out: { Status: [Dropped] }',
  }),
  'a workbook': (rows) => ({ rows, entry: 'sheet: Ours', ending: '.xlsx' }),
  'a workbook of LibreOffice': (rows) => ({ rows, ending: '.ods' }),
};

const csv = (rows: Rows) => `${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;

/** The tiny fund, with what it begins with written in one way, as far as it can be. */
async function lastYear(way: Way, list: (entries: readonly string[]) => string): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(yearEndCase('unspent-carried-forward'), fund.path, { recursive: true });
  await fund.remove('plan.csv');
  const entries: string[] = [];
  for (const kind of kinds) {
    const { path, rows } = house[kind];
    const found = way(rows, kind) ?? { rows };
    const file = path.replace('.csv', found.ending ?? '.csv');
    for (const [name, text] of Object.entries(found.beside ?? {})) await fund.write(name, text);
    if (found.ending === undefined) await fund.write(file, csv(found.rows));
    else {
      const cells: CellValue[][] = found.rows.map((row) =>
        row.map((cell) => (/^-?\d+\.\d\d$/.test(cell) ? Number(cell) : cell)),
      );
      await putWorkbook(fund, file, [{ name: 'Ours', rows: cells }]);
    }
    const more = found.entry === undefined ? '' : `, ${found.entry}`;
    entries.push(`{ kind: ${kind}, files: ${file}${kind === 'pro-forma' ? '' : ', unit: pounds'}${more} }`);
  }
  await fund.edit('agreement.yaml', '  - { kind: plan, files: plan.csv, unit: pounds }\n', list(entries));
  return fund;
}

const inBlock = (entries: readonly string[]) => entries.map((entry) => `  - ${entry}\n`).join('');

/** What the year after begins with. */
async function yearAfter(fund: FundFolder) {
  const next = new FundFolder(join(await temporaryFolder(), 'next'));
  const made = await bcf(['init', next.path, '--from', fund.path]);
  expect(made.exitCode, made.stderr).toBe(0);
  const { exitCode, stdout } = await bcf(['check', next.path, '--json']);
  const { result, diagnostics, inputs } = JSON.parse(stdout);
  const reconciled = JSON.parse((await bcf(['reconcile', next.path, '--json'])).stdout);
  const codes = diagnostics.map(({ code }: { code: string }) => code);
  const rows = inputs.map((input: { rows: number }) => input.rows).filter((count: number) => count > 0);
  return { next, exitCode, found: { codes, rows, checks: result.checks, result: reconciled.result } };
}

test.each(Object.entries(ways))(
  'what a fund begins with is read in the next year where it was written with %s',
  async (_, way) => {
    const plain = await yearAfter(await lastYear((rows) => ({ rows }), inBlock));
    const described = await yearAfter(await lastYear(way, inBlock));
    expect(plain.exitCode).toBe(0);
    expect([described.exitCode, described.found]).toEqual([0, plain.found]);
  },
);

test('what a fund begins with has an entry of its own, and last year’s stays to be put in force again', async () => {
  const way = ways['debits and credits'] ?? (() => undefined);
  const { next } = await yearAfter(await lastYear(way, inBlock));
  expect(await next.read('README.txt')).toMatch(
    /would\s+not\s+read:\s+plan\.csv,\s+schemes\.csv\s+and\s+ledgers\/opening\.csv\./,
  );
  const text = await next.read('agreement.yaml');
  const [, list = ''] = text.split('\nledgers:\n');
  expect(list.split('\n').slice(0, 7)).toEqual([
    '  - { kind: plan, files: plan.csv, unit: pounds }',
    '  - { kind: schemes, files: schemes.csv, unit: pounds }',
    '  - { kind: opening, files: ledgers/opening.csv, unit: pounds }',
    expect.stringMatching(/^ {2}# FILL IN: by this entry last year’s file was read\./),
    '#  - { kind: plan, files: plan.csv, unit: pounds, columns: { amount: { debit: Dr, credit: Cr } } }',
    expect.stringMatching(/^ {2}# FILL IN: by this entry last year’s file was read\./),
    '#  - { kind: schemes, files: schemes.csv, unit: pounds, columns: { amount: { debit: Dr, credit: Cr } } }',
  ]);
});

test('where the ledgers stand in one pair of brackets, their entries are put before the others', async () => {
  const way = ways['the sign turned'] ?? (() => undefined);
  const fund = await lastYear(way, inBlock);
  const text = await fund.read('agreement.yaml');
  const [before = '', list = ''] = text.split('\nledgers:\n');
  const entries = list
    .trim()
    .split('\n')

    .map((line) => line.replace(/^ *- /, ''));
  await fund.write('agreement.yaml', `${before}\nledgers: [\n  ${entries.join(',\n  ')}\n]\n`);
  const { exitCode } = await yearAfter(fund);
  expect(exitCode).toBe(0);
});

test('a table of codes that is a workbook goes with the fund', async () => {
  const way = ways['a table of codes'] ?? (() => undefined);
  const fund = await lastYear(way, inBlock);
  const described = 'map: { heading: { by: Centre, table: maps/gl.xlsx } }';
  const headings = ['sc', 'oo', 'sch', 'perf', 'dfg'].map((heading, nth): [string, string] => [heading, `C${nth}`]);
  const lines = headings.map(([heading, code]) => [code, heading]);
  await putWorkbook(fund, 'maps/gl.xlsx', [{ name: 'Codes', rows: [['Centre', 'heading'], ...lines] }]);
  await fund.edit(
    'agreement.yaml',
    'files: ledgers/expenditure*.csv, unit: pounds }',
    `files: ledgers/expenditure*.csv, unit: pounds, ${described} }`,
  );
  const rows = (await fund.read('ledgers/expenditure.csv')).trim().split('\n');
  const at = rows[0]?.split(',').indexOf('heading') ?? 0;
  const codes = new Map([['heading', 'Centre'], ...headings]);
  const coded = rows.map((row) =>
    row
      .split(',')
      .map((cell, nth) => (nth === at ? (codes.get(cell) ?? '') : cell))
      .join(','),
  );
  await fund.write('ledgers/expenditure.csv', coded.join('\n'));
  const { next } = await yearAfter(fund);
  await next.write('ledgers/expenditure-new.csv', coded.slice(0, 2).join('\n').replaceAll('2015', '2016'));
  const { diagnostics } = JSON.parse((await bcf(['check', next.path, '--json'])).stdout);
  expect(diagnostics.filter((one: { class: string }) => one.class === 'input')).toEqual([]);
});

test('a constant that is a body which gives way is its successor in the next year', async () => {
  const fund = await lastYear((rows) => ({ rows }), inBlock);
  await fund.edit('agreement.yaml', 'locality: AA }\n', 'locality: AA, successor: B1 }\n');
  await fund.edit(
    'agreement.yaml',
    '  - { kind: activity',
    '  - { kind: expenditure, files: ledgers/gl-*.csv, unit: pounds, constants: { schedule: A1, applied_by: A1, source: min } }\n  - { kind: activity',
  );
  // Of two bodies that become one, two lines of the pro-forma would be.
  await fund.edit('pro-forma.csv', '"Schemes of Beta","B1","","sch"\n', '');
  await fund.write('ledgers/gl-alpha.csv', 'date,heading,amount,reference\n2015-06-20,sch,0.01,G1\n');
  const { next, exitCode } = await yearAfter(fund);
  expect(exitCode).toBe(0);
  expect(await next.read('agreement.yaml')).toContain('constants: { schedule: B1, applied_by: B1, source: min }');
});
