import type { Branch, Line, Opening, Page, Pages, Part } from '../pages/page.js';
import type { CellTable, Row } from '../statement/cell-table.js';
import { textOf } from './table-cells.js';

/** Pages in markdown, as GitHub and pandoc read it: headings, lists and tables; nothing in the words is taken for markdown. */
export function pagesMarkdown({ title, openings, pages, legend, last }: Pages): string {
  const [first, ...others] = openings.map(openingLines);
  const heads =
    title === undefined
      ? [`# ${first?.[0] ?? ''}`, broken(first?.slice(1) ?? [])]
      : [`# ${escaped(title)}`, broken(first ?? [])];
  const blocks = [
    ...heads,
    ...others.map((opening) => broken(['against', ...opening])),
    ...pages.flatMap(pageMarkdown),
    broken(legend.map(escaped)),
    broken(last.map(lastLine)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function openingLines({ name, asAt, warning, note }: Opening): string[] {
  return [name, asAt, warning, note].flatMap((text) => (text === undefined ? [] : [escaped(text)]));
}

/** Lines of one block, each on its own. */
function broken(lines: readonly string[]): string {
  return lines.join('  \n');
}

function pageMarkdown({ title, parts }: Page): string[] {
  const level = title === undefined ? '##' : '###';
  const head = title === undefined ? [] : [`## ${escaped(title)}`];
  return [...head, ...parts.map((part) => partMarkdown(part, level))];
}

function partMarkdown(part: Part, level: string): string {
  switch (part.kind) {
    case 'paragraph':
      return escaped(part.text);
    case 'lines':
      return broken(part.lines.map(lineMarkdown));
    case 'list':
      return [`${level} ${escaped(part.title)}`, part.lines.map(itemMarkdown).join('\n')].join('\n\n');
    case 'table':
      return tableMarkdown(part.table, level);
    case 'amounts': {
      const lines = part.lines.map(({ amount, text }) => `| ${escaped(amount)} | ${escaped(text)} |`);
      const head = part.title === undefined ? [] : [`${level} ${escaped(part.title)}`, ''];
      return [...head, '| £ or number |  |', '|---:|:---|', ...lines].join('\n');
    }
    case 'tree':
      return [...treeItems(part.root, '')].join('\n');
    case 'verbatim':
      return [`${level} ${escaped(part.title)}`, ['```', ...part.lines, '```'].join('\n')].join('\n\n');
  }
}

/** A table: money grouped and right-aligned, totals and heads strong, notes below. */
function tableMarkdown({ title, columns, rows, notes }: CellTable, level: string): string {
  const header = `| ${columns.map(({ header }) => escaped(header) || ' ').join(' | ')} |`;
  const rule = `|${columns.map(({ align }) => (align === 'right' ? '---:' : ':---')).join('|')}|`;
  return [
    `${level} ${escaped(title)}`,
    '',
    ...(rows.length === 0 ? ['None.'] : [header, rule, ...rows.map(rowMarkdown)]),
    ...(notes.length === 0 ? [] : ['', broken(notes.map(escaped))]),
  ].join('\n');
}

/** A row; what is strong is so without the spaces that set it in, which would leave it plain. */
function rowMarkdown({ cells, emphasis }: Row): string {
  const shown = cells.map((cell) => {
    const indent = cell.kind === 'text' ? '\u2003'.repeat(cell.indent ?? 0) : '';
    const text = cell.kind === 'text' ? escaped(cell.short ?? cell.text) : textOf(cell);
    return indent + (text === '' || emphasis === undefined ? text : `**${text}**`);
  });
  return `| ${shown.join(' | ')} |`;
}

function* treeItems({ amount, text, asides, parts }: Branch, indent: string): Generator<string> {
  const words = [`**${escaped(amount.trim())}** ${escaped(text)}`, ...asides.map(escaped)];
  yield `${indent}- ${words.join(`  \n${indent}  `)}`;
  for (const part of parts) yield* treeItems(part, `${indent}  `);
}

/** An item of a list; columns that spaces make in fixed pitch are none here. */
function itemMarkdown({ spans, indent = 0 }: Line): string {
  return `${indent > 2 ? '  ' : ''}- ${lineMarkdown({ spans })}`;
}

function lineMarkdown({ spans }: Line): string {
  const text = spans.map((span) => span.text).join('');
  return escaped(text.trim().replace(/ {2,}/g, ' '));
}

function lastLine(line: Line): string {
  const isStrong = line.spans.some(({ tone }) => tone !== undefined);
  return isStrong ? `**${lineMarkdown(line)}**` : lineMarkdown(line);
}

/** Words as words: nothing in them is taken for markdown, at the beginning of a line for an item of a list neither. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]<>|#~]|&(?=#?\w+;)/g, (character) => `\\${character}`)
      .replace(/\s*\n\s*/g, ' ')
      .replace(/^(\d*)([-+.)])(?=\s)/, '$1\\$2')
      // Alone on a line they would make a heading of the line above.
      .replace(/^([-=])(?=\1*\s*$)/, '\\$1')
  );
}
