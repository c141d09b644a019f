import { type FinancialYear, parseFinancialYear } from '../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { keepLineEnds } from '../fund/git-attributes.js';
import { type OpenedFund, openFund } from '../fund/open-fund.js';
import { asAtOf } from '../rules/as-at.js';
import { checkReturnQuarter } from '../statement/papers/return-cells.js';
import { reconcile } from '../statement/reconcile.js';
import { namedFigures } from '../statement/report-figures.js';
import { lackingSpendingOf } from '../statement/what-has-come.js';
import { annualDifferences } from './annual.js';
import { writeClosingRows } from './closing-rows.js';
import { closedWith, recordHead } from './make-record.js';
import { type CloseRequest, outOfTurn, requestFaults } from './order.js';
import type { UnsealedRecord } from './record-schema.js';
import { saysOf } from './says-of-inputs.js';
import { inWords, type Standing, standingOf } from './standing.js';
import { type Verified, verifyCloses } from './verify.js';
import { type WriteLedgers, writeRecord } from './write-record.js';

/** What came of a request to close or reopen: a record, or why there is none. */
export interface CloseOutcome {
  readonly opened: OpenedFund;
  readonly diagnostics: readonly Diagnostic[];
  /** Present where a record was written. */
  readonly written?: {
    readonly file: string;
    readonly record: UnsealedRecord & { readonly seal: string };
    /** How many rows were closed, and of how many files. */
    readonly rows: number;
    readonly files: number;
  };
  /** What was done beside the record, so that git leaves line ends as they are. */
  readonly lineEnds?: Awaited<ReturnType<typeof keepLineEnds>>;
  /** Why it was refused, where the inputs could be used. */
  readonly refusal?: string;
}

interface Where {
  readonly folder: string;
  readonly shownAs: string;
  readonly version: string;
}

/** What a close stands on: the fund as it was opened, and what its records say. */
interface Ground {
  readonly where: Where;
  readonly opened: OpenedFund;
  readonly verified: Verified | undefined;
}

/** Closes a quarter or the year of a fund, or reopens it (R7). One new record is written, and .gitattributes where there is none. */
export async function closeFund(where: Where, request: CloseRequest): Promise<CloseOutcome> {
  const faults = requestFaults(request);
  const unread: OpenedFund = { inputs: [], diagnostics: [] };
  if (faults.length > 0) return { opened: unread, diagnostics: faults };
  const opened = await openFund(where.folder, where.shownAs, ['controls', 'tables', 'pro-forma']);
  const isFund = opened.inputs.length > 0;
  const verified = await verifyCloses(where.folder, opened, where);
  const ground = { where, opened, verified };
  const broken = verified?.chain.diagnostics.filter((diagnostic) => diagnostic.class === 'finding') ?? [];
  if (broken.length > 0) {
    const isAnother = broken.every(({ code }) => code === 'BCF2633');
    const refusal = `the records of closes are ${isAnother ? 'another fund’s' : 'not what bcf wrote'}`;
    return { opened, diagnostics: broken, refusal };
  }
  if (!isFund) return { opened, diagnostics: opened.diagnostics };
  return request.reopen === undefined ? close(ground, request) : reopen(ground, request);
}

async function reopen(ground: Ground, request: CloseRequest): Promise<CloseOutcome> {
  const { opened, verified } = ground;
  const last = verified?.chain.links.at(-1)?.record;
  const year = last && parseFinancialYear(last.year);
  const wrong = turnOf(ground, request, year ?? { label: '', firstYear: 0 });
  if (wrong !== undefined || last === undefined) return { opened, diagnostics: wrong === undefined ? [] : [wrong] };
  return write(ground, await headOf(ground, request, { name: last.fund, year: last.year }), []);
}

