import { zipBytes } from '../files/zip.js';
import {
  type Content,
  headerRows,
  type SheetCell,
  type SheetRow,
  type Workbook,
  type WorkbookSheet,
} from '../workbook/model.js';
import { cellName } from '../workbook/references.js';
import { namedStyles, OdsStyles } from './ods-styles.js';
import { openFormula } from './open-formula.js';
import { fontName } from './sheet-looks.js';
import { element, escaped } from './xml.js';

const mimeType = 'application/vnd.oasis.opendocument.spreadsheet';
const office = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = {
  'xmlns:office': `${office}:office:1.0`,
  'xmlns:style': `${office}:style:1.0`,
  'xmlns:text': `${office}:text:1.0`,
  'xmlns:table': `${office}:table:1.0`,
  'xmlns:number': `${office}:datastyle:1.0`,
  'xmlns:meta': `${office}:meta:1.0`,
  'xmlns:config': `${office}:config:1.0`,
  'xmlns:fo': `${office}:xsl-fo-compatible:1.0`,
  'xmlns:svg': `${office}:svg-compatible:1.0`,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:of': `${office}:of:1.2`,
  'office:version': '1.3',
};

/** A workbook as an OpenDocument spreadsheet. The library that writes XLSX gives ODS no widths, freeze, names or protection. */
export function odsBytes(workbook: Workbook): Uint8Array {
  const parts = ['content', 'styles', 'meta', 'settings'] as const;
  const made = {
    content: contentOf(workbook),
    styles: stylesOf(workbook),
    meta: metaOf(workbook),
    settings: settingsOf(workbook),
  };
  const manifest = element(
    'manifest:manifest',
    { 'xmlns:manifest': `${office}:manifest:1.0`, 'manifest:version': '1.3' },
    element('manifest:file-entry', { 'manifest:full-path': '/', 'manifest:media-type': mimeType }),
    ...parts.map((name) =>
      element('manifest:file-entry', { 'manifest:full-path': `${name}.xml`, 'manifest:media-type': 'text/xml' }),
    ),
  );
  return zipBytes([
    { name: 'mimetype', text: mimeType, isStored: true },
    ...parts.map((name) => ({ name: `${name}.xml`, text: document(made[name]) })),
    { name: 'META-INF/manifest.xml', text: document(manifest) },
  ]);
}

function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

function contentOf({ sheets, names, purpose }: Workbook): string {
  const styles = new OdsStyles(purpose);
  const tables = sheets.map((sheet) => tableOf(sheet, styles));
  const ranges = sheets.flatMap(({ name, table }) =>
    table === undefined
      ? []
      : [
          element('table:database-range', {
            'table:name': table.name,
            'table:target-range-address': `${quoted(name)}.A${table.firstRow + 1}:${quoted(name)}.${cellName({ column: table.headers.length - 1, row: table.lastRow })}`,
            'table:contains-header': 'true',
          }),
        ],
  );
  const named = names.map(({ name, cell }) =>
    element('table:named-range', { 'table:name': name, ...namedAddress(`$${cell.replace('!', '.')}`) }),
  );
  const body = element(
    'office:spreadsheet',
    {},
    ...tables,
    named.length === 0 ? '' : element('table:named-expressions', {}, ...named),
    ranges.length === 0 ? '' : element('table:database-ranges', {}, ...ranges),
  );
  return element(
    'office:document-content',
    namespaces,
    fontFace,
    element('office:automatic-styles', {}, styles.elements),
    element('office:body', {}, body),
  );
}

const fontFace = element(
  'office:font-face-decls',
  {},
  element('style:font-face', { 'style:name': fontName, 'svg:font-family': fontName }),
);

function stylesOf({ purpose }: Workbook): string {
  return element('office:document-styles', namespaces, fontFace, element('office:styles', {}, namedStyles(purpose)));
}

function metaOf({ title, subject }: Workbook): string {
  const of = (name: string, text: string) => element(name, {}, escaped(text));
  const meta = [
    of('dc:title', title),
    of('dc:subject', subject),
    of('dc:language', 'en-GB'),
    of('meta:generator', 'bcf'),
  ];
  return element('office:document-meta', namespaces, element('office:meta', {}, ...meta));
}

