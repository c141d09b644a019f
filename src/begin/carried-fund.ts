import type { Agreement } from '../agreement/agreement.js';
import { nameOf } from '../agreement/bodies.js';
import { type FinancialYear, nextYear } from '../agreement/financial-year.js';
import { hasFact } from '../agreement/ledger-kinds.js';
import type { OpeningKind } from '../agreement/opening-kinds.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import { readChain } from '../closes/chain.js';
import { standingOf } from '../closes/standing.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { joined } from '../diagnostics/entry.js';
import { withExcerpts } from '../fund/excerpts.js';
import { entryFor } from '../fund/find-files.js';
import type { Fund } from '../fund/fund.js';
import { agreementBytes, openFund } from '../fund/open-fund.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { type Opening, totalOf } from '../rules/openings.js';
import { reconcile } from '../statement/reconcile.js';
import { carriedAgreement } from './carried-agreement.js';
import { CarriedPlaces } from './carried-places.js';
import { CarriedRows } from './carried-rows.js';
import type { NewFile } from './file.js';
import { codeTablesOf, formOf } from './forms.js';
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
  const places = new CarriedPlaces(fund);
  const followed = rows.files(places, successors);
  const opening = openingBalances(fund, places, successors);
  const text = (await agreementBytes(folder)).toString('utf8').replace(/^\uFEFF/, '');
  const carried = carriedAgreement({ text, agreement, year, name: asked.name, successors, places });
  const isClosed = standingOf((await readChain(folder, agreement)).links).year !== undefined;
  const notes = notesOf(fund, {
    opening,
    successors,
    own: places.own.map(({ path }) => path),
    year,
    isAll: asked.areSuccessorsFollowed,
    isClosed,
  });
  const title = asked.name ?? agreement.name.replaceAll(agreement.year.label, year.label);
  const files = [
    {
      path: 'README.txt',
      text: readme({ name: title, year: year.label, carried: notes }),
      what: 'how to fill the folder in',
    },
    { path: 'agreement.yaml', text: carried, what: `last year’s agreement, moved on to ${year.label}` },
    ...followed,
    ...(opening === undefined ? [] : [opening.file]),
    ...(await codeTablesOf(folder, fund, places.outOfForce)),
    ...formsOf(agreement, fund),
  ];
  return { files, title: `${title}, ${year.label}`, notes, diagnostics: warningsOf(fund, opening, shownAs) };
}

/** A form of each ledger of last year; what was brought forward is there already. */
function formsOf(agreement: Agreement, { inputs }: Fund): NewFile[] {
  const forms = new Map<string, NewFile>();
  for (const input of inputs) {
    const entry = entryFor(agreement, input.path);
    if (entry === undefined || !hasFact(entry.kind, 'nextYear', 'form')) continue;
    const form = formOf(input, entry);
    if (form !== undefined && !forms.has(form.path)) forms.set(form.path, form);
  }
  return [...forms.values()];
}

interface Decided {
  readonly opening: OpeningBalances | undefined;
  readonly successors: Successors;
  /** Files that are written in our own columns, where last year’s entry read others. */
  readonly own: readonly string[];
  readonly year: FinancialYear;
  readonly isAll: boolean;
  readonly isClosed: boolean;
}

function notesOf(fund: Fund, { opening, successors, own, year, isAll, isClosed }: Decided): string[] {
  const { agreement } = fund;
  const last = agreement.year.label;
  const waiting = isAll ? [] : notFollowed(agreement);
  return [
    `Carried over from ${last}: the agreement, the plan and the schemes. Their amounts are those of ${last} until you change them; rows of plan.csv that were stated are marked derived.`,
    ...(own.length === 0
      ? []
      : [
          `Written in the columns of bcf, which last year’s entries would not read: ${joined(own)}. agreement.yaml has an entry for each, and last year’s as a comment.`,
        ]),
    ...(opening === undefined
      ? [
          `Nothing is brought forward: the ledgers of ${last} do not reach its last quarter, or not all of them have come. FILL IN ${openingFile} when its balance is known.`,
        ]
      : broughtForwardNotes(fund, opening)),
    ...(isClosed ? [] : [`${last} is not closed, so its figures can still move: bcf close year closes it.`]),
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

/** What is brought forward, kind by kind, and what is to be done with it. */
function broughtForwardNotes({ agreement }: Fund, { openings }: OpeningBalances): string[] {
  const { label } = agreement.year;
  const sides: readonly (readonly [amountPence: Pence, words: string])[] = [
    [totalOf(openings, ({ kind }) => kind === 'balance'), 'held, not spent'],
    [-totalOf(openings, isOwed('contributions')), 'of contributions that had not come: receipts go to them first'],
    [totalOf(openings, isDue('contributions')), 'paid in ahead: it is income of the new year'],
    [
      -totalOf(openings, isOwed('variance')),
      `spent above what was allotted, to be paid in: the receipt says variance ${label} in the column for`,
    ],
    [
      totalOf(openings, isDue('variance')),
      `not spent, or not earned, and owed back: when it is paid, a negative row of the contributions says variance ${label}`,
    ],
    [-totalOf(openings, isOwed('handover')), 'held by an earlier host, and not handed over: the receipt says handover'],
    [totalOf(openings, isDue('handover')), 'owed to an earlier host, which carried it with its own cash'],
  ];
  const overspent = openings.filter(
    (opening) => isOwed('variance')(opening) && fenceOfHeading(agreement, opening.purpose) !== undefined,
  );
  const groups = new Set(openings.map(({ body }) => body).filter((body) => agreement.groups.has(body)));
  return [
    `Brought forward: ${inWords(totalOf(openings))}, the balance of ${label} at its year end (${openingFile}).`,
    ...sides.filter(([pence]) => pence !== 0n).map(([pence, words]) => `Of it ${inWords(pence)} ${words}.`),
    ...(overspent.length === 0
      ? []
      : [
          `Of that, behind a ring-fence: ${overspent.map((opening) => overspentInWords(agreement, opening)).join('; ')}. It is not taken from what the fence has this year.`,
        ]),
    ...[...groups].map(
      (group) =>
        `What is between ${nameOf(agreement, group)} and the pool is not divided among them: the agreement says nothing of their parts.`,
    ),
  ];
}

function overspentInWords(agreement: Agreement, { body, purpose, amountPence }: Opening): string {
  const heading = agreement.headings.get(purpose)?.name ?? purpose;
  return `${nameOf(agreement, body)}, ${heading}, ${inWords(-amountPence)}`;
}

function isOwed(kind: OpeningKind): (opening: Opening) => boolean {
  return (opening) => opening.kind === kind && opening.amountPence < 0n;
}

function isDue(kind: OpeningKind): (opening: Opening) => boolean {
  return (opening) => opening.kind === kind && opening.amountPence > 0n;
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
