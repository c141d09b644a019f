import { attributeOf } from './names.js';

/** How a number is shown that is seen as another than it is. */
export type ShownAs = 'percent' | 'scaled';

/** The cells of a sheet whose numbers are shown as others, by `row,column` from 0. */
export type FormatsOfSheet = ReadonlyMap<string, ShownAs>;

const dataStyle =
  /<number:(?:number|currency|percentage)-style\s([^>]*)>(.*?)<\/number:(?:number|currency|percentage)-style>/gs;
const cellStyle = /<style:style\s([^>]*style:family="table-cell"[^>]*)>/g;
const part = /<table:(table|table-column|table-row|table-cell|covered-table-cell)(\s[^>]*)?>/g;

/**
 * The formats of a workbook of LibreOffice that show numbers as others, sheet by sheet: the library that reads it knows
 * neither the factor of a format nor the styles of columns, rows and whole workbooks.
 */
export function formatsInOds(content: string, styles: string): FormatsOfSheet[] {
  const scaled = scaledStyles(content, styles);
  if (scaled.size === 0 && !content.includes('office:value-type="percentage"')) return [];
  const sheets: Map<string, ShownAs>[] = [];
  let columns: string[] = [];
  let [row, nextRow, column, ofRow] = [0, 0, 0, ''];
  for (const [, name, attributes = ''] of content.matchAll(part)) {
    const repeated = (of: 'rows' | 'columns') => Number(attributeOf(attributes, `table:number-${of}-repeated`) || '1');
    const standard = () => attributeOf(attributes, 'table:default-cell-style-name');
    if (name === 'table') {
      sheets.push(new Map());
      columns = [];
      nextRow = 0;
    } else if (name === 'table-column') {
      for (let nth = Math.min(repeated('columns'), mostColumns); nth > 0; nth -= 1) columns.push(standard());
    } else if (name === 'table-row') {
      [row, column, ofRow] = [nextRow, 0, standard()];
      nextRow += repeated('rows');
    } else {
      const last = column + Math.min(repeated('columns'), mostColumns);
      const isNumber = /office:value-type="(?:float|currency|percentage)"/.test(attributes);
      for (; column < last; column += 1) {
        if (!isNumber) continue;
        const style = attributeOf(attributes, 'table:style-name') || ofRow || columns[column] || '';
        const shownAs = attributes.includes('"percentage"') ? 'percent' : scaled.has(style) ? 'scaled' : undefined;
        // Of rows that stand several times in one element the first is enough: the workbook is refused for it.
        if (shownAs !== undefined) sheets.at(-1)?.set(`${row},${column}`, shownAs);
      }
    }
  }
  return sheets;
}

const mostColumns = 16_384;

/** The styles of cells by which a number is shown divided: by a factor of their own format, or of the style that they follow. */
function scaledStyles(content: string, styles: string): ReadonlySet<string> {
  const [own, common] = [scaledFormats(content), scaledFormats(styles)];
  const scaled = new Set<string>();
  const take = (text: string, isScaled: (format: string) => boolean): void => {
    for (const [, attributes = ''] of text.matchAll(cellStyle)) {
      const format = attributeOf(attributes, 'style:data-style-name');
      const follows = scaled.has(attributeOf(attributes, 'style:parent-style-name'));
      if (format === '' ? follows : isScaled(format)) scaled.add(attributeOf(attributes, 'style:name'));
    }
  };
  take(styles, (format) => common.get(format) === true);
  take(content, (format) => own.get(format) ?? common.get(format) === true);
  return scaled;
}

/** Formats by name, and whether each divides, or hands on to one that does. */
function scaledFormats(text: string): ReadonlyMap<string, boolean> {
  const formats = [...text.matchAll(dataStyle)].map(([, attributes = '', body = '']) => ({
    name: attributeOf(attributes, 'style:name'),
    divides: /number:display-factor="(?!1")/.test(body),
    others: [...body.matchAll(/style:apply-style-name="([^"]*)"/g)].map(([, other = '']) => other),
  }));
  const dividing = new Set(formats.filter(({ divides }) => divides).map(({ name }) => name));
  return new Map(formats.map(({ name, others }) => [name, [name, ...others].some((one) => dividing.has(one))]));
}
