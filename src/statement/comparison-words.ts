import { counted } from '../diagnostics/entry.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence } from '../money/pence.js';
import { bearerInWords } from './bearers-in-words.js';
import { type Apart, isApart, type MeasuredLine, measureOf } from './comparison-line.js';
import type { Comparison, ComparisonKind } from './comparison-schema.js';

/** What has become of a line, in words: `overspend £12,400.00`; never a bare number. */
export function lineInWords(line: MeasuredLine, kind: ComparisonKind): string {
  const changePence = line.figures.change?.amount;
  const measurePence = measureOf(line.figures)?.amount;
  if (changePence === undefined || measurePence === undefined) return 'not known: part of it has no forecast';
  if (kind === 'plain') {
    if (line.status === 'added') return `added, ${inWords(line.to?.amount ?? 0n)}`;
    if (line.status === 'removed') return `removed, ${inWords(line.from?.amount ?? 0n)}`;
    return changePence === 0n ? 'the same' : `${inWords(absolute(changePence))} ${changePence > 0n ? 'more' : 'less'}`;
  }
  if (kind === 'to-date')
    return (
      (measurePence > 0n
        ? `${inWords(measurePence)} above the year’s plan already`
        : `${inWords(-measurePence)} left`) +
      (line.met === undefined ? '' : `; met from ${inWords(line.met.amount)} brought forward`) +
      aboveInWords(line)
    );
  const parts = [
    ...(isApart(line) || (line.met !== undefined && measurePence === 0n && line.netted === undefined)
      ? []
      : [outturnInWords(line, measurePence)]),
    ...(line.met === undefined ? [] : [`met from ${inWords(line.met.amount)} brought forward`]),
    ...line.apartBy.map(apartInWords),
    ...(line.status === 'added' ? ['not planned'] : []),
  ];
  return parts.join('; ');
}

/** What a line comes to, and who has it; of one that nets what may not be netted first what is over and what is under. */
function outturnInWords(line: MeasuredLine, variancePence: Pence): string {
  const { netted } = line;
  const bearers = bearersInWords(line);
  if (netted === undefined) return varianceWords(variancePence) + bearers;
  const gross = `overspend ${inWords(netted.overspend.amount)}, underspend ${inWords(netted.underspend.amount)}`;
  const net = variancePence === 0n ? 'nil' : varianceWords(variancePence);
  return `${gross}; net ${net}${bearers}${ratedInWords(line)}`;
}

/** Of a plan that is spent to date: what of it is above its own plan, whatever others have left. */
function aboveInWords(line: MeasuredLine): string {
  const { netted } = line;
  return netted === undefined
    ? ''
    : `; ${inWords(netted.overspend.amount)} above its own plan already${ratedInWords(line)}`;
}

function ratedInWords({ rating }: MeasuredLine): string {
  return rating.by === undefined ? '' : `; rated by ${rating.by}`;
}

/** Each by its name: a grant is held for its purpose, performance money is not earned, and neither is a saving. */
function apartInWords(part: Apart): string {
  const { label, kind, amount, beyondPence, broughtForwardPence } = part;
  const size = inWords(absolute(amount.amount));
  const isLess = amount.amount < 0n;
  if (beyondPence > 0n)
    return `${size} more than the year’s ${label}, ${inWords(beyondPence)} of it above all that there is`;
  if (kind === 'performance') return isLess ? notEarnedInWords(part) : `${size} more performance than the pot`;
  if (isLess) return `${size} held for ${label}`;
  return `${size} more than the year’s ${label}, met from ${inWords(broughtForwardPence)} brought forward`;
}

/** What of the pots is not earned, and apart from it what was earned and is not spent. */
function notEarnedInWords({ amount, isExpected, unspentPence }: Apart): string {
  if (isExpected) return `${inWords(-amount.amount)} performance not expected to be earned`;
  const notEarnedPence = -amount.amount - unspentPence;
  const spent = unspentPence > 0n ? 'earned and not spent' : 'spent above what was earned';
  return [
    ...(notEarnedPence === 0n ? [] : [`${inWords(notEarnedPence)} performance not earned`]),
    ...(unspentPence === 0n ? [] : [`${inWords(absolute(unspentPence))} ${spent}`]),
  ].join(', ');
}

function bearersInWords({ borneBy }: MeasuredLine): string {
  return borneBy.length === 0 ? '' : ` (${borneBy.map(bearerInWords).join(', ')})`;
}

function varianceWords(variancePence: Pence): string {
  if (variancePence === 0n) return 'on plan';
  return `${variancePence > 0n ? 'overspend' : 'underspend'} ${inWords(absolute(variancePence))}`;
}

/** How many lines are over, under and on plan, and what they come to: the last line of the comparison. */
export function summaryInWords(
  counts: Omit<Comparison['summary'], 'message'>,
  kind: ComparisonKind,
  netPence: Pence | undefined,
): string {
  const [over, under, same] = [counts.over.amount, counts.under.amount, counts.same.amount];
  const { apart, added, removed, renamed, notKnown } = counts;
  const also = [
    ...(apart.amount > 0n ? [`${apart} apart (grants and performance)`] : []),
    ...(kind === 'plain'
      ? [...(added.amount > 0n ? [`${added} added`] : []), ...(removed.amount > 0n ? [`${removed} removed`] : [])]
      : []),
    ...(renamed.amount > 0n ? [`${renamed} renamed`] : []),
    ...(notKnown.amount > 0n ? [`${counted(Number(notKnown), 'line')} not known`] : []),
  ];
  switch (kind) {
    case 'outturn':
      return `${[`${over} overspent`, `${under} underspent`, `${same} on plan`, ...also].join(', ')}; net ${netWords(netPence, 'overspend', 'underspend')}`;
    case 'to-date':
      return `${[`${over} overspent already`, `${under + same} within plan`, ...also].join(', ')}; ${leftWords(netPence)}`;
    case 'plain':
      return `${[`${over} more`, `${under} less`, `${same} the same`, ...also].join(', ')}; net ${netWords(netPence, 'more', 'less')}`;
  }
}

function leftWords(netPence: Pence | undefined): string {
  if (netPence === undefined) return 'what is left is not known';
  return netPence > 0n ? `${inWords(netPence)} above the plan` : `${inWords(-netPence)} of the plan left`;
}

/** Of lines not all known the sum is not known either, and no part of it is taken for it. */
function netWords(netPence: Pence | undefined, more: string, less: string): string {
  if (netPence === undefined) return 'not known';
  return netPence === 0n ? 'nil' : `${netPence < 0n ? less : more} ${inWords(absolute(netPence))}`;
}
