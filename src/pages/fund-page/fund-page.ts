import type { Figure } from '../../figures/figure.js';
import type { CellTable } from '../../statement/cell-table.js';
import type { CheckResult } from '../../statement/check-schema.js';
import type { Envelope } from '../../statement/document-schema.js';
import type { Headlines } from '../../statement/headlines.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { Line } from '../page.js';
import type { Picture, SideOf } from '../pictures.js';
import type { Sentence } from './sentence.js';

/** What the page of a fund is made of: its statement, its schedule of differences, and what it was read from. */
export interface PageOf {
  readonly result: Reconciliation;
  readonly check: CheckResult;
  readonly headlines: Headlines;
  readonly sideOf: SideOf;
  readonly inputs: readonly Envelope['inputs'][number][];
}

/** A figure that stands by itself at the top: what it is, how it is shown, and what is to know of it. */
export interface KeyFigure {
  readonly label: string;
  readonly figure: Figure;
  readonly text: string;
  readonly note: Sentence;
  readonly tone?: 'adverse';
}

/** A matter to decide or to note: its amount, what it is, what to do, and which figure says how it comes about. */
export interface Matter {
  readonly kind: 'breach' | 'decide' | 'note';
  readonly title: Sentence;
  readonly amount?: Figure<'money'>;
  readonly details: readonly Sentence[];
  /** What somebody has to do. */
  readonly toDo: Sentence;
  readonly clause?: string;
  readonly command: string;
}

/** What stands in a section, one below the other. */
export type SectionPart =
  | {
      readonly kind: 'table';
      readonly table: CellTable;
      /** Of each row in turn, what stands below it. */
      readonly below?: readonly (readonly string[])[];
    }
  /** A table that is long, or a second look: closed until it is asked for. */
  | { readonly kind: 'folded'; readonly label: string; readonly table: CellTable }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'list'; readonly lines: readonly Line[] }
  | { readonly kind: 'sentence'; readonly sentence: Sentence };

/** A picture as a part of a section; nothing where there is nothing to show. */
export function pictured(picture: Picture | undefined): SectionPart[] {
  return picture === undefined ? [] : [{ kind: 'picture', picture }];
}

/** A section of the page: its message, what it shows, and the figures. */
export interface PageSection {
  /** What links to it are called: a word of small letters. */
  readonly id: string;
  /** What the list of sections calls it. */
  readonly name: string;
  readonly title: Sentence;
  readonly subtitle: string;
  readonly parts: readonly SectionPart[];
}

/** A fund on one page, for who decides: the message, five figures, the matters, then every section. */
export interface FundPage {
  readonly name: string;
  readonly year: string;
  readonly asAt: string;
  /** Whether the transactions are made up, which has to be seen wherever the page goes. */
  readonly isIllustrative: boolean;
  readonly note?: string | undefined;
  readonly title: Sentence;
  readonly keyFigures: readonly KeyFigure[];
  readonly mattersTitle: Sentence;
  readonly matters: readonly Matter[];
  readonly sections: readonly PageSection[];
  /** What the marks mean. */
  readonly legend: readonly string[];
}
