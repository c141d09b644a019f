import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading, fenceOfSource } from '../agreement/tied-money.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { balances, minus, plus, turned } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import { absolute, type Pence } from '../money/pence.js';
import type { Books } from './check.js';
import type { DuePiece } from './due-pieces.js';
import { mayMeet } from './met.js';
import type { VarianceLine } from './variance.js';

/** What is between a body and a pool under one heading of one schedule. */
export interface AllottedLine {
  readonly schedule: string;
  /** '' for money that was brought forward, or fell due, for no heading. */
  readonly heading: string;
  /** From which most of what is due to it comes. */
  readonly source: string;
  readonly isFenced: boolean;
  /** Due out to it and not spent; negative is spent and not due out. */
  readonly left: Money;
}

/** What a body of a pool is due, has spent, and bears of others' variances or others of its own. */
export interface Allotment {
  readonly partner: string;
  readonly dues: readonly DuePiece[];
  readonly paid: readonly BalanceOf<'applied'>[];
  readonly shared: readonly VarianceLine[];
}

/**
 * What a body has left of what is allotted to it, or has spent above it (R5), by schedule and heading, so that nothing is
 * set off across a fence, between capital and revenue, or between schedules. Spending that money brought forward meets
 * is met from it first (R4): only the rest is above the allotment.
 */
export function allottedLines({ agreement }: Books, allotment: Allotment): AllottedLine[] {
  const keys = new Map<string, Key>();
  const note = (key: Key) => keys.set([key.schedule, key.heading, key.nature].join('\0'), key);
  for (const { schedule, heading, nature } of allotment.dues) note({ schedule, heading, nature });
  for (const { account } of allotment.paid) note(keyOf(agreement, account));
  for (const line of allotment.shared) note(keyOf(agreement, line));
  const lines = [...keys.values()].map((key) => ({ key, line: lineOf(agreement, allotment, key) }));
  return ordered(agreement, metFromBroughtForward(agreement, allotment.partner, lines));
}

interface Key {
  readonly schedule: string;
  readonly heading: string;
  readonly nature: string;
}

interface KeyedLine {
  readonly key: Key;
  readonly line: AllottedLine;
}

function keyOf(agreement: Agreement, { schedule, heading }: Pick<Key, 'schedule' | 'heading'>): Key {
  return { schedule, heading, nature: agreement.headings.get(heading)?.nature ?? '' };
}

function lineOf(agreement: Agreement, allotment: Allotment, key: Key): AllottedLine {
  const { schedule, heading, nature } = key;
  const { partner, dues, paid, shared } = allotment;
  const isOwn = (other: Pick<Key, 'schedule' | 'heading'>) => other.schedule === schedule && other.heading === heading;
  const fence = fenceOfHeading(agreement, heading);
  const name = heading === '' ? 'brought forward' : (agreement.headings.get(heading)?.name ?? heading);
  const due = dues.filter((piece) => isOwn(piece) && piece.nature === nature);
  const spent = paid.filter(({ account }) => isOwn(account));
  const moved = shared.filter(isOwn).flatMap((line) => sharedTerms(line, partner));
  const left = Figure.money({
    what: `${labelOf(agreement, partner)}: left of ${name} on the schedule of ${labelOf(agreement, schedule)}`,
    how: `due to it − spent${moved.length === 0 ? '' : ' − what it bears by sharing'}; negative is spent above it`,
    rule: fence === undefined ? ruleOf('R5', agreement.balanceRule) : ruleOf('R2', fence),
    terms: [...plus(...due.map(({ amount }) => amount)), ...turned(balances(spent)), ...turned(moved)],
  });
  const source = fence?.source ?? mostlyFrom(due, spent) ?? untiedSourceOf(agreement, key);
  return { schedule, heading, source, isFenced: fence !== undefined, left };
}

/** The source from which most is due, or most was spent where nothing is due; undefined where there is neither. */
function mostlyFrom(due: readonly DuePiece[], spent: readonly BalanceOf<'applied'>[]): string | undefined {
  const bySource = new Map<string, Pence>();
  const note = (source: string, pence: Pence) => bySource.set(source, (bySource.get(source) ?? 0n) + pence);
  // Budget that was vired is of no source.
  for (const { source, amount } of due) if (source !== '') note(source, amount.amount);
  if (bySource.size === 0) for (const { account, amountPence } of spent) note(account.source, amountPence);
  const most = bySource.size === 0 ? 0n : [...bySource.values()].map(absolute).reduce((a, b) => (a > b ? a : b));
  return [...bySource].find(([, pence]) => absolute(pence) === most)?.[0];
}

/** The first untied source that its contributor pays in, or that there is, of the nature of the heading where one is. */
export function untiedSourceOf(agreement: Agreement, { schedule, nature }: Pick<Key, 'schedule' | 'nature'>): string {
  const own = agreement.contributions.filter(({ partner }) => partner === schedule).map(({ source }) => source);
  const untied = [...own, ...agreement.sources.keys()].filter(
    (source) => fenceOfSource(agreement, source) === undefined,
  );
  return untied.find((source) => agreement.sources.get(source)?.nature === nature) ?? untied[0] ?? own[0] ?? '';
}

/** Of a shared variance: what a body bears of it, less all of it where it is its own. */
export function sharedTerms({ appliedBy, variance, borneBy }: VarianceLine, partner: string): Term[] {
  const ofOwnLine = appliedBy === partner && variance !== undefined && !variance.isNil ? minus(variance) : [];
  return [...ofOwnLine, ...borneBy.filter(({ code }) => code === partner).flatMap(({ amount }) => plus(amount))];
}

/** Money for no heading meets what was spent above other lines of its schedule, of its nature and outside fences. */
function metFromBroughtForward(agreement: Agreement, partner: string, lines: readonly KeyedLine[]): AllottedLine[] {
  const meets = lines.filter(({ key, line }) => key.heading === '' && line.left.amount > 0n);
  const isMetBy = (free: KeyedLine) => (other: KeyedLine) =>
    other.line.left.amount < 0n && mayMeet(agreement, free.key, other.key);
  const met = new Set(meets.flatMap((free) => lines.filter(isMetBy(free))));
  const rest = lines.filter((line) => !met.has(line) && !meets.includes(line)).map(({ line }) => line);
  const together = meets.map((free): AllottedLine => {
    const above = lines.filter(isMetBy(free));
    if (above.length === 0) return free.line;
    const left = Figure.money({
      what: `${labelOf(agreement, partner)}: brought forward on the schedule of ${labelOf(agreement, free.key.schedule)}, less what is met from it`,
      how: 'what was brought forward − what is spent above the allotments that it meets',
      rule: ruleOf('R5', agreement.balanceRule),
      terms: plus(free.line.left, ...above.map(({ line }) => line.left)),
    });
    return { ...free.line, left };
  });
  return [...together, ...rest];
}

/** In the agreement's order of headings, then of schedules; nothing of a line that is nil. */
function ordered({ headings, partners }: Agreement, lines: readonly AllottedLine[]): AllottedLine[] {
  const [headingOrder, partnerOrder] = [['', ...headings.keys()], [...partners.keys()]];
  const rank = ({ heading, schedule }: AllottedLine) =>
    headingOrder.indexOf(heading) * (partnerOrder.length + 1) + partnerOrder.indexOf(schedule);
  return lines.filter(({ left }) => !left.isNil).sort((a, b) => rank(a) - rank(b));
}
