import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { reportDocumentSchema } from '../../src/statement/document-schema.js';
import { type Paper, type PaperName, paperNames } from '../../src/statement/paper-schema.js';
import type { ReconciliationText } from '../../src/statement/reconciliation-schema.js';
import { amountsIn, inOrder, penceOf } from '../support/amounts.js';
import { bcfOfFixture } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';

const fund = fixture('kent-2015-16-illustrative');
const formats = ['text', 'markdown', 'csv', 'json'] as const;
type Format = (typeof formats)[number];

async function printed(paper: string, format: Format, asAt: string): Promise<string> {
  const { stdout, stderr, exitCode } = await bcfOfFixture(['report', paper, fund, '--as-at', asAt, '--format', format]);
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

function paperIn(output: string): Paper {
  const { result } = reportDocumentSchema.parse(JSON.parse(output));
  if (result === undefined) throw new Error('no paper');
  return result.paper;
}

type Cell = Paper['pages'][number]['tables'][number]['rows'][number]['cells'][number];

function shown(cell: Cell): string {
  if (cell.kind === 'money') return cell.pounds ?? '';
  return cell.kind === 'text' ? cell.text : (cell.percent ?? '');
}

/** The cells of every row of a printed paper, parsed back out of the format. */
function rowsIn(output: string, format: Format): string[][] {
  switch (format) {
    case 'text':
      return output.split('\n').map((line) => line.trim().split(/ {2,}/));
    case 'markdown':
      return output
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .map((line) => line.slice(2, -2).replaceAll('**', '').split(' | '));
    case 'csv':
      return parse(output).map((row: string[]) => row.slice(3).filter((cell) => cell !== ''));
    case 'json':
      return paperIn(output).pages.flatMap(({ tables }) =>
        tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(shown))),
      );
  }
}

/** The amounts of each row that begins with a label. */
function rowsOf(rows: readonly (readonly string[])[], label: string): bigint[][] {
  return rows.filter(([first]) => first?.trim() === label).map(([, ...cells]) => amountsIn(cells.join('  ')));
}

const flow = ({ flowOfFunds }: ReconciliationText) => flowOfFunds.totals;
const each = (...amounts: readonly (string | undefined)[]) => amounts.map(penceOf);
const size = (pence: bigint) => (pence < 0n ? -pence : pence);
const known = (pence: bigint) => (pence === 0n ? [] : [size(pence)]);

/** Of each paper, rows that must end in what the reconciliation says. */
const expected: Readonly<Record<PaperName, (one: ReconciliationText) => readonly (readonly [string, bigint[]])[]>> = {
  'pro-forma': (one) => {
    const { plan, actual, forecast } = flow(one).applications;
    return [['Overall totals', each(plan, actual, forecast)]];
  },
  quarterly: (one) => {
    const { sources, applications, balance } = flow(one);
    const { plan, virements, actual, forecast, variance } = one.varianceTotals;
    const moved = one.virements.length === 0 ? [] : each(virements);
    return [
      ['Total', each(sources.actual, sources.forecast)],
      ['Total', each(applications.actual, applications.forecast)],
      ['Balance', each(balance.actual, balance.forecast)],
      ['Over- and underspends', [...each(plan), ...moved, ...each(actual, forecast), ...known(penceOf(variance))]],
    ];
  },
  annual: (one) => {
    const { sources, applications, balance, difference } = flow(one);
    const outstanding = each(...one.contributions.map((line) => line.outstanding)).reduce((a, b) => a + b, 0n);
    const net = penceOf(difference.actual) + outstanding;
    return [
      ['Total', each(sources.actual)],
      ['Total', each(applications.actual)],
      [net < 0n ? 'Net deficit' : 'Net surplus', [net]],
      [one.fund.asAt === 'Q4' ? 'Balance carried forward' : 'Balance to date', [penceOf(balance.actual) + outstanding]],
      ['of which held by the host', each(balance.actual)],
    ];
  },
  dfg: (one) => {
    const grant = one.flowOfFunds.applications.find(({ code }) => code === 'disabled-facilities-grant');
    const fence = one.ringFences.find(({ heading }) => heading === 'disabled-facilities-grant');
    return [
      ['All', [penceOf(grant?.actual), penceOf(grant?.plan) - penceOf(grant?.actual)]],
      [
        'Disabled facilities grant',
        each(fence?.available, fence?.received, fence?.spent, fence?.held, fence?.forecast),
      ],
    ];
  },
  aggregate: (one) => {
    const isVired = one.virements.length > 0;
    const figures = (line: ReconciliationText['flowOfFunds']['totals']['sources'], moved = '0.00') =>
      each(line.plan, ...(isVired ? [moved] : []), line.actual, line.forecast);
    return [
      ['Total', figures(flow(one).applications)],
      ...one.byPartner.map(({ label, applications }): [string, bigint[]] => [label, figures(applications)]),
    ];
  },
  return: (one) => {
    const { sources, applications } = flow(one);
    const row = (annual: string | undefined, pooled: string | undefined) => [
      ...each(annual, pooled),
      penceOf(annual) - penceOf(pooled),
    ];
    return [
      ['Plan', row(sources.plan, sources.plan)],
      ['Plan', row(applications.plan, applications.plan)],
      ['Forecast', row(sources.forecast, sources.plan)],
      ['Forecast', row(applications.forecast, applications.plan)],
      ['Actual', row(sources.actual, sources.plan)],
      ['Actual', row(applications.actual, applications.plan)],
    ];
  },
};

