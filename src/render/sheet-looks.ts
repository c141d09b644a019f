import type { Look, NumberShape, Workbook } from '../workbook/model.js';

/** How a cell looks: colours without their mark, sizes in points. */
export interface LookOfCell {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  readonly line?: 'above' | 'below';
  /** Whether words that are too long go on below, and not over the next cell. */
  readonly wraps?: boolean;
}

export const fontName = 'Arial';
/** In points: of a publication large enough for all to read. */
export const fontSizes = { working: 10, publication: 12 } as const;

/** Red is for what differs alone; an input has a colour because it may be changed. */
export const looks: Readonly<Record<Look, LookOfCell>> = {
  title: { size: 16, isBold: true, colour: '0B4A80' },
  heading: { size: 12, isBold: true, colour: '0B4A80' },
  note: { colour: '4D5967' },
  prose: { wraps: true },
  header: { isBold: true, fill: 'E6ECF2', line: 'below', wraps: true },
  head: { isBold: true, wraps: true },
  line: { wraps: true },
  total: { isBold: true, line: 'above', wraps: true },
  input: { fill: 'FFF4D1', wraps: true },
  said: { isItalic: true, colour: '4D5967' },
  verdict: { colour: '1D6456' },
};

export const differs = 'A4250C';

/** The format of a number: negative in brackets, which hang; in a publication with a minus, as screen readers say it. */
export function numberFormat(shape: NumberShape, purpose: Workbook['purpose']): string {
  const plain =
    typeof shape === 'string'
      ? plainFormats[shape]
      : `#,##0${shape.decimals > 0 ? '.' : ''}${'0'.repeat(shape.decimals)}`;
  return purpose === 'publication' ? plain : `${plain}_);(${plain})`;
}

const plainFormats: Readonly<Record<Extract<NumberShape, string>, string>> = {
  pounds: '#,##0.00',
  millions: '#,##0.000,,',
  count: '#,##0',
  percent: '0.00',
};
