import { columnsHolding, type LedgerKind } from '../agreement/ledger-kinds.js';
import type { LedgerFacts } from '../agreement/ledgers/facts.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence } from '../money/pence.js';
import type { Cells } from './cells.js';
import type { PassedOver } from './passed-over.js';

/** A cell that says that its row is a total: nothing else stands in it. */
const saysTotal =
  /^(?:(?:[\w/]+[- ]){0,2}(?:sub)?totals?[:.]?|totals?[:.]? (?:for|of|to|at|q[1-4]|\d).{0,30}|sum(?: of [\w ]{1,20})?[:.]?|balance(?: [bc]\/?f| (?:brought|carried) forward| to date)?[:.]?)(?: ?\([^)]{0,20}\))?$/i;
const totalWord = /\b(?:(?:sub|grand)?totals?|sum|balance)\b/i;
/** Nearly every cell is told by this alone. */
const anyWord = /total|sum|balance/i;
const beginsWithTotal = /^(grand |sub[- ]?|overall )?totals?\b/i;

const longestTotalWords = 40;

/** Money of another column, such as VAT and gross beside net: a total has a sum below each. */
const money = /^[-+(£]*\d[\d,]*\.\d\d\)?$/;

/**
 * The cells of a row beside its amount that hold words or codes: as many as it takes to tell a row from a total or a note.
 */
export function firstFilled(fields: readonly string[], amounts: readonly number[]): string[] {
  const filled: string[] = [];
  for (let index = 0; index < fields.length && filled.length < 3; index += 1) {
    const text = amounts.includes(index) ? '' : (fields[index] ?? '').trim();
    if (text !== '' && !(text.includes('.') && money.test(text))) filled.push(text);
  }
  return filled;
}

/** Where the amounts of a file stand, and the columns of which no total has a cell. */
export interface TotalColumns {
  readonly amounts: readonly number[];
  /** Those of a row’s own day and reference: a row that has one is somebody’s, whatever its words. */
  readonly own: readonly number[];
}

/** Where the day and the reference of a row of a kind of ledger stand. */
export function ownColumns(kind: LedgerKind, places: ReadonlyMap<string, number>): number[] {
  return [...columnsHolding(kind, 'day'), 'reference'].flatMap((name) => places.get(name) ?? []);
}

/** Whether a row is a total at the foot of an export: a cell beside its amount says so, or its amount stands alone. */
export function isTotalRow(fields: readonly string[], columns: TotalColumns): boolean {
  return columns.amounts.length > 0 && isBareTotal(fields, firstFilled(fields, columns.amounts), columns.own);
}

function isBareTotal(fields: readonly string[], filled: readonly string[], own: readonly number[]): boolean {
  if (filled.length > 2 || own.some((index) => isOwn(fields[index] ?? ''))) return false;
  const [first = ''] = filled;
  return filled.length === 0 || beginsWithTotal.test(first) || filled.some((cell) => saysTotal.test(cell));
}

type Totals = NonNullable<LedgerFacts['totals']>;

/** Tells the total rows of a file from its rows. A total is compared with the rows above it and never added. */
export class TotalRows {
  readonly #cells: Cells;
  readonly #amount: string;
  readonly #amounts: readonly number[];
  /** Without these no row is complete: of a total that was filled down one is blank, or says that it is one. */
  readonly #keys: readonly number[];
  readonly #codes: readonly number[];
  readonly #isDated: boolean;
  readonly #own: readonly number[];
  /** Where words stand that may name a total, also in columns that are not read. */
  #words: readonly number[] | undefined;
  /** Where names and references stand, which may be any words. */
  readonly #names: readonly number[];
  #isWhole = true;
  #allPence: Pence = 0n;
  #sinceLastPence: Pence = 0n;
  /** The same without rows that may be totals, and since the last of them: where one was, the next are its kind. */
  #surePence: Pence = 0n;
  #sinceDoubtfulPence: Pence = 0n;
  #rowsSinceDoubtful = 0;
  /** What the agreement leaves out, in all and since the last total: an export’s own total may be with or without it. */
  #leftOutPence: Pence = 0n;
  #leftOutSincePence: Pence = 0n;
  /** Rows since the last total. */
  #rows = 0;
  #previous: readonly string[] = [];
  #firstPassed: number | undefined;
  #passedRows = 0;
  #passedPence: Pence = 0n;

