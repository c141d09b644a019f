import { parseFinancialYear, type Quarter } from '../agreement/financial-year.js';
import { Collector } from '../diagnostics/collector.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { OpenedFund } from '../fund/open-fund.js';
import { repeatedLines } from '../fund/repeats.js';
import type { FigureChange, Verification } from '../statement/closes-schema.js';
import { adjustmentsTo } from './adjustments.js';
import { type Chain, readChain } from './chain.js';
import { changedTies, nothingChanged } from './changed-ties.js';
import { compareLedgers } from './closed-ledgers.js';
import { entryOf } from './entry-of.js';
import { figureChanges, figureDiagnostics } from './figure-changes.js';
import { type FileFindings, nothingFound } from './findings.js';
import { calendarOf } from './layout.js';
import type { Link } from './link.js';
import { type Rewritten, rewrittenDiagnostic } from './rewritten.js';
import { inWords, type Standing, standingOf } from './standing.js';
import { conclusionOf } from './verification-words.js';

/** What a fund's records say, and what became of what they closed. */
export interface Verified {
  readonly chain: Chain;
  readonly standing: Standing;
  readonly result: Verification;
  readonly diagnostics: readonly Diagnostic[];
}

type Opened = Pick<OpenedFund, 'fund' | 'inputs' | 'agreement'>;

/** Who asks, and whether another way to write what is closed is an error. */
export interface Verifier {
  readonly version: string;
  readonly isStrict?: boolean;
}

/**
 * Verifies the closes of a fund (R7): the records, then every closed row against its ledger, then every figure of each
 * closed statement against the same statement made from today's files. Undefined where the fund has no records.
 */
export async function verifyCloses(
  folder: string,
  opened: Opened,
  { version, isStrict = false }: Verifier,
): Promise<Verified | undefined> {
  if (opened.inputs.length === 0) return undefined;
  const chain = await readChain(folder, opened.agreement);
  if (chain.records === 0 && chain.diagnostics.length === 0) return undefined;
  const standing = standingOf(chain.links);
  const problems = new Collector();
  const faults = faultsOf(standing);
  for (const diagnostic of [...chain.diagnostics, ...faults]) problems.report(diagnostic);
  const last = faults.length > 0 ? undefined : lastOf(standing);
  const ledgers = last === undefined ? nothingFound : await compareLedgers(closedFund(folder, opened, standing, last));
  const figures = opened.fund === undefined || last === undefined ? [] : changesOf(opened.fund, standing);
  for (const diagnostic of ledgers.diagnostics) problems.report(diagnostic);
  for (const [quarter, link] of standing.closed) {
    const changes = figures.filter((change) => change.quarter === quarter);
    for (const diagnostic of figureDiagnostics(quarter, changes, link, version)) problems.report(diagnostic);
  }
  const others = last === undefined ? nothingChanged : await changedTies(folder, opened, last, figures.length > 0);
  for (const diagnostic of others.diagnostics) problems.report(diagnostic);
  const rewritten = [...recordsRewritten(chain.links), ...ledgers.rewritten, ...others.rewritten];
  for (const file of rewritten) problems.report(rewrittenDiagnostic(file, isStrict));
  const diagnostics = problems.all();
  const result: Omit<Verification, 'conclusion'> = {
    records: chain.links.map(entryOf),
    closed: [...standing.closed.values(), ...(standing.year === undefined ? [] : [standing.year])].map(entryOf),
    rows: [...ledgers.rows],
    rewritten: rewritten.map(({ file, rows, how }) => ({ file, rows, how: [...how] })),
    figures,
    areFiguresKnown: opened.fund !== undefined,
    adjustments: opened.fund === undefined ? [] : adjustmentsTo(opened.fund.adjustments, standing),
    counts: {
      changed: countOf(ledgers, 'changed'),
      vanished: countOf(ledgers, 'vanished'),
      appeared: countOf(ledgers, 'appeared'),
      swallowed: countOf(ledgers, 'swallowed'),
      rewritten: rewritten.reduce((sum, { rows }) => sum + rows, 0),
      figures: figures.length,
    },
  };
  return { chain, standing, result: { ...result, conclusion: conclusionOf(result, diagnostics) }, diagnostics };
}

/** What is closed by a record that says what cannot be is not verified; to reopen it takes nothing but its number. */
function faultsOf({ closed, year }: Standing): Diagnostic[] {
  const links = [...closed.values(), ...(year === undefined ? [] : [year])];
  return links.flatMap(({ file, fault, record: { what } }) =>
    fault === undefined
      ? []
      : [diagnose('BCF2632', { problem: fault, what: inWords(what), flag: what }, { place: { file } })],
  );
}

/** The record that speaks of the files last, of those by which something is closed. */
function lastOf({ closed, year }: Standing): Link | undefined {
  return year ?? [...closed.values()].at(-1);
}

function closedFund(folder: string, { inputs, agreement }: Opened, { closed }: Standing, last: Link) {
  const year = agreement?.year ?? parseFinancialYear(last.record.year);
  if (year === undefined) throw new Error(`a record of no financial year: ${last.record.year}`);
  const hashes = new Map(inputs.map(({ path, sha256 }) => [path, sha256]));
  return {
    folder,
    calendar: calendarOf(year, agreement),
    agreement,
    hashes,
    repeated: repeatedLines(inputs),
    closed,
    last,
  };
}

function changesOf(fund: NonNullable<Opened['fund']>, { closed }: Standing): FigureChange[] {
  return [...closed].flatMap(([quarter, link]: [Quarter, Link]) =>
    figureChanges(fund, quarter, link.record.closedWith?.figures ?? []),
  );
}

/** Records whose line ends are not those that bcf wrote, or that begin with a byte order mark now. */
function recordsRewritten(links: readonly Link[]): Rewritten[] {
  return links
    .filter(({ isAsWritten }) => !isAsWritten)
    .map(({ file }) => ({ file, rows: 0, how: ['the line ends or a byte order mark'] }));
}

function countOf({ rows }: FileFindings, change: FileFindings['rows'][number]['change']): number {
  return rows.filter((row) => row.change === change).length;
}
