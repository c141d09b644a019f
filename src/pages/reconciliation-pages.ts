import { inFull } from '../diagnostics/day-in-full.js';
import { counted } from '../diagnostics/entry.js';
import { rowText } from '../diagnostics/place-text.js';
import { isNil, pounds, saidOf, unsigned } from '../money/pounds-text.js';
import type { Envelope } from '../statement/document-schema.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import { accrualTables } from './accrual-tables.js';
import { balanceTable } from './balance-table.js';
import { checksList } from './checks-list.js';
import { closedList } from './closed-list.js';
import { codesMetInWords, codesMetOneByOne } from './codes-met.js';
import { allHasCome, comeTable, missingTable, withoutSpending } from './come-tables.js';
import { screenParts } from './first-screen.js';
import { legend } from './legend.js';
import { openingOf } from './opening.js';
import { type Line, line, lines, type Pages, type Part, tables, type Wanted } from './page.js';
import { firstLines, rowsInWords } from './passed-over.js';
import { potsTable } from './performance-tables.js';
import { bookColumns, flowTable, localityTable, natureTable, partnerTable } from './reconciliation-tables.js';
import { settlementParts } from './settlement-pages.js';
import { contributionTable } from './settlement-tables.js';
import { fencedParts, varianceParts } from './variance-pages.js';
import { withWarnings } from './with-warnings.js';

/**
 * The reconciliation as the CFO group signs it: the flow of funds, then the screen that is signed, with what needs a decision
 * next to the verdict. The sections and the checks stand between them where they are wanted.
 */
export function reconciliationPages(
  result: Reconciliation,
  envelope: Envelope,
  wanted: Wanted & { readonly full: boolean },
): Pages {
  const books = bookColumns(result);
  const isFull = wanted.full || wanted.verbose;
  const flow = flowTable(result, books);
  const marks = legendOf(result, isFull);
  const parts: Part[] = [
    ...(isFull ? [inputList(envelope, wanted.verbose), ...closedList(result.closes)] : []),
    ...tables(isFull ? flow : { ...flow, notes: [...flow.notes, ...marks] }),
    ...(isFull ? sections(result, wanted) : []),
    ...screenParts(result, isFull),
  ];
  return {
    openings: [openingOf(result.fund)],
    pages: [{ parts }],
    legend: isFull ? marks : [],
    last: lastLines(result, envelope, isFull),
  };
}

/** What the screen says in short: by partner, by locality, by nature, whose the balance is, every rule’s section, and the checks. */
function sections(result: Reconciliation, wanted: Wanted): Part[] {
  const books = bookColumns(result);
  return [
    ...tables(
      partnerTable(result, books),
      localityTable(result, books, wanted.verbose),
      natureTable(result, books),
      balanceTable(result),
    ),
    ...ruleParts(result, wanted),
    checksList(result, wanted.verbose),
  ];
}

/** The sections of R2 to R5, each short; a command of its own has each in full. */
function ruleParts(result: Reconciliation, wanted: Wanted): Part[] {
  const { fund, performance, settlement } = result;
  const pots = tables(performance && potsTable(performance, fund));
  if (fund.asAt === undefined) return pots;
  return [
    ...pots,
    ...fencedParts(result),
    ...varianceParts(result, wanted),
    ...tables(...accrualTables(result)),
    ...tables(contributionTable(result, fund, wanted.verbose)),
    ...(settlement === undefined ? [] : settlementParts({ fund, settlement }, wanted.verbose)),
    ...comeParts(result, wanted.verbose),
  ];
}

/** What has not come, or that all has; the whole where it is wanted. */
function comeParts(result: Pick<Reconciliation, 'fund' | 'whatHasCome'>, verbose: boolean): Part[] {
  const all = allHasCome(result);
  return [
    ...(verbose ? tables(comeTable(result)) : []),
    ...(all === undefined ? tables(missingTable(result)) : [lines(all)]),
  ];
}

