import { inFull } from '../diagnostics/day-in-full.js';
import { counted } from '../diagnostics/entry.js';
import { isNil, pounds, saidOf, unsigned } from '../money/pounds-text.js';
import { balanceTable } from '../pages/balance-table.js';
import { withoutSpending } from '../pages/come-tables.js';
import { bookColumns, flowTable, localityTable, natureTable, partnerTable } from '../pages/reconciliation-tables.js';
import type { Envelope } from '../statement/document-schema.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import { checkLines } from './check-lines.js';
import { closedLines } from './closed-lines.js';
import { legend } from './legend.js';
import { opening } from './opening.js';
import { ruleSections } from './section-text.js';
import type { Style } from './style.js';
import { textTable } from './text-table.js';
import { withWarnings } from './with-warnings.js';

interface Options {
  readonly verbose: boolean;
  /** Whether long lists are shown whole. */
  readonly all: boolean;
}

/** The reconciliation as the CFO group signs it: what it is, the figures, the checks, and one last line. */
export function reconciliationText(result: Reconciliation, envelope: Envelope, style: Style, options: Options): string {
  const { verbose } = options;
  const books = bookColumns(result);
  const balance = balanceTable(result);
  const sections = [
    opening(result.fund, style),
    inputLines(envelope, style, verbose),
    ...closedLines(result.closes, style),
    textTable(flowTable(result, books), style),
    textTable(partnerTable(result, books), style),
    textTable(localityTable(result, books, verbose), style),
    textTable(natureTable(result, books), style),
    ...(balance === undefined ? [] : [textTable(balance, style)]),
    ...ruleSections(result, style, options),
    checkLines(result, style, verbose),
    ...markLines(result),
    lastLines(result, envelope, style).join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

function inputLines({ inputs }: Envelope, style: Style, verbose: boolean): string {
  const widest = Math.max(...inputs.map(({ path }) => path.length));
  const lines = inputs.map(({ path, rows, sha256 }) => {
    const line = `  ${path.padEnd(widest)}  ${(rows === 0 ? '' : counted(rows, 'row')).padStart(10)}`;
    return verbose ? `${line}  ${sha256}` : line.trimEnd();
  });
  return [style.strong(verbose ? 'Inputs, with their SHA-256' : 'Inputs'), ...lines].join('\n');
}

/** What the marks mean, for those that stand above. */
function markLines({ fund, byPartner }: Reconciliation): string[] {
  const marks = new Set(
    byPartner.flatMap(({ headings }) => headings.flatMap(({ provenance }) => Object.values(provenance))),
  );
  return legend({
    isDerived: marks.has('derived'),
    isIllustrative: marks.has('illustrative') || fund.provenance === 'illustrative',
  });
}

/** What is plan, what is actual, and what needs a look: the lines that are signed, the verdict last. */
function lastLines(result: Reconciliation, envelope: Envelope, style: Style): string[] {
  const { reconciled, plan, message } = result.conclusion;
  const actual = toDate(result);
  const planOnly = actual.length === 0 ? '. Plan only: nothing received or spent yet' : '';
  const verdict = withWarnings(message, envelope) + planOnly;
  return [
    ...(actual.length === 0 ? [] : [`Plan: ${plan}`]),
    ...actual,
    ...withoutSpending(result).map(style.warn),
    reconciled ? style.good(verdict) : style.bad(verdict),
  ];
}

/** Where the actuals stand; nothing where nothing of them is known. */
function toDate({ fundBalance, contributionTotals, fund, flowOfFunds: { totals } }: Reconciliation): string[] {
  if (fundBalance === undefined) {
    const { sources, broughtForward: before, applications } = totals;
    if (sources.actual === undefined && applications.actual === undefined) return [];
    const parts = [
      saidOf(sources.actual, 'received'),
      saidOf(before.actual, 'brought forward'),
      saidOf(applications.actual, 'applied'),
    ];
    return [`Actual to ${inFull(fund.asAtDate ?? '')}: ${parts.join(', ')}; so the balance is not known`];
  }
  const { received, broughtForward, applied, balance } = fundBalance;
  const overdue = contributionTotals?.overdue ?? '0.00';
  const outstanding = isNil(overdue) ? 'nothing outstanding' : `${pounds(overdue)} of contributions outstanding`;
  const held = balance.amount < 0n ? `less ${pounds(unsigned(balance))} overdrawn` : `+ ${pounds(balance)} held`;
  return [
    `Actual to ${inFull(fund.asAtDate ?? '')}: ${pounds(received)} received and ${pounds(broughtForward)} brought forward = ${pounds(applied)} applied ${held}; ${outstanding}`,
  ];
}
