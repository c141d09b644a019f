import type { Agreement } from '../agreement/agreement.js';
import { quarters } from '../agreement/financial-year.js';
import {
  type AppliedAccount,
  type BroughtForwardAccount,
  type IncomeAccount,
  plainApplied,
  type SettledAccount,
} from '../journal/accounts.js';
import { BookView } from '../journal/book-view.js';
import type { Balance, Book } from '../journal/journal.js';
import type { RowReference, SchemeRow } from '../ledger/row-types.js';
import type { Pence } from '../money/pence.js';
import { atEndOf } from '../rules/as-at.js';
import { type Books, booksAsAt } from '../rules/check.js';
import { unforecastLines } from '../rules/forecasts.js';
import { isKnown } from '../rules/known.js';
import { lineInWords } from '../rules/lines.js';
import { oncePer } from '../rules/once-per.js';
import { type Filter, fits } from './parse-figure.js';
import { natureOfSource, partsOf } from './parts-of-money.js';

/** What a figure of the fund can be picked by. */
export const figureKeys = [
  'partner',
  'group',
  'locality',
  'source',
  'heading',
  'by',
  'pool',
  'nature',
  'scheme',
  'district',
  'name',
  'body',
  'kind',
  'to',
] as const;

export type FigureKey = (typeof figureKeys)[number];

/** One amount behind a figure, with all that it can be picked by. */
export interface Item {
  readonly pence: Pence;
  readonly parts: { readonly [K in FigureKey]?: readonly string[] };
  readonly rows: readonly RowReference[];
  readonly count: number;
  /** The balance that it is, where it is one, and whether its sign is turned. */
  readonly balance?: { readonly of: Balance; readonly factor: 1n | -1n };
  /** Whether the cell is worked out to fit the printed margins. */
  readonly isDerived?: boolean;
}

/** What figures of the fund are read from. */
export interface FigureBooks extends Books {
  readonly schemes: readonly SchemeRow[];
}

/** The schemes of each schedule. */
export const schemesBySchedule = oncePer(({ schemes }: Pick<FigureBooks, 'schemes'>) => {
  const bySchedule = new Map<string, SchemeRow[]>();
  for (const row of schemes) {
    const own = bySchedule.get(row.schedule);
    if (own === undefined) bySchedule.set(row.schedule, [row]);
    else own.push(row);
  }
  return bySchedule;
});

interface FundFigure {
  readonly what: string;
  readonly keys: readonly FigureKey[];
  readonly items: (books: FigureBooks, upTo: string | undefined) => readonly Item[];
}

const whose = ['partner', 'group', 'locality'] as const;

/** Every figure of the fund that can be named, and what it can be picked by. */
export const fundFigures: Readonly<Record<string, FundFigure>> = {
  'agreed.contribution': {
    what: 'what partners have agreed to pay in',
    keys: [...whose, 'source', 'pool', 'nature'],
    items: ({ agreement }) =>
      agreement.contributions.map(({ partner, source, pool, amountPence, place }) => ({
        pence: amountPence,
        parts: {
          ...partsOf(agreement, partner),
          source: [source],
          pool: [pool],
          nature: natureOfSource(agreement, source),
        },
        rows: [{ file: place.file, line: place.line ?? 1 }],
        count: 1,
      })),
  },
  'agreed.allocation': {
    what: 'what the flow of funds allots to headings',
    keys: ['heading', 'by', 'pool', 'nature'],
    items: ({ agreement }) =>
      [...agreement.headings.values()].map(({ code, appliedBy, pool, nature, allocationPence, place }) => ({
        pence: allocationPence,
        parts: { heading: [code], by: [appliedBy], pool: [pool], nature: [nature] },
        rows: [{ file: place.file, line: place.line ?? 1 }],
        count: 1,
      })),
  },
  'plan.applied': {
    what: 'what plan.csv applies',
    keys: [...whose, 'source', 'heading', 'by', 'pool', 'nature'],
    items: (books) => applied(books, 'plan', undefined),
  },
  'plan.schemes': {
    what: 'the schemes of schemes.csv',
    keys: [...whose, 'heading', 'scheme', 'name'],
    items: ({ agreement, schemes }) =>
      schemes.map(({ schedule, scheme, name, heading, amountPence, at }) => ({
        pence: amountPence,
        parts: { ...partsOf(agreement, schedule), scheme: [scheme], name: [name], heading: [heading] },
        rows: [at],
        count: 1,
      })),
  },
  'actual.received': {
    what: 'what has come in, up to the quarter of the report or up to another one',
    keys: [...whose, 'source', 'heading', 'pool', 'nature', 'to'],
    items: (books, upTo) => paidIn(books, 'income', upTo),
  },
  'actual.settled': {
    what: 'what came in to settle variances and earlier years, up to the quarter of the report or up to another one',
    keys: [...whose, 'source', 'heading', 'pool', 'nature', 'to'],
    items: (books, upTo) => paidIn(books, 'settled', upTo),
  },
  'actual.brought-forward': {
    what: 'what was brought forward',
    keys: [...whose, 'source', 'heading', 'pool', 'nature', 'body', 'kind'],
    items: (books) => paidIn(books, 'brought-forward', undefined),
  },
  'actual.applied': {
    what: 'what was spent, up to the quarter of the report or up to another one',
    keys: [...whose, 'source', 'heading', 'by', 'pool', 'nature', 'scheme', 'district', 'to'],
    items: (books, upTo) => applied(books, 'actual', upTo),
  },
  'forecast.applied': {
    what: 'the forecast outturn, as at the quarter of the report or as at another one',
    keys: [...whose, 'source', 'heading', 'by', 'pool', 'nature', 'scheme', 'to'],
    items: (books, upTo) => applied(books, 'forecast', upTo),
  },
};

