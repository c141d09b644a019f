import { posix } from 'node:path';
import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import { columnsHolding, columnsOf, factsOf, heldIn } from '../agreement/ledger-kinds.js';
import { HeaderNames } from '../ledger/header-names.js';
import { unitInHeader } from '../money/unit.js';
import { takes } from './choose-entry.js';
import { oursFor } from './codes-of-file.js';
import { type ColumnFacts, columnFacts } from './column-facts.js';
import { block, comment, fillIn, listed, oneOf, scalar } from './proposal-text.js';
import {
  type Proposed,
  proposedAmount,
  proposedDay,
  proposedNote,
  proposedReference,
  unknownColumn,
} from './proposed-columns.js';
import type { Sample } from './sample.js';

interface Asked {
  readonly agreement: Agreement;
  /** The entry that would take the file, and does not describe it. */
  readonly entry: LedgerEntry;
  /** What the file is called. */
  readonly file: string;
}

/**
 * The lines of an entry that would read an export which nobody has described. Nothing is guessed: where two readings are
 * possible a blank is left to fill in, with what it may be beside it.
 */
export function propose(sample: Sample, asked: Asked): string {
  return new Proposal(sample, asked).text();
}

const codeName =
  /\b(?:cost ?cent(?:re|er)|subjective|account|nominal|gl|ledger code|expense|expenditure (?:type|category)|directorate|service|department|dept|analysis|category|project)\b/i;
const reversed = /^(?:reversed|reversal|parked|cancelled|void(?:ed)?|unapproved|not approved|on hold|rejected)$/i;

class Proposal {
  readonly #sample: Sample;
  readonly #asked: Asked;
  readonly #facts: readonly ColumnFacts[];
  readonly #names: HeaderNames;
  readonly #taken = new Set<number>();
  readonly #columns: string[] = [];
  readonly #constants: string[] = [];
  readonly #maps: string[] = [];
  #amounts: readonly ColumnFacts[] = [];
  #day: ColumnFacts | undefined;
  #isNumbered = false;

