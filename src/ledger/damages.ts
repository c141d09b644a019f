import { columnsHolding, heldIn } from '../agreement/ledger-kinds.js';
import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import type { Cells } from './cells.js';
import { codeOfSchedule, type Damage, damageOf, isSavedAs } from './excel-damage.js';
import type { RowContext } from './row-context.js';

const placesListed = 20;
const textsKept = 200;

/** A damaged cell: its text, and the schedule of its row, '' where it has none. */
export interface DamagedCell {
  readonly text: string;
  readonly damage: Damage;
  readonly column: string;
  /** What the column holds, in words: `scheme code`, `reference`. */
  readonly what: string;
  readonly place: Place;
  readonly schedule: string;
}

/** A column that is looked at. */
interface Looked {
  readonly column: string;
  readonly index: number;
  readonly isCode: boolean;
}

interface DamagedColumn {
  readonly cell: DamagedCell;
  /** Each text and schedule once: a column may be damaged in a million rows. */
  readonly distinct: Map<string, DamagedCell>;
  readonly more: Place[];
  count: number;
}

/**
 * Gathers the codes, names and references that Excel has damaged, row by row and before anything is declared by them.
 * What was meant is worked out when every file is read, from the codes that stand elsewhere.
 */
export class DamagedCells {
  readonly #columns = new Map<string, DamagedColumn>();
  readonly #looked = new WeakMap<Cells, readonly Looked[]>();

  /** Notes the damaged codes, names and references of a row; whether there are any. */
  noteRow(cells: Cells): boolean {
    let isDamaged = false;
    for (const { column, index, isCode } of this.#columnsOf(cells)) {
      const damage = damageOf(cells.asWritten(index), isCode);
      if (damage === undefined) continue;
      isDamaged = true;
      const words = column.replaceAll('_', ' ');
      this.add({
        text: cells.optional(column),
        damage,
        column,
        what: isCode ? `${words} code` : words,
        place: cells.placeOf(column),
        schedule: cells.optional('schedule'),
      });
    }
    return isDamaged;
  }

  add(cell: DamagedCell): void {
    const key = [cell.place.file, cell.column, cell.damage].join('\0');
    const known = this.#columns.get(key);
    const column: DamagedColumn = known ?? { cell, distinct: new Map(), more: [], count: 0 };
    if (known === undefined) this.#columns.set(key, column);
    else if (column.more.length < placesListed) column.more.push(cell.place);
    if (column.distinct.size < textsKept) column.distinct.set(`${cell.schedule}\0${cell.text}`, cell);
    column.count += 1;
  }

  /** Reports each damaged column once, with the codes that were meant where they can be worked out. */
  reportAll(context: RowContext, report: Report): void {
    const codes = knownCodes(context);
    for (const { cell, distinct, more, count } of this.#columns.values()) {
      const where = { place: cell.place, alsoAt: more, ...(count > 1 && { occurrences: count }) };
      if (cell.damage === 'hashes') {
        report(diagnose('BCF3202', { found: cell.text, what: `a ${cell.what}` }, where));
      } else if (cell.damage === 'error') report(diagnose('BCF3203', { found: cell.text }, where));
      else {
        const meant = [...distinct.values()].map((each) => [each.text, codeMeant(each, codes)] as const);
        const lost = meant.filter(([, code]) => code !== '').map(([text, code]) => `${text} was ${code}`);
        const args = {
          found: cell.text,
          column: cell.what,
          damage: cell.damage,
          meant: meant[0]?.[1] ?? '',
          lost: [...new Set(lost)].slice(0, placesListed).join(', '),
        };
        report(diagnose('BCF3230', args, where));
      }
    }
  }

  /** What is wrong in a column of days or numbers is told by who reads it. */
  #columnsOf(cells: Cells): readonly Looked[] {
    const known = this.#looked.get(cells);
    if (known !== undefined) return known;
    const looked = columnsHolding(cells.kind, 'body', 'code', 'name');
    const columns = [...cells.places]
      .filter(([column]) => looked.includes(column))
      .map(([column, index]) => ({ column, index, isCode: heldIn(cells.kind, column) !== 'name' }));
    this.#looked.set(cells, columns);
    return columns;
  }
}

/** The codes of the agreement, of schemes.csv, and those that rows use for schemes. */
function knownCodes({ agreement, schemes, schemesUsed }: RowContext): string[] {
  const { bodies, headings, sources, pools } = agreement;
  const declared = [bodies, headings, sources, pools].flatMap((codes) => [...codes.keys()]);
  return [...new Set([...declared, ...[...schemes.values()].map(({ scheme }) => scheme), ...schemesUsed])];
}

/** The code that a damaged one was, where one alone is saved so; else as its schedule’s codes are made. */
function codeMeant({ text, column, schedule }: DamagedCell, codes: readonly string[]): string {
  const possible = codes.filter((code) => isSavedAs(code, text));
  const ofSchedule = possible.filter((code) => schedule !== '' && code.startsWith(schedule));
  const [only] = ofSchedule.length > 0 ? ofSchedule : possible;
  if (only !== undefined && (ofSchedule.length === 1 || possible.length === 1)) return only;
  return column === 'scheme' ? codeOfSchedule(schedule, text) : '';
}
