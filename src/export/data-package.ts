import { bookTables } from './book-tables.js';
import { codeTables } from './code-tables.js';
import { csvRow } from './csv.js';
import type { Exported } from './exported.js';
import type { PackageTable } from './package-table.js';
import { headLines } from './plain-journal.js';

/** What every data package of bcf says of itself, so that bcf knows its own folder again. */
export const packageMark = 'bcf.datapackage';

/** A file of a data package: its text piece by piece, and how the descriptor describes it. */
export interface PackageFile {
  readonly path: string;
  readonly pieces: () => Iterable<string>;
  readonly table: PackageTable;
}

/** A file as it was written. */
export interface WrittenFile extends PackageFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** The files of a fund's data package. */
export function packageFiles(exported: Exported): PackageFile[] {
  return [...bookTables(exported), ...codeTables(exported)].map((table) => ({
    path: `${table.name}.csv`,
    pieces: () => textOf(table),
    table,
  }));
}

function* textOf({ fields, rows }: PackageTable): Generator<string> {
  yield csvRow(fields.map(({ name }) => name));
  for (const row of rows) yield csvRow(row);
}

interface Made {
  readonly version: string;
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
}

/** The descriptor: what each file holds, by Table Schema, and what the package was made from. */
export function packageDescriptor(
  exported: Exported,
  files: readonly WrittenFile[],
  { version, inputs }: Made,
): object {
  const { name, year, asAt } = exported.statement.fund;
  return {
    profile: 'tabular-data-package',
    name: slug([name, year, asAt ?? 'plan'].join(' ')),
    title: `${name}, ${year}`,
    description: headLines(exported).join('\n'),
    bcf: { format: packageMark, formatVersion: 1, version, ...(asAt !== undefined && { asAt }) },
    sources: inputs.map(({ path, sha256 }) => ({ title: path, hash: `sha256:${sha256}` })),
    resources: files.map(({ path, bytes, sha256, table }) => ({
      profile: 'tabular-data-resource',
      name: table.name,
      path,
      title: table.title,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      schema: {
        fields: table.fields.map((field) => (field.type === 'number' ? { ...field, ...plainNumber } : field)),
        missingValues: [''],
        primaryKey: table.primaryKey,
        ...(table.foreignKeys.length > 0 && { foreignKeys: table.foreignKeys }),
      },
    })),
  };
}

const plainNumber = { decimalChar: '.', bareNumber: true };

/** A name of small letters, digits and hyphens, as a package has one. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