function tableOf(sheet: WorkbookSheet, styles: OdsStyles): string {
  const { name, rows, widths, heights, isProtected } = sheet;
  const columns = widths.map((width) =>
    element('table:table-column', { 'table:style-name': styles.ofLength('column', width) }),
  );
  const lines = rows.map((row, at) =>
    element(
      'table:table-row',
      { 'table:style-name': styles.ofLength('row', heights[at] ?? 0) },
      ...(row.length === 0 ? [element('table:table-cell')] : cellsOf(row, styles)),
    ),
  );
  const attributes = { 'table:name': name, 'table:protected': isProtected ? 'true' : undefined };
  return element('table:table', attributes, ...columns, ...withHeader(lines, headerRows(sheet)));
}

/** Rows of which some are printed on each page. */
function withHeader(lines: readonly string[], header: ReturnType<typeof headerRows>): readonly string[] {
  if (header === undefined) return lines;
  const { first, last } = header;
  const repeated = element('table:table-header-rows', {}, ...lines.slice(first, last + 1));
  return [...lines.slice(0, first), repeated, ...lines.slice(last + 1)];
}

function cellsOf(row: SheetRow, styles: OdsStyles): string[] {
  return row.map((cell) => (cell === undefined ? element('table:table-cell') : cellOf(cell, styles)));
}

function cellOf(cell: SheetCell, styles: OdsStyles): string {
  const { attributes, shown } = saidBy(cell.content);
  return element('table:table-cell', { 'table:style-name': styles.ofCell(cell), ...attributes }, shown);
}

/** What a cell says that it comes to, and what is shown of words; of a number its style says how. */
function saidBy(content: Content): { readonly attributes: Readonly<Record<string, string>>; readonly shown: string } {
  const words = (text: string) => element('text:p', {}, escaped(text));
  switch (content.kind) {
    case 'words':
      return { attributes: { 'office:value-type': 'string' }, shown: words(content.text) };
    case 'number':
      return { attributes: { 'office:value-type': 'float', 'office:value': content.exact }, shown: '' };
    case 'formula': {
      const formula = openFormula(content.formula);
      return {
        attributes: { 'table:formula': formula, 'office:value-type': 'float', 'office:value': content.exact },
        shown: '',
      };
    }
    case 'verdict': {
      const attributes = { 'table:formula': openFormula(content.formula), 'office:value-type': 'string' };
      return { attributes: { ...attributes, 'office:string-value': content.text }, shown: words(content.text) };
    }
    case 'link': {
      const target = { 'xlink:href': `#${quoted(content.sheet)}.A1`, 'xlink:type': 'simple' };
      const link = element('text:a', target, escaped(content.text));
      return { attributes: { 'office:value-type': 'string' }, shown: element('text:p', {}, link) };
    }
  }
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** Which rows and columns of each sheet stay where they are, and that the first sheet is shown first. */
function settingsOf({ sheets }: Workbook): string {
  const item = (name: string, type: 'int' | 'short' | 'string', value: string | number) =>
    element('config:config-item', { 'config:name': name, 'config:type': type }, String(value));
  const tables = sheets.map(({ name, frozen = { rows: 0, columns: 0 } }) => {
    const { rows, columns } = frozen;
    const split = [
      ['HorizontalSplitMode', 'HorizontalSplitPosition', 'PositionRight', columns],
      ['VerticalSplitMode', 'VerticalSplitPosition', 'PositionBottom', rows],
    ] as const;
    const items = split.flatMap(([mode, position, beyond, count]) =>
      count === 0 ? [] : [item(mode, 'short', 2), item(position, 'int', count), item(beyond, 'int', count)],
    );
    const cursor = [item('CursorPositionX', 'int', 0), item('CursorPositionY', 'int', 0)];
    return element('config:config-item-map-entry', { 'config:name': name }, ...cursor, ...items);
  });
  const view = element(
    'config:config-item-map-entry',
    {},
    item('ViewId', 'string', 'view1'),
    element('config:config-item-map-named', { 'config:name': 'Tables' }, ...tables),
    item('ActiveTable', 'string', escaped(sheets[0]?.name ?? '')),
  );
  const views = element('config:config-item-map-indexed', { 'config:name': 'Views' }, view);
  const set = element('config:config-item-set', { 'config:name': 'ooo:view-settings' }, views);
  const root = { ...namespaces, 'xmlns:ooo': 'http://openoffice.org/2004/office' };
  return element('office:document-settings', root, element('office:settings', {}, set));
}

function namedAddress(cell: string): Readonly<Record<string, string>> {
  return { 'table:base-cell-address': cell, 'table:cell-range-address': cell };
}
