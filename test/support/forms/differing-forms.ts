import { parse } from 'csv-parse/sync';
import { differingCsvTables } from './csv-tables.js';
import type { CommandForm, FormName, Raw } from './drawn-forms.js';
import { type Answer, type ReadHtml, readHtml } from './html-tables.js';
import { readMarkdown } from './markdown-tables.js';
import { plainLinesOf, readPlain } from './plain-lines.js';
import { differingTables, plainNumber, type ReadForm, roundedTo, said, shifted } from './read-table.js';
import { differingTotals, listedFigures, publishedTables, workingTables } from './sheet-tables.js';
import { gridsOf } from './spreadsheet.js';
import { readText } from './text-tables.js';
import { asRead } from './truth.js';
import type { TruthOfCommand } from './truth-of-command.js';
import type { TruthOfFund } from './truth-of-fund.js';
import type { Truth } from './truth-of-pages.js';

type Differing<T> = (raw: Raw, truth: T) => string[];

/** How each form is held against the truth: where it differs, each as one line. */
const differing = {
  text: ofText((text, truth) => differingForm(truth, readText(text, truth.tables))),
  plain: ofText(differingPlain),
  markdown: ofText((markdown, truth) => differingForm(truth, readMarkdown(markdown))),
  csv: ofText(differingCsv),
  html: ofText((html, truth) => {
    const read = readHtml(html);
    return [...differingForm(truth, read), ...differingAnswers(truth, read)];
  }),
  page: ofText(differingPage),
  'working xlsx': differingWorking,
  'working ods': differingWorking,
  'publication xlsx': differingPublication,
  'publication ods': differingPublication,
} satisfies Readonly<Record<FormName, Differing<TruthOfFund>>>;

/** Where a form of a statement differs from its document. */
export function differences(form: FormName, raw: Raw | undefined, truth: TruthOfFund): string[] {
  if (raw === undefined) return [`${form}: not drawn`];
  return differing[form](raw, truth).map((line) => `${form}: ${line}`);
}

/** Where a form of a command differs from its document. */
export function differencesOfCommand(form: CommandForm, raw: Raw | undefined, truth: TruthOfCommand): string[] {
  const { csvTables } = truth;
  if (raw === undefined || raw.get('') === '') return [`${form}: not drawn`];
  const found =
    form === 'csv' && csvTables !== undefined
      ? differingCsvTables(raw.get('') ?? '', csvTables)
      : differing[form](raw, truth);
  return found.map((line) => `${form}: ${line}`);
}

function ofText(differ: (text: string, truth: Truth) => string[]): Differing<Truth> {
  return (raw, truth) => differ(raw.get('') ?? '', truth);
}

function titlesOf({ tables }: Truth): ReadonlySet<string> {
  return new Set(tables.map(({ title }) => title));
}

function differingForm({ tables, prose }: Truth, found: ReadForm): string[] {
  return [
    ...differingTables(
      tables.map((table) => asRead(table, 'rounded')),
      found.tables,
    ),
    ...differingLists('in words', prose, found.prose),
  ];
}

function differingLists(what: string, expected: readonly string[], found: readonly string[]): string[] {
  const at = Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index).find(
    (index) => expected[index] !== found[index],
  );
  return at === undefined ? [] : [`${what}, number ${at + 1}: ${found[at]}, not ${expected[at]}`];
}

/**
 * A figure that answers says what the document says of the figure that its working is of, as closely as it is shown. What a
 * page counts and adds up for its titles is in no document, and has the names that begin with `page.`.
 */
function differingAnswers({ amounts }: Truth, { answers }: ReadHtml): string[] {
  return answers.flatMap((answer) => {
    const { says, name } = answer;
    const amount = amounts.get(name);
    if (amount === undefined && name.startsWith('page.')) return [];
    return amount !== undefined && isSaid(answer, amount) ? [] : [`${says}, but ${name} is ${amount}`];
  });
}

