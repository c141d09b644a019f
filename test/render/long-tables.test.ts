import { expect, test } from 'vitest';
import { plainStyle } from '../../src/render/style.js';
import { textTable } from '../../src/render/text-table.js';
import { type CellTable, figureColumn, listing, money, wordColumn, words } from '../../src/statement/cell-table.js';
import { bcf } from '../support/bcf.js';
import { FundFolder } from '../support/fund-folder.js';

function tableOf(rows: CellTable['rows']): CellTable {
  return { title: 'A table', columns: [wordColumn('Who', 20), figureColumn('£')], rows, notes: [] };
}

function rowsFrom(first: number, count: number): CellTable['rows'] {
  return Array.from({ length: count }, (_, index) => ({
    cells: [words(`Body ${first + index} that bears a part of it`), money(`${(first + index) * 1000}.00`)],
  }));
}

test('a long table is the same text as its stretches, in columns of one width', () => {
  const widest = rowsFrom(1000, 1);
  const lines = (rows: CellTable['rows']) => textTable(tableOf(rows), plainStyle(200)).split('\n').slice(2);
  const whole = lines([...rowsFrom(1, 400), ...widest]);
  const apart = Array.from({ length: 40 }, (_, index) => lines([...rowsFrom(1 + index * 10, 10), ...widest]));
  const height = lines(widest).length;
  expect(whole.slice(0, -height)).toEqual(apart.flatMap((stretch) => stretch.slice(0, -height)));
});

test('a list of more than twelve is cut where it is read, and whole where it is taken up', () => {
  const items = Array.from({ length: 100 }, (_, index) => `Body ${index} £1.00`);
  const text = `to pay: ${items.join(', ')}; and more`;
  const cell = listing(text, items);
  expect(cell).toMatchObject({ kind: 'text', text });
  const shown = textTable(tableOf([{ cells: [cell, money('1.00')] }]), plainStyle(200)).replace(/\s+/g, ' ');
  expect(shown).toContain('Body 11 £1.00 and 88 more: --all; and more');
  expect(shown).not.toContain('Body 12');
  expect(listing('a, b', ['a', 'b'])).toEqual(words('a, b'));
});

/** A fund of many CCGs that share by what they contribute. */
function fundOf(count: number): Promise<FundFolder> {
  const codes = Array.from({ length: count }, (_, index) => `P${String(index).padStart(3, '0')}`);
  return FundFolder.of({
    'agreement.yaml': `fund: { name: Big fund, year: 2015/16 }
unit: pounds
partners:
  - { code: CC, scheme: local, name: Example Council, kind: county-council }
${codes.map((code) => `  - { code: ${code}, scheme: ods, name: CCG ${code}, kind: ccg }`).join('\n')}
groups: [{ code: ccgs, name: CCGs, members: [${codes.join(', ')}] }]
pools: [{ code: main, name: Pooled fund, host: CC }]
sources: [{ code: minimum, name: CCG minimum, nature: revenue }]
headings: [{ code: care, name: Care, nature: revenue, applied_by: ccgs, allocation: ${count * 1000} }]
contributions:
${codes.map((code) => `  - { partner: ${code}, source: minimum, amount: 1000 }`).join('\n')}
rules:
  - { id: balance, kind: balance, clause: para 1 }
  - { id: sharing, kind: variance, clause: para 2, policy: pro-rata }
ledgers:
  - { kind: plan, files: plan.csv, unit: pounds }
  - { kind: forecast, files: ledgers/forecast.csv, unit: pounds }
`,
    'plan.csv': `contributor,source,heading,applied_by,amount,provenance
${codes.map((code) => `${code},minimum,care,${code},1000,stated`).join('\n')}
`,
    'ledgers/forecast.csv': `as_at,schedule,applied_by,heading,scheme,amount
${codes.map((code, index) => `Q1,${code},${code},care,,${1000 + index}.55`).join('\n')}
`,
  });
}

test.each([['variance'], ['reconcile', '--full'], ['report', 'quarterly'], ['diff', '--by', 'partner']])(
  '%s %s: who bears is capped in text, whole with --all, and whole in JSON and CSV',
  async (...command) => {
    const { path } = await fundOf(15);
    const [name = '', ...rest] = command;
    const run = async (...flags: readonly string[]) => {
      const args = name === 'report' ? [name, ...rest, path] : [name, path, ...rest];
      return (await bcf([...args, ...flags])).stdout.replace(/\s+/g, ' ');
    };
    const text = await run();
    expect(text).toContain('and 3 more: --all');
    const all = await run('--all');
    expect(all).not.toContain('more: --all');
    expect(all).toMatch(/CCG P014( pays| holds)? £/);
    expect(await run('--json')).toMatch(/CCG P014( pays| holds)? £/);
    const csv = await run('--format', 'csv');
    expect(csv).toContain('P014');
    expect(csv).not.toContain('more: --all');
  },
);
