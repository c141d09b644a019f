import type { Draw } from '../../fixtures/kent-illustrative-basics.js';

/** What stands in a cell that a hand, a spreadsheet or another program has been at. */
const oddCells: Readonly<Record<string, readonly string[]>> = {
  day: [
    '',
    '2015-06-31',
    '2014-05-01',
    '1 April 2015',
    '42130',
    'Total',
    '01/04/15',
    '2015-04-03 10:20',
    '=A1',
    ' 2015-05-02',
  ],
  money: [
    '',
    '"1,234.50"',
    '(5.00)',
    '-3.20',
    '-0.00',
    '12',
    '12.345',
    '£4',
    '0',
    '1e3',
    '#REF!',
    '12.50 CR',
    ' 7.00 ',
    '.5',
    '00012.00',
  ],
  reference: [
    '',
    'R1',
    'R1',
    'null',
    'NULL',
    '1E+05',
    '1-Feb',
    '####',
    'Total',
    '10 000',
    'a:b',
    '#N/A',
    ' R9 ',
    'é1',
    '12',
    'Balance b/f',
  ],
  note: ['', 'Total', 'Sum', 'balance', 'null', 'a note of ours', '"two, words"', 'Grand total', 'refund'],
  code: [
    '',
    'Total',
    'council',
    'The Council',
    'nobody',
    '#N/A',
    'ICB1',
    'out-of-hospital',
    'NULL',
    '1E+05',
    ' COUNCIL',
  ],
};

/** A column of a ledger that is to be spoiled: its name and what it holds. */
export type SpoiledColumn = readonly [name: string, holds: 'day' | 'money' | 'reference' | 'note' | 'code' | 'aside'];

/**
 * A ledger of rows that are like those of a few templates but for their day, amount and reference, of which one cell in some
 * is odd; now and then a row comes again, or one that sums those above, a header, a note or a blank line stands between them.
 */
export function spoiledLedger(
  draw: Draw,
  columns: readonly SpoiledColumn[],
  templates: readonly (readonly string[])[],
  { rows, oneIn, prefix, separator = ',' }: { rows: number; oneIn: number; prefix: string; separator?: string },
): string {
  const header = columns.map(([name]) => name).join(separator);
  const lines = [header];
  let sumPence = 0;
  for (let row = 0; row < rows; row += 1) {
    const template = templates[draw(templates.length)] ?? [];
    const pence = 1 + draw(100_000);
    const cells = columns.map(([, holds], index) => cellOf(draw, holds, template[index] ?? '', { row, pence, prefix }));
    for (const [index, [, holds]] of columns.entries()) {
      const odd = oddCells[holds] ?? [];
      if (odd.length > 0 && draw(oneIn) === 0) cells[index] = odd[draw(odd.length)] ?? '';
    }
    lines.push(cells.join(separator));
    sumPence += pence;
    if (draw(oneIn) === 0) lines.push(between(draw, columns, lines, { header, sumPence, separator }));
  }
  return `${lines.join(draw(4) === 0 ? '\r\n' : '\n')}\n`;
}

function cellOf(
  draw: Draw,
  holds: SpoiledColumn[1],
  template: string,
  { row, pence, prefix }: { row: number; pence: number; prefix: string },
): string {
  const [month, day] = [String(4 + draw(9)).padStart(2, '0'), String(1 + draw(4)).padStart(2, '0')];
  if (holds === 'day') return draw(5) === 0 ? `${day}/${month}/2015` : `2015-${month}-${day}`;
  if (holds === 'money')
    return template === '-' ? '' : `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
  if (holds === 'reference') return `${prefix}${row}`;
  if (holds === 'note') return draw(3) === 0 ? 'an invoice' : '';
  return template;
}

function between(
  draw: Draw,
  columns: readonly SpoiledColumn[],
  lines: readonly string[],
  { header, sumPence, separator }: { header: string; sumPence: number; separator: string },
): string {
  const total = columns.map(([, holds]) => (holds === 'money' ? (sumPence / 100).toFixed(2) : ''));
  const kinds = [
    () => lines.at(-1) ?? '',
    () => header,
    () => '',
    () => ['Total', ...total.slice(1)].join(separator),
    () => 'Printed by finance: page 2',
    () => `${lines.at(-1) ?? ''}${separator}`,
    () => `${lines.at(-1) ?? ''}${separator}12.00`,
    () => `"${lines.at(-1) ?? ''}"`,
    () => (lines.at(-1) ?? '').split(separator).slice(0, 5).join(separator),
    () => columns.map(() => '---').join(separator),
    () => `${lines.at(-1) ?? ''}"`,
    () => (lines.at(-1) ?? '').replace(separator, `${separator}"a${separator}b"`),
  ];
  return (kinds[draw(kinds.length)] ?? (() => ''))();
}
