import type { Agreement } from '../agreement/agreement.js';
import { nameOf } from '../agreement/bodies.js';
import { type FinancialYear, nextYear } from '../agreement/financial-year.js';
import { hasFact } from '../agreement/ledger-kinds.js';
import { readChain } from '../closes/chain.js';
import { standingOf } from '../closes/standing.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { withExcerpts } from '../fund/excerpts.js';
import { entryFor } from '../fund/find-files.js';
import type { Fund } from '../fund/fund.js';
import { agreementBytes, openFund } from '../fund/open-fund.js';
import { inWords } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import { reconcile } from '../statement/reconcile.js';
import { carriedAgreement } from './carried-agreement.js';
import { CarriedRows } from './carried-rows.js';
import type { NewFile } from './file.js';
import { formOf } from './forms.js';
import { type OpeningBalances, openingBalances, openingFile } from './opening-balances.js';
import { readme } from './readme.js';
import { followedIn, notFollowed, type Successors } from './successors.js';

interface Asked {
  /** Last year’s fund, and what the user calls it. */
  readonly folder: string;
  readonly shownAs: string;
  readonly name: string | undefined;
  readonly year: FinancialYear | undefined;
  readonly areSuccessorsFollowed: boolean;
}

export interface CarriedFund {
  /** Absent where last year’s fund cannot be used. */
  readonly files?: readonly NewFile[];
  readonly title?: string;
  /** What was decided, for a person to read. */
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The files of a fund that follows another: its agreement, plan and schemes a year on, and its balances brought forward. */
export async function carriedFund(asked: Asked): Promise<CarriedFund> {
  const { folder, shownAs } = asked;
  const rows = new CarriedRows();
  const opened = await openFund(folder, shownAs, ['pro-forma'], rows.watch);
  if (opened.fund === undefined) {
    const diagnostics = await withExcerpts(folder, opened.inputs, opened.diagnostics);
    return { notes: [], diagnostics: diagnostics.filter((diagnostic) => diagnostic.class !== 'warning') };
  }
  const { fund } = opened;
  const { agreement } = fund;
  const year = nextYear(agreement.year);
  if (asked.year !== undefined && asked.year.label !== year.label) {
    const args = { asked: asked.year.label, last: agreement.year.label, next: year.label };
    return { notes: [], diagnostics: [diagnose('BCF0042', args)] };
  }
  const successors = followedIn(agreement, asked.areSuccessorsFollowed);
  const opening = openingBalances(fund, entryFor(agreement, openingFile), successors);
  const text = (await agreementBytes(folder)).toString('utf8').replace(/^\uFEFF/, '');
  const carried = carriedAgreement({ text, agreement, year, name: asked.name, successors });
  const isClosed = standingOf((await readChain(folder, agreement)).links).year !== undefined;
  const notes = notesOf(fund, { opening, successors, year, isAll: asked.areSuccessorsFollowed, isClosed });
  const title = asked.name ?? agreement.name.replaceAll(agreement.year.label, year.label);
  const files = [
    {
      path: 'README.txt',
      text: readme({ name: title, year: year.label, carried: notes }),
      what: 'how to fill the folder in',
    },
    { path: 'agreement.yaml', text: carried, what: `last year’s agreement, moved on to ${year.label}` },
    ...rows.files((file) => entryFor(agreement, file), successors),
    ...(opening === undefined ? [] : [opening.file]),
    ...(await formsOf(folder, agreement, fund)),
  ];
  return { files, title: `${title}, ${year.label}`, notes, diagnostics: warningsOf(fund, opening, shownAs) };
}

/** A form of each ledger of last year; what was brought forward is there already. */
async function formsOf(folder: string, agreement: Agreement, { inputs }: Fund): Promise<NewFile[]> {
  const forms = new Map<string, NewFile>();
  for (const { path } of inputs) {
    const kind = entryFor(agreement, path)?.kind;
    if (kind === undefined || !hasFact(kind, 'nextYear', 'form')) continue;
    const form = await formOf(folder, path);
    if (form !== undefined && !forms.has(form.path)) forms.set(form.path, form);
  }
  return [...forms.values()];
}

interface Decided {
  readonly opening: OpeningBalances | undefined;
  readonly successors: Successors;
  readonly year: FinancialYear;
  readonly isAll: boolean;
  readonly isClosed: boolean;
}

function notesOf(fund: Fund, { opening, successors, year, isAll, isClosed }: Decided): string[] {
  const { agreement } = fund;
  const last = agreement.year.label;
  const waiting = isAll ? [] : notFollowed(agreement);
  const owedBack = opening !== undefined && opening.owedBackPence !== 0n;
  return [
    `Carried over from ${last}: the agreement, the plan and the schemes. Their amounts are those of ${last} until you change them; rows of plan.csv that were stated are marked derived.`,
    opening === undefined
      ? `Nothing is brought forward: the ledgers of ${last} do not reach its last quarter. FILL IN ${openingFile} when its balance is known.`
      : `Brought forward: ${inWords(opening.totalPence)}, the balance of ${last} at its year end (${openingFile}).`,
    ...(opening === undefined ? [] : [...overspentNotes(fund, opening), ...notBrought(fund)]),
    ...(isClosed ? [] : [`${last} is not closed, so its figures can still move: bcf close year closes it.`]),
    ...(owedBack
      ? [
          `Of it ${inWords(opening.owedBackPence)} is owed back to its partners: when it is paid, enter it in the contributions as a negative amount.`,
        ]
      : []),
    `Not carried over: the rows of last year’s ledgers, its controls, its published tables and its closed quarters. They are ${last}’s own.`,
    ...[...successorGroups(successors)].map(
      ([successor, codes]) =>
        `${successor} takes the place of ${codes.join(', ')} in ${year.label}, and their amounts are added up.`,
    ),
    ...(waiting.length === 0
      ? []
      : [
          `Successors that the agreement names have not been put in place: ${waiting.join('; ')}. An agreement does not say when; --follow-successors does it.`,
        ]),
  ];
}

/** A fence that was overspent: it is nobody’s to make good from this year’s fenced money. */
function overspentNotes({ agreement }: Fund, { overspentFences }: OpeningBalances): string[] {
  if (overspentFences.length === 0) return [];
  const each = overspentFences.map(
    ({ partner, heading, pence }) =>
      `${nameOf(agreement, partner)}, ${agreement.headings.get(heading)?.name ?? heading}, ${inWords(pence)}`,
  );
  return [
    `Overspent behind a ring-fence in ${agreement.year.label}, and brought forward as a negative balance: ${each.join('; ')}. It is not taken from what the fence has this year: whoever bears it pays it in.`,
  ];
}

/** What the opening balances do not say: they are by whose contribution, and R4 may have another bear or hold it. */
function notBrought(fund: Fund): string[] {
  const { variances, ringFences } = reconcile(fund, 'Q4').result;
  const others = variances.flatMap(({ schedule, scheduleLabel, borneBy }) =>
    borneBy
      .filter(({ partner }) => partner !== schedule)
      .map(({ label, amount }) => {
        const verb = amount.amount < 0n ? 'holds' : 'bears';
        return `${label} ${verb} ${inWords(absolute(amount.amount))} of what came from ${scheduleLabel}`;
      }),
  );
  const shared = ringFences.filter(({ bodies }) => bodies.some(({ unspent }) => unspent !== undefined));
  return [
    ...(others.length === 0
      ? []
      : [
          `Balances are brought forward by whose contribution they come from. At the year end, ${others.join('; ')} (bcf settle, bcf report annual). FILL IN: settle it before, or move it in ${openingFile}.`,
        ]),
    ...shared.map(
      ({ label }) =>
        `${label}: what is unspent comes forward as one amount. What each body has left of its own allocation stands in bcf report dfg of last year.`,
    ),
  ];
}

function successorGroups(successors: Successors): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [code, successor] of successors) groups.set(successor, [...(groups.get(successor) ?? []), code]);
  return groups;
}

function warningsOf(fund: Fund, opening: OpeningBalances | undefined, shownAs: string): Diagnostic[] {
  const { label } = fund.agreement.year;
  const last = fund.journal.lastQuarter();
  if (opening === undefined) {
    return [
      diagnose('BCF0043', { year: label, last: last === undefined ? 'a plan only' : `no actuals after ${last}` }),
    ];
  }
  const findings = reconcile(fund, 'Q4').diagnostics.filter((diagnostic) => diagnostic.class === 'finding').length;
  return findings === 0 ? [] : [diagnose('BCF0046', { fund: shownAs, findings })];
}
