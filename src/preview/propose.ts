import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import { type ColumnSource, ourColumns } from '../agreement/exports.js';
import { columnsOf, factsOf, heldIn } from '../agreement/ledger-kinds.js';
import type { Guest } from '../fund/find-files.js';
import type { ColumnFacts } from './column-facts.js';
import { ExportColumns } from './export-columns.js';
import { ignoreLines, leaveOutLines } from './left-over.js';
import { block, comment, fillIn, listed, oneOf, scalar } from './proposal-text.js';
import { type ProposedCodes, proposedCodes } from './proposed-codes.js';
import { columnLines, isSure, type ProposedColumn } from './proposed-column.js';
import { proposedColumns } from './proposed-columns.js';
import { patternFor, sameColumns, whereToStand } from './proposed-files.js';
import { datesLines, hasDecimalComma, unitLines, unitOf } from './proposed-writing.js';
import { readSample, type Sample } from './sample.js';

interface Asked {
  readonly agreement: Agreement;
  /** The entry that would take the file, and does not describe it. */
  readonly entry: LedgerEntry;
  /** What the file is called. */
  readonly file: string;
  /** The files of the fund that other entries read. */
  readonly others: readonly string[];
}

/** An entry that would read an export which nobody has described. */
export interface Proposal {
  /** Its lines, as agreement.yaml has them. */
  readonly text: string;
  /** What of it is sure. */
  readonly entry: LedgerEntry;
  /** Whether it is sure where amounts come from and in what unit they are, if not which sign they have. */
  readonly isAmountSure: boolean;
}

/** What is proposed of a file; undefined where none of its first lines is like a header. */
export async function proposalFor(
  { file, named, entry }: Pick<Guest, 'file' | 'named' | 'entry'>,
  { folder, ...fund }: Pick<Asked, 'agreement' | 'others'> & { readonly folder: string },
): Promise<Proposal | undefined> {
  const sample = await readSample({ folder, file, named, part: entry.part }, entry.kind);
  return sample && propose(sample, { ...fund, entry, file });
}

/**
 * Proposes the entry that would read an export which nobody has described. Nothing is guessed: where two readings are
 * possible a blank is left to fill in, with what it may be beside it.
 */
function propose(sample: Sample, asked: Asked): Proposal {
  const { agreement, entry } = asked;
  const found = new ExportColumns(sample, entry.kind, agreement);
  const own = proposedColumns(found, sample);
  const codes = proposedCodes(found, agreement);
  const columns = new Map(
    columnsOf(entry.kind).flatMap((column): [string, ProposedColumn][] => {
      const proposed = own.get(column) ?? codes.columns.get(column);
      return proposed === undefined ? [] : [[column, proposed]];
    }),
  );
  const amounts = amountsAmong(own, entry);
  const money = amounts.length > 0 ? amounts : found.all.filter(({ isMoney }) => isMoney);
  const said = {
    columns,
    codes,
    money,
    amounts,
    day: dayAmong(own, entry),
    free: found.free(),
    pattern: patternFor(asked.file, agreement, asked.others),
  };
  const amount = factsOf(entry.kind).totals?.of;
  const proposed = amount === undefined ? undefined : columns.get(amount);
  return {
    text: `${linesOf(said, sample, asked).join('\n')}\n`,
    entry: entryOf(said, sample, asked),
    isAmountSure: proposed !== undefined && isSure(proposed) && unitOf(money) !== undefined,
  };
}

interface Said {
  readonly columns: ReadonlyMap<string, ProposedColumn>;
  readonly codes: ProposedCodes;
  readonly amounts: readonly ColumnFacts[];
  readonly money: readonly ColumnFacts[];
  readonly day: ColumnFacts | undefined;
  /** What nobody has taken. */
  readonly free: readonly ColumnFacts[];
  readonly pattern: string;
}

function amountsAmong(columns: ReadonlyMap<string, ProposedColumn>, { kind }: LedgerEntry): readonly ColumnFacts[] {
  const { totals } = factsOf(kind);
  const { taken = [] } = columns.get(totals?.of ?? '') ?? {};
  return taken.filter(({ isMoney }) => isMoney);
}

