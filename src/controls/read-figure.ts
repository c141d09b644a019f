import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import type { PublishedTable } from '../ledger/published-table.js';
import { rowIn } from '../ledger/row-types.js';
import { type Fraction, minus, over, plus, times, whole } from '../money/fraction.js';
import { sum } from '../money/pence.js';
import { placesOfMoney } from '../money/places.js';
import { type FigureUnit, type FigureValue, type Making, type Origin, originOf, type Summed } from './figure.js';
import {
  type FigureBooks,
  type FigureKey,
  figureKeys,
  fundFigures,
  hasPart,
  type Item,
  itemsOf,
  whatIsMissing,
} from './fund-figures.js';
import { type FigureTerm, type Filter, parseFigure } from './parse-figure.js';
import { valuesOf } from './part-values.js';
import { columnsOf, numbersIn, rowsOf, unitOf } from './table-figures.js';

/** What figures are read from: the books of the fund, and the published tables. */
export interface FigureSources {
  readonly books: FigureBooks;
  readonly tables: ReadonlyMap<string, PublishedTable>;
}

/** The value of a figure that a text names. What cannot be read or is not known is reported at `place`; undefined then. */
export function readFigure(
  text: string,
  sources: FigureSources,
  place: Place | undefined,
  report: Report,
): FigureValue | undefined {
  const parsed = parseFigure(text);
  if ('problem' in parsed) {
    report(diagnose('BCF3504', { found: shortened(text), problem: parsed.problem }, { place }));
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
      places: Math.max(total?.places ?? 0, value.places),
      origins: [...(total?.origins ?? []), ...value.origins],
      terms: [...(total?.terms ?? []), ...value.terms],
      isDerived: (total?.isDerived ?? false) || value.isDerived,
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

/** A text no longer than a message bears. */
function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function readTerm(
  term: FigureTerm,
  sources: FigureSources,
  place: Place | undefined,
  report: Report,
): FigureValue | undefined {
  const found = valueOfTerm(term, sources, place, report);
  if (found === undefined) return undefined;
  let scale: Fraction = whole(1n);
  for (const { isDivisor, digits, decimals } of term.factors) {
    const factor = { numerator: digits, denominator: 10n ** BigInt(decimals) };
    scale = isDivisor ? over(scale, factor) : times(scale, factor);
  }
  const amount = times(found.amount, term.isNegative ? minus(whole(0n), scale) : scale);
  const made = { text: term.text, sign: term.isNegative ? -1n : 1n, scale, ...summed(found) } as const;
  if (term.of === undefined) return { ...found, amount, terms: [{ ...made, of: undefined }] };
  const all = valueOfTerm(term.of, sources, place, report);
  if (all === undefined) return undefined;
  if (all.unit !== found.unit || all.amount.numerator === 0n) {
    const problem =
      all.amount.numerator === 0n ? 'it is divided by nothing' : 'it is divided by a figure of another kind';
    report(diagnose('BCF3504', { found: term.name, problem }, { place }));
    return undefined;
  }
  // In hundredths of a percent.
  const percent = times(over(amount, all.amount), whole(10_000n));
  const of = { text: term.of.text, ...summed(all) };
  return {
    amount: percent,
    unit: 'percent',
    places: placesOfMoney,
    origins: found.origins,
    terms: [{ ...made, of }],
    isDerived: found.isDerived || all.isDerived,
  };
}

function summed({ unit, places, makings }: TermValue): Omit<Summed, 'text'> {
  return { unit, places, makings };
}

interface TermValue {
  readonly amount: Fraction;
  readonly unit: FigureUnit;
  readonly places: number;
  readonly origins: readonly Origin[];
  readonly makings: readonly Making[];
  readonly isDerived: boolean;
}

function valueOfTerm(
  term: FigureTerm,
  sources: FigureSources,
  place: Place | undefined,
  report: Report,
): TermValue | undefined {
  return term.name.includes('.')
    ? fundTerm(term, sources.books, place, report)
    : tableTerm(term, sources, place, report);
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
  const codes = knownFilters({ name, keys: figure.keys, filters }, books, place, report);
  if (codes === undefined) return undefined;
  const upTo = codes.find(({ key }) => key === 'to')?.value;
  const isMeant = (item: Item) => codes.every((code) => code.key === 'to' || hasPart(item, code));
  const items = itemsOf(name, books, upTo).filter(isMeant);
  const missing = whatIsMissing(name, books, upTo, isMeant);
  if (missing !== undefined) {
    report(diagnose('BCF2504', { figure: name, missing }, { place }));
    return undefined;
  }
  const byName = codes.find(({ key }) => key === 'name');
  if (items.length === 0 && byName !== undefined) {
    const names = [...new Set(books.schemes.map((scheme) => scheme.name))];
    const meant = near(byName.value, names);
    const args = { what: 'scheme with the name', found: byName.value, meant, allowed: 'see schemes.csv' };
    report(diagnose('BCF3505', args, { place }));
    return undefined;
  }
  // The margins of the schedules are printed; what is worked out stands inside them.
  const keys = codes.map(({ key }) => key);
  const isInside = keys.includes('heading') && (keys.includes('partner') || keys.includes('locality'));
  return {
    amount: whole(sum(items.map(({ pence }) => pence))),
    unit: 'money',
    places: placesOfMoney,
    origins: originOf(
      items.flatMap(({ rows }) => rows),
      items.reduce((count, item) => count + item.count, 0),
    ),
    makings: items.map(({ pence, balance, rows: [at], parts }) => ({
      amount: whole(pence),
      what: Object.values(parts).flat().join(' '),
      balance,
      at,
    })),
    isDerived: isInside && items.some((item) => item.isDerived),
  };
}

type KnownFilter = Filter & { readonly key: FigureKey };

/** The filters of a figure, each a part that it has and a value that the agreement knows, and none twice. */
function knownFilters(
  { name, keys, filters }: Pick<FigureTerm, 'name' | 'filters'> & { readonly keys: readonly FigureKey[] },
  books: FigureBooks,
  place: Place | undefined,
  report: Report,
): KnownFilter[] | undefined {
  const codes: KnownFilter[] = [];
  let isKnown = true;
  for (const filter of filters) {
    const key = figureKeys.find((one) => one === filter.key.toLowerCase());
    if (key === undefined || !keys.includes(key)) {
      const args = {
        what: `part of ${name}`,
        found: filter.key,
        meant: near(filter.key, keys),
        allowed: keys.join(', '),
      };
      report(diagnose('BCF3505', args, { place }));
      isKnown = false;
      continue;
    }
    const code = { ...filter, key };
    const isTwice = codes.some((other) => other.key === key && !(other.isExcluded && code.isExcluded));
    if (isTwice || (key === 'to' && code.isExcluded)) {
      const problem = isTwice ? `${key} is named twice` : 'to= names one quarter, up to which it counts';
      report(diagnose('BCF3504', { found: name, problem }, { place }));
      isKnown = false;
    } else if (!isValue(books, code, place, report)) isKnown = false;
    codes.push(code);
  }
  return isKnown ? codes : undefined;
}

/** Whether a filter names something that the agreement knows. */
function isValue(books: FigureBooks, { key, value }: KnownFilter, place: Place | undefined, report: Report): boolean {
  const allowed = valuesOf(books, key);
  if (allowed === undefined || allowed.includes(value)) return true;
  const what = key === 'to' ? 'quarter' : key;
  const args = { what, found: value, meant: near(value, allowed), allowed: allowed.slice(0, 40).join(', ') };
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
  const [first] = numbers;
  if (first === undefined) {
    report(diagnose('BCF3506', { table: name }, { place }));
    return undefined;
  }
  const isOneFile = numbers.every(({ line }) => line === first.line);
  const origin = {
    count: numbers.length,
    of: 'cell' as const,
    first: rowIn(table, first.line),
    isOneFile,
  };
  return {
    amount: numbers.reduce((total, { amount }) => plus(total, amount), whole(0n)),
    unit: unitOf(table),
    places: Math.max(...numbers.map(({ places }) => places)),
    origins: [origin],
    makings: numbers.map(({ amount, line, column }) => ({ amount, what: column, at: rowIn(table, line) })),
    isDerived: false,
  };
}
