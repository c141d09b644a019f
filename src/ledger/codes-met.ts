import { factsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import type { Pence } from '../money/pence.js';
import { patternText } from './code-pattern.js';
import { type CodeLine, type CodeTable, isForAny } from './code-table.js';

/** A line of a table of codes by which a row was read. */
export interface UsedLine {
  readonly table: CodeTable;
  readonly line: CodeLine;
  /** Of the row, as its export has them. */
  readonly codes: readonly string[];
}

/** What became of the lines of a table of codes, when every ledger had passed. */
export interface CodesMet {
  /** Those that no row has met. */
  readonly unmet: readonly { readonly line: number; readonly code: string }[];
  readonly byDefault: readonly FallenTo[];
}

/** The rows of one kind of ledger that fell to a line for any code, because none has theirs. */
export interface FallenTo extends Fallen {
  readonly kind: LedgerKind;
  readonly line: number;
  readonly codes: readonly CodeFallen[];
}

interface CodeFallen extends Fallen {
  readonly code: string;
}

interface Fallen {
  readonly rows: number;
  /** Absent of a ledger without amounts. */
  readonly amountPence?: Pence;
}

/** Codes that are looked up together, in words. */
export function codesInWords(codes: readonly string[]): string {
  return codes.map((code) => (code === '' ? 'blank' : code)).join(', ');
}

interface Counted {
  rows: number;
  amountPence: Pence;
}

/** The lines of one table of codes as rows meet them. */
export class MetLines {
  /** What each line of the table has for a code. */
  readonly #lines = new Map<number, string>();
  readonly #met = new Set<number>();
  readonly #byDefault = new Map<string, { kind: LedgerKind; line: number; codes: Map<string, Counted> }>();

  /** A table as it stands under one of our columns. */
  add({ lines }: CodeTable): void {
    for (const { line, patterns } of lines) this.#lines.set(line, codesInWords(patterns.map(patternText)));
  }

  /** Takes a row; one that another file had first counts there. */
  take(kind: LedgerKind, { line, codes }: UsedLine, amountPence: Pence | undefined): void {
    this.#met.add(line.line);
    if (amountPence === undefined || !isForAny(line)) return;
    const key = `${kind} ${line.line}`;
    const fallen = this.#byDefault.get(key) ?? { kind, line: line.line, codes: new Map<string, Counted>() };
    this.#byDefault.set(key, fallen);
    const code = codesInWords(codes);
    const counted = fallen.codes.get(code) ?? { rows: 0, amountPence: 0n };
    fallen.codes.set(code, counted);
    counted.rows += 1;
    counted.amountPence += amountPence;
  }

  /** What became of its lines. */
  said(): CodesMet {
    return {
      unmet: [...this.#lines].filter(([line]) => !this.#met.has(line)).map(([line, code]) => ({ line, code })),
      byDefault: [...this.#byDefault.values()].map(({ kind, line, codes }) => {
        const inOrder = [...codes].sort(([one], [other]) => (one < other ? -1 : 1));
        const fallen = (counts: readonly Counted[]) => fallenOf(kind, counts);
        return {
          kind,
          line,
          ...fallen([...codes.values()]),
          codes: inOrder.map(([code, counted]) => ({ code, ...fallen([counted]) })),
        };
      }),
    };
  }
}

function fallenOf(kind: LedgerKind, counts: readonly Counted[]): Fallen {
  const rows = counts.reduce((total, counted) => total + counted.rows, 0);
  const amountPence = counts.reduce((total, counted) => total + counted.amountPence, 0n);
  return { rows, ...(factsOf(kind).totals !== undefined && { amountPence }) };
}
