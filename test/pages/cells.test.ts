import { expect, test, vi } from 'vitest';
import type { Pages } from '../../src/pages/page.js';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

const drawn = vi.hoisted((): unknown[] => []);

vi.mock('../../src/render/markdown.js', () => ({
  pagesMarkdown: (pages: unknown) => {
    drawn.push(pages);
    return '';
  },
}));

function isPages(value: unknown): value is Pages {
  return typeof value === 'object' && value !== null && 'pages' in value;
}

/** The amounts of money in the tables of what a command shows, each with the name of its figure. */
async function moneyCells(...argv: readonly string[]) {
  drawn.length = 0;
  await bcf([...argv, '--format', 'markdown']);
  return drawn
    .filter(isPages)
    .flatMap(({ pages }) => pages.flatMap(({ parts }) => parts))
    .flatMap((part) => (part.kind === 'table' ? part.table.rows : []))
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => (cell.kind === 'money' && cell.pounds !== undefined ? [cell] : []));
}

const kent = fixture('kent-2015-16-illustrative');

test.each([
  ['reconcile', 100],
  ['reconcile --full', 300],
  ['performance', 50],
  ['variance', 100],
  ['settle', 50],
  ['diff', 30],
  ['report quarterly', 100],
  ['report annual', 50],
  ['report aggregate', 100],
])('every amount that %s shows in a table is a figure with a name', async (command, least) => {
  const cells = await moneyCells(...command.split(' '), kent, '--as-at', 'Q3');
  // Where there is nothing, nil is written and is no figure.
  expect(cells.filter(({ figure, pounds }) => figure === undefined && pounds !== '0.00')).toEqual([]);
  expect(cells.filter(({ figure }) => figure !== undefined).length).toBeGreaterThan(least);
});