/** The columns of which somebody has to choose the amount. */
function amountsToChoose(columns: Said['columns'], { kind }: LedgerEntry): readonly ColumnFacts[] {
  const { source, isOwn = false, taken = [] } = columns.get(factsOf(kind).totals?.of ?? '') ?? {};
  return source === undefined && !isOwn ? taken.filter(({ isMoney }) => isMoney) : [];
}

function dayAmong(columns: ReadonlyMap<string, ProposedColumn>, { kind }: LedgerEntry): ColumnFacts | undefined {
  const days = [...columns].flatMap(([column, { taken }]) => (heldIn(kind, column) === 'day' ? taken : []));
  return days.length === 1 ? days[0] : undefined;
}

function linesOf({ columns, codes, ...said }: Said, { sheets = [], headers }: Sample, asked: Asked): string[] {
  const { agreement, entry, file } = asked;
  const section = (key: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`    ${key}:`, ...lines]);
  const above = [...whereToStand(agreement, entry, file), ...sameColumns(agreement, entry, headers)];
  return [
    ...above.flatMap((text) => comment(2, text)),
    `  - kind: ${entry.kind}`,
    `    files: ${scalar(said.pattern)}`,
    ...sheetLines(sheets),
    ...unitLines(said.money),
    ...section(
      'columns',
      [...columns].flatMap(([column, proposed]) => columnLines(column, proposed)),
    ),
    ...datesLines(said.day),
    ...(hasDecimalComma(said.amounts) ? ['    decimal: comma'] : []),
    ...section(
      'constants',
      codes.constants.flatMap(({ column, says, code }) => [
        ...says.flatMap((text) => comment(6, text)),
        `      ${column}: ${code === undefined ? fillIn : scalar(code)}`,
      ]),
    ),
    ...section(
      'map',
      codes.maps.flatMap(({ column, says, by }) => [
        ...says.flatMap((text) => comment(6, text)),
        ...block(6, column, [
          ['by', listed(by)],
          ['table', scalar(tableFor(said.pattern))],
        ]),
      ]),
    ),
    ...([...columns.values()].some(({ isNumbered }) => isNumbered) ? ['    lines_of_a_document: numbered'] : []),
    ...leaveOutLines(said.free),
    ...ignoreLines(said.free, amountsToChoose(columns, entry)),
  ];
}

function sheetLines(sheets: readonly string[]): string[] {
  const [only, ...more] = sheets;
  if (only === undefined) return [];
  if (more.length === 0) return [`    sheet: ${scalar(only)}`];
  return [...comment(4, oneOf(sheets.map((sheet) => `“${sheet}”`))), `    sheet: ${fillIn}`];
}

/** The table of codes of an entry: `maps/gl.csv` of `ledgers/gl-*.csv`. */
function tableFor(pattern: string): string {
  const name = pattern.replace(/^.*\//, '').replace(/\*?\.[^.]*$/, '');
  return `maps/${name.replace(/\*/g, '-').replace(/[-_ ]+$/, '')}.csv`;
}

/** The entry as far as it is sure, to read codes by. */
function entryOf({ columns, codes, ...said }: Said, { sheets = [] }: Sample, { entry, agreement }: Asked): LedgerEntry {
  const sources = [...columns].flatMap(([column, { source }]): [string, ColumnSource][] =>
    source === undefined ? [] : [[column, source]],
  );
  const blank = [...columns].filter(([, { source, isOwn }]) => source === undefined && isOwn !== true);
  const [sheet] = sheets;
  const { part } = sheet === undefined ? entry : { part: { sheet } };
  const unit = entry.unit ?? (unitOf(said.money) === 'in-headers' ? undefined : 'pounds');
  return {
    ...ourColumns,
    kind: entry.kind,
    files: said.pattern,
    ...(part && { part }),
    ...(unit && { unit }),
    columns: new Map(sources),
    constants: new Map([
      ...blank.map(([column]): [string, string] => [column, fillIn]),
      ...codes.constants.map(({ column, code }): [string, string] => [column, code ?? fillIn]),
    ]),
    maps: codes.maps.map(({ column, by }) => ({
      column,
      by: by.map((name) => [name]),
      table: tableFor(said.pattern),
      place: { file: agreement.file },
    })),
    ...(hasDecimalComma(said.amounts) && { hasDecimalComma: true }),
    isNumbered: true,
    // What is still to be chosen is nobody’s yet.
    ignore: [...said.free, ...blank.flatMap(([, { taken }]) => taken)].map(({ name }) => name),
  };
}
