import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { quarters } from '../../src/agreement/financial-year.js';
import { Figure } from '../../src/figures/figure.js';
import type { Sheet } from '../../src/pages/sheet.js';
import { tidySheet } from '../../src/pages/tidy-sheet.js';
import { sheetCsv } from '../../src/render/csv.js';
import { figuresOf, type NamedFigure } from '../../src/statement/figure-names.js';
import { reconcile } from '../../src/statement/reconcile.js';
import { resultSchema } from '../../src/statement/reconciliation-schema.js';
import { amount, count, listOf } from '../../src/statement/scalars-schema.js';
import { opened, plainLayout } from '../property/fund-files.js';
import { smallFunds } from '../property/small-fund.js';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

type Row = Readonly<Record<string, string>>;

function rowsOf(csv: string): Row[] {
  return parse(csv, { columns: true });
}

/** Each figure of a CSV: its name and its amount, from the one column of amounts that has it. */
function figuresIn(rows: readonly Row[]): string[] {
  return rows
    .filter(({ figure }) => figure !== '')
    .map(({ figure_name = '', amount_gbp = '', number = '', percent = '' }) =>
      [figure_name, [amount_gbp, number, percent].filter((text) => text !== '').join(' and ')].join(' = '),
    )
    .sort();
}

function asListed(figures: readonly Pick<NamedFigure, 'name' | 'amount'>[]): string[] {
  return figures.map(({ name, amount: text }) => `${name} = ${text}`).sort();
}

describe('every figure that --names lists stands once in the CSV of its command, with the same amount', () => {
  const year = 'kent-2015-16-illustrative';
  const of = (command: string) =>
    [
      [command, 'kent-2015-16', ''],
      [command, year, ''],
      [command, year, '--as-at Q2'],
    ] as const;
  test.each([
    ...['reconcile', 'performance', 'variance', 'settle'].flatMap(of),
    ['performance --what-if *=-2.1% --sensitivity', year, '--as-at Q2'] as const,
  ])('bcf %s %s %s', async (command, fund, asAt) => {
    const args = [...command.split(' '), fixture(fund), ...asAt.split(' ').filter((part) => part !== '')];
    const { stdout: csv } = await bcf([...args, '--format', 'csv']);
    const { stdout: names } = await bcf([...args, '--names', '--format', 'csv']);
    const listed = rowsOf(names).map(({ name = '', amount: text = '' }) => ({ name, amount: text }));
    expect(figuresIn(rowsOf(csv))).toEqual(asListed(listed));
    expect(listed.length).toBeGreaterThan(0);
  });

  test('of any fund', async () => {
    const asAts = fc.option(fc.constantFrom(...quarters), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(smallFunds, asAts, async (small, asAt) => {
        const { fund } = await opened(small, plainLayout);
        if (fund === undefined) throw new Error('a made-up fund cannot be read');
        const { result } = reconcile(fund, asAt);
        const csv = sheetCsv(tidySheet(result.fund, [{ schema: resultSchema, value: result }]));
        expect(figuresIn(rowsOf(csv))).toEqual(asListed(figuresOf(resultSchema, result)));
      }),
      { seed: 20_150_401, numRuns: 15 },
    );
  });
});

describe('a tidy table follows from a schema', () => {
  const fund = { name: 'A fund', year: '2015/16' };
  const schema = z.strictObject({
    totals: z.strictObject({ plan: amount, actual: amount.optional() }),
    lines: listOf(
      { heading: 'code' },
      z.strictObject({
        code: z.string(),
        label: z.string(),
        plan: amount,
        provenance: z.strictObject({ plan: z.enum(['stated', 'derived']) }),
        borneBy: listOf({ partner: 'partner' }, z.strictObject({ partner: z.string(), daysLate: count })),
      }),
    ),
    left: z.array(z.strictObject({ paidOn: z.string() })),
  });
  const value = {
    totals: { plan: Figure.stated('money', 'all that is planned', -100n) },
    lines: [
      {
        code: 'a',
        label: '=1+1',
        plan: Figure.stated('money', 'what is planned', 200n),
        provenance: { plan: 'derived' },
        borneBy: [{ partner: 'P', daysLate: Figure.stated('number', 'days late', 3n) }],
      },
    ],
    left: [{ paidOn: '2015-04-01' }],
  };
  const rows = rowsOf(sheetCsv(tidySheet(fund, [{ schema, value }])));
  const known = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text !== '')));

  test('a row a figure and a row an item without one; codes, words and provenance are columns', () => {
    const ofFund = { fund: 'A fund', year: '2015/16' };
    expect(known).toEqual([
      { ...ofFund, table: 'totals', figure: 'plan', amount_gbp: '-1.00', figure_name: 'totals.plan' },
      {
        ...ofFund,
        table: 'lines',
        figure: 'plan',
        amount_gbp: '2.00',
        provenance: 'derived',
        heading: 'a',
        code: 'a',
        label: "'=1+1",
        figure_name: 'lines[heading=a].plan',
      },
      {
        ...ofFund,
        table: 'lines.borne-by',
        figure: 'days-late',
        number: '3',
        heading: 'a',
        partner: 'P',
        figure_name: 'lines[heading=a].borne-by[partner=P].days-late',
      },
      { ...ofFund, table: 'left', paid_on: '2015-04-01' },
    ]);
  });

  test('the columns are those of the schema, whatever is known', () => {
    const nothing: Sheet = tidySheet(fund, [{ schema, value: {} }]);
    expect(nothing.rows).toEqual([]);
    expect(nothing.columns).toEqual(Object.keys(rows[0] ?? {}));
  });
});
