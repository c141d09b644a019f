import type { Agreement } from '../agreement/agreement.js';
import { columnsHolding, columnsOf, factsOf, heldIn } from '../agreement/ledger-kinds.js';
import { SpokenCodes } from '../agreement/spoken-codes.js';
import { namedFor } from './codes-of-file.js';
import type { ColumnFacts } from './column-facts.js';
import type { ExportColumns } from './export-columns.js';
import { codeName, whoPaid } from './header-words.js';
import { oneOf } from './proposal-text.js';
import { cellOf, type ProposedColumn } from './proposed-column.js';

/** What every row has in one of our columns: undefined where somebody has to say it. */
export interface ProposedConstant {
  readonly column: string;
  readonly says: readonly string[];
  readonly code: string | undefined;
}

/** A table that turns codes of the export into ours. */
export interface ProposedMap {
  readonly column: string;
  readonly says: readonly string[];
  readonly by: readonly string[];
}

/** Where our codes come from: columns that have them, a table for the export’s own, or the same in every row. */
export interface ProposedCodes {
  readonly columns: ReadonlyMap<string, ProposedColumn>;
  readonly constants: readonly ProposedConstant[];
  readonly maps: readonly ProposedMap[];
}

/** Proposes where each of our columns comes from that holds a code or a body. */
export function proposedCodes(columns: ExportColumns, agreement: Agreement): ProposedCodes {
  const search = new CodeSearch(columns, agreement);
  for (const column of columnsOf(columns.kind)) search.look(column);
  return search;
}

class CodeSearch implements ProposedCodes {
  readonly columns = new Map<string, ProposedColumn>();
  readonly constants: ProposedConstant[] = [];
  readonly maps: ProposedMap[] = [];
  readonly #export: ExportColumns;
  readonly #agreement: Agreement;

  constructor(columns: ExportColumns, agreement: Agreement) {
    this.#export = columns;
    this.#agreement = agreement;
  }

  look(column: string): void {
    const { kind } = this.#export;
    const held = heldIn(kind, column);
    if ((held !== 'body' && held !== 'code') || !this.#isLacking(column)) return;
    const named = namedFor(this.#agreement, kind, column);
    const [only, ...others] = named;
    if (only !== undefined && others.length === 0) {
      this.constants.push({ column, says: [], code: only.code });
      return;
    }
    const spoken = new SpokenCodes(named);
    const isOurs = ({ filled, texts }: ColumnFacts) =>
      filled > 0 && [...texts.keys()].every((text) => spoken.codeOf(text) !== undefined);
    const having = this.#export.free().filter(isOurs);
    const [source, ...more] = having;
    const isSure = held === 'code' || this.#bodiesLacking() === 1;
    const codes = having.length > 0 ? [] : this.#codesFor(column);
    if (codes.length > 0) this.#map(column, codes);
    else if (isSure && source !== undefined && more.length === 0) {
      this.columns.set(column, { source: cellOf(source), taken: [source] });
      this.#export.take(source);
    } else if (!this.#isOfTable(column)) this.#ask(column, having);
  }

  #isLacking(column: string): boolean {
    return this.#export.isRequired(column) && this.#export.own(column) === undefined;
  }

  /** Of how many of ours a column of bodies could be. */
  #bodiesLacking(): number {
    return columnsHolding(this.#export.kind, 'body').filter((column) => this.#isLacking(column)).length;
  }

  /** Whether a table that is proposed already is to give a column too. */
  #isOfTable(column: string): boolean {
    return this.maps.length > 0 && this.#isBeside(column);
  }

  /** Whether a table of contributions gives a column beside its own: what is paid is told by who pays, or by its code. */
  #isBeside(column: string): boolean {
    const { kind } = this.#export;
    return kind === 'contributions' && heldIn(kind, column) === 'code' && this.#isLacking(column);
  }

  /** The columns of the export whose codes tell ours. */
  #codesFor(column: string): ColumnFacts[] {
    const free = this.#export.free().filter(({ isDays, isMoney, filled }) => !isDays && !isMoney && filled > 0);
    const isReceived = this.#export.kind === 'contributions';
    if (isReceived && column === 'partner') return free.filter(({ words }) => whoPaid.test(words)).slice(0, 1);
    // A receipt may be tied to no heading: its codes tell the source.
    if (column !== (isReceived ? 'source' : 'heading') || this.#isOfTable(column)) return [];
    const misnamed = this.#export.misnamed(column);
    if (misnamed !== undefined) return [misnamed];
    const codes = free.filter(({ words }) => codeName.test(words));
    const own = codes.filter(({ words }) => !/\b(?:name|desc(?:ription)?|title)\b/i.test(words));
    return own.length > 0 ? own : codes;
  }

  #map(column: string, codes: readonly ColumnFacts[]): void {
    const { kind } = this.#export;
    const by = codes.slice(0, 2).map(({ name }) => name);
    const more = codes.slice(2).map(({ name }) => `“${name}”`);
    const also = more.length === 0 ? '' : `, or by ${oneOf(more)}`;
    this.#export.take(...codes.slice(0, 2));
    const beside = columnsOf(kind).filter((other) => other !== column && this.#isBeside(other));
    const gives = beside.length === 0 ? '' : `, with ${beside.join(' and ')} beside ${column}`;
    const all = beside.length === 0 ? `; where all rows are one ${column}, put it under constants: instead` : '';
    this.maps.push({ column, by, says: [`bcf map writes the table to be filled in${gives}${also}${all}`] });
  }

  #ask(column: string, having: readonly ColumnFacts[]): void {
    const also = having.length === 0 ? '' : `; or under columns: ${oneOf(having.map(({ name }) => `“${name}”`))}`;
    const codes = this.#agreed(column);
    const none = factsOf(this.#export.kind).mayBeNone.includes(column) ? ['none'] : [];
    const misnamed = this.#export.misnamed(column);
    const notIts = misnamed === undefined ? '' : `; what “${misnamed.name}” has is none of these`;
    this.constants.push({ column, says: [`${oneOf([...codes, ...none])}${also}${notIts}`], code: undefined });
  }

  /** The codes that a column may have: of money received, those of the contributions that are agreed. */
  #agreed(column: string): string[] {
    const { contributions } = this.#agreement;
    const codes = namedFor(this.#agreement, this.#export.kind, column).map(({ code }) => code);
    if (factsOf(this.#export.kind).what !== 'received') return codes;
    const agreed = new Set(contributions.flatMap(({ partner, source }) => [partner, source]));
    const known = codes.filter((code) => agreed.has(code));
    return column === 'heading' || known.length === 0 ? codes : known;
  }
}