/** Whether a figure says an amount: `£2.2m`, `£984k`, `(1,234.50)`, `underspend 3,200.00`; `none` and `eight` are words. */
function isSaid({ says, column, table }: Answer, amount: string): boolean {
  const [, digits, unit] = /(\d[\d,]*(?:\.\d+)?)([mk]?)/.exec(says) ?? [];
  if (digits === undefined) return Number(amount) === 0 || !amount.includes('.');
  const isMillions = unit === 'm' || [column, table].some((title) => title?.includes('£m') === true);
  const exact = isMillions ? shifted(amount, 6) : unit === 'k' ? shifted(amount, 3) : amount;
  const noughts = column === undefined ? (/[1-9](0+)$/.exec(digits.replaceAll(',', ''))?.[1]?.length ?? 0) : 0;
  const places = digits.split('.')[1]?.length ?? -noughts;
  // In words, and in a picture, the sign is a word.
  const isSigned = column !== undefined && said(says) !== says.trim();
  const shown = isSigned ? said(says) : plainNumber(digits.replaceAll(',', ''));
  return shown === plainNumber(roundedTo(isSigned ? exact : exact.replace('-', ''), places));
}

function differingPlain(plain: string, truth: Truth): string[] {
  const found = readPlain(plain, titlesOf(truth));
  const lines = ({ says, figure }: { says: string; figure: string }) => `${says} = ${figure}`;
  return [
    ...differingLists(
      'line',
      truth.tables.flatMap((table) => plainLinesOf(table).map(lines)),
      found.tables.flatMap((table) => table.map(lines)),
    ),
    ...differingLists('in words', truth.proseApart, found.prose),
  ];
}

/** Each figure of the document stands once in the CSV, under its name. */
function differingCsv(csv: string, { figures }: Truth): string[] {
  const rows: Readonly<Record<string, string>>[] = parse(csv, { columns: true, bom: true });
  const found = rows
    .filter(({ figure }) => figure !== '')
    .map(
      ({ figure_name, amount_gbp = '', number = '', percent = '' }) =>
        `${figure_name} = ${amount_gbp}${number}${percent}`,
    );
  return differingLists('figure', figures.map(({ name, amount }) => `${name} = ${amount}`).sort(), found.sort());
}

/** A figure of the page answers to its name; a table that the statement has too, with as many lines, is the same. */
function differingPage(html: string, truth: Truth): string[] {
  const read = readHtml(html);
  const heads = (headers: readonly string[]) => headers.join('|');
  return [
    ...differingAnswers(truth, read),
    ...truth.tables.flatMap((table) => {
      const expected = asRead(table, 'rounded');
      const found = read.tables.filter(
        ({ title, headers, rows }) =>
          rows.length === expected.rows.length &&
          title === said(table.title) &&
          heads(headers) === heads(expected.headers),
      );
      return found.flatMap((own) => differingTables([expected], [own]));
    }),
  ];
}

function differingWorking(parts: Raw, { amounts, ...truth }: TruthOfFund): string[] {
  const grids = gridsOf(parts);
  const listed = listedFigures(grids);
  // What a check counts is no figure of the statement.
  const held = [...amounts.keys()].filter((name) => !name.startsWith('counts.'));
  const names = new Set([...held, ...listed.keys()]);
  return [
    ...differingTables(
      truth.sheetTables.map((table) => asRead(table, 'pounds')),
      workingTables(grids, truth.sheetNames),
    ),
    ...differingTotals(grids, truth.sheetNames),
    ...[...names].flatMap((name) => {
      const [expected, found] = [amounts.get(name), listed.get(name)];
      return expected !== undefined && plainNumber(expected) === found
        ? []
        : [`Figures: ${name}: ${found}, not ${expected}`];
    }),
  ];
}

function differingPublication(parts: Raw, { sheetTables }: TruthOfFund): string[] {
  const expected = sheetTables.map((table) => asRead(table, 'whole'));
  return differingTables(expected, publishedTables(gridsOf(parts)));
}

/** How many figures of a command a form is held to. */
export function figuresReadOfCommand(form: CommandForm, { tables, csvTables, figures }: TruthOfCommand): number {
  if (form !== 'csv') return inTables(tables);
  return csvTables === undefined ? figures.length : inTables(csvTables);
}

/** How many figures of a statement a form is held to. */
export function figuresRead(form: FormName, { tables, sheetTables, figures, amounts }: TruthOfFund): number {
  if (form === 'csv') return figures.length;
  if (form.startsWith('publication')) return inTables(sheetTables);
  return form.startsWith('working') ? inTables(sheetTables) + amounts.size : inTables(tables);
}

function inTables(tables: Truth['tables']): number {
  return tables.reduce((sum, { names }) => sum + names.length, 0);
}
