import { describe, expect, test } from 'vitest';
import { openFund } from '../../src/fund/open-fund.js';
import { explainControls } from '../../src/trace/controls.js';
import type { DocumentFigures } from '../../src/trace/document-figures.js';
import { explainAll } from '../../src/trace/explain-all.js';
import { documentOf, outlineOf, wantRows } from '../../src/trace/outline.js';
import { PostedRows } from '../../src/trace/posted-rows.js';
import { touchedBy } from '../../src/trace/touched.js';
import { cut } from '../../src/trace/tree.js';
import { fixture } from '../support/fund-folder.js';
import { addsUp } from '../support/traced-trees.js';

async function treesOf(name: string, asAt?: 'Q1' | 'Q2' | 'Q3' | 'Q4') {
  const { fund } = await openFund(fixture(name));
  if (fund === undefined) throw new Error(`${name} cannot be read`);
  const { all } = explainAll(fund, asAt);
  const rows = new PostedRows(3);
  const trees = all.names.map((figure) => outlineOf(cut(all.node(figure), 99), fund.agreement));
  for (const tree of trees) wantRows(tree, { first: rows });
  await openFund(fixture(name), name, [], rows.watch);
  return { all, documents: trees.map((tree) => documentOf(tree, { first: rows })) };
}

describe('the whole tree below every figure adds up, down to the rows', () => {
  test.each([
    ['kent-2015-16', undefined],
    ['kent-2015-16-illustrative', 'Q2'],
    ['kent-2015-16-illustrative', 'Q4'],
  ] as const)('%s as at %s', async (name, asAt) => {
    const { all, documents } = await treesOf(name, asAt);
    expect(documents.map((document) => document.name)).toEqual(all.names);
    const looked = documents.reduce((count, document) => count + addsUp(document), 0);
    expect(looked).toBeGreaterThan(all.names.length * 2);
  });
});

describe('controls', () => {
  function everyControl(all: DocumentFigures | undefined): number {
    const names = (all?.names ?? []).filter((name) => !name.startsWith('checks['));
    for (const name of names) expect(all?.node(name).name).toBe(name);
    return names.length;
  }

  test('what was found, what is printed and the difference come to what bcf check says', async () => {
    const { fund } = await openFund(fixture('kent-2015-16'), 'kent', ['controls', 'tables']);
    if (fund === undefined) throw new Error('Kent cannot be read');
    expect(everyControl(explainControls({ fund, asAt: undefined }).all)).toBe(1_038);
  });
});

describe('from a row to its figures', () => {
  test('a row is in a figure just where the trace of the figure lists it', async () => {
    const { fund } = await openFund(fixture('kent-2015-16-illustrative'));
    if (fund === undefined) throw new Error('the illustrative fund cannot be read');
    const traced = explainAll(fund, 'Q2');
    const trees = traced.all.names.map((figure) => outlineOf(cut(traced.all.node(figure), 99), fund.agreement));
    const rows = new PostedRows(1_000_000);
    for (const tree of trees) wantRows(tree, { first: rows });
    const entries = new Map<string, Parameters<typeof touchedBy>[1]>();
    await openFund(fixture('kent-2015-16-illustrative'), 'kent', [], (row) => {
      rows.watch(row);
      entries.set(`${row.cells.file}:${row.cells.line}`, { entry: row.entry });
    });
    const places = [
      'ledgers/expenditure-kcc-q2.csv:9',
      'ledgers/contributions-ccgs.csv:30',
      'ledgers/activity.csv:4',
      'plan.csv:9',
    ];
    for (const place of places) {
      const [file = '', line = ''] = place.split(':');
      const row = entries.get(place);
      if (row === undefined) throw new Error(`no row at ${place}`);
      const touched = touchedBy(traced, row, { file, line: Number(line) }).map(({ name }) => name);
      const listing = trees
        .map((tree) => documentOf(tree, { first: rows }))
        .filter((document) => JSON.stringify(document).includes(`"file":"${file}","line":${line}`))
        .map(({ name }) => name);
      expect(touched.length, place).toBeGreaterThan(3);
      expect(touched, place).toEqual(expect.arrayContaining(listing));
      // A trace cut where a figure was shown before lists its rows once only: no figure is touched that has no path to the row.
      expect(
        touched.filter((name) => !listing.includes(name)),
        place,
      ).toEqual([]);
    }
  });
});
