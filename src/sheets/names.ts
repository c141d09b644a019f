import type { NamedRange } from './sheet.js';

/** What a workbook of Excel says of its names and tables. */
interface Named {
  readonly namedRanges?: readonly { readonly name: string; readonly range: string }[];
  readonly sheets: readonly {
    readonly name: string;
    readonly tables?: readonly { readonly name: string; readonly displayName?: string; readonly range?: string }[];
  }[];
}

const ofSheet = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;

/** The names and the tables of a workbook of Excel, where they are one list. */
export function namesOfXlsx({ namedRanges = [], sheets }: Named): NamedRange[] {
  const tables = sheets.flatMap(({ name: sheet, tables: own = [] }) =>
    own.flatMap(({ name, displayName, range }) =>
      range === undefined ? [] : [{ name: displayName ?? name, sheet, cells: range }],
    ),
  );
  const ranges = namedRanges.map(({ name, range }) => {
    const [, quoted, plain = '', cells = range] = ofSheet.exec(range) ?? [];
    return { name, sheet: quoted?.replaceAll("''", "'") ?? plain, cells };
  });
  return [...tables, ...ranges];
}

const namedElement = /<table:(?:named-range|database-range)\s([^>]*)>/g;
const address = /^(?:\$?(?:'((?:[^']|'')+)'|([^'.:]+)))\.([^.:]+)(?::(?:[^.:]*\.)?([^.:]+))?$/;

/** The named ranges and database ranges of a workbook of LibreOffice; those that an autofilter makes have no name of their own. */
export function namesOfOds(content: string): NamedRange[] {
  return [...content.matchAll(namedElement)].flatMap(([, attributes = '']) => {
    const name = attributeOf(attributes, 'table:name');
    const where =
      attributeOf(attributes, 'table:cell-range-address') || attributeOf(attributes, 'table:target-range-address');
    const [, quoted, plain = '', first = '', last = first] = address.exec(where) ?? [];
    if (name === '' || name.startsWith('__Anonymous')) return [];
    return [{ name, sheet: quoted?.replaceAll("''", "'") ?? plain, cells: first === '' ? where : `${first}:${last}` }];
  });
}

/** What an attribute of an element says, '' where it has none such. */
export function attributeOf(attributes: string, name: string): string {
  const [, text = ''] = new RegExp(`${name}="([^"]*)"`).exec(attributes) ?? [];
  return text
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
