import type { Line, Pages, Part } from '../../../src/pages/page.js';
import type { NamedFigure } from '../../../src/statement/figure-names.js';
import { amountsOf } from './read-table.js';
import { type TruthTable, truthOf } from './truth.js';

/** What the forms of a command are to say of its pages. */
export interface TruthOfPages {
  /** Amounts that words say, beside tables or in them, and that stand nowhere in the document. */
  readonly onlyInWords: readonly string[];
  readonly tables: readonly TruthTable[];
  /** The amounts in words beside the tables, in their order; and without what is said below the tables. */
  readonly prose: readonly string[];
  readonly proseApart: readonly string[];
}

/** What every form of a command must say, by `--json`. */
export interface Truth extends TruthOfPages {
  /** The figures of what the command shows, as its document has them. */
  readonly figures: readonly NamedFigure[];
  /** Those, and what others that it quotes have, by name. */
  readonly amounts: ReadonlyMap<string, string>;
}

/**
 * Where each figure stands is the program's own word; what it comes to is `--json`'s. A form that has a figure in another
 * place, or another figure in its place, differs.
 */
export function truthOfPages(pages: Pages, document: string, amounts: ReadonlyMap<string, string>): TruthOfPages {
  const tables = pages.pages.flatMap(({ title, parts }) =>
    parts.flatMap((part) => (part.kind === 'table' ? [{ page: title, ...truthOf(part.table, amounts) }] : [])),
  );
  const prose = proseOf(pages, wordsOf);
  const inTables = tables.flatMap(({ rows }) => rows.flat().flatMap(({ says }) => amountsOf(says)));
  const inDocument = new Set(amountsOf(document));
  return {
    onlyInWords: [...prose, ...inTables].filter((amount) => !inDocument.has(amount)),
    tables,
    prose,
    proseApart: proseOf(pages, (part) => (part.kind === 'table' ? [] : wordsOf(part))),
  };
}

function partsOf({ pages }: Pages): Part[] {
  return pages.flatMap(({ parts }) => parts);
}

function proseOf(pages: Pages, of: (part: Part) => string[]): string[] {
  const words = [...partsOf(pages).flatMap(of), ...pages.legend, ...pages.last.map(textOf)];
  return words.flatMap(amountsOf);
}

/** What is said in words of a part, or below its table. */
function wordsOf(part: Part): string[] {
  switch (part.kind) {
    case 'paragraph':
      return [part.text];
    case 'lines':
      return part.lines.map(textOf);
    case 'list':
      return [part.title, ...part.lines.map(textOf)];
    case 'table':
      return [part.table.title, ...part.table.notes];
    case 'amounts':
      return part.lines.flatMap(({ amount, text }) => [amount, text]);
    case 'tree':
      return [];
    case 'verbatim':
      return [part.title, ...part.lines];
  }
}

function textOf({ spans }: Line): string {
  return spans.map(({ text }) => text).join('');
}
