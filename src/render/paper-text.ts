import { withWholeLists } from '../statement/cell-table.js';
import type { Paper } from '../statement/paper-schema.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import { legend } from './legend.js';
import { opening } from './opening.js';
import { plainStyle, type Style } from './style.js';
import { tableCsv } from './table-csv.js';
import { escaped, tableMarkdown } from './table-markdown.js';
import { textTable } from './text-table.js';
import { paragraph } from './wrap.js';

interface PaperOfFund {
  readonly fund: FundStatement;
  readonly paper: Paper;
}

interface Lists {
  /** Whether long lists are shown whole. */
  readonly all: boolean;
}

/** A paper for the terminal: its pages one after the other, the conclusion last. */
export function paperText({ fund, paper }: PaperOfFund, style: Style, { all }: Lists): string {
  const pages = paper.pages.flatMap(({ title, paragraphs, tables }) => [
    `${style.strong(title)}\n${'═'.repeat(title.length)}`,
    ...paragraphs.map((text) => paragraph(text).join('\n')),
    ...tables.map((table) => textTable(all ? withWholeLists(table) : table, style)),
  ]);
  const parts = [opening(fund, style), style.strong(paper.title), ...pages, ...marksOf({ fund, paper })];
  return `${[...parts, style.strong(paper.conclusion)].join('\n\n')}\n`;
}

/** The same in markdown. */
export function paperMarkdown({ fund, paper }: PaperOfFund, { all }: Lists): string {
  const head = opening(fund, plainStyle).split('\n').map(escaped).join('  \n');
  const pages = paper.pages.flatMap(({ title, paragraphs, tables }) => [
    `## ${escaped(title)}`,
    ...paragraphs.map(escaped),
    ...tables.map((table) => tableMarkdown(all ? withWholeLists(table) : table)),
  ]);
  const marks = marksOf({ fund, paper }).map((text) => text.split('\n').map(escaped).join('  \n'));
  return `${[`# ${escaped(paper.title)}`, head, ...pages, ...marks, `**${escaped(paper.conclusion)}**`].join('\n\n')}\n`;
}

/** The same as one CSV: every table, with the page that it stands on. */
export function paperCsv({ paper }: PaperOfFund): string {
  return tableCsv(paper.pages.flatMap(({ title, tables }) => tables.map((table) => ({ ...table, page: title }))));
}

/** What the marks mean, for those that stand in the paper. */
function marksOf({ fund, paper }: PaperOfFund): string[] {
  const isDerived = paper.pages.some(({ tables }) =>
    tables.some(({ rows }) =>
      rows.some(({ cells }) => cells.some((cell) => cell.kind === 'text' && cell.text === '[d]')),
    ),
  );
  return legend({ isDerived, isIllustrative: fund.provenance === 'illustrative' });
}
