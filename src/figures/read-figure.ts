import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import type { PublishedTable } from '../ledger/published-table.js';
import { type Fraction, over, plus, times, whole } from '../money/fraction.js';
import { sum } from '../money/pence.js';
import { type FigureUnit, type FigureValue, type Origin, originsOf } from './figure.js';
import {
  type FigureBooks,
  type FigureKey,
  figureKeys,
  fundFigures,
  hasPart,
  itemsOf,
  valuesOf,
} from './fund-figures.js';
import { type FigureTerm, type Filter, fits, parseFigure } from './parse-figure.js';
import { columnsOf, numbersIn, rowsOf, unitOf } from './table-figures.js';

/** What figures are read from: the books of the fund, and the published tables. */
export interface FigureSources {
  readonly books: FigureBooks;
  readonly tables: ReadonlyMap<string, PublishedTable>;
}

/** The value of a figure that a text names. What cannot be read or is not there is reported at `place`; undefined then. */
export function readFigure(
  text: string,
  sources: FigureSources,
  place: Place | undefined,
  report: Report,
): FigureValue | undefined {
  const parsed = parseFigure(text);
  if ('problem' in parsed) {
    report(diagnose('BCF3504', { found: text, problem: parsed.problem }, { place }));
    return undefined;
  }
  const values = parsed.terms.map((term) => readTerm(term, sources, place, report));
  let total: FigureValue | undefined;
  for (const value of values) {
    if (value === undefined) return undefined;
    if (total !== undefined && total.unit !== value.unit) {
      report(diagnose('BCF3507', { one: wordsFor[total.unit], other: wordsFor[value.unit] }, { place }));
      return undefined;
    }
    total = {
      unit: value.unit,
      amount: plus(total?.amount ?? whole(0n), value.amount),
      origins: [...(total?.origins ?? []), ...value.origins],
    };
  }
  return total;
}

/** What a figure counts, in words. */
export const wordsFor: Readonly<Record<FigureUnit, string>> = {
  money: 'money',
  percent: 'a percent',
  number: 'a number',
};

function readTerm(
  term: FigureTerm,
  sources: FigureSources,
  place: Place | undefined,
  report: Report,
): FigureValue | undefined {
  const { name, isNegative, factors } = term;
  const found = name.includes('.')
    ? fundTerm(term, sources.books, place, report)
    : tableTerm(term, sources, place, report);
  if (found === undefined) return undefined;
  let amount: Fraction = whole(isNegative ? -found.amount : found.amount);
  for (const { isDivisor, digits, decimals } of factors) {
    const factor = { numerator: digits, denominator: 10n ** BigInt(decimals) };
    amount = isDivisor ? over(amount, factor) : times(amount, factor);
  }
  return { amount, unit: found.unit, origins: found.origins };
}

interface TermValue {
  readonly amount: bigint;
  readonly unit: FigureUnit;
  readonly origins: readonly Origin[];
}

function fundTerm(
  { name, filters, columns }: FigureTerm,
  books: FigureBooks,
  place: Place | undefined,
  report: Report,
): TermValue | undefined {
  const figure = Object.hasOwn(fundFigures, name) ? fundFigures[name] : undefined;
  if (figure === undefined) {
    const names = Object.keys(fundFigures);
    const args = { what: 'figure of the fund', found: name, meant: near(name, names), allowed: names.join(', ') };
    report(diagnose('BCF3505', args, { place }));
    return undefined;
  }
  if (columns !== undefined) {
    const problem = `${name} has no columns to name in brackets: pick its parts with key=value`;
    report(diagnose('BCF3504', { found: name, problem }, { place }));
    return undefined;
  }
  let isKnown = true;
  const codes: (Filter & { readonly key: FigureKey })[] = [];
  for (const filter of filters) {
    const key = figureKeys.find((one) => one === filter.key.toLowerCase());
    if (key === undefined || !figure.keys.includes(key)) {
      const meant = near(filter.key, figure.keys);
      const args = { what: `part of ${name}`, found: filter.key, meant, allowed: figure.keys.join(', ') };
      report(diagnose('BCF3505', args, { place }));
      isKnown = false;
    } else if (isValue(books, { ...filter, key }, place, report)) codes.push({ ...filter, key });
    else isKnown = false;
  }
  if (!isKnown) return undefined;
  const upTo = codes.find(({ key }) => key === 'to')?.value;
  const items = itemsOf(name, books, upTo).filter((item) =>
    codes.every(
      (code) =>
        code.key === 'to' ||
        (code.key === 'name' ? (item.parts.name ?? []).some((one) => fits(code, one)) : hasPart(item, code)),
    ),
  );
  const byName = codes.find(({ key }) => key === 'name');
  if (items.length === 0 && byName !== undefined) {
    const names = [...new Set(books.schemes.map((scheme) => scheme.name))];
    const args = {
      what: 'scheme with the name',
      found: byName.value,
      meant: near(byName.value, names),
      allowed: 'see schemes.csv',
    };
    report(diagnose('BCF3505', args, { place }));
    return undefined;
  }
  return {
    amount: sum(items.map(({ pence }) => pence)),
    unit: 'money',
    origins: originsOf(
      items.flatMap(({ rows }) => rows),
      items.reduce((count, item) => count + item.count, 0),
    ),
  };
}

/** Whether a filter names something that the agreement knows. */
function isValue(
  books: FigureBooks,
  { key, value }: Filter & { readonly key: FigureKey },
  place: Place | undefined,
  report: Report,
): boolean {
  const allowed = valuesOf(books, key);
  if (allowed === undefined || allowed.includes(value)) return true;
  const args = { what: key, found: value, meant: near(value, allowed), allowed: allowed.slice(0, 40).join(', ') };
  report(diagnose('BCF3505', args, { place }));
  return false;
}

function tableTerm(
  { name, filters, columns }: FigureTerm,
  { tables }: FigureSources,
  place: Place | undefined,
  report: Report,
): TermValue | undefined {
  const table = tables.get(name);
  if (table === undefined) {
    const names = [...tables.keys()];
    const known = [...names, ...Object.keys(fundFigures)];
    const args = { what: 'table', found: name, meant: near(name, known), allowed: names.join(', ') || 'none' };
    report(diagnose('BCF3505', args, { place }));
    return undefined;
  }
  if (columns === undefined) {
    const problem = `say which column of ${name}: ${name}[${table.columns.at(-1) ?? 'column'}]`;
    report(diagnose('BCF3504', { found: name, problem }, { place }));
    return undefined;
  }
  const rows = rowsOf(table, filters, place, report);
  const indexes = columnsOf(table, columns, place, report);
  if (rows === undefined || indexes === undefined) return undefined;
  const numbers = numbersIn(table, rows, indexes, report);
  if (numbers === undefined) return undefined;
  if (numbers.length === 0) {
    report(diagnose('BCF3506', { table: name }, { place }));
    return undefined;
  }
  const lines = [...new Set(numbers.map(({ line }) => line))];
  const [line] = lines;
  return {
    amount: sum(numbers.map(({ amount }) => amount)),
    unit: unitOf(table),
    origins: [{ file: table.file, rows: lines.length, ...(line !== undefined && { line }) }],
  };
}
