import type { AmountLine, Line, Opening, Page, Pages, Part, Span } from '../pages/page.js';
import { pagesPlain } from './plain.js';
import type { Style } from './style.js';
import { narrowTable, textTable } from './text-table.js';
import { treeText } from './text-tree.js';
import { broken, paragraph } from './wrap.js';

/** Pages in fixed pitch, for a terminal or a file of text: one below the other, the verdict last. */
export function pagesText(shown: Pages, style: Style): string {
  if (style.isPlain) return pagesPlain(shown);
  const { title, openings, pages, legend, last } = shown;
  const blocks = [
    ...openings.map((opening, index) => (index === 0 ? '' : 'against\n') + openingText(opening, style)),
    ...(title === undefined ? [] : [broken(title, style.width, 2).map(style.strong).join('\n')]),
    ...pages.flatMap((page) => pageText(page, style)),
    ...(legend.length === 0 ? [] : [legend.flatMap((text) => broken(text, style.width, 4)).join('\n')]),
    linesText(last, style),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function openingText({ name, asAt, warning, note }: Opening, style: Style): string {
  const { width } = style;
  return [
    ...broken(name, width, 2).map(style.strong),
    ...(asAt === undefined ? [] : broken(asAt, width, 2)),
    ...(warning === undefined ? [] : broken(warning, width, 2).map(style.warn)),
    ...(note === undefined ? [] : paragraph(note, width).map(style.faint)),
  ].join('\n');
}

function pageText({ title, parts }: Page, style: Style): string[] {
  const titles = title === undefined ? [] : broken(title, style.width, 2);
  const rule = '═'.repeat(Math.min(style.width, title?.length ?? 0));
  const head = title === undefined ? [] : [`${titles.map(style.strong).join('\n')}\n${rule}`];
  return [...head, ...parts.map((part) => partText(part, style))];
}

function partText(part: Part, style: Style): string {
  switch (part.kind) {
    case 'paragraph':
      return paragraph(part.text, style.width).join('\n');
    case 'lines':
      return linesText(part.lines, style);
    case 'list':
      return [
        ...broken(part.title, style.width, 2).map(style.strong),
        ...(part.lines.length === 0 ? [] : [linesText(part.lines, style)]),
      ].join('\n');
    case 'table':
      return part.narrow === undefined ? textTable(part.table, style) : narrowTable(part.narrow, style);
    case 'amounts':
      return [
        ...(part.title === undefined ? [] : broken(part.title, style.width, 2)),
        ...amountLines(part, style),
      ].join('\n');
    case 'tree':
      return treeText(part.root, style);
    case 'verbatim':
      return [...broken(part.title, style.width, 2).map(style.strong), ...part.lines].join('\n');
  }
}

function linesText(lines: readonly Line[], style: Style): string {
  return lines.flatMap((line) => lineTexts(line, style)).join('\n');
}

/** A line, in as many as it wants: each span keeps its tone wherever it goes on. */
function lineTexts({ spans, indent = 0 }: Line, style: Style): string[] {
  const text = spans.map((span) => span.text).join('');
  const texts = broken(text, style.width - indent, 2);
  let at = 0;
  return texts.map((shown, index) => {
    const own = index === 0 ? shown : shown.slice(2);
    const start = text.indexOf(own, at);
    at = start + own.length;
    return ' '.repeat(index === 0 ? indent : indent + 2) + toned(spans, start, at, style);
  });
}

/** What of spans stands between two places of the text that they make. */
function toned(spans: readonly Span[], start: number, end: number, style: Style): string {
  let from = 0;
  return spans
    .map((span) => {
      const text = span.text.slice(Math.max(0, start - from), Math.max(0, end - from));
      from += span.text.length;
      return text === '' ? '' : spanText({ ...span, text }, style);
    })
    .join('');
}

function spanText({ text, tone }: Span, style: Style): string {
  return tone === undefined ? text : style[tone](text);
}

function amountLines(
  { lines, width }: { readonly lines: readonly AmountLine[]; readonly width?: number },
  style: Style,
): string[] {
  const widest = width ?? lines.reduce((most, { amount }) => Math.max(most, amount.length), 0);
  return lines.flatMap(({ amount, text }) => broken(`${amount.padStart(widest)}  ${text}`, style.width, widest + 4));
}
