import { join } from 'node:path';
import { parseFinancialYear, type Quarter } from '../agreement/financial-year.js';
import { Collector } from '../diagnostics/collector.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { entryFor } from '../fund/find-files.js';
import type { OpenedFund } from '../fund/open-fund.js';
import type { FigureChange, Verification } from '../statement/closes-schema.js';
import { adjustmentsTo } from './adjustments.js';
import { type Chain, type Link, readChain } from './chain.js';
import { compareLedgers, hashAt, inputHash } from './closed-ledgers.js';
import { entryOf } from './entry-of.js';
import { figureChanges, figureDiagnostics } from './figure-changes.js';
import { type FileFindings, since } from './findings.js';
import { type Standing, standingOf } from './standing.js';
import { conclusionOf } from './verification-words.js';

/** What a fund's records say, and what became of what they closed. */
export interface Verified {
  readonly chain: Chain;
  readonly standing: Standing;
  readonly result: Verification;
  readonly diagnostics: readonly Diagnostic[];
}

type Opened = Pick<OpenedFund, 'fund' | 'inputs' | 'agreement'>;

/**
 * Verifies the closes of a fund (R7): the records, then every closed row against its ledger, then every figure of each
 * closed statement against the same statement made from today's files. Undefined where the fund has no records.
 */
export async function verifyCloses(folder: string, opened: Opened, version: string): Promise<Verified | undefined> {
  if (opened.inputs.length === 0) return undefined;
  const chain = await readChain(folder);
  if (chain.records === 0 && chain.diagnostics.length === 0) return undefined;
  const standing = standingOf(chain.links);
  const problems = new Collector();
  for (const diagnostic of chain.diagnostics) problems.report(diagnostic);
  const last = lastOf(standing);
  const none: FileFindings = { rows: [], diagnostics: [] };
  const ledgers = last === undefined ? none : await compareLedgers(closedFund(folder, opened, standing, last));
  const figures = opened.fund === undefined ? [] : changesOf(opened.fund, standing);
  for (const diagnostic of ledgers.diagnostics) problems.report(diagnostic);
  for (const [quarter, link] of standing.closed) {
    const own = figures.filter((change) => change.quarter === quarter);
    for (const diagnostic of figureDiagnostics(quarter, own, link, version)) problems.report(diagnostic);
  }
  if (last !== undefined) {
    const said = [...ofAgreement(opened, last, figures), ...(await ofTies(folder, opened, last))];
    for (const diagnostic of said) problems.report(diagnostic);
  }
  const diagnostics = problems.all();
  const result: Omit<Verification, 'conclusion'> = {
    records: chain.links.map(entryOf),
    closed: [...standing.closed.values(), ...(standing.year === undefined ? [] : [standing.year])].map(entryOf),
    rows: [...ledgers.rows],
    figures,
    areFiguresKnown: opened.fund !== undefined,
    adjustments: opened.fund === undefined ? [] : adjustmentsTo(opened.fund.adjustments, standing),
    counts: {
      changed: countOf(ledgers, 'changed'),
      vanished: countOf(ledgers, 'vanished'),
      appeared: countOf(ledgers, 'appeared'),
      swallowed: countOf(ledgers, 'swallowed'),
      figures: figures.length,
    },
  };
  return { chain, standing, result: { ...result, conclusion: conclusionOf(result, diagnostics) }, diagnostics };
}

/** The record that speaks of the files last, of those by which something is closed. */
function lastOf({ closed, year }: Standing): Link | undefined {
  return year ?? [...closed.values()].at(-1);
}

function closedFund(folder: string, { inputs, agreement }: Opened, { closed }: Standing, last: Link) {
  const year = agreement?.year ?? parseFinancialYear(last.record.year);
  if (year === undefined) throw new Error(`a record of no financial year: ${last.record.year}`);
  const hashes = new Map(inputs.map(({ path, sha256 }) => [path, sha256]));
  return { folder, year, agreement, hashes, closed, last };
}

function changesOf(fund: NonNullable<Opened['fund']>, { closed }: Standing): FigureChange[] {
  return [...closed].flatMap(([quarter, link]: [Quarter, Link]) =>
    figureChanges(fund, quarter, link.record.closedWith?.figures ?? []),
  );
}

/** An agreement may be varied; it is said, and figures that it moves are findings of their own. */
function ofAgreement({ inputs }: Opened, last: Link, figures: readonly FigureChange[]): Diagnostic[] {
  const input = inputs.find(({ path }) => path === 'agreement.yaml');
  if (input === undefined || input.sha256 === inputHash(last, input.path) || figures.length > 0) return [];
  return [diagnose('BCF2621', { since: since(last) }, { place: { file: input.path } })];
}

/** Controls, published tables and the lines of the pro-forma tie the books out and move none of them: a change is said. */
async function ofTies(folder: string, { agreement }: Opened, last: Link): Promise<Diagnostic[]> {
  if (agreement === undefined) return [];
  const tables = new Set([...agreement.tables.values()].map(({ file }) => file));
  const kinds: readonly (string | undefined)[] = ['controls', 'pro-forma'];
  const found: Diagnostic[] = [];
  for (const { path, sha256 } of last.record.inputs) {
    if (!tables.has(path) && !kinds.includes(entryFor(agreement, path)?.kind)) continue;
    const now = await hashAt(join(folder, path));
    if (now === sha256) continue;
    const what = now === undefined ? 'is not there any more' : 'was changed';
    found.push(diagnose('BCF2624', { what, since: since(last) }, { place: { file: path } }));
  }
  return found;
}

function countOf({ rows }: FileFindings, change: FileFindings['rows'][number]['change']): number {
  return rows.filter((row) => row.change === change).length;
}
