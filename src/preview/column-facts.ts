import type { FinancialYear } from '../agreement/financial-year.js';
import { quarterOf } from '../agreement/financial-year.js';
import { dayFormOf } from '../ledger/day-forms.js';
import { marksOf } from '../ledger/origins.js';
import { moneyName, signName, signs } from '../ledger/unread-columns.js';
import { parseAmount } from '../money/parse-amount.js';
import { type Unit, unitInHeader } from '../money/unit.js';
import { creditName, dayName, debitName, wordsOf } from './header-words.js';
import type { Sample } from './sample.js';

/** What the cells of one column of an export are, where they are not blank. */
export interface ColumnFacts {
  readonly index: number;
  readonly name: string;
  /** Its name as words. */
  readonly words: string;
  readonly filled: number;
  readonly isDays: boolean;
  readonly isMoney: boolean;
  readonly isSigns: boolean;
  /** What is said of the order of its days: some have the month first, some the day, some could be two days of the year. */
  readonly days: { readonly monthFirst: number; readonly dayFirst: number; readonly twofold: number };
  /** Whether its amounts have a comma before the pence, and whether they have pence at all. */
  readonly hasDecimalComma: boolean;
  readonly hasPence: boolean;
  /** How many of its amounts are negative. */
  readonly negative: number;
  /** The words that stand beside amounts in their own cells, such as CR. */
  readonly marks: ReadonlySet<string>;
  /** How often each of its different cells stands there, the first of them. */
  readonly texts: ReadonlyMap<string, number>;
}

const mostTexts = 50;

/** What each column of a sample holds. */
export function columnFacts({ headers, rows }: Sample, year: FinancialYear): ColumnFacts[] {
  return headers.map((name, index) => {
    const words = wordsOf(name);
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    const days = daysOf(cells, year);
    const amounts = amountsOf(cells, unitInHeader(name) ?? 'pounds');
    const areAmounts = isMostly(amounts.count, cells.length);
    const isDays = isMostly(days.count, cells.length) && (!areAmounts || dayName.test(words));
    return {
      index,
      name,
      words,
      filled: cells.length,
      isDays,
      isMoney: areAmounts
        ? !isDays && (amounts.lookLikeMoney || moneyName.test(words) || isDebitOrCredit(words))
        : cells.length === 0 && isDebitOrCredit(words),
      isSigns:
        cells.length > 0 && cells.every((cell) => signs.test(cell) || (signName.test(name) && cell.length <= 20)),
      days,
      hasDecimalComma: amounts.hasDecimalComma,
      hasPence: amounts.havePence,
      negative: amounts.negative,
      marks: amounts.marks,
      texts: countsOf(cells),
    };
  });
}

/** Nine of ten: a total or a note at the foot stands in a column too. */
function isMostly(count: number, of: number): boolean {
  return of > 0 && count * 10 >= of * 9;
}

function daysOf(cells: readonly string[], year: FinancialYear): ColumnFacts['days'] & { readonly count: number } {
  const forms = cells.map((cell) => dayFormOf(cell));
  const isInYear = (day: string) => quarterOf(day, year) !== undefined;
  return {
    count: forms.filter(({ kind }) => kind === 'days' || kind === 'month-first' || kind === 'excel-day').length,
    monthFirst: forms.filter(({ kind }) => kind === 'month-first').length,
    dayFirst: cells.filter((cell) => /^(?:1[3-9]|2\d|3[01])[-/.\s]\d{1,2}[-/.\s]\d{4}$/.test(cell)).length,
    twofold: forms.filter((form) => form.kind === 'days' && form.days.filter(isInYear).length > 1).length,
  };
}

interface Amounts {
  readonly count: number;
  readonly negative: number;
  readonly marks: ReadonlySet<string>;
  readonly hasDecimalComma: boolean;
  readonly havePence: boolean;
  readonly lookLikeMoney: boolean;
}

const notMarks = /^(?:gbp|eur|usd|k|m|mn|bn|th|e)$|.{7}/i;

function amountsOf(cells: readonly string[], unit: Unit): Amounts {
  const hasDecimalComma = cells.some((cell) => /\d,\d\d$/.test(cell)) && !cells.some((cell) => /\.\d\d$/.test(cell));
  const marks = new Set<string>();
  const found: string[] = [];
  let negative = 0;
  const penceIn = (cell: string) => {
    const text = hasDecimalComma ? cell.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ',')) : cell;
    const parsed = parseAmount(text.replace(/^(?:gbp)\s*|\s*(?:gbp)$/gi, ''), unit);
    return 'pence' in parsed ? parsed.pence : undefined;
  };
  for (const cell of cells) {
    const mark = marksOf(cell).find(({ word, amount }) => !notMarks.test(word) && penceIn(amount) !== undefined);
    const pence = mark === undefined ? penceIn(cell) : penceIn(mark.amount);
    if (pence === undefined) continue;
    if (mark !== undefined) marks.add(mark.word);
    if (pence < 0n) negative += 1;
    found.push(cell);
  }
  return {
    count: found.length,
    negative,
    marks,
    hasDecimalComma,
    havePence: found.some((cell) => /[.,]\d\d(?:\)|\s*\p{L}+\.?)?$/u.test(cell)),
    lookLikeMoney: found.some((cell) => /[£.,()]/.test(cell)),
  };
}

function countsOf(cells: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (counts.has(cell) || counts.size <= mostTexts) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

/** Whether a header is that of debits or of credits, which may be blank for a month. */
function isDebitOrCredit(words: string): boolean {
  return debitName.test(words) !== creditName.test(words);
}
