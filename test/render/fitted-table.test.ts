import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainStyle } from '../../src/render/style.js';
import { textTable } from '../../src/render/text-table.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../src/statement/cell-table.js';

const word = fc.constantFrom(
  'Protection',
  'of',
  'social',
  'care',
  'Dartford,',
  'Gravesham',
  'and',
  'Swanley',
  'CCG',
  '£1',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 9 }).map((all) => all.join(' '));
const pounds = fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n }).map(
  (pence) =>
    `${pence < 0n ? '-' : ''}${String(pence < 0n ? -pence : pence)
      .padStart(3, '0')
      .replace(/(..)$/, '.$1')}`,
);

const tables = fc
  .record({ figures: fc.integer({ min: 1, max: 8 }), rows: fc.integer({ min: 1, max: 6 }), beside: fc.boolean() })
  .chain(({ figures, rows, beside }) =>
    fc.record({
      headers: fc.array(phrase, { minLength: figures, maxLength: figures }),
      lines: fc.array(fc.tuple(phrase, fc.array(pounds, { minLength: figures, maxLength: figures }), phrase), {
        minLength: rows,
        maxLength: rows,
      }),
      beside: fc.constant(beside),
    }),
  )
  .map(
    ({ headers, lines, beside }): CellTable => ({
      title: 'A table of whatever is in it, with a title that is itself quite long for a narrow line',
      columns: [
        wordColumn(''),
        ...headers.map((header, index) => figureColumn(`${header} ${index}`)),
        ...(beside ? [wordColumn('Who bears it')] : []),
      ],
      rows: lines.map(
        ([label, amounts, text]): Row => ({
          cells: [words(label), ...amounts.map((amount) => money(amount)), ...(beside ? [words(text)] : [])],
        }),
      ),
      notes: ['A note.'],
    }),
  );

/** What is drawn, each run of spaces as one. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

/** An amount as an accountant writes it, to the penny or to the pound. */
function shown(amount: string, isRounded: boolean): string {
  const pence = BigInt(amount.replace('.', ''));
  const size = pence < 0n ? -pence : pence;
  const whole = isRounded ? (size + 50n) / 100n : size / 100n;
  const text =
    new Intl.NumberFormat('en-GB').format(whole) + (isRounded ? '' : `.${String(size % 100n).padStart(2, '0')}`);
  return pence < 0n ? `(${text})` : text;
}

describe('a table that is drawn in a width', () => {
  test('has no longer line, and every figure stands whole, to the pound, or its column is said to be left out', () => {
    const counts = { whole: 0, rounded: 0, leftOut: 0 };
    fc.assert(
      fc.property(tables, fc.integer({ min: 60, max: 200 }), (table, width) => {
        const drawn = textTable(table, plainStyle(width));
        expect(drawn.split('\n').filter((line) => [...line].length > width)).toEqual([]);
        const [, left = ''] = /Left out at \d+ wide: (.*)\. A note/.exec(flat(drawn)) ?? [];
        const isRounded = flat(drawn).includes('line, to £1');
        const figures = table.columns.flatMap(({ align }, index) => (align === 'right' ? [index] : []));
        for (const index of figures) {
          const isLeft = left.includes(table.columns[index]?.header.replace(/ £/, '') ?? '');
          for (const { cells } of table.rows) {
            const cell = cells[index];
            if (cell?.kind !== 'money' || cell.pounds === undefined) continue;
            counts[isLeft ? 'leftOut' : isRounded ? 'rounded' : 'whole'] += 1;
            if (!isLeft) expect(drawn).toContain(shown(cell.pounds, isRounded));
          }
        }
        if (!drawn.includes('Who bears it') || left.includes('Who bears it')) return;
        const texts = table.rows
          .flatMap(({ cells }) => cells.slice(-1))
          .flatMap((cell) => (cell.kind === 'text' ? cell.text.split(' ') : []));
        for (const text of texts) expect(drawn).toContain(text);
      }),
      { numRuns: 400, endOnFailure: true },
    );
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  });

  test('keeps its pence where without them something would look like nothing', () => {
    const table: CellTable = {
      title: 'Differences',
      columns: [wordColumn(''), ...['One', 'Two', 'Three', 'Four'].map((name) => figureColumn(`${name} £`))],
      rows: [
        { cells: [words('Care Act'), money('0.01'), ...['1', '2', '3'].map((last) => money(`123456789${last}.12`))] },
      ],
      notes: [],
    };
    const drawn = textTable(table, plainStyle(60));
    expect(drawn).toContain('0.01');
    expect(drawn).toContain('Left out at 60 wide: Four.');
    expect(drawn).not.toContain('to £1');
  });
});
