/**
 * The name of a figure, as a control or a command writes it:
 *
 *   plan.applied[heading=care-act]
 *   appendix-3[line=Enablement][Ashford..West Kent]
 *   agreed.contribution[group=ccgs] * 1000000 / 3460000
 *   appendix-3[line=TOTAL][Ashford] / appendix-3[line=TOTAL][total_000]
 *
 * A name with a dot is a figure of the fund, one without is a published table. Brackets with = pick its parts or the
 * table's rows; brackets without name a column of the table, or the columns from one to another. Terms are added with
 * + and taken away with -, and multiplied and divided by numbers, with spaces around the signs. One figure divided by
 * another is a percent.
 */
export interface FigureTerm {
  /** As it is written, without its sign and without what it is a percent of. */
  readonly text: string;
  readonly isNegative: boolean;
  readonly name: string;
  readonly filters: readonly Filter[];
  readonly columns: Columns | undefined;
  readonly factors: readonly Factor[];
  /** The figure of which this one is a part: the term is a percent then. */
  readonly of: FigureTerm | undefined;
}

/** What a part must be, or with `!=` must not be; a * at the end of the value stands for anything. */
export interface Filter {
  readonly key: string;
  readonly isExcluded: boolean;
  readonly value: string;
}

/** A column of a table, or all from the first to the last. */
export interface Columns {
  readonly first: string;
  readonly last: string;
}

export interface Factor {
  readonly isDivisor: boolean;
  /** A positive number, as its digits and how many of them are decimals. */
  readonly digits: bigint;
  readonly decimals: number;
}

type ParsedFigure = { readonly terms: readonly FigureTerm[] } | { readonly problem: string };

const namePattern = /^[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z][A-Za-z0-9_-]*)*/;

/** Reads the name of a figure; `problem` says where it stops making sense. */
export function parseFigure(text: string): ParsedFigure {
  const terms: FigureTerm[] = [];
  let rest = text.trim();
  let isNegative = false;
  if (rest.startsWith('-')) {
    isNegative = true;
    rest = rest.slice(1).trimStart();
  }
  for (;;) {
    const read = readTerm(rest, isNegative);
    if ('problem' in read) return read;
    terms.push(read.term);
    rest = read.rest.trimStart();
    if (rest === '') return { terms };
    const sign = /^([+-])(?:\s+|$)/.exec(rest);
    if (sign === null)
      return { problem: `expected +, -, * or / with a space on each side before “${rest.slice(0, 40)}”` };
    isNegative = sign[1] === '-';
    rest = rest.slice(sign[0].length);
  }
}

type Read<T> = { readonly rest: string; readonly term: T } | { readonly problem: string };

function readTerm(text: string, isNegative: boolean): Read<FigureTerm> {
  const [name = ''] = namePattern.exec(text) ?? [];
  if (name === '') return { problem: text === '' ? 'a name is missing at its end' : `“${text}” begins with no name` };
  let rest = text.slice(name.length);
  const filters: Filter[] = [];
  let columns: Columns | undefined;
  while (rest.startsWith('[')) {
    const end = rest.indexOf(']');
    if (end < 0) return { problem: `the bracket of “${rest}” is not closed` };
    const inside = rest.slice(1, end).trim();
    rest = rest.slice(end + 1);
    if (inside === '') return { problem: 'a pair of brackets has nothing in it' };
    if (inside.includes('=')) {
      for (const part of inside.split(';')) {
        const filter = readFilter(part);
        if (filter === undefined) return { problem: `“${part.trim()}” in its brackets is not of the form key=value` };
        filters.push(filter);
      }
    } else if (columns === undefined) {
      const [first = '', last = first, ...more] = inside.split('..').map((column) => column.trim());
      if (first === '' || last === '' || more.length > 0) {
        return { problem: `“${inside}” is not of the form first..last` };
      }
      columns = { first, last };
    } else return { problem: `“${inside}” names columns a second time` };
  }
  return readFactors(rest, { text, isNegative, name, filters, columns });
}

/** What a term is multiplied and divided by; a figure may stand at the end, of which it is a percent. */
function readFactors(after: string, head: Omit<FigureTerm, 'factors' | 'of'>): Read<FigureTerm> {
  const factors: Factor[] = [];
  let rest = after;
  const textUpTo = (end: string) => head.text.slice(0, head.text.length - end.length);
  for (;;) {
    const match = /^\s+([*/])\s+(\d+)(?:\.(\d+))?(?=\s|$)/.exec(rest);
    if (match === null) break;
    const [whole, by, digits = '', decimals = ''] = match;
    const factor = { isDivisor: by === '/', digits: BigInt(digits + decimals), decimals: decimals.length };
    if (factor.isDivisor && factor.digits === 0n) return { problem: 'it is divided by nothing' };
    factors.push(factor);
    rest = rest.slice(whole.length);
  }
  const figure = /^\s+([*/])\s+(?=[A-Za-z])/.exec(rest);
  if (figure === null) return { rest, term: { ...head, text: textUpTo(rest), factors, of: undefined } };
  if (figure[1] === '*') return { problem: 'only a number may follow *' };
  const whole = readTerm(rest.slice(figure[0].length), false);
  if ('problem' in whole) return whole;
  if (whole.term.factors.length > 0 || whole.term.of !== undefined) {
    return { problem: 'a figure divided by another ends there' };
  }
  return { rest: whole.rest, term: { ...head, text: textUpTo(rest), factors, of: whole.term } };
}

function readFilter(text: string): Filter | undefined {
  const match = /^\s*([^=!]+?)\s*(!?)=\s*(.*?)\s*$/.exec(text);
  if (match === null) return undefined;
  const [, key = '', not, value = ''] = match;
  if (value === '') return undefined;
  return { key, isExcluded: not === '!', value };
}

/** Whether a text is what a filter asks for; case and the spaces around it do not count. */
export function fits({ value, isExcluded }: Filter, text: string): boolean {
  const wanted = value.toLowerCase();
  const found = text.trim().toLowerCase();
  const isSame = wanted.endsWith('*') ? found.startsWith(wanted.slice(0, -1)) : found === wanted;
  return isSame !== isExcluded;
}