/**
 * What of a figure is not known: actuals up to a quarter that has none, or a planned line without a forecast. Undefined
 * where all of it is; what is not known is never taken as nil.
 */
export function whatIsMissing(
  name: string,
  books: FigureBooks,
  upTo: string | undefined,
  isMeant: (item: Item) => boolean,
): string | undefined {
  const quarter = quarters.find((one) => one === upTo) ?? books.asAt;
  const book = name.startsWith('actual.') ? 'actual' : name.startsWith('forecast.') ? 'forecast' : undefined;
  if (book === undefined) return undefined;
  if (quarter === undefined || !books.journal.has(book, quarter)) {
    return book === 'actual' ? `there are no actuals${to(quarter)}` : `there is no forecast${asAt(quarter)}`;
  }
  const ledger = ledgerOf[name];
  if (ledger !== undefined && !isKnown({ ...books, asAt: quarter }, ledger))
    return `no file of the ${ledger} ledger has come`;
  const last = books.journal.lastQuarter();
  if (last !== undefined && quarter > last) return `the ledgers reach to ${last} only`;
  if (book === 'actual') return undefined;
  const at = quarter === books.asAt ? books : booksAsAt(books, atEndOf(quarter));
  const [line] = unforecastLines(at).filter(({ schedule, heading, appliedBy }) =>
    isMeant({
      pence: 0n,
      parts: partsOfApplied(books.agreement, { ...plainApplied, schedule, heading, appliedBy }),
      rows: [],
      count: 0,
    }),
  );
  return line && `there is no forecast${asAt(quarter)} for ${lineInWords(at, line)}`;
}

/** The ledger that a figure of the actuals is read from. */
const ledgerOf: Readonly<Record<string, 'contributions' | 'opening' | 'expenditure'>> = {
  'actual.received': 'contributions',
  'actual.brought-forward': 'opening',
  'actual.applied': 'expenditure',
};

const to = (quarter: string | undefined) => (quarter === undefined ? '' : ` up to ${quarter}`);
const asAt = (quarter: string | undefined) => (quarter === undefined ? '' : ` as at ${quarter}`);

/** The items of a figure, read once for the same books: a fund may have thousands of controls. */
export function itemsOf(name: string, books: FigureBooks, upTo: string | undefined): readonly Item[] {
  const known = itemsRead(books);
  const key = [name, upTo ?? ''].join('\0');
  const items = known.get(key) ?? fundFigures[name]?.items(books, upTo) ?? [];
  known.set(key, items);
  return items;
}

const itemsRead = oncePer((_books: FigureBooks) => new Map<string, readonly Item[]>());

/** Whether an item is what a filter asks for: by its code, a scheme also by its name. */
export function hasPart({ parts }: Item, filter: Filter & { readonly key: FigureKey }): boolean {
  const { key, value, isExcluded } = filter;
  if (key === 'name') return (parts.name ?? []).some((name) => fits(filter, name));
  return (parts[key] ?? []).includes(value) !== isExcluded;
}

function viewOf(books: FigureBooks, book: Book, upTo: string | undefined): BookView {
  const quarter = quarters.find((one) => one === upTo);
  if (quarter !== undefined) return new BookView(books.journal, book, quarter);
  if (book === 'plan') return books.plan;
  return book === 'forecast' ? books.forecast : books.actual;
}

function applied(books: FigureBooks, book: Book, upTo: string | undefined): Item[] {
  const { agreement } = books;
  return viewOf(books, book, upTo)
    .list('applied')
    .map((balance) => ({
      pence: balance.amountPence,
      parts: partsOfApplied(agreement, balance.account),
      rows: balance.firstRows,
      count: balance.rows,
      balance: { of: balance, factor: 1n },
      isDerived: balance.provenances.has('derived'),
    }));
}

function partsOfApplied(agreement: Agreement, account: AppliedAccount): Item['parts'] {
  const { schedule, source, heading, appliedBy, pool, scheme, district } = account;
  const nature = agreement.headings.get(heading)?.nature;
  return {
    ...partsOf(agreement, schedule),
    source: [source],
    heading: [heading],
    by: [appliedBy],
    pool: [pool],
    scheme: [scheme],
    district: [district],
    nature: nature === undefined ? [] : [nature],
  };
}

/** Whose a balance is, and of which kind; one that names nobody is its contributor’s. */
function partsOfOpening(account: IncomeAccount | SettledAccount | BroughtForwardAccount): Item['parts'] {
  if (account.type !== 'brought-forward') return {};
  return { body: [account.body || account.partner], kind: [account.kind] };
}

/** Income and what was brought forward flow out of their accounts, so their sign is turned. */
function paidIn(
  books: FigureBooks,
  type: IncomeAccount['type'] | 'settled' | 'brought-forward',
  upTo: string | undefined,
): Item[] {
  const { agreement } = books;
  return viewOf(books, 'actual', upTo)
    .list(type)
    .map((balance) => {
      const { partner, source, pool, purpose } = balance.account;
      return {
        pence: -balance.amountPence,
        parts: {
          ...partsOf(agreement, partner),
          source: [source],
          pool: [pool],
          heading: purpose === '' ? [] : [purpose],
          nature: natureOfSource(agreement, source),
          ...partsOfOpening(balance.account),
        },
        rows: balance.firstRows,
        count: balance.rows,
        balance: { of: balance, factor: -1n },
      };
    });
}
