import { type CellTable, withWholeLists } from '../statement/cell-table.js';
import type { Paper } from '../statement/paper-schema.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import { legend } from './legend.js';
import { openingOf } from './opening.js';
import { line, type Page, type Pages, tables, type Wanted } from './page.js';

interface PaperOfFund {
  readonly fund: FundStatement;
  readonly paper: Paper;
}

/** A paper: its pages one after the other, the conclusion last. */
export function paperPages({ fund, paper }: PaperOfFund, { all }: Pick<Wanted, 'all'>): Pages {
  const pages = paper.pages.map(
    ({ title, paragraphs, tables: own }): Page => ({
      title,
      parts: [
        ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
        ...tables(...(all ? own.map(withWholeLists) : own)),
      ],
    }),
  );
  return {
    title: paper.title,
    openings: [openingOf(fund)],
    pages,
    legend: legend({ isDerived: hasDerived(paper), isIllustrative: fund.provenance === 'illustrative' }),
    last: [line(paper.conclusion, 'strong')],
  };
}

/** Every table of a paper, with the page that it stands on. */
export function tablesOf({ pages }: Paper): (CellTable & { readonly page: string })[] {
  return pages.flatMap(({ title, tables }) => tables.map((table) => ({ ...table, page: title })));
}

function hasDerived(paper: Paper): boolean {
  return tablesOf(paper).some(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => cell.kind === 'text' && cell.text === '[d]')),
  );
}