  constructor(cells: Cells, { of: amount, filled }: Totals, amounts: readonly number[]) {
    this.#cells = cells;
    this.#amount = amount;
    this.#amounts = amounts;
    const { places: columns, kind } = cells;
    const [day] = columnsHolding(kind, 'day');
    this.#isDated = day !== undefined;
    this.#own = ownColumns(kind, columns);
    this.#keys = filled.flatMap((name) => columns.get(name) ?? []);
    const isNoCode = [amount, ...columnsHolding(kind, 'day', 'name', 'note')];
    this.#codes = [...columns].flatMap(([name, index]) => (isNoCode.includes(name) ? [] : [index]));
    this.#names = columnsHolding(kind, 'name').flatMap((name) => columns.get(name) ?? []);
  }

  /** Whether a row is a total. What is to be said of it is reported. */
  isTotal(fields: readonly string[], filled: readonly string[]): boolean {
    if (isBareTotal(fields, filled, this.#own)) {
      if (this.#isWhole) this.#compare();
      this.#pass();
      return true;
    }
    const lacking = this.#lackingKey(fields);
    if (lacking === undefined) return false;
    const amountPence = this.#cells.amountIfAny(this.#amount);
    const word = fields[lacking]?.trim() || this.#wordIn(fields, saysTotal);
    if (amountPence === undefined || (word === '' && this.#rowsSummed(amountPence) === 0)) return false;
    this.#reportFilledDown(amountPence, word);
    this.#pass();
    return true;
  }

  /** Whether what a row has for its day and its codes is enough to tell that no row with the same is a total. */
  isSurelyRow(fields: readonly string[], day: string): boolean {
    return isOwn(day) && firstFilled([day], []).length > 0 && this.#lackingKey(fields) === undefined;
  }

  #lackingKey(fields: readonly string[]): number | undefined {
    return this.#keys.find((index) => isNoKey(fields[index] ?? '', this.#names.includes(index)));
  }

  /** How many totals there were, and of one what it says: subtotals and their total together are no sum. */
  get passedOver(): PassedOver[] {
    const line = this.#firstPassed;
    if (line === undefined) return [];
    const isOne = this.#passedRows === 1;
    return [{ what: 'total', lines: this.#passedRows, line, ...(isOne && { amountPence: this.#passedPence }) }];
  }

  /** A row was lost: what the rows above a total add up to is not known. */
  lose(): void {
    this.#isWhole = false;
  }

  /** Takes what a row would add that the agreement leaves out. */
  leaveOut(amountPence: Pence): void {
    this.#leftOutPence += amountPence;
    this.#leftOutSincePence += amountPence;
  }

  /** Takes a row that was read; undefined where its amount is not known. One that may be a total is asked about. */
  take(fields: readonly string[], amountPence: Pence | undefined): void {
    if (amountPence === undefined) this.lose();
    else {
      const standing = this.#standingOf(fields, amountPence);
      if (standing === 'total') {
        this.#pass();
        return;
      }
      this.#add(amountPence, standing);
    }
    this.#rows += 1;
    this.#previous = fields;
  }

  #add(amountPence: Pence, standing: 'row' | 'doubtful'): void {
    this.#allPence += amountPence;
    this.#sinceLastPence += amountPence;
    if (standing === 'doubtful') {
      this.#sinceDoubtfulPence = 0n;
      this.#rowsSinceDoubtful = 0;
      return;
    }
    this.#surePence += amountPence;
    this.#sinceDoubtfulPence += amountPence;
    this.#rowsSinceDoubtful += 1;
  }

  /** Whether a row that reads well is a total all the same; where it only may be one, somebody is to look. */
  #standingOf(fields: readonly string[], amountPence: Pence): 'row' | 'total' | 'doubtful' {
    const summed = this.#rowsSummed(amountPence);
    const word = this.#wordIn(fields, summed > 0 ? totalWord : saysTotal);
    if (summed > 0 && word !== '') {
      this.#reportFilledDown(amountPence, word);
      return 'total';
    }
    const isLikeOne = summed > 0 && this.#isDated && (summed > 2 || this.#isFilledDown(fields));
    if (word === '' && !isLikeOne) return 'row';
    const args = { amount: inWords(amountPence), rows: summed > 0 ? summed : this.#rows, word };
    this.#cells.report(diagnose('BCF3441', args, { place: this.#cells.placeOf(this.#amount) }));
    return 'doubtful';
  }

  /** Of how many rows above, two or more, an amount is the sum; 0 where it is none. */
  #rowsSummed(amountPence: Pence): number {
    if (!this.#isWhole || amountPence === 0n) return 0;
    if (this.#rows > 1 && (amountPence === this.#surePence || this.#isSum(amountPence))) {
      return this.#rows;
    }
    return this.#rowsSinceDoubtful > 1 && amountPence === this.#sinceDoubtfulPence ? this.#rowsSinceDoubtful : 0;
  }

  /** Whether an amount is the sum of all rows, or of those since the last total. */
  #isSum(amountPence: Pence): boolean {
    const [all, sinceLast] = [this.#allPence, this.#sinceLastPence];
    return [all, sinceLast, all + this.#leftOutPence, sinceLast + this.#leftOutSincePence].includes(amountPence);
  }

  #isFilledDown(fields: readonly string[]): boolean {
    return this.#codes.every((index) => fields[index] === this.#previous[index]);
  }

  /** The first cell of words that has such a one, '' where none has. */
  #wordIn(fields: readonly string[], pattern: RegExp): string {
    this.#words ??= [...fields.keys()].filter(
      (index) => !this.#amounts.includes(index) && !this.#codes.includes(index),
    );
    for (const index of this.#words) {
      const field = fields[index] ?? '';
      if (field.length < 3 || field.length > longestTotalWords || !anyWord.test(field)) continue;
      const text = field.trim();
      if (pattern.test(text)) return text;
    }
    return '';
  }

  #reportFilledDown(amountPence: Pence, word: string): void {
    const args = {
      amount: inWords(amountPence),
      rows: this.#rows,
      word,
      above: this.#rowsSummed(amountPence) > 0 ? '' : inWords(this.#allPence),
    };
    this.#cells.report(diagnose('BCF3440', args, { place: this.#cells.placeOf(this.#amount) }));
  }

  #compare(): void {
    const totalPence = this.#cells.amount(this.#amount);
    if (totalPence === undefined) return;
    if (this.#isSum(totalPence)) return;
    const place = this.#cells.placeOf(this.#amount);
    const args = {
      found: inWords(totalPence),
      amount: inWords(this.#allPence),
      difference: inWords(absolute(totalPence - this.#allPence)),
    };
    this.#cells.report(diagnose('BCF3018', args, { place }));
  }

  /** A total is passed over: what comes next is of another. */
  #pass(): void {
    this.#firstPassed ??= this.#cells.line;
    this.#passedRows += 1;
    this.#passedPence += this.#cells.amountIfAny(this.#amount) ?? 0n;
    this.#sinceLastPence = 0n;
    this.#leftOutSincePence = 0n;
    this.#sinceDoubtfulPence = 0n;
    this.#rowsSinceDoubtful = 0;
    this.#rows = 0;
  }
}

/** Whether a day or a reference is one, and neither blank nor the word of a total. */
function isOwn(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && !beginsWithTotal.test(trimmed) && !saysTotal.test(trimmed);
}

/** Whether a key is blank or says that its row is a total; a name may be any words. */
function isNoKey(key: string, isName: boolean): boolean {
  if (key === '' || key.trim() === '') return true;
  return !isName && key.length <= longestTotalWords && anyWord.test(key) && saysTotal.test(key.trim());
}