function inputList({ inputs }: Envelope, verbose: boolean): Part {
  const nameOf = ({ path, sheet }: Envelope['inputs'][number]) => rowText({ file: path, sheet });
  const widest = Math.max(...inputs.map((input) => nameOf(input).length));
  const texts = inputs.flatMap((input) => {
    const path = nameOf(input).padEnd(widest);
    if (!verbose) return [`${path}  ${[rowsInWords(input), ...codesMetInWords(input)].join('; ')}`.trimEnd()];
    const { rows, sha256, taken = [] } = input;
    return [
      `${path}  ${rowsInWords({ rows }).padStart(10)}  ${sha256}`,
      ...[...firstLines(input), ...codesMetOneByOne(input)].map((text) => `  ${text}`),
      ...taken.map(({ found, code }) => `  “${found}” is taken for ${code}`),
    ];
  });
  return {
    kind: 'list',
    title: verbose ? 'Inputs, with their SHA-256' : 'Inputs',
    lines: texts.map((text) => ({ ...line(text), indent: 2 })),
  };
}

/** What the marks mean, for those that stand above. */
function legendOf({ fund, flowOfFunds, byPartner }: Reconciliation, isFull: boolean): string[] {
  const shown = [...flowOfFunds.applications, ...(isFull ? byPartner.flatMap(({ headings }) => headings) : [])];
  const marks = new Set(shown.flatMap(({ provenance }) => Object.values(provenance)));
  return legend({
    isDerived: marks.has('derived'),
    isIllustrative: marks.has('illustrative') || fund.provenance === 'illustrative',
  });
}

/** What is plan, what is actual, and what needs a look: the lines that are signed, the verdict last. */
function lastLines(result: Reconciliation, envelope: Envelope, isFull: boolean): Line[] {
  const { reconciled, plan, message } = result.conclusion;
  const actual = toDate(result);
  const planOnly = actual.length === 0 ? '. Plan only: nothing received or spent yet' : '';
  return [
    ...(actual.length === 0 || (!isFull && isPlanBalanced(result)) ? [] : [line(`Plan: ${plan}`)]),
    ...actual.map((text) => line(text)),
    ...withoutSpending(result).map((text) => line(text, 'warn')),
    {
      spans: [
        ...line(message, reconciled ? 'good' : 'bad').spans,
        ...line(withWarnings('', envelope) + toDecide(result), isAnything(result, envelope) ? 'warn' : 'good').spans,
        ...line(planOnly).spans,
      ],
    },
  ];
}

/** A plan that balances is said by the table of the fund; one that does not, by how much. */
function isPlanBalanced({ flowOfFunds: { totals } }: Reconciliation): boolean {
  return totals.sources.plan?.amount === totals.applications.plan?.amount;
}

/** Whether there is a warning, or something to decide: what is reconciled is not all well then. */
function isAnything({ decisions }: Reconciliation, { counts }: Envelope): boolean {
  return counts.warnings > 0 || decisions.some(({ kind }) => kind !== 'note');
}

function toDecide({ fund, decisions }: Reconciliation): string {
  const count = decisions.filter(({ kind }) => kind !== 'note').length;
  return fund.asAt === undefined ? '' : `, ${counted(count, 'decision')}`;
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
  const { received, broughtForward, settlements, applied, balance } = fundBalance;
  const overdue = contributionTotals?.overdue ?? '0.00';
  const outstanding = isNil(overdue) ? 'nothing outstanding' : `${pounds(overdue)} of contributions outstanding`;
  const [comma, settled] =
    settlements === undefined
      ? [' and', '']
      : [',', ` and ${pounds(settlements)} to settle variances and earlier years`];
  const held = balance.amount < 0n ? `less ${pounds(unsigned(balance))} overdrawn` : `+ ${pounds(balance)} held`;
  return [
    `Actual to ${inFull(fund.asAtDate ?? '')}: ${pounds(received)} received${comma} ${pounds(broughtForward)} brought forward${settled} = ${pounds(applied)} applied ${held}; ${outstanding}`,
  ];
}
