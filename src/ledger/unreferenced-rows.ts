import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import type { Cells } from './cells.js';
import { SeenKeys } from './seen-keys.js';

/** Fewer rows than these are alike by chance. */
const fewestOfBlock = 3;

/** Rows one below the other that say what other rows said, one below the other too. */
interface Block {
  readonly line: number;
  readonly first: number;
  lastLine: number;
  lastFirst: number;
  rows: number;
  amountPence: Pence;
}

/**
 * Tells the rows of a file apart that have no reference: by all that they say, and of those that say the same by how many
 * there were before. Blocks of rows that come again are told.
 */
export class UnreferencedRows {
  readonly #file: string;
  readonly #seen = new SeenKeys();
  readonly #counts = new Map<string, number>();
  readonly #blocks: Block[] = [];
  #block: Block | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** What tells a row from the others of its file, and is the same in every file that has it. */
  takes(cells: Cells): string {
    const { saying, line } = cells;
    const first = this.#seen.add(saying, line);
    if (first === undefined) {
      this.#block = undefined;
      return saying;
    }
    this.#again(cells, first);
    const count = (this.#counts.get(saying) ?? 1) + 1;
    this.#counts.set(saying, count);
    return `${saying}\0${count}`;
  }

  #again(cells: Cells, first: number): void {
    const { line, moneyPence: amountPence } = cells;
    const block = this.#block;
    if (block !== undefined && first > block.lastFirst && line - block.lastLine === first - block.lastFirst) {
      block.rows += 1;
      block.amountPence += amountPence;
      block.lastLine = line;
      block.lastFirst = first;
      if (block.rows === fewestOfBlock) this.#blocks.push(block);
      return;
    }
    this.#block = { line, first, lastLine: line, lastFirst: first, rows: 1, amountPence };
  }

  reportAll(report: Report): void {
    for (const { line, first, lastLine, lastFirst, rows, amountPence } of this.#blocks) {
      const args = {
        lines: `lines ${line} to ${lastLine}`,
        first: `lines ${first} to ${lastFirst}`,
        rows,
        amount: inWords(amountPence),
      };
      report(diagnose('BCF3074', args, { place: { file: this.#file, line } }));
    }
  }
}
