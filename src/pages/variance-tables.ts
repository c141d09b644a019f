import { counted } from '../diagnostics/entry.js';
import type { Money } from '../figures/books.js';
import { grouped } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import { pounds } from '../money/pounds-text.js';
import { partInWords, saidOfLine } from '../statement/bearers-in-words.js';
import {
  type Cell,
  type CellTable,
  type Column,
  figureColumn,
  figureInWords,
  listing,
  money,
  notesSpeakOf,
  type Row,
  speaking,
  wordColumn,
  words,
} from '../statement/cell-table.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import type { VarianceLineStatement, VarianceSection, VarianceSum } from '../statement/variance-schema.js';
import { isOnPlan } from '../statement/variance-sums.js';
import { actualTo, illustrativeMark } from './table-parts.js';

interface Variances {
  readonly variances: readonly VarianceLineStatement[];
  readonly varianceTotals: VarianceSection;
}

/** Who bears what: the lines that are off plan (all of them if wanted), what is outside, and the flow of funds. */
export function varianceTable(
  { variances, varianceTotals }: Variances,
  fund: FundStatement,
  withAll: boolean,
): CellTable {
  const shown = withAll ? variances : variances.filter((line) => !isOnPlan(line));
  const isVired = variances.some(({ virements }) => !virements.isNil);
  const isAnyMet = varianceTotals.met !== undefined;
  const row = (
    label: Cell,
    line: VarianceSum,
    why: Cell,
    {
      emphasis,
      variance = varianceInWords(line.variance),
      figures = [line.variance],
    }: Pick<Row, 'emphasis'> & { readonly variance?: string; readonly figures?: readonly (Money | undefined)[] } = {},
  ): Row => ({
    cells: [
      label,
      money(line.plan),
      ...(isVired ? [money(line.virements)] : []),
      money(line.actual),
      money(line.forecast),
      ...(isAnyMet ? [money(line.met)] : []),
      figures.length > 1 ? speaking(variance, figures) : figureInWords(variance, figures[0]),
      why,
    ],
    ...(emphasis && { emphasis }),
  });
  const spenders = countByLine(variances);
  const rows: Row[] = shown.map((line) => row(words(lineLabel(line, spenders)), line, whyOf(line)));
  if (varianceTotals.onPlan !== undefined && shown.length < variances.length) {
    rows.push(row(words('Lines on plan'), varianceTotals.onPlan, words('')));
  }
  rows.push(
    row(
      words('Over- and underspends'),
      varianceTotals,
      speaking(unknownInWords(varianceTotals), [varianceTotals.unknown]),
      {
        emphasis: 'total',
      },
    ),
  );
  for (const line of varianceTotals.outside) {
    const { retained, unspent } = line;
    const figures = [retained ?? line.variance, ...(unspent?.isNil === false ? [unspent] : [])];
    rows.push(row(words(line.label, 1), line, whyOutside(line), { variance: outsideInWords(line), figures }));
  }
  const flow = varianceTotals.withOutside;
  rows.push(
    row(words('The flow of funds'), flow, words(''), {
      emphasis: 'total',
      variance: against(flow.variance, 'less than plan', 'more than plan'),
    }),
  );
  return {
    title: `Over- and underspends of the year, and who bears them (R4)${illustrativeMark(fund)}`,
    columns: columnsOf(fund, { isVired, isAnyMet }),
    rows,
    notes: notesOf(variances, fund, isAnyMet),
  };
}

function columnsOf(
  fund: FundStatement,
  { isVired, isAnyMet }: { readonly isVired: boolean; readonly isAnyMet: boolean },
): Column[] {
  return [
    wordColumn(''),
    figureColumn('Plan £'),
    ...(isVired ? [figureColumn('Virements £')] : []),
    figureColumn(`${actualTo(fund)} £`),
    figureColumn('Forecast £'),
    ...(isAnyMet ? [figureColumn('Met from b/f £')] : []),
    figureColumn('Variance £'),
    wordColumn('Who bears it', 44),
  ];
}

