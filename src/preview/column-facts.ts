import type { FinancialYear } from '../agreement/financial-year.js';
import { quarterOf } from '../agreement/financial-year.js';
import { dayFormOf } from '../ledger/day-forms.js';
import { moneyName, signName, signs } from '../ledger/unread-columns.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Sample } from './sample.js';

/** What the cells of one column of an export are, where they are not blank. */
export interface ColumnFacts {
  readonly index: number;
  readonly name: string;
  readonly filled: number;
  readonly isDays: boolean;
  readonly isMoney: boolean;
  readonly isSigns: boolean;
  /** What is said of the order of its days: some have the month first, some the day, some could be two days of the year. */
  readonly days: { readonly monthFirst: number; readonly dayFirst: number; readonly twofold: number };
  /** Whether its amounts have a comma before the pence, and whether they have pence at all. */
  readonly hasDecimalComma: boolean;
  readonly hasPence: boolean;
  /** Its different cells, the first of them. */
  readonly texts: ReadonlySet<string>;
}

const mostTexts = 50;

/** What each column of a sample holds. */
export function columnFacts({ headers, rows }: Sample, year: FinancialYear): ColumnFacts[] {
  return headers.map((name, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    const hasDecimalComma = cells.some((cell) => /\d,\d\d$/.test(cell)) && !cells.some((cell) => /\.\d\d$/.test(cell));
    const forms = cells.map((cell) => dayFormOf(cell));
    const isDay = ({ kind }: (typeof forms)[number]) =>
      kind === 'days' || kind === 'month-first' || kind === 'excel-day';
    const isInYear = (day: string) => quarterOf(day, year) !== undefined;
    const amounts = cells.filter((cell) => isAmount(cell, hasDecimalComma));
    const isDays = isMostly(forms.filter(isDay).length, cells.length) && !isMostly(amounts.length, cells.length);
    const looksLikeMoney = moneyName.test(name) || amounts.some((cell) => /[£.,()]/.test(cell));
    return {
      index,
      name,
      filled: cells.length,
      isDays,
      isMoney: isMostly(amounts.length, cells.length)
        ? looksLikeMoney && !isDays
        : cells.length === 0 && isDebitOrCredit(name),
      isSigns:
        cells.length > 0 && cells.every((cell) => signs.test(cell) || (signName.test(name) && cell.length <= 20)),
      days: {
        monthFirst: forms.filter(({ kind }) => kind === 'month-first').length,
        dayFirst: cells.filter((cell) => /^(?:1[3-9]|2\d|3[01])[-/.\s]\d{1,2}[-/.\s]\d{4}$/.test(cell)).length,
        twofold: forms.filter((form) => form.kind === 'days' && form.days.filter(isInYear).length > 1).length,
      },
      hasDecimalComma,
      hasPence: amounts.some((cell) => /[.,]\d\d\)?$/.test(cell)),
      texts: new Set(cells.slice(0, 5000)).size > mostTexts ? new Set(cells.slice(0, mostTexts)) : new Set(cells),
    };
  });
}

/** Nine of ten: a total or a note at the foot stands in a column too. */
function isMostly(count: number, of: number): boolean {
  return of > 0 && count * 10 >= of * 9;
}

function isAmount(cell: string, hasDecimalComma: boolean): boolean {
  const text = hasDecimalComma ? cell.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ',')) : cell;
  return 'pence' in parseAmount(text.replace(/^(?:gbp)\s*|\s*(?:gbp)$/gi, ''), 'pounds');
}

/** Whether a header is that of debits or of credits, which may be blank for a month. */
export function isDebitOrCredit(name: string): boolean {
  return /^(?:debits?|credits?|dr|cr)\b/i.test(name);
}
