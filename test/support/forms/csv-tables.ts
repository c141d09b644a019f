import { parse } from 'csv-parse/sync';
import { said } from './read-table.js';
import type { TruthTable } from './truth.js';

/**
 * Where a CSV of tables, one below the other with their columns side by side, is not those: each as one line. A column
 * without a header has a name there: the first is the line.
 */
export function differingCsvTables(csv: string, tables: readonly TruthTable[]): string[] {
  const [head = [], ...rows]: readonly (readonly string[])[] = parse(csv, { bom: true });
  const found = rows.map((row) => new Map(head.map((header, at) => [header, said(row[at] ?? '')])));
  const expected = tables.flatMap(linesOf);
  if (found.length !== expected.length) return [`${found.length} lines, not ${expected.length}`];
  if (new Set(head).size !== head.length) return [`two columns of one name: ${head.join(', ')}`];
  return expected.flatMap(({ table, cells }, line) => {
    const own = found[line] ?? new Map<string, string>();
    const place = [own.get('page') ?? '', own.get('table')].join(': ');
    const others = [...own].filter(([header, cell]) => !placed.has(header) && !cells.has(header) && cell !== '');
    return [
      ...(place === [table.page ?? '', said(table.title)].join(': ') ? [] : [`line ${line + 1}: ${place}`]),
      ...[...cells]
        .filter(([header, says]) => own.get(header) !== says)
        .map(([header, says]) => `${table.title}: ${header}: ${own.get(header)}, not ${says}`),
      ...others.map(([header, cell]) => `${table.title}: ${header}: ${cell}, not of this table`),
    ];
  });
}

const placed = new Set(['page', 'table', 'kind']);

function linesOf(table: TruthTable): { table: TruthTable; cells: ReadonlyMap<string, string> }[] {
  let unnamed = 0;
  const names = table.columns.map(({ name }) => {
    if (name !== '') return name;
    unnamed += 1;
    return unnamed === 1 ? 'line' : `note ${unnamed - 1}`;
  });
  if (new Set(names).size !== names.length) throw new Error(`${table.title}: two columns of one name`);
  return table.rows.map((row) => ({ table, cells: new Map(names.map((name, at) => [name, row[at]?.says ?? ''])) }));
}