const cases = paperNames.flatMap((paper) => (['Q1', 'Q2', 'Q3', 'Q4'] as const).map((asAt) => ({ paper, asAt })));

describe('every report of the illustrative year adds up to the reconciliation, in every format', () => {
  test.each(cases)('$paper as at $asAt', async ({ paper, asAt }) => {
    const statement = await statementOf(fund, '--as-at', asAt);
    for (const format of formats) {
      const rows = rowsIn(await printed(paper, format, asAt), format);
      for (const [label, amounts] of expected[paper](statement)) {
        // Of the aggregate the amounts come first, and words about them last.
        const pick = (row: bigint[]) =>
          paper === 'aggregate' ? row.slice(0, amounts.length) : row.slice(-amounts.length);
        const last = rowsOf(rows, label).map(pick);
        // The columns of a CSV are those of all its tables, in the order in which they first stand.
        if (format === 'csv') {
          const holds = (row: bigint[]) => inOrder(amounts).every((amount) => row.includes(amount));
          expect(rowsOf(rows, label).some(holds), `${format}: ${label}`).toBe(true);
        } else expect(last, `${format}: ${label}`).toContainEqual(amounts);
      }
    }
  });

  test.each(cases)('$paper as at $asAt has the same amounts in each format', async ({ paper, asAt }) => {
    const json = await printed(paper, 'json', asAt);
    const { title, pages, conclusion } = paperIn(json);
    const inCells = rowsIn(json, 'json').flatMap((row) => amountsIn(row.join('  ')));
    const inWords = pages.flatMap(({ title: page, paragraphs, tables }) =>
      [page, ...paragraphs, ...tables.flatMap((table) => [table.title, ...table.notes])].flatMap(amountsIn),
    );
    const all = inOrder([...inCells, ...inWords, ...amountsIn(title), ...amountsIn(conclusion)]);
    expect(inOrder(amountsIn((await printed(paper, 'text', asAt)).replace(/\s+/g, ' ')))).toEqual(all);
    expect(inOrder(amountsIn(await printed(paper, 'markdown', asAt)))).toEqual(all);
    const csv = rowsIn(await printed(paper, 'csv', asAt), 'csv').slice(1);
    expect(inOrder(csv.flatMap((row) => amountsIn(row.join('  '))))).toEqual(inOrder(inCells));
    expect(inCells.length).toBeGreaterThan(20);
  });

  test('each total of a quarter-by-quarter table is the sum of the lines above it, and the four quarters of the year', async () => {
    const paper = paperIn(await printed('annual', 'json', 'Q4'));
    const tables = paper.pages
      .flatMap((page) => page.tables)
      .filter(({ columns }) => columns.length === 6 && columns[1]?.header === 'Q1 £');
    expect(tables.length).toBe(5);
    for (const { rows } of tables) {
      const amounts = rows.map(({ cells }) => cells.slice(1).map((cell) => penceOf(shown(cell))));
      for (const row of amounts) expect(row.slice(0, 4).reduce((a, b) => a + b, 0n)).toBe(row[4]);
      const total = amounts.at(-1) ?? [];
      const lines = amounts.slice(0, -1);
      expect(total).toEqual(total.map((_, index) => lines.reduce((sum, row) => sum + (row[index] ?? 0n), 0n)));
    }
  });
});
