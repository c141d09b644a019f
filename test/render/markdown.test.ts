import { describe, expect, test } from 'vitest';
import type { Pages } from '../../src/pages/page.js';
import { line } from '../../src/pages/page.js';
import { pagesMarkdown } from '../../src/render/markdown.js';
import { wordColumn, words } from '../../src/statement/cell-table.js';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

const year = fixture('kent-2015-16-illustrative');

/** The cells of a line of a table, by the bars that are none of its words. */
function cellsOf(row: string): number {
  return row.match(/(?<!\\)\|/g)?.length ?? 0;
}

/** The amounts that a text shows, each as often as it does. */
function amountsIn(text: string): string[] {
  return (text.match(/\d[\d,]*\.\d\d(?!\d)/g) ?? []).sort();
}

describe.each([
  ['reconcile', year, '--verbose'],
  ['performance', year, '--as-at', 'Q2', '--what-if', '*=-2.1%', '--sensitivity'],
  ['variance', year],
  ['settle', year, '--as-at', 'Q2'],
  ['check', year, '--as-at', 'Q2'],
  ['report', 'quarterly', year],
  ['trace', 'settlement.held', year],
  ['verify', year],
])('bcf %s in markdown', (...args) => {
  test('says every amount that its text says, in tables whose rows are as wide as their heads', async () => {
    const { stdout: markdown } = await bcf([...args, '--format', 'markdown']);
    const { stdout: text } = await bcf(args);
    expect(amountsIn(markdown)).toEqual(amountsIn(text));
    expect(markdown).toMatch(/^# \S/);
    const tables = markdown.split('\n\n').filter((block) => block.startsWith('|'));
    for (const table of tables) {
      const [head = '', rule = '', ...rows] = table.split('\n');
      expect(rule).toMatch(/^\|(:---|---:)(\|(:---|---:))*\|$/);
      expect(rows.filter((row) => cellsOf(row) !== cellsOf(head))).toEqual([]);
      expect(cellsOf(rule)).toBe(cellsOf(head));
    }
  });
});

test('words are words wherever they stand', () => {
  const hostile = ['- a', '1. b', '+ c', '# d', '| e |', '*f*', '<g>', '---', '='];
  const pages: Pages = {
    openings: [{ name: '*A fund*', note: '- note' }],
    pages: [
      {
        parts: [
          { kind: 'lines', lines: hostile.map((text) => line(text)) },
          {
            kind: 'table',
            table: {
              title: 'A | B',
              columns: [wordColumn('|')],
              rows: [{ cells: [words('a|b', 1)], emphasis: 'total' }],
              notes: [],
            },
          },
        ],
      },
    ],
    legend: [],
    last: [line('Done', 'strong')],
  };
  expect(pagesMarkdown(pages)).toBe(
    [
      '# \\*A fund\\*',
      '\\- note',
      '\\- a  \n1\\. b  \n\\+ c  \n\\# d  \n\\| e \\|  \n\\*f\\*  \n\\<g\\>  \n\\---  \n\\=',
      '## A \\| B',
      '| \\| |\n|:---|\n| \u2003**a\\|b** |',
      '**Done**\n',
    ].join('\n\n'),
  );
});
