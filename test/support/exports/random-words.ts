import type { Draw } from '../../../fixtures/kent-illustrative-basics.js';
import { pick } from './true-rows.js';

/** A way of writing something, by its name. */
export interface Way<T> {
  readonly name: string;
  readonly write: (value: T) => string;
  /** Further lines of the entry that say how it is read. */
  readonly says?: readonly string[];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function partsOf(iso: string): { year: string; month: string; day: string; word: string } {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { year, month, day, word: months[Number(month) - 1] ?? '' };
}

const dateWays: readonly Way<string>[] = [
  { name: 'iso', write: (iso) => iso },
  { name: 'dd/mm/yyyy', write: (iso) => iso.split('-').reverse().join('/') },
  { name: 'dd.mm.yyyy', write: (iso) => iso.split('-').reverse().join('.') },
  { name: 'dd-mm-yyyy', write: (iso) => iso.split('-').reverse().join('-') },
  { name: 'yyyy/mm/dd', write: (iso) => iso.replaceAll('-', '/') },
  { name: 'yyyymmdd', write: (iso) => iso.replaceAll('-', '') },
  { name: 'with a time', write: (iso) => `${iso} 00:00:00` },
  { name: 'with a time and a zone', write: (iso) => `${iso}T11:30:00Z` },
  { name: 'an Excel day', write: (iso) => String(excelDay(iso)) },
  { name: 'an Excel day with decimals', write: (iso) => `${excelDay(iso)}.5` },
  {
    name: 'dd-Mon-yyyy',
    write: (iso) => {
      const { day, word, year } = partsOf(iso);
      return `${day}-${word}-${year}`;
    },
  },
  {
    name: 'dd-MON-yy',
    write: (iso) => {
      const { day, word, year } = partsOf(iso);
      return `${day}-${word.toUpperCase()}-${year.slice(2)}`;
    },
  },
  {
    name: 'mm/dd/yyyy, as declared',
    write: (iso) => {
      const { day, month, year } = partsOf(iso);
      return `${month}/${day}/${year}`;
    },
    says: ['dates: mm/dd/yyyy'],
  },
];

function excelDay(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
}

function plain(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function grouped(pence: number, separator = ','): string {
  return plain(pence).replace(/\B(?=(\d{3})+\.)/g, separator);
}

const minus = (pence: number) => (pence < 0 ? '-' : '');

/** Ways of writing an amount with its sign in one cell. */
const amountWays: readonly Way<number>[] = [
  { name: 'plain', write: (pence) => minus(pence) + plain(pence) },
  { name: 'grouped', write: (pence) => minus(pence) + grouped(pence) },
  { name: 'with a pound sign', write: (pence) => `${minus(pence)}£${grouped(pence)}` },
  { name: 'in brackets', write: (pence) => (pence < 0 ? `(${grouped(pence)})` : grouped(pence)) },
  { name: 'in square brackets', write: (pence) => (pence < 0 ? `[${plain(pence)}]` : plain(pence)) },
  { name: 'with a minus behind', write: (pence) => `${grouped(pence)}${minus(pence)}` },
  { name: 'with a plus', write: (pence) => `${pence < 0 ? '-' : '+'}${plain(pence)}` },
  { name: 'without a nought', write: (pence) => `${minus(pence)}${plain(pence).replace(/^0\./, '.')}` },
  { name: 'with thin spaces', write: (pence) => minus(pence) + grouped(pence, '\u2009') },
  {
    name: 'with a comma before the pence',
    write: (pence) => `${minus(pence)}${grouped(pence, ' ').replace('.', ',').replaceAll(' ', '.')}`,
    says: ['decimal: comma'],
  },
];

/** In thousands, to the penny. */
export const inThousands: Way<number> = {
  name: 'in thousands',
  write: (pence) => {
    const digits = String(Math.abs(pence)).padStart(6, '0');
    return `${minus(pence)}${digits.slice(0, -5)}.${digits.slice(-5)}`;
  },
};

/** Without a sign, for columns that say it otherwise. */
export function unsigned(draw: Draw): (pence: number) => string {
  return pick(draw, [plain, (pence: number) => grouped(pence)]);
}

export function dateWay(draw: Draw): Way<string> {
  return pick(draw, dateWays);
}

export function amountWay(draw: Draw): Way<number> {
  return pick(draw, amountWays);
}