async function close(ground: Ground, request: CloseRequest): Promise<CloseOutcome> {
  const { opened, verified, where } = ground;
  const { fund, diagnostics } = opened;
  if (fund === undefined) return { opened, diagnostics: [...diagnostics, ...(verified?.diagnostics ?? [])] };
  const wrong = turnOf(ground, request, fund.agreement.year);
  if (wrong !== undefined) return { opened, diagnostics: [wrong] };
  const quarter = request.what === 'year' ? 'Q4' : request.what;
  if (asAtOf(fund, quarter).asAt === undefined) return { opened, diagnostics: [diagnose('BCF0036', {})] };

  const standing = standingOf(verified?.chain.links ?? []);
  const annual = request.what === 'year' ? annualDifferences(fund, standing) : [];
  const moved = [...(verified?.diagnostics ?? []), ...annual];
  if (moved.some((diagnostic) => diagnostic.class === 'finding')) {
    const refusal = 'what is closed has moved; put it back, or reopen it';
    return { opened, diagnostics: [...diagnostics, ...moved], refusal };
  }
  const reconciled = reconcile(fund, quarter);
  const { result } = reconciled;
  const cells = request.what === 'year' ? [] : checkReturnQuarter(namedFigures(fund, reconciled).returnLines, quarter);
  const found = [...reconciled.diagnostics, ...cells];
  // That later rows are left out is what closing a quarter means.
  const all = [...diagnostics, ...moved, ...found].filter(({ code }) => code !== 'BCF2010');
  const isAccepted = areDifferencesAccepted(request, standing);
  if ((!result.conclusion.reconciled || cells.length > 0) && !isAccepted) {
    const accept = 'accept it with --with-differences "why"';
    const how = request.what === 'year' ? `reopen Q4 and ${accept}` : accept;
    const refusal = `${inWords(request.what)} does not reconcile; put it right, or ${how}`;
    return { opened, diagnostics: all, refusal };
  }
  const silent = lackingSpendingOf(quarter, result.whatHasCome?.lines ?? []).map(({ label }) => label);
  if (silent.length > 0 && !isAccepted) {
    const refusal = `spending of ${quarter} has not come from ${silent.join(', ')}; ask for it, or close without it with --with-differences "why"`;
    return { opened, diagnostics: all, refusal };
  }
  const findings = found.filter((diagnostic) => diagnostic.class === 'finding' || diagnostic.code === 'BCF2450');
  const named = { name: fund.agreement.name, year: fund.agreement.year.label };
  const record = {
    ...(await headOf(ground, request, named)),
    ...closedWith({ fund, result, findings }),
  };
  const isFirst = standing.closed.size === 0;
  return write(ground, record, all, async (writer) => {
    if (request.what !== 'year') await writeClosingRows({ ...where, fund, quarter: request.what, isFirst }, writer);
  });
}

/** Whether somebody has said why it is closed as it is: of the year, whoever closed its last quarter. */
function areDifferencesAccepted({ what, withDifferences }: CloseRequest, { closed }: Standing): boolean {
  if (what !== 'year') return withDifferences !== undefined;
  return closed.get('Q4')?.record.reason !== undefined;
}

function turnOf({ verified }: Ground, request: CloseRequest, year: FinancialYear): Diagnostic | undefined {
  const links = verified?.chain.links ?? [];
  return outOfTurn(request, standingOf(links), links, year);
}

async function headOf(
  { where, opened, verified }: Ground,
  request: CloseRequest,
  fund: { name: string; year: string },
) {
  const links = verified?.chain.links ?? [];
  const { agreement } = opened;
  const inputs: UnsealedRecord['inputs'] = [];
  for (const { path, sha256, rows } of opened.inputs) {
    const says = agreement && (await saysOf(where.folder, agreement, path));
    inputs.push({ path, sha256, rows, ...(says !== undefined && { says }) });
  }
  return recordHead({ request, links, version: where.version, fund, inputs });
}

async function write(
  { where, opened }: Ground,
  unsealed: UnsealedRecord,
  diagnostics: readonly Diagnostic[],
  writeLedgers: WriteLedgers = () => Promise.resolve(),
): Promise<CloseOutcome> {
  const written = await writeRecord(where.folder, unsealed, writeLedgers);
  if ('fault' in written) return { opened, diagnostics: [...diagnostics, written.fault] };
  const { seal, ...counts } = written;
  const lineEnds = await keepLineEnds(where.folder);
  return { opened, diagnostics, written: { ...counts, record: { ...unsealed, seal } }, lineEnds };
}