/** Whose the policies are, and what the words of a variance mean. */
function notesOf(variances: readonly VarianceLineStatement[], fund: FundStatement, isAnyMet: boolean): string[] {
  return [
    `Who bears it: ${policiesInWords(variances)}.`,
    `Variance: ${fund.asAt === 'Q4' ? 'what was spent' : 'forecast outturn'} less plan and virements${isAnyMet ? ', and less what is met from what was brought forward (b/f)' : ''}, for the whole year. Pays: the body finds the money; holds: it keeps it.`,
  ];
}

/** Who bears a line, and why: where they are many, the first of them. */
function whyOf(line: VarianceLineStatement): Cell {
  const cell = listing(line.why, line.borneBy.map(partInWords));
  return { ...speaking(line.why, saidOfLine(line)), ...cell };
}

/** Why a line is outside, and what bodies hold or pay of it. */
function whyOutside({ why, borneBy, metFromIt, broughtForward }: VarianceSection['outside'][number]): Cell {
  return speaking(why, [metFromIt, broughtForward, ...borneBy.map(({ amount }) => amount)]);
}

/** How many bodies spend each heading of a schedule. */
function countByLine(all: readonly VarianceLineStatement[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of all) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  return counts;
}

function keyOf({ heading, schedule }: VarianceLineStatement): string {
  return [heading, schedule].join('\0');
}

/** A line by heading and schedule, and by its body where several spend them. */
function lineLabel(line: VarianceLineStatement, spenders: ReadonlyMap<string, number>): string {
  const isShared = (spenders.get(keyOf(line)) ?? 0) > 1;
  return `${line.label}, ${line.scheduleLabel}${isShared ? `, by ${line.appliedByLabel}` : ''}`;
}

/** The policies that decide, each with its clause. */
function policiesInWords(variances: readonly VarianceLineStatement[]): string {
  return [...new Set(variances.map(({ policy, clause }) => `${policy} (${clause})`))].join(', ');
}

function unknownInWords({ unknown }: VarianceSection): string {
  return unknown.isNil ? '' : `${withoutOutturn(unknown)} left out`;
}

function withoutOutturn(unknown: VarianceSection['unknown']): string {
  return `${counted(Number(unknown.amount), 'line')} without an outturn`;
}

/** A variance always says which it is. */
function varianceInWords(variance: Money | undefined): string {
  return against(variance, 'underspend', 'overspend');
}

/** What is outside is apart: held for its purpose; or retained, and of what was earned an over- or underspend. */
function outsideInWords({ kind, variance, retained, unspent }: VarianceSection['outside'][number]): string {
  if (kind === 'ring-fenced') return against(variance, 'held', 'more than the year’s');
  if (retained === undefined || unspent === undefined) {
    return against(variance, 'less than plan', 'more than plan');
  }
  const parts = [
    ...(retained.isNil ? [] : [`retained ${grouped(retained.amount)}`]),
    ...(unspent.isNil ? [] : [against(unspent, 'overspend', 'underspend')]),
  ];
  return parts.length === 0 ? 'none' : parts.join(', ');
}

function against(variance: Money | undefined, less: string, more: string): string {
  if (variance === undefined) return 'not known';
  if (variance.isNil) return 'none';
  return `${variance.amount < 0n ? less : more} ${grouped(absolute(variance.amount))}`;
}

