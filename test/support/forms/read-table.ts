/** A table as some form shows it, read back: a number as plain decimal text, words as words, nothing where nothing is known. */
export interface ReadTable {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Tables, and the amounts that stand in words beside them, in their order. */
export interface ReadForm {
  readonly tables: readonly ReadTable[];
  readonly prose: readonly string[];
}

/** What a cell says: `1,234.50`, `(1,234.50)`, `£1,234.50`, `minus £1,234.50` and `3.50%` as the number that each is. */
export function said(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const found = /^(\(|minus )?£?(-?[\d,]*\d(?:\.\d+)?)\)?%?$/.exec(words);
  if (found === null) return words;
  const [, sign = '', digits = ''] = found;
  return plainNumber(`${sign === '' ? '' : '-'}${digits.replaceAll(',', '')}`);
}

/** A number without noughts that say nothing, and without a sign where it is nil. */
export function plainNumber(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

/** A number divided by a power of ten, with every place. */
export function shifted(number: string, power: number): string {
  const [whole = '', rest = ''] = number.replace('-', '').split('.');
  const digits = whole.padStart(power + 1, '0');
  return `${number.startsWith('-') ? '-' : ''}${digits.slice(0, -power)}.${digits.slice(-power)}${rest}`;
}

/** A number to so many places, half away from nil; of fewer than none, to tens and hundreds. */
export function roundedTo(number: string, places: number): string {
  if (places < 0) return `${roundedTo(shifted(number, -places), 0)}${'0'.repeat(-places)}`;
  const [whole = '', rest = ''] = number.replace('-', '').split('.');
  const digits = BigInt(whole + rest.padEnd(places + 1, '0').slice(0, places + 1));
  const size = String((digits + 5n) / 10n).padStart(places + 1, '0');
  const text = places === 0 ? size : `${size.slice(0, -places)}.${size.slice(-places)}`;
  return `${number.startsWith('-') && BigInt(size) !== 0n ? '-' : ''}${text}`;
}

/** The amounts in pounds and pence that stand in words, without their signs, which are words too; those in £m are none. */
export function amountsOf(text: string): string[] {
  return [...text.matchAll(/\d[\d,]*\.\d\d(?![\d%m]|\.\d)/g)].map(([amount]) => said(amount));
}

/** Without columns in which nothing is known, and without what is said in words below the last line. */
function settled({ title, headers, rows }: ReadTable): ReadTable {
  const isNote = (row: readonly string[]) => row.slice(1).every((cell) => cell === '');
  const last = rows.findLastIndex((row) => !isNote(row));
  const lines = rows.slice(0, last + 1);
  const isUsed = headers.map((_, at) => lines.some((row) => (row[at] ?? '') !== ''));
  const used = (row: readonly string[]) => headers.flatMap((_, at) => (isUsed[at] ? [row[at] ?? ''] : []));
  return { title: said(title), headers: used(headers).map((header) => said(header)), rows: lines.map(used) };
}

/** Where tables of a form are not those that are expected: each as one line, with the place and both figures. */
export function differingTables(expected: readonly ReadTable[], found: readonly ReadTable[]): string[] {
  const titles = (tables: readonly ReadTable[]) => tables.map(({ title }) => said(title));
  if (titles(expected).join('\n') !== titles(found).join('\n')) {
    return [`tables: ${titles(found).join('; ')}, not ${titles(expected).join('; ')}`];
  }
  return expected.flatMap((table, at) => differingCells(settled(table), settled(found[at] ?? table)));
}

function differingCells({ title, headers, rows }: ReadTable, found: ReadTable): string[] {
  const heads = headers.flatMap((header, at) =>
    isHead(header, found.headers[at]) ? [] : [`${title}: column ${header}, not ${found.headers[at]}`],
  );
  const size = [headers.length, rows.length].join(' × ');
  const foundSize = [found.headers.length, found.rows.length].join(' × ');
  if (heads.length > 0 || size !== foundSize)
    return [`${title}: ${foundSize} columns and lines, not ${size}`, ...heads];
  return rows.flatMap((row, line) =>
    row.flatMap((cell, at) => {
      const other = found.rows[line]?.[at] ?? '';
      return other === cell ? [] : [`${title}: ${row[0]}: ${headers[at]}: ${other}, not ${cell}`];
    }),
  );
}

/** A form that cannot leave a header blank, or have it twice, gives it a name or a number of its own. */
function isHead(header: string, found: string | undefined): boolean {
  return header === '' || header === found || (found !== undefined && found.replace(/ \d+$/, '') === header);
}
