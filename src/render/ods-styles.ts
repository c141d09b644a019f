import {
  differsWord,
  type Look,
  type NumberShape,
  type SheetCell,
  turnedWord,
  type Workbook,
} from '../workbook/model.js';
import { differs, fontName, fontSizes, looks } from './sheet-looks.js';
import { element } from './xml.js';

/** The styles of a workbook as OpenDocument has them: each once, by what a cell has of look, number, indent and place. */
export class OdsStyles {
  readonly #purpose: Workbook['purpose'];
  readonly #names = new Map<string, string>();
  readonly #elements: string[] = [];

  constructor(purpose: Workbook['purpose']) {
    this.#purpose = purpose;
  }

  /** The elements of all styles that were asked for. */
  get elements(): string {
    return this.#elements.join('');
  }

  /** The style of a cell. */
  ofCell({ content, look, indent = 0, align }: SheetCell): string {
    const shape = content.kind === 'number' || content.kind === 'formula' ? content.shape : undefined;
    return this.#named('ce', JSON.stringify([look, shape, indent, align]), (name) => {
      const data = shape && this.#ofNumber(shape);
      return cellStyle({ name, look, indent, align, ...(data !== undefined && { data }) }, this.#purpose);
    });
  }

  /** The style of a column of so many characters, or of a row of so many points. */
  ofLength(family: 'column' | 'row', length: number): string {
    const key = `${family} ${length}`;
    return this.#named(family === 'column' ? 'co' : 'ro', key, (name) => {
      const properties =
        family === 'column'
          ? element('style:table-column-properties', {
              'style:column-width': `${length * widthOfCharacter[this.#purpose]}pt`,
            })
          : element('style:table-row-properties', {
              'style:row-height': `${length}pt`,
              'style:use-optimal-row-height': 'false',
            });
      return element('style:style', { 'style:name': name, 'style:family': `table-${family}` }, properties);
    });
  }

  #ofNumber(shape: NumberShape): string {
    const decimals = typeof shape === 'string' ? decimalsOf[shape] : shape.decimals;
    return this.#named('N', JSON.stringify(shape), (name) =>
      element(
        'number:number-style',
        { 'style:name': name },
        element('number:number', {
          'number:min-integer-digits': 1,
          'number:decimal-places': decimals,
          'number:min-decimal-places': decimals,
          'number:grouping': 'true',
          'number:display-factor': shape === 'millions' ? 1_000_000 : undefined,
        }),
      ),
    );
  }

  #named(prefix: string, key: string, make: (name: string) => string): string {
    const own = `${prefix} ${key}`;
    const known = this.#names.get(own);
    if (known !== undefined) return known;
    const name = `${prefix}${this.#names.size + 1}`;
    this.#names.set(own, name);
    this.#elements.push(make(name));
    return name;
  }
}

/** How wide a character is, in points, at the size that each kind of workbook has. */
const widthOfCharacter = { working: 6, publication: 7 } as const;

const decimalsOf = { pounds: 2, millions: 3, count: 0, percent: 2 } as const;

interface CellLook {
  readonly name: string;
  readonly look: Look;
  readonly indent: number;
  readonly align: 'right' | undefined;
  /** The style of its number. */
  readonly data?: string;
}

function cellStyle({ name, look, indent, align, data }: CellLook, purpose: Workbook['purpose']): string {
  const { size = fontSizes[purpose], isBold, isItalic, colour = '16202B', fill, line, wraps } = looks[look];
  const edge = '0.5pt solid #66727f';
  const cell = element('style:table-cell-properties', {
    'style:cell-protect': look === 'input' ? 'none' : 'protected',
    'fo:background-color': fill && `#${fill}`,
    'fo:border-top': line === 'above' ? edge : undefined,
    'fo:border-bottom': line === 'below' ? edge : undefined,
    'fo:wrap-option': wraps && data === undefined ? 'wrap' : undefined,
    'style:vertical-align': 'top',
  });
  const paragraph = element('style:paragraph-properties', {
    'fo:text-align': align === 'right' ? 'end' : undefined,
    'fo:margin-left': indent > 0 ? `${indent * 3}mm` : undefined,
  });
  const text = element('style:text-properties', {
    'style:font-name': fontName,
    'fo:font-size': `${size}pt`,
    'fo:font-weight': isBold ? 'bold' : undefined,
    'fo:font-style': isItalic ? 'italic' : undefined,
    'fo:color': `#${colour}`,
  });
  const map =
    look === 'verdict'
      ? [differsWord, turnedWord]
          .map((word) => ({ 'style:condition': `cell-content()="${word}"`, 'style:apply-style-name': differing }))
          .map((condition) => element('style:map', condition))
          .join('')
      : '';
  return element(
    'style:style',
    { 'style:name': name, 'style:family': 'table-cell', 'style:data-style-name': data },
    ...[cell, paragraph, text, map],
  );
}

/** The style of a verdict that something differs. */
export const differing = 'Differs';

/** The styles that a document has beside those of its cells. */
export function namedStyles(purpose: Workbook['purpose']): string {
  const language = { 'fo:language': 'en', 'fo:country': 'GB' };
  const text = { 'style:font-name': fontName, 'fo:font-size': `${fontSizes[purpose]}pt`, ...language };
  return [
    element('style:default-style', { 'style:family': 'table-cell' }, element('style:text-properties', text)),
    element(
      'style:style',
      { 'style:name': differing, 'style:family': 'table-cell' },
      element('style:text-properties', { 'fo:color': `#${differs}`, 'fo:font-weight': 'bold' }),
    ),
  ].join('');
}
