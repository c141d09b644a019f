import { createHash } from 'node:crypto';
import type { Agreement } from '../agreement/agreement.js';
import { rowOf } from '../diagnostics/place-text.js';
import { figureInWords } from '../figures/account-words.js';
import type { Figure, FigureBalance, Term } from '../figures/figure.js';
import { longer } from '../figures/figure.js';
import { bracketed, inPounds, separated } from '../money/format-money.js';
import { toPlaces } from '../money/places.js';
import type { Working, WorkingTerm } from '../statement/working.js';
import { asRow, keyOf, type PostedRows } from './posted-rows.js';

/** How many figures have a working at most, of how large a fund soever. */
const mostWorkings = 3_000;

/** How many terms of one figure are shown; where there are more, so many of the largest. */
const mostTerms = 24;
const largestTerms = 20;

/** Of the accounts of a figure, the same. */
const mostAccounts = 4;
const largestAccounts = 3;

/** How many letters and digits of a hash an id has at least. */
const shortestId = 5;

/** How many figures a working says it is part of. */
const mostParents = 1;

/** A working without the rows of its accounts, which are read when it is known which are wanted. */
interface Planned {
  readonly working: Omit<Working, 'partOf' | 'rows'>;
  readonly parents: Working['partOf'][number][];
  readonly balance?: { readonly key: string; readonly factor: 1n | -1n };
}

/** What figures come to and from, level by level: first those that are asked for, then what they are made of. */
export class Workings {
  readonly #agreement: Agreement;
  readonly #ids = new Map<Figure, string>();
  /** What each id was made of. */
  readonly #owners = new Map<string, string>();
  readonly #planned = new Map<string, Planned>();

  constructor(agreement: Agreement) {
    this.#agreement = agreement;
  }