  constructor(sample: Sample, asked: Asked) {
    this.#sample = sample;
    this.#asked = asked;
    this.#facts = columnFacts(sample, asked.agreement.year);
    this.#names = new HeaderNames(sample.headers);
    for (const column of columnsOf(this.#kind)) this.#keepOwn(column);
    for (const column of columnsOf(this.#kind)) this.#proposeColumn(column);
    for (const column of columnsOf(this.#kind)) this.#proposeCode(column);
  }

  get #kind() {
    return this.#asked.entry.kind;
  }

  /** The column of the file that has one of our names. */
  #own(column: string): ColumnFacts | undefined {
    const [index] = this.#names.placesOf(column, heldIn(this.#kind, column) === 'money');
    return index === undefined ? undefined : this.#facts[index];
  }

  #keepOwn(column: string): void {
    const own = this.#own(column);
    if (own !== undefined) this.#taken.add(own.index);
  }

  #isRequired(column: string): boolean {
    const { required, mayLack } = factsOf(this.#kind);
    return column in required && !mayLack.includes(column);
  }

  #proposeColumn(column: string): void {
    const proposed = this.#proposed(column, this.#own(column));
    if (proposed !== undefined) this.#take(proposed);
  }

  #proposed(column: string, own: ColumnFacts | undefined): Proposed | undefined {
    const free = this.#free();
    switch (heldIn(this.#kind, column)) {
      case 'day': {
        const proposed = proposedDay(column, own, free);
        this.#day = proposed.taken.length === 1 ? proposed.taken[0] : undefined;
        return own !== undefined || this.#isRequired(column) ? proposed : undefined;
      }
      case 'money': {
        if (factsOf(this.#kind).totals?.of !== column) return this.#unknown(column, own);
        const proposed = proposedAmount(column, own, free);
        this.#amounts = proposed.taken.filter(({ isMoney }) => isMoney);
        return this.#withDirection(proposed);
      }
      case 'note':
        return proposedNote(column, own, free);
      case 'name': {
        const isKey = factsOf(this.#kind).key.includes(column) && this.#isRequired(column);
        if (!isKey) return this.#unknown(column, own);
        return proposedReference(column, { own, facts: free, day: this.#day }, this.#sample);
      }
      case 'body':
      case 'code':
        return undefined;
      case 'quarter':
      case 'measured-quarter':
      case 'count':
      case 'provenance':
      case 'accrual':
      case 'opening':
      case 'words':
        return this.#unknown(column, own);
    }
  }

  /** Money received is a credit in some ledgers and a debit in others: which, the file does not say. */
  #withDirection(proposed: Proposed): Proposed {
    if (this.#kind !== 'contributions' || this.#amounts.length < 2) return proposed;
    const turned = comment(6, 'debit less credit; where a credit is money received, add times: -1');
    return { ...proposed, lines: [...turned, ...proposed.lines] };
  }

  #unknown(column: string, own: ColumnFacts | undefined): Proposed | undefined {
    return own === undefined && this.#isRequired(column) ? { lines: unknownColumn(column), taken: [] } : undefined;
  }

  #take({ lines, taken, isNumbered = false }: Proposed): void {
    this.#columns.push(...lines);
    this.#isNumbered ||= isNumbered;
    for (const { index } of taken) this.#taken.add(index);
  }

  /** Where a code of ours comes from: a column that has our codes, a table for its own, or the same in every row. */
  #proposeCode(column: string): void {
    const held = heldIn(this.#kind, column);
    if ((held !== 'body' && held !== 'code') || !this.#isRequired(column) || this.#own(column) !== undefined) return;
    const ours = oursFor(this.#asked.agreement, this.#asked.entry, column).map(({ code }) => code);
    const [only] = ours;
    if (only !== undefined && ours.length === 1) {
      this.#constants.push(`      ${column}: ${scalar(only)}`);
      return;
    }
    const having = this.#free().filter(
      ({ filled, texts }) => filled > 0 && [...texts].every((text) => ours.includes(text)),
    );
    const codes = this.#free().filter(({ name, isDays, isMoney }) => codeName.test(name) && !isDays && !isMoney);
    if (column === 'heading' && having.length === 0 && codes.length > 0) {
      this.#proposeMap(column, codes);
      return;
    }
    const [source] = having;
    const isSure = held === 'code' || this.#bodiesLacking() === 1;
    if (isSure && source !== undefined && having.length === 1) {
      this.#columns.push(`      ${column}: ${scalar(source.name)}`);
      this.#taken.add(source.index);
      return;
    }
    const also = having.length === 0 ? '' : `; or under columns: ${oneOf(having.map(({ name }) => `“${name}”`))}`;
    this.#constants.push(...comment(6, `${oneOf(ours)}${also}`), `      ${column}: ${fillIn}`);
  }

  /** Of how many of ours a column of bodies could be. */
  #bodiesLacking(): number {
    const bodies = columnsHolding(this.#kind, 'body');
    return bodies.filter((column) => this.#isRequired(column) && this.#own(column) === undefined).length;
  }

  #proposeMap(column: string, codes: readonly ColumnFacts[]): void {
    const own = codes.filter(({ name }) => !/\b(?:name|desc(?:ription)?|title)\b/i.test(name));
    const all = own.length > 0 ? own : codes;
    const best = all.slice(0, 2).map(({ name }) => name);
    const more = all.slice(2).map(({ name }) => `“${name}”`);
    const also = more.length === 0 ? '' : `, or by ${oneOf(more)}`;
    const table = `maps/${posix
      .basename(this.#pattern())
      .replace(/\*?\.[^.]*$/, '')
      .replace(/[-_ ]+$/, '')}.csv`;
    this.#maps.push(
      ...comment(
        6,
        `bcf map writes the table to be filled in${also}; where all rows are one ${column}, put it under constants: instead`,
      ),
      ...block(6, column, [
        ['by', listed(best)],
        ['table', scalar(table)],
      ]),
    );
  }

  #free(): ColumnFacts[] {
    return this.#facts.filter(({ index }) => !this.#taken.has(index));
  }

  text(): string {
    const { kind } = this.#asked.entry;
    const section = (key: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`    ${key}:`, ...lines]);
    const lines = [
      ...this.#instead(),
      `  - kind: ${kind}`,
      `    files: ${scalar(this.#pattern())}`,
      ...this.#unit(),
      ...section('columns', this.#columns),
      ...this.#dates(),
      ...this.#decimal(),
      ...section('constants', this.#constants),
      ...section('map', this.#maps),
      ...(this.#isNumbered ? ['    lines_of_a_document: numbered'] : []),
      ...this.#leaveOut(),
      ...this.#ignore(),
    ];
    return `${lines.join('\n')}\n`;
  }

  /** Where the entry is to stand: the first whose files: a name fits reads the file. */
  #instead(): string[] {
    const { entry, file } = this.#asked;
    const { files, place } = entry;
    if (place === undefined || !takes(entry, file)) return [];
    return comment(2, `in place of the entry ${files}, or above it where its files stay as they are`);
  }

  /** `ledgers/gl-*.csv` of `gl-june.csv`: the same export comes each month. */
  #pattern(): string {
    const name = posix.basename(this.#asked.file);
    const [, stem = name, ending = ''] = /^(.*?)(\.[^.]+)?$/.exec(name) ?? [];
    const month =
      /[-_ ]*(?:q[1-4]|p?\d[\d-]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?:[-_ ]?\d+)*$/i;
    const base = stem.replace(month, '');
    const kept =
      base === '' ? stem : base === stem ? stem : `${base}${/[-_ ]/.exec(stem.slice(base.length))?.[0] ?? ''}`;
    return `ledgers/${kept.replace(/[^\w .-]+/g, '*')}*${ending}`.replace(/\*+/g, '*');
  }

  #unit(): string[] {
    const amounts = this.#amounts.length > 0 ? this.#amounts : this.#facts.filter(({ isMoney }) => isMoney);
    if (amounts.length > 0 && amounts.every(({ name }) => unitInHeader(name) !== undefined)) return [];
    if (amounts.some(({ hasPence }) => hasPence)) return ['    unit: pounds'];
    const why =
      'pounds or £000: its amounts have no pence, and their header no unit; of amounts in pence ask for pounds';
    return [...comment(4, why), `    unit: ${fillIn}`];
  }

  #dates(): string[] {
    const { monthFirst = 0, dayFirst = 0, twofold = 0 } = this.#day?.days ?? {};
    if (monthFirst > 0 && dayFirst === 0) {
      return [
        ...comment(4, 'some of its dates can only have the month first, and none the day'),
        '    dates: mm/dd/yyyy',
      ];
    }
    if (monthFirst > 0)
      return comment(4, 'some of its dates have the month first and some the day: no order reads them all');
    if (twofold === 0) return [];
    return [...comment(4, 'dd/mm/yy or yy/mm/dd: some of its dates could be two days'), `    dates: ${fillIn}`];
  }

  #decimal(): string[] {
    return this.#amounts.some(({ hasDecimalComma }) => hasDecimalComma) ? ['    decimal: comma'] : [];
  }

  /** Rows that may be none of the ledger are for somebody to leave out. */
  #leaveOut(): string[] {
    return this.#free().flatMap(({ name, texts }) => {
      const words = [...texts].filter((text) => reversed.test(text));
      if (words.length === 0) return [];
      return [
        ...comment(4, 'where these rows are none of the ledger:'),
        `    # leave_out: { ${scalar(name)}: ${listed(words)} }`,
      ];
    });
  }

  #ignore(): string[] {
    const left = this.#free().filter(({ isMoney, isSigns }) => isMoney || isSigns);
    if (left.length === 0) return [];
    const why = 'money and signs that nobody reads: see that none of it is the amount';
    return [...comment(4, why), `    ignore: [${left.map(({ name }) => scalar(name)).join(', ')}]`];
  }
}
