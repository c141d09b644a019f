import type { AmountLine, Line, Opening, Page, Pages, Part, Span } from '../pages/page.js';
import type { Style } from './style.js';
import { narrowTable, textTable } from './text-table.js';
import { treeText } from './text-tree.js';
import { paragraph } from './wrap.js';

/** Pages in fixed pitch, for a terminal or a file of text: one below the other, the verdict last. */
export function pagesText({ title, openings, pages, legend, last }: Pages, style: Style): string {
  const blocks = [
    ...openings.map((opening, index) => (index === 0 ? '' : 'against\n') + openingText(opening, style)),
    ...(title === undefined ? [] : [style.strong(title)]),
    ...pages.flatMap((page) => pageText(page, style)),
    ...(legend.length === 0 ? [] : [legend.join('\n')]),
    linesText(last, style),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function openingText({ name, asAt, warning, note }: Opening, style: Style): string {
  return [
    style.strong(name),
    ...(asAt === undefined ? [] : [asAt]),
    ...(warning === undefined ? [] : [style.warn(warning)]),
    ...(note === undefined ? [] : paragraph(note).map(style.faint)),
  ].join('\n');
}

function pageText({ title, parts }: Page, style: Style): string[] {
  const head = title === undefined ? [] : [`${style.strong(title)}\n${'═'.repeat(title.length)}`];
  return [...head, ...parts.map((part) => partText(part, style))];
}

function partText(part: Part, style: Style): string {
  switch (part.kind) {
    case 'paragraph':
      return paragraph(part.text).join('\n');
    case 'lines':
      return linesText(part.lines, style);
    case 'list':
      return [style.strong(part.title), ...(part.lines.length === 0 ? [] : [linesText(part.lines, style)])].join('\n');
    case 'table':
      return part.narrow === undefined ? textTable(part.table, style) : narrowTable(part.narrow, style);
    case 'amounts':
      return [...(part.title === undefined ? [] : [part.title]), ...amountLines(part)].join('\n');
    case 'tree':
      return treeText(part.root, style);
  }
}

function linesText(lines: readonly Line[], style: Style): string {
  return lines
    .map(({ spans, indent = 0 }) => ' '.repeat(indent) + spans.map((span) => spanText(span, style)).join(''))
    .join('\n');
}

function spanText({ text, tone }: Span, style: Style): string {
  return tone === undefined ? text : style[tone](text);
}

function amountLines({ lines, width }: { readonly lines: readonly AmountLine[]; readonly width?: number }): string[] {
  const widest = width ?? lines.reduce((most, { amount }) => Math.max(most, amount.length), 0);
  return lines.map(({ amount, text }) => `${amount.padStart(widest)}  ${text}`);
}
