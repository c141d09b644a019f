import { stringify } from 'csv-stringify/sync';
import type { Draw } from '../../../fixtures/kent-illustrative-basics.js';
import { amountWay, dateWay, inThousands, unsigned } from './random-words.js';
import { pick, type TrueLedger, type TrueRow } from './true-rows.js';

/** The columns of an export that say one thing, and what the entry says of them. */
export interface Part {
  /** Its columns in their order. */
  readonly headers: readonly string[];
  readonly cells: (row: TrueRow) => readonly string[];
  /** What its columns have in a total of the file’s rows. */
  readonly total?: (rows: readonly TrueRow[]) => readonly string[];
  /** What stands beside a name of ours under `columns:`. */
  readonly columns?: string;
  readonly constants?: readonly string[];
  /** Further lines of the entry. */
  readonly says?: readonly string[];
  /** The table of the codes that some rows have. */
  readonly tableFor?: (rows: readonly TrueRow[]) => readonly [path: string, text: string];
  readonly way: string;
}

const quoted = (text: string) => JSON.stringify(text);

export function datePart(draw: Draw): Part {
  const { name, write, says = [] } = dateWay(draw);
  const header = pick(draw, ['Posting date', 'date', 'GL_DATE']);
  return { headers: [header], cells: ({ date }) => [write(date)], columns: `date: ${header}`, says, way: name };
}

function sumOf(rows: readonly TrueRow[]): number {
  return rows.reduce((total, { pence }) => total + pence, 0);
}

/** An amount in one cell, turned round, in debit and credit, with a sign of its own, or with a mark beside it. */
export function amountPart(draw: Draw): Part {
  return pick(draw, [inOneCell, inOneCell, inOneCell, inTwoCells, signedBeside, marked])(draw);
}

function inOneCell(draw: Draw): Part {
  const way = draw(8) === 0 ? inThousands : amountWay(draw);
  const turn = draw(3) === 0 ? -1 : 1;
  const header = amountHeader(draw);
  return {
    headers: [header],
    cells: ({ pence }) => [way.write(pence * turn)],
    total: (rows) => [way.write(sumOf(rows) * turn)],
    columns: turn < 0 ? `amount: { value: ${header}, times: -1 }` : `amount: ${header}`,
    says: [`unit: ${way === inThousands ? '£000' : 'pounds'}`, ...(way.says ?? [])],
    way: `an amount ${way.name}${turn < 0 ? ', turned' : ''}`,
  };
}

function inTwoCells(draw: Draw): Part {
  const written = unsigned(draw);
  return {
    headers: ['Debit', 'Credit'],
    cells: ({ pence }) => (pence < 0 ? ['', written(-pence)] : [written(pence), '']),
    total: (rows) => [
      written(sumOf(rows.filter(({ pence }) => pence > 0))),
      written(-sumOf(rows.filter(({ pence }) => pence < 0))),
    ],
    columns: 'amount: { debit: Debit, credit: Credit }',
    says: ['unit: pounds'],
    way: 'debit and credit',
  };
}

function signedBeside(draw: Draw): Part {
  const [header, written] = [amountHeader(draw), unsigned(draw)];
  const cells = (pence: number) => [written(Math.abs(pence)), pence < 0 ? 'minus' : 'plus'];
  return {
    headers: [header, 'Direction'],
    cells: ({ pence }) => cells(pence),
    total: (rows) => cells(sumOf(rows)),
    columns: `amount: { value: ${header}, sign: Direction, credit: Minus, debit: Plus }`,
    says: ['unit: pounds'],
    way: 'an amount with a sign beside it',
  };
}

function marked(draw: Draw): Part {
  const [header, written] = [amountHeader(draw), unsigned(draw)];
  const mark = pick(draw, [
    (text: string, isCredit: boolean) => `${text}${isCredit ? 'CR' : ''}`,
    (text: string, isCredit: boolean) => `${text} ${isCredit ? 'Cr' : 'Dr'}`,
    (text: string, isCredit: boolean) => `${isCredit ? 'CR £' : ''}${text}`,
  ]);
  const cell = (pence: number) => mark(written(Math.abs(pence)), pence < 0);
  return {
    headers: [header],
    cells: ({ pence }) => [cell(pence)],
    total: (rows) => [cell(sumOf(rows))],
    columns: `amount: { value: ${header}, marked: CR }`,
    says: ['unit: pounds'],
    way: 'an amount with a mark in its cell',
  };
}

function amountHeader(draw: Draw): string {
  return pick(draw, ['Net', 'amount', 'Value']);
}

