import { type CodePattern, fits, fitsButForNoughts } from './code-pattern.js';

/** A line of a table that turns the codes of an export into ours. */
export interface CodeLine {
  readonly line: number;
  /** What each code of the export has to be, in the order of the table’s columns. */
  readonly patterns: readonly CodePattern[];
  /** What it is with us, by our columns. */
  readonly cells: ReadonlyMap<string, string>;
  /** Whether somebody has yet to say what it is. */
  readonly isToFillIn?: boolean;
}

/** Why no line of a table says what some codes are. */
export interface NoLine {
  readonly codes: readonly string[];
  readonly table: CodeTable;
  /** Two lines are for them alike, their line is not filled in, or a line has them with more or fewer noughts before. */
  readonly why: 'no-line' | 'alike' | 'not-filled-in' | 'noughts';
  /** The lines that are meant; empty where none is. */
  readonly lines: readonly number[];
}

/** A table of a body: its codes, and ours. */
export class CodeTable {
  readonly file: string;
  /** Of a workbook the sheet. */
  readonly sheet: string | undefined;
  /** Our columns that it gives. */
  readonly columns: readonly string[];
  readonly lines: readonly CodeLine[];
  readonly #found = new Map<string, CodeLine | NoLine>();

  constructor(
    { file, sheet }: { readonly file: string; readonly sheet?: string | undefined },
    columns: readonly string[],
    lines: readonly CodeLine[],
  ) {
    this.file = file;
    this.sheet = sheet;
    this.columns = columns;
    this.lines = lines;
  }

  /**
   * The line for some codes: one that names them goes before one with a range, and that before one that takes any. Where two
   * are for them alike, neither is; nor is one that takes any where another names them but for noughts.
   */
  lineFor(codes: readonly string[]): CodeLine | NoLine {
    const key = codes.join('\0');
    let found = this.#found.get(key);
    if (found === undefined) {
      found = this.#find(codes);
      this.#found.set(key, found);
    }
    return found;
  }

  #find(codes: readonly string[]): CodeLine | NoLine {
    const fitting = this.lines.filter(({ patterns }) =>
      patterns.every((pattern, nth) => fits(pattern, codes[nth] ?? '')),
    );
    const best = fitting.filter((line) => !fitting.some((other) => other !== line && isCloser(other, line)));
    const because = (why: NoLine['why'], lines: readonly CodeLine[]): NoLine => ({
      codes,
      table: this,
      why,
      lines: lines.map(({ line }) => line),
    });
    const meant = this.lines.filter((line) => hasOtherNoughts(line, codes) && best.every((one) => isCloser(line, one)));
    if (meant.length > 0) return because('noughts', meant);
    const [only] = best;
    if (only === undefined) return because('no-line', []);
    if (best.length > 1) return because('alike', best);
    return only.isToFillIn === true ? because('not-filled-in', best) : only;
  }
}

/** Whether a line is for any codes, so that what has no line of its own falls to it. */
export function isForAny({ patterns }: CodeLine): boolean {
  return patterns.every(({ kind }) => kind === 'any');
}

/** Whether a line is for some codes but for noughts before one of them. */
function hasOtherNoughts({ patterns }: CodeLine, codes: readonly string[]): boolean {
  const isLike = (pattern: CodePattern, code: string) => fits(pattern, code) || fitsButForNoughts(pattern, code);
  return (
    patterns.every((pattern, nth) => isLike(pattern, codes[nth] ?? '')) &&
    patterns.some((pattern, nth) => !fits(pattern, codes[nth] ?? ''))
  );
}

const closeness = { code: 0, range: 1, any: 2 } as const;

/** Whether a line names codes at least as closely as another in each column, and more closely in one. */
function isCloser(one: CodeLine, other: CodeLine): boolean {
  const distances = one.patterns.map((pattern, nth) => {
    const { kind } = other.patterns[nth] ?? { kind: 'any' };
    return closeness[pattern.kind] - closeness[kind];
  });
  return distances.every((distance) => distance <= 0) && distances.some((distance) => distance < 0);
}

/** The tables of codes that a ledger’s entry declares, by our columns under which they stand; one that cannot be used is not there. */
export type CodeTables = ReadonlyMap<string, CodeTable>;

/** A code before which an apostrophe keeps a spreadsheet from taking it for a formula. */
export function withoutTextMark(code: string): string {
  return /^'+\s*[=+\-@]/.test(code.normalize('NFKC')) ? code.slice(1) : code;
}
