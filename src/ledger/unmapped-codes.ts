import { type Diagnostic, diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import { lineWord, rowText } from '../diagnostics/place-text.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { codesInWords } from './codes-met.js';
import type { OriginFault } from './origins.js';

type Unmapped = Extract<OriginFault, { readonly kind: 'unmapped' }>;

/** A row that waits for a code: where, of which column of ours, and how much money. */
interface WaitingRow {
  readonly place: Place;
  readonly column: string;
  readonly amountPence: Pence | undefined;
}

interface Waiting {
  readonly found: Unmapped['found'];
  readonly row: WaitingRow;
  rows: number;
  amountPence: Pence;
}

/** The codes of a file that its table turns into none of ours, each with the rows and the money that wait for it. */
export class UnmappedCodes {
  readonly #waiting = new Map<string, Waiting>();

  /** Takes a row whose code has no line; of the columns that one table gives it is told for the first alone. */
  take({ found }: Unmapped, row: WaitingRow): void {
    const key = [found.table.file, ...found.codes].join('\0');
    const known = this.#waiting.get(key);
    if (known === undefined) this.#waiting.set(key, { found, row, rows: 1, amountPence: row.amountPence ?? 0n });
    else if (known.row.column === row.column) {
      known.rows += 1;
      known.amountPence += row.amountPence ?? 0n;
    }
  }

  reportAll(report: Report): void {
    for (const { found, row, rows, amountPence } of this.#waiting.values()) {
      const { table, codes } = found;
      const code = codesInWords(codes);
      const args = { code, table: rowText(table), word: lineWord(table.sheet), rows, amount: inWords(amountPence) };
      report(noLineDiagnostic(found, args, row.place));
    }
  }
}

function noLineDiagnostic(
  { why, lines }: Unmapped['found'],
  args: Readonly<Record<'code' | 'table' | 'word' | 'amount', string>> & { readonly rows: number },
  place: Place,
): Diagnostic {
  switch (why) {
    case 'no-line':
      return diagnose('BCF3061', { ...args, line: 0 }, { place });
    case 'not-filled-in':
      return diagnose('BCF3061', { ...args, line: lines[0] ?? 0 }, { place });
    case 'alike':
      return diagnose('BCF3062', { ...args, lines: lines.join(' and ') }, { place });
    case 'noughts':
      return diagnose('BCF3077', { ...args, lines: lines.join(' and '), count: lines.length }, { place });
  }
}