  /** Plans the workings of figures with names, and of all that they are made of, breadth first. */
  plan(figures: readonly Figure[]): void {
    let level: readonly Figure[] = figures.map(itself);
    while (level.length > 0) {
      const next: Figure[] = [];
      for (const figure of level) {
        if (this.#planned.size >= mostWorkings) return;
        const id = this.idOf(figure);
        if (this.#planned.has(id)) continue;
        const shown = termsShown(figure);
        this.#planned.set(id, this.#planOf(figure, id, shown));
        next.push(...shown.terms.map((term) => itself(term.figure)));
      }
      level = next;
    }
    this.#adopt();
  }

  /** By what a working is found: the hash of the figure’s name, or of a step, the place that it has in the first figure that takes it. */
  idOf(shown: Figure): string {
    const figure = itself(shown);
    const known = this.#ids.get(figure);
    if (known !== undefined) return known;
    const { name, balance } = figure;
    const own = balance === undefined ? name : keyOfBalance(balance);
    if (own === undefined) throw new Error(`a step that no figure was made of: ${figure.what}`);
    return this.#called(figure, own);
  }

  #called(figure: Figure, own: string): string {
    const id = this.#freeId(own);
    this.#ids.set(figure, id);
    for (const [index, term] of figure.terms.entries()) {
      const part = itself(term.figure);
      if (part.name === undefined && part.balance === undefined && !this.#ids.has(part))
        this.#called(part, `${own} ${index}`);
    }
    return id;
  }

  /** As short as it may be and not another’s: a page has thousands of them. */
  #freeId(own: string): string {
    const hash = BigInt(`0x${createHash('sha256').update(own).digest('hex')}`).toString(36);
    let length = shortestId;
    while ((this.#owners.get(hash.slice(0, length)) ?? own) !== own) length += 1;
    this.#owners.set(hash.slice(0, length), own);
    return `f${hash.slice(0, length)}`;
  }

  /** Where each of the figures finds its working, by its name. */
  idsOf(figures: readonly Figure[]): ReadonlyMap<string, string> {
    return new Map(figures.flatMap((figure) => (figure.name === undefined ? [] : [[figure.name, this.idOf(figure)]])));
  }

  /** Asks for the rows of every account that a working is of. */
  wantRows(rows: PostedRows): void {
    for (const { balance } of this.#planned.values()) if (balance !== undefined) rows.want(balance.key);
  }

  /** The workings, in the order in which a page has room for them. */
  withRows(rows: PostedRows): Working[] {
    return [...this.#planned.values()].map(({ working, parents, balance }) => ({
      ...working,
      partOf: parents,
      ...(balance && { rows: rowsOf(balance, rows) }),
    }));
  }

  #planOf(figure: Figure, id: string, shown: ShownTerms): Planned {
    const { name, how, rule, at, balance, kind } = figure;
    const what = figureInWords(figure, this.#agreement);
    const whose = /^.*?: /.exec(what)?.[0] ?? '';
    return {
      working: {
        id,
        ...(name !== undefined && { name }),
        what,
        amount: inSentence(figure),
        how,
        ...(rule && { rule: { id: rule.id, clause: rule.clause } }),
        ...(at && { at: rowOf(at) }),
        terms: shown.terms.map((term) => this.#termOf(term, { isInput: kind === 'formula', whose })),
        nilTerms: shown.nilTerms,
        ...(shown.smaller && { smaller: shown.smaller }),
      },
      parents: [],
      ...(balance?.second === undefined && balance && { balance: { key: keyOf(balance.of), factor: balance.factor } }),
    };
  }

  /** A term; that it is of the same body or line as the figure goes without saying. */
  #termOf(
    { sign, figure }: Term,
    { isInput, whose }: { readonly isInput: boolean; readonly whose: string },
  ): WorkingTerm {
    const { at, balance } = figure;
    const what = figureInWords(figure, this.#agreement);
    return {
      sign: isInput ? 'input' : sign === 1n ? '+' : '-',
      what: whose !== '' && what.startsWith(whose) ? what.slice(whose.length) : what,
      amount: inColumn(figure),
      id: this.idOf(figure),
      ...(at && { at: rowOf(at) }),
      ...(balance && { rowCount: balance.of.rows }),
    };
  }

  #adopt(): void {
    for (const { working } of this.#planned.values()) {
      if (working.name === undefined) continue;
      for (const { id } of working.terms) {
        const parents = this.#planned.get(id)?.parents;
        if (parents !== undefined && parents.length < mostParents) parents.push({ id: working.id, what: working.what });
      }
    }
  }
}

/** A figure, or the one that it only repeats in a place of its own: who asks where it comes from asks for that. */
function itself(figure: Figure): Figure {
  const [only, ...others] = figure.terms;
  const isRepeated = figure.kind === 'sum' && others.length === 0 && only?.sign === 1n;
  return isRepeated && only.figure.name !== undefined && String(only.figure) === String(figure)
    ? itself(only.figure)
    : figure;
}

/** An account as it stands in a figure: its sign, and of which of two funds it is. */
function keyOfBalance({ of, factor, second }: FigureBalance): string {
  return `${factor} ${second === undefined ? '' : 'second '}${keyOf(of)}`;
}

interface ShownTerms {
  readonly terms: readonly Term[];
  readonly nilTerms: number;
  readonly smaller?: Working['smaller'];
}

/** The terms that are shown: of a sum without those of nil, and where they are many the largest. */
function termsShown({ terms: all, kind, places }: Figure): ShownTerms {
  if (kind === 'formula') return { terms: all.slice(0, mostTerms), nilTerms: 0 };
  const terms = all.filter(({ figure }) => !figure.isNil);
  const nilTerms = all.length - terms.length;
  const accounts = terms.filter(({ figure }) => figure.balance !== undefined);
  const figures = terms.filter(({ figure }) => figure.balance === undefined);
  const shown = new Set([
    ...largestOf(accounts, mostAccounts, largestAccounts),
    ...largestOf(figures, mostTerms, largestTerms),
  ]);
  const others = terms.filter((term) => !shown.has(term));
  if (others.length === 0) return { terms, nilTerms };
  const amount = others.reduce((total, { sign, figure }) => total + sign * longer(figure, places), 0n);
  return {
    terms: terms.filter((term) => shown.has(term)),
    nilTerms,
    smaller: bracketed(toPlaces(amount, places)),
  };
}

function largestOf(terms: readonly Term[], most: number, largest: number): readonly Term[] {
  return terms.length <= most ? terms : [...terms].sort(bySize).slice(0, largest);
}

function bySize(one: Term, other: Term): number {
  const [a, b] = [sizeOf(one), sizeOf(other)];
  return a === b ? 0 : a > b ? -1 : 1;
}

function sizeOf({ figure: { amount } }: Term): bigint {
  return amount < 0n ? -amount : amount;
}

function rowsOf({ key, factor }: NonNullable<Planned['balance']>, rows: PostedRows): NonNullable<Working['rows']> {
  const found = rows.of(key);
  const listedPence = found.first.reduce((total, row) => total + row.amountPence, 0n);
  const left = found.count - found.first.length;
  return {
    rows: found.first.map((row) => asRow(row, factor)),
    ...(left > 0 && {
      more: bracketed(toPlaces(factor * (found.amountPence - listedPence), 2)),
    }),
  };
}

/** An amount by itself: `£1,234.00`, `97`, `3.50%`. */
function inSentence(figure: Figure): string {
  const text = String(figure);
  if (figure.unit === 'percent') return `${text}%`;
  return figure.unit === 'money' || figure.unit === 'exact' ? inPounds(text) : separated(text);
}

/** The same in a column of amounts, without the pound. */
function inColumn(figure: Figure): string {
  return figure.unit === 'percent' ? `${String(figure)}%` : bracketed(String(figure));
}
