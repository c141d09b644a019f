import { type Cell, type CellStyle, type ConditionalRule, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import {
  type Content,
  differsWord,
  headerRows,
  type SheetCell,
  turnedWord,
  type Workbook,
  type WorkbookSheet,
} from '../workbook/model.js';
import { cellName, sheetPrefix } from '../workbook/references.js';
import { differs, fontName, fontSizes, looks, numberFormat } from './sheet-looks.js';

/** No day of writing: the same workbook is the same bytes. */
const noDay = new Date(0);

/** A workbook as XLSX. */
export async function xlsxBytes({ title, subject, purpose, sheets, names }: Workbook): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => sheetIn(sheet, purpose)),
    properties: { title, subject, creator: 'bcf', created: noDay, modified: noDay, custom: { Language: 'en-GB' } },
    namedRanges: [...names.map(({ name, cell }) => ({ name, range: cell })), ...sheets.flatMap(repeatedRows)],
    defaultFont: { name: fontName, size: fontSizes[purpose] },
    activeSheet: 0,
  });
}

function sheetIn(sheet: WorkbookSheet, purpose: Workbook['purpose']): WriteSheet {
  const { name, rows, widths, heights, frozen, isProtected, table } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, line] of rows.entries()) {
    for (const [column, cell] of line.entries())
      if (cell !== undefined) cells.set(`${row},${column}`, cellIn(cell, purpose));
  }
  return {
    name,
    rows: [],
    cells,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    conditionalRules: differing(sheet),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(frozen && (frozen.rows > 0 || frozen.columns > 0) && { freezePane: frozen }),
    ...(isProtected && {
      // What is true here may be done: a column made wider, and a formula looked at.
      protection: { sheet: true, formatColumns: true, formatRows: true, selectLockedCells: true },
    }),
    ...(table && {
      tables: [
        {
          name: table.name,
          range: `A${table.firstRow + 1}:${cellName({ column: table.headers.length - 1, row: table.lastRow })}`,
          columns: table.headers.map((header) => ({ name: header })),
          showAutoFilter: false,
          showRowStripes: false,
          style: 'TableStyleLight1',
        },
      ],
    }),
  };
}

/** The header of a table is printed on each of its pages. */
function repeatedRows(sheet: WorkbookSheet): { name: string; range: string; scope: string }[] {
  const header = headerRows(sheet);
  if (header === undefined) return [];
  const range = `${sheetPrefix(sheet.name)}$${header.first + 1}:$${header.last + 1}`;
  return [{ name: '_xlnm.Print_Titles', range, scope: sheet.name }];
}

/** Where a verdict says that something differs it is red. */
function differing({ rows }: WorkbookSheet): ConditionalRule[] {
  const spots = rows.flatMap((line, row) =>
    line.flatMap((cell, column) => (cell?.look === 'verdict' ? [cellName({ column, row })] : [])),
  );
  const [first] = spots;
  if (first === undefined) return [];
  const last = cellName({
    column: Math.max(...rows.map(({ length }) => length)) - 1,
    row: rows.length - 1,
  });
  const style = { font: { bold: true, color: { rgb: differs } } };
  return [differsWord, turnedWord].map((word, index) => ({
    type: 'cellIs',
    operator: 'equal',
    priority: index + 1,
    formula: `"${word}"`,
    style,
    range: `A1:${last}`,
  }));
}

function cellIn(cell: SheetCell, purpose: Workbook['purpose']): Partial<Cell> {
  return { ...valueIn(cell.content), style: styleIn(cell, purpose) };
}

function valueIn(content: Content): Partial<Cell> {
  switch (content.kind) {
    case 'words':
      return { value: content.text };
    case 'number':
      return { value: Number(content.exact) };
    case 'formula':
      return { formula: content.formula, formulaResult: Number(content.exact) };
    case 'verdict':
      return { formula: content.formula, formulaResult: content.text };
    case 'link': {
      const location = `${sheetPrefix(content.sheet)}A1`;
      return { value: content.text, hyperlink: { target: `#${location}`, location } };
    }
  }
}

const styles = new Map<string, CellStyle>();

/** A style once for all cells that have it. */
function styleIn({ content, look, indent = 0, align }: SheetCell, purpose: Workbook['purpose']): CellStyle {
  const shape = content.kind === 'number' || content.kind === 'formula' ? content.shape : undefined;
  const isLink = content.kind === 'link';
  const key = JSON.stringify([shape, isLink, look, indent, align, purpose]);
  const known = styles.get(key);
  if (known !== undefined) return known;
  const {
    size = fontSizes[purpose],
    isBold = false,
    isItalic = false,
    colour = isLink ? '0B4A80' : '16202B',
    fill,
    line,
    wraps,
  } = looks[look];
  const edge = { style: 'thin' as const, color: { rgb: '66727F' } };
  const style: CellStyle = {
    font: {
      name: fontName,
      size,
      bold: isBold,
      italic: isItalic,
      color: { rgb: colour },
      ...(isLink && { underline: true }),
    },
    alignment: {
      vertical: 'top',
      ...(wraps && shape === undefined && { wrapText: true }),
      // An indent counts only from a side.
      ...(indent > 0 && { horizontal: 'left', indent }),
      ...(align && { horizontal: align }),
    },
    protection: { locked: look !== 'input' },
    ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(line !== undefined && { border: line === 'above' ? { top: edge } : { bottom: edge } }),
    ...(shape !== undefined && { numFmt: numberFormat(shape, purpose) }),
  };
  styles.set(key, style);
  return style;
}
