import { closeSync, cpSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Draw, seeded } from '../../fixtures/kent-illustrative-basics.js';
import { root } from './measured.js';

/** How amounts of a generated ledger are written: to the penny, or as spreadsheets print them. */
export type Amounts = 'plain' | 'as printed';

/** Where the one ledger of spending is, and the same rows as text accounting reads them. */
export const files = {
  csv: 'ledgers/expenditure-long.csv',
  journal: 'long.journal',
  beancount: 'long.beancount',
} as const;

/** The fund that the ledgers are added to. */
export const illustrative = join(root, 'fixtures/kent-2015-16-illustrative');
const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';

/** Makes of an empty folder the illustrative fund with one ledger more of spending, so many rows long, in the first months. */
export function ledgerFund(
  folder: string,
  rows: number,
  { amounts = 'plain', months = 12 }: { readonly amounts?: Amounts; readonly months?: number } = {},
): void {
  cpSync(illustrative, folder, { recursive: true });
  const codes = codesSpent();
  const draw = seeded(rows);
  const csv = new Lines(join(folder, files.csv));
  csv.add(header);
  for (let row = 1; row <= rows; row += 1) {
    const of = codes[draw(codes.length)] ?? [];
    // Pence, so that a million rows leave the year as it is: what is found of a fund that is far out takes longer than they.
    const pence = (draw(100) === 0 ? -1 : 1) * (draw(90) + 10);
    const note = pence < 0 ? 'Refund' : '';
    csv.add(
      [dayOf(draw, months), ...of, amounts === 'plain' ? plain(pence) : printed(draw, pence), `L${row}`, note].join(
        ',',
      ),
    );
  }
  csv.end();
}

/** Writes the rows of such a fund beside them, as ledger, hledger and beancount read them. */
export function writeJournals(folder: string): void {
  const [journal, beancount] = [new Lines(join(folder, files.journal)), new Lines(join(folder, files.beancount))];
  const headings = new Set(codesSpent().map(([, , heading = '']) => heading));
  beancount.add('option "operating_currency" "GBP"\n2015-04-01 open Assets:Pool GBP');
  for (const heading of headings) beancount.add(`2015-04-01 open Expenses:H-${heading} GBP`);
  const [, ...rows] = readFileSync(join(folder, files.csv), 'utf8').trimEnd().split('\n');
  for (const row of rows) {
    const [date = '', , , heading = '', , , , amount = '', reference = ''] = row.split(',');
    journal.add(`${date} ${reference}\n  spent:${heading}  ${amount}\n  pool\n`);
    beancount.add(`${date} * "${reference}"\n  Expenses:H-${heading}  ${amount} GBP\n  Assets:Pool\n`);
  }
  journal.end();
  beancount.end();
}

/** The exports fixture with so many rows more of one body: as its own export, or the same rows in our columns. */
export function exportsFund(folder: string, rows: number, isDescribed: boolean): void {
  cpSync(join(root, 'fixtures/kent-2015-16-exports'), folder, { recursive: true });
  const map: string[][] = parse(readFileSync(join(folder, 'maps/09e.csv'), 'utf8'), { bom: true });
  const codes = map.slice(1).filter(([, , heading = '']) => heading !== '');
  const [draw, months] = [seeded(rows), ['APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP']];
  const lines = new Lines(join(folder, isDescribed ? 'ledgers/xx-gl-09e.csv' : files.csv));
  const described = 'GL_DATE;PERIOD_NAME;SEGMENT2;SEGMENT3;INVOICE_NUM;LINE_NUM;DESCRIPTION;ACCOUNTED_DR;ACCOUNTED_CR';
  lines.add(isDescribed ? described : header);
  for (let row = 1; row <= rows; row += 1) {
    const [centre = '', subjective = '', heading = '', scheme = ''] = codes[draw(codes.length)] ?? [];
    const [month, day, amount] = [draw(6), String(draw(28) + 1).padStart(2, '0'), plain(draw(20_000) + 1)];
    const period = `${months[month]}-2015`;
    lines.add(
      isDescribed
        ? `${day}-${period};${period};${centre};${subjective};LONG${row};1;;${amount};`
        : `2015-0${month + 4}-${day},09E,09E,${heading},ccg-minimum,${scheme},,${amount},LONG${row}/1,`,
    );
  }
  lines.end();
}

/** Codes under which the illustrative year has spending, each once: those of the bodies whose files have our columns. */
function codesSpent(): string[][] {
  const codes = new Map<string, string[]>();
  for (const name of spendingIn(illustrative).filter((one) => /-(?:kcc|10e|districts)/.test(one))) {
    const rows: string[][] = parse(readFileSync(join(illustrative, 'ledgers', name), 'utf8'), {
      bom: true,
      relax_column_count: true,
    });
    for (const row of rows.slice(1).filter(([, schedule]) => schedule !== '')) {
      const of = row.slice(1, 7);
      codes.set(of.join(','), of);
    }
  }
  return [...codes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, of]) => of);
}

function spendingIn(folder: string): string[] {
  return readdirSync(join(folder, 'ledgers'))
    .filter((name) => name.startsWith('expenditure-'))
    .sort();
}

function dayOf(draw: Draw, months: number): string {
  const month = draw(months);
  const day = String(draw(28) + 1).padStart(2, '0');
  return month < 9 ? `2015-${String(month + 4).padStart(2, '0')}-${day}` : `2016-0${month - 8}-${day}`;
}

function plain(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** As spreadsheets print an amount: with a pound sign, in quotes, a refund in brackets or with its minus. */
function printed(draw: Draw, pence: number): string {
  const text = plain(pence < 0 ? -pence : pence * 101);
  const grouped = text.replace(/\B(?=(\d{3})+\.)/g, ',');
  if (pence < 0) return draw(2) === 0 ? `(${text})` : `-${text}`;
  return [text, `"${text}"`, `"${grouped}"`, `"£${grouped}"`][draw(4)] ?? text;
}

/** Lines of a file, written in pieces: a ledger of ten million rows is held by nobody. */
class Lines {
  readonly #file: number;
  #held: string[] = [];

  constructor(path: string) {
    writeFileSync(path, '');
    this.#file = openSync(path, 'a');
  }

  add(line: string): void {
    this.#held.push(line);
    if (this.#held.length >= 50_000) this.#write();
  }

  end(): void {
    this.#write();
    closeSync(this.#file);
  }

  #write(): void {
    if (this.#held.length > 0) writeSync(this.#file, `${this.#held.join('\n')}\n`);
    this.#held = [];
  }
}
