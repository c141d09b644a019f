import { factsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import type { Cells } from '../ledger/cells.js';
import type { HeldOfFile } from '../ledger/held-rows.js';
import type { LedgerInput, RepeatedRows } from '../ledger/ledger-input.js';
import type { LedgerFile } from '../ledger/read-ledger.js';
import { Sayings } from '../ledger/sayings.js';
import { inWords } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import { readLedgerSafely } from './read-safely.js';

/** The lines of each file that an earlier one has: an export of the year to date has those of the last one. */
export type RepeatedLines = ReadonlyMap<string, ReadonlySet<number>>;

/** The same of inputs. */
export function repeatedLines(inputs: readonly LedgerInput[]): RepeatedLines {
  return new Map(inputs.flatMap(({ path, repeated }) => (repeated === undefined ? [] : [[path, repeated.lines]])));
}

/** Whether one of the files of a kind may repeat another: its rows are told apart, so that it would be seen. */
export function mayRepeat(kind: LedgerKind, files: readonly LedgerFile[]): boolean {
  return factsOf(kind).key.includes('reference') && files.filter(({ entry }) => entry.kind === kind).length > 1;
}

/**
 * Tells of the rows that two files have. Where all rows of the one are in the other, to the letter, that is told once of
 * the later file, which has more; else what is wrong with each row. Gives the rows of each file that an earlier one has.
 */
export async function settleHeld(
  ledgers: readonly LedgerFile[],
  held: readonly HeldOfFile[],
  report: Report,
): Promise<ReadonlyMap<string, RepeatedRows>> {
  const files = [...new Set(held.flatMap(({ file, other }) => [file, other]))];
  const said = new SaidRows(ledgers);
  for (const file of files) await said.read(file);
  for (const { file, other, rows } of held) {
    const isRepeat = said.isLater(file, other) || said.isLater(other, file);
    const alike = isRepeat ? await said.alike(file, [other], new Set(rows.map(({ line }) => line))) : undefined;
    for (const { line, fault } of rows) if (alike?.lines.has(line) !== true) report(fault);
  }
  const repeated = new Map<string, RepeatedRows>();
  const whole: Repeat[] = [];
  for (const file of files.sort()) {
    const earlier = said.earlierThan(file, files);
    if (earlier.length === 0) continue;
    const rows = await said.alike(file, earlier);
    repeated.set(file, rows);
    const lacking = said.lackingOf(file, earlier);
    const repeat = { file, files: earlier.join(' and '), rows: rows.lines.size, amountPence: rows.amountPence };
    if (lacking === 0) whole.push(repeat);
    else {
      const { files: others, rows: count } = repeat;
      const args = { files: others, rows: count, amount: inWords(rows.amountPence), lacking };
      report(diagnose('BCF3072', args, { place: { file } }));
    }
  }
  reportWhole(whole, report);
  return repeated;
}

/** A file that has all rows of others, and how many these are. */
interface Repeat {
  readonly file: string;
  readonly files: string;
  readonly rows: number;
  readonly amountPence: Pence;
}

/** Tells once of the files of a kind that have all rows of others, as exports of the year to date do in each run. */
function reportWhole(repeats: readonly Repeat[], report: Report): void {
  const [first, ...more] = repeats;
  if (first === undefined) return;
  const args = {
    count: repeats.length,
    files: first.files,
    rows: repeats.reduce((total, { rows }) => total + rows, 0),
    amount: inWords(sum(repeats.map(({ amountPence }) => amountPence))),
  };
  const alsoAt = more.map(({ file }) => ({ file }));
  const place = { file: first.file };
  report(diagnose('BCF3071', args, { place, ...(more.length > 0 && { alsoAt, occurrences: repeats.length }) }));
}

/** What the rows of files say; what is wrong with them was told when they were posted. */
class SaidRows {
  readonly #ledgers: ReadonlyMap<string, LedgerFile>;
  readonly #byFile = new Map<string, Sayings>();
  readonly #sharedRows = new Map<string, number>();

  constructor(ledgers: readonly LedgerFile[]) {
    this.#ledgers = new Map(ledgers.map((ledger) => [ledger.file, ledger]));
  }

  async read(file: string): Promise<void> {
    const said = new Sayings();
    await this.#pass(file, ({ saying, line }) => said.add(saying, line));
    this.#byFile.set(file, said);
  }

  /**
   * Whether a file is the later of two, which has more rows, and has most of the other’s. A row without a reference that is
   * all of a file may be another payment of that day: of such rows only several are a file again.
   */
  isLater(file: string, other: string): boolean {
    const [said, others] = [this.#of(file), this.#of(other)];
    if (others.rows === 1 && this.#ledgers.get(other)?.entry.isUnreferenced === true) return false;
    const more = said.rows - others.rows || (file > other ? 1 : -1);
    return more > 0 && this.#shared(other, file) * 2 > others.rows;
  }

  /** The files that a file repeats; what those repeat themselves is in them. */
  earlierThan(file: string, files: readonly string[]): string[] {
    const earlier = files.filter((other) => this.isLater(file, other));
    return earlier.filter((one) => !earlier.some((other) => this.isLater(other, one)));
  }

  /** How many rows of earlier files a file does not have. */
  lackingOf(file: string, earlier: readonly string[]): number {
    return earlier.reduce((rows, other) => rows + this.#of(other).rows - this.#shared(other, file), 0);
  }

  /** The rows of a file, or those of the lines asked about, that others have too, each as often as those have it. */
  async alike(file: string, others: readonly string[], asked?: ReadonlySet<number>): Promise<RepeatedRows> {
    const passed = new Sayings();
    const lines = new Set<number>();
    let amountPence = 0n;
    await this.#pass(file, ({ saying, line, moneyPence }) => {
      if (asked?.has(line) === false) return;
      passed.add(saying, line);
      if (passed.countOf(saying) > others.reduce((count, other) => count + this.#of(other).countOf(saying), 0)) return;
      lines.add(line);
      amountPence += moneyPence;
    });
    return { lines, amountPence };
  }

  /** How many rows of a file another has, counted once for each two. */
  #shared(file: string, other: string): number {
    const key = `${file}\0${other}`;
    const known = this.#sharedRows.get(key);
    if (known !== undefined) return known;
    const shared = this.#of(file).sharedWith(this.#of(other));
    this.#sharedRows.set(key, shared);
    return shared;
  }

  #of(file: string): Sayings {
    return this.#byFile.get(file) ?? new Sayings();
  }

  /** Lines of a document have no numbers here: where they stand in their file is nothing that they say. */
  async #pass(file: string, onRow: (cells: Cells) => void): Promise<void> {
    const ledger = this.#ledgers.get(file);
    if (ledger === undefined) return;
    const take = (cells: Cells): Pence => {
      onRow(cells);
      return 0n;
    };
    await readLedgerSafely({ ...ledger, entry: { ...ledger.entry, isNumbered: false } }, () => undefined, take);
  }
}