export function referencePart(draw: Draw): Part {
  const kind = pick(draw, ['one cell', 'two cells', 'numbered', 'none']);
  if (kind === 'none') return { headers: [], cells: () => [], says: ['reference: none'], way: 'no reference' };
  if (kind === 'two cells') {
    return {
      headers: ['Document no', 'Line'],
      cells: ({ document, line }) => [document, String(line)],
      columns: 'reference: [Document no, Line]',
      way: 'a reference of two cells',
    };
  }
  const isNumbered = kind === 'numbered';
  return {
    headers: ['Voucher'],
    cells: ({ document, line }) => [isNumbered ? document : `${document}/${line}`],
    columns: 'reference: Voucher',
    ...(isNumbered && { says: ['lines_of_a_document: numbered'] }),
    way: `a reference of one cell${isNumbered ? ', numbered' : ''}`,
  };
}

/** A note, and a supplier that stands for it where it is blank. */
export function notePart(draw: Draw): Part & { readonly noteOf: (row: TrueRow) => string } {
  const isSupplied = draw(3) === 0;
  const supplier = ({ document }: TrueRow) => `Supplier ${document.slice(-1)}`;
  return {
    headers: isSupplied ? ['Narrative', 'Supplier'] : ['Narrative'],
    cells: (row) => (isSupplied ? [row.note, supplier(row)] : [row.note]),
    columns: isSupplied ? 'note: { from: Narrative, or: Supplier }' : 'note: Narrative',
    noteOf: (row) => (row.note === '' && isSupplied ? supplier(row) : row.note),
    way: isSupplied ? 'a note or a supplier' : 'a note',
  };
}

const printed: ReadonlyMap<string, string> = new Map([
  ['adult-social-care', 'Adult social care'],
  ['out-of-hospital', 'NHS commissioned out-of-hospital services'],
  ['disabled-facilities-grant', 'Disabled Facilities Grant'],
]);

/** Heading and scheme: our codes, another case, the printed name, or the body’s own codes with a table. */
export function headingPart(draw: Draw, table: string): Part {
  const kind = pick(draw, ['our code', 'another case', 'the printed name', 'one code', 'two codes', 'two codes']);
  if (kind === 'one code' || kind === 'two codes') return mapped(draw, table, kind === 'two codes');
  const write = (heading: string) => {
    if (kind === 'our code') return heading;
    return kind === 'another case' ? heading.toUpperCase() : (printed.get(heading) ?? heading);
  };
  return {
    headers: ['Budget', 'scheme'],
    cells: ({ heading, scheme }) => [write(heading), scheme],
    columns: 'heading: Budget',
    way: `a heading as ${kind}`,
  };
}

/** A code of the body for each scheme, and beside it perhaps one that says nothing more. */
function mapped(draw: Draw, table: string, isOfTwo: boolean): Part {
  const codeOf = ({ scheme }: TrueRow) => `40${scheme === '' ? '900' : scheme.slice(-2).padStart(3, '0')}`;
  const headers = isOfTwo ? ['Cost centre', 'Subjective'] : ['Cost centre'];
  const lines = (rows: readonly TrueRow[]) => {
    const seen = new Map(rows.map((row) => [codeOf(row), row]));
    return [...seen].map(([code, { heading, scheme }]) => {
      const centre = seen.size === 1 ? pick(draw, [code, '40000-40999', '*']) : code;
      return [centre, ...(isOfTwo ? [pick(draw, ['*', '52110', '52000-52999'])] : []), heading, scheme];
    });
  };
  return {
    headers,
    cells: (row) => [codeOf(row), ...(isOfTwo ? ['52110'] : [])],
    says: ['map:', `  heading: { by: [${headers.map(quoted).join(', ')}], table: ${table} }`],
    tableFor: (rows) => [table, stringify([[...headers, 'heading', 'scheme'], ...lines(rows)])],
    way: isOfTwo ? 'a table by two codes' : 'a table by one code',
  };
}

/** What is the same in each row: said once in the entry, or in columns of ours. */
export function fixedParts(draw: Draw, { schedule, appliedBy, source }: TrueLedger): Part[] {
  const all = [
    ['schedule', schedule],
    ['applied_by', appliedBy],
    ['source', source],
  ] as const;
  return all.map(([column, code]) =>
    draw(3) > 0
      ? { headers: [], cells: () => [], constants: [`${column}: ${code}`], way: 'a constant' }
      : { headers: [column], cells: () => [code], way: 'a column of ours' },
  );
}