/** By locality, where there are any, and by schedule inside it: on whom variances fall. */
export function localityProofTable({ varianceTotals }: Variances, fund: FundStatement): CellTable {
  const { byLocality } = varianceTotals;
  const hasLocalities = byLocality.some(({ locality }) => locality !== undefined);
  const row = (
    label: string,
    indent: number,
    amounts: Omit<VarianceSection['byLocality'][number], 'schedules'>,
  ): Row => ({
    cells: [
      words(label, indent),
      money(amounts.overspend),
      money(amounts.underspend),
      money(amounts.variance),
      money(amounts.byItsOwn),
      ...(hasLocalities ? [money(amounts.byWholeArea)] : []),
      money(amounts.byOthers),
    ],
    ...(indent === 0 && { emphasis: 'head' as const }),
  });
  const rows = byLocality.flatMap((locality) => [
    row(withCode(locality.label, locality.locality ?? locality.label), 0, locality),
    ...(locality.schedules.length < 2
      ? []
      : locality.schedules.map((schedule) => row(withCode(schedule.label, schedule.schedule), 1, schedule))),
  ]);
  return {
    title: `Variances by ${hasLocalities ? 'locality and CCG' : 'whose money it is'}, and on whom they fall${illustrativeMark(fund)}`,
    columns: [
      wordColumn(''),
      figureColumn('Over £'),
      figureColumn('Under £'),
      figureColumn('Net £'),
      figureColumn('On its own £'),
      ...(hasLocalities ? [figureColumn('On county-wide bodies £')] : []),
      figureColumn('On others £'),
    ],
    rows,
    notes: [
      'Net and what follows: positive is to pay, in brackets to hold. On its own: on the body that spent it.',
      ...othersInWords(varianceTotals, hasLocalities),
    ],
  };
}

/** What the column of others shows; that nobody bears another’s is said only where the pool has an overspend to bear. */
function othersInWords({ byLocality, hosts }: VarianceSection, hasLocalities: boolean): string[] {
  const isAnyOver = hosts.some(({ overspends }) => overspends?.isNil === false);
  const isNone = byLocality.every(({ byOthers }) => byOthers?.isNil);
  const elsewhere = 'This is about variances; whose cash carries whose is in the Fund balance.';
  if (byLocality.some(({ byOthers }) => byOthers === undefined)) {
    return ['Blank: not known, because a line has no outturn yet; what is not known proves nothing.', elsewhere];
  }
  if (!isNone || !isAnyOver)
    return ['On others: what bodies bear or hold of what another body spent, without sign.', elsewhere];
  const whose = hasLocalities ? 'no locality, and no CCG, bears another’s' : 'no body bears another’s';
  return [`On others: without sign; nil proves that ${whose}.`, elsewhere];
}

/** What each body bears and holds. */
export function bodyTable({ varianceTotals: { byBody, unknown } }: Variances): CellTable | undefined {
  if (byBody.length === 0) return undefined;
  const rows = byBody.map(
    (body): Row => ({
      cells: [
        words(withCode(body.label, body.partner)),
        money(body.borne),
        money(body.held),
        figureInWords(varianceInWords(body.net), body.net),
      ],
    }),
  );
  return {
    title: 'By body',
    columns: [wordColumn(''), figureColumn('To pay £'), figureColumn('To hold £'), figureColumn('Net £')],
    rows,
    notes: unknown.isNil ? [] : [`Of the lines whose outturn is known: ${withoutOutturn(unknown)} left out.`],
    ...notesSpeakOf([unknown]),
  };
}

/** What each host is protected from, in a sentence a pool. */
export function hostsInWords({ varianceTotals: { hosts } }: Variances): string[] {
  return hosts.map(({ hostLabel, overspends, own, protectedFrom, paidIn }) => {
    if (overspends === undefined || own === undefined || protectedFrom === undefined) {
      return `${hostLabel}, as host: not known what it is protected from, because lines have no outturn yet.`;
    }
    if (overspends.isNil) return `${hostLabel}, as host: no overspend to be protected from.`;
    return protectedFrom.isNil
      ? `${hostLabel}, as host, bears all ${pounds(overspends)} overspent itself, and is protected from none of it.`
      : `${hostLabel}, as host, is protected by right from ${pounds(protectedFrom)} of ${pounds(overspends)} overspent: ${paidInWords(protectedFrom, paidIn)}. Its own is ${pounds(own)}.`;
  });
}

/** What of an overspend that others bear they have paid: by right is not in cash. */
function paidInWords(protectedFrom: Money, paidIn: Money | undefined): string {
  if (paidIn === undefined) return 'the bodies above are to pay it, and it is protected in cash when they have';
  return paidIn.amount === protectedFrom.amount
    ? 'the bodies above have paid it, and it is protected in cash'
    : `the bodies above have paid ${pounds(paidIn)} of it, and it is protected in cash when they have paid the rest`;
}

function withCode(label: string, code: string): string {
  return label === code ? label : `${label} (${code})`;
}
