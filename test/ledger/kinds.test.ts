import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ourColumns } from '../../src/agreement/exports.js';
import { parseFinancialYear } from '../../src/agreement/financial-year.js';
import { columnsHolding, columnsOf, factsOf, isOfQuarters, ledgerKindNames } from '../../src/agreement/ledger-kinds.js';
import type { Holds } from '../../src/agreement/ledgers/facts.js';
import { newFund } from '../../src/begin/new-fund.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { type OpenedFund, openFund } from '../../src/fund/open-fund.js';
import { readHeader } from '../../src/ledger/header.js';
import { temporaryFolder } from '../support/fund-folder.js';

const kinds = ledgerKindNames.map((kind) => ({ kind, ...factsOf(kind), columns: columnsOf(kind) }));

describe.each(kinds)('the facts of $kind', ({ kind, columns, ...facts }) => {
  test('name its own columns, each once', () => {
    const { key, remarks, totals, nextYear, required } = facts;
    const mergedBy = typeof nextYear === 'string' ? [] : nextYear.mergedBy;
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns).toEqual(expect.arrayContaining([...key, ...Object.keys(remarks), ...mergedBy]));
    expect(key.length).toBeGreaterThan(0);
    expect(Object.keys(required)).toEqual(expect.arrayContaining([...(totals?.filled ?? [])]));
    if (totals !== undefined) expect(columnsHolding(kind, 'money')).toContain(totals.of);
  });

  test('have one column that says in which quarter a row falls, or none', () => {
    const falls: readonly Holds[] = ['day', 'quarter', 'measured-quarter'];
    const held = falls.filter((what) => columnsHolding(kind, what).length === 1);
    expect(held).toEqual(isOfQuarters(kind) ? [facts.period] : []);
    expect(columnsHolding(kind, ...falls)).toHaveLength(held.length);
  });

  test('give a header that is read, with every column and without those that a file may do without', () => {
    const entry = { ...ourColumns, kind, files: facts.files, unit: 'pounds' as const };
    for (const fields of [columns, Object.keys(facts.required)]) {
      const found: Diagnostic[] = [];
      const header = readHeader({ fields, file: facts.files, line: 1, entry, tables: new Map() }, (one) =>
        found.push(one),
      );
      expect(found).toEqual([]);
      expect([...(header?.columns.keys() ?? [])]).toEqual(fields);
    }
  });
});

/** A new fund, its forms put where ledgers stand. */
async function openedNew(): Promise<OpenedFund> {
  const year = parseFinancialYear('2026/27');
  if (year === undefined) throw new Error('no year');
  const folder = await temporaryFolder();
  for (const { path, text } of newFund('Ours', year)) {
    const file = join(folder, path.replace(/^forms/, 'ledgers'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return openFund(folder, folder, ['controls', 'pro-forma']);
}

describe('what a new fund has of each kind is read as it stands', () => {
  test.each(kinds)('$kind', async ({ kind, files, form }) => {
    const opened = await openedNew();
    const file = form?.example === undefined ? `ledgers/${kind}.csv` : files;
    const own = opened.diagnostics.filter(({ place }) => place?.file === file).map(({ code }) => code);
    const rows = form?.example?.rows ?? [];
    expect(own).toEqual(form !== undefined && rows.length === 0 ? ['BCF3004'] : []);
    const input = opened.inputs.find(({ path }) => path === file);
    expect(input?.rows).toBe(form === undefined ? undefined : rows.length);
  });
});
