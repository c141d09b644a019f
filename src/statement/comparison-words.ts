import { counted } from '../diagnostics/entry.js';
import { inWords, toPounds } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { bearerInWords } from './bearers-in-words.js';
import { type Apart, changeOf, isApart, type Measured, varianceOf } from './comparison-line.js';
import type { Comparison, ComparisonKind } from './comparison-schema.js';

/** What has become of a line, in words: `overspend £12,400.00`; never a bare number. */
export function lineInWords(line: Measured, kind: ComparisonKind): string {
  const change = changeOf(line);
  const variance = varianceOf(line);
  if (change === undefined || variance === undefined) return 'not known: part of it has no forecast';
  if (kind === 'plain') {
    const words = change === 0n ? 'the same' : `${inWords(absolute(change))} ${change > 0n ? 'more' : 'less'}`;
    if (line.status === 'added') return `added, ${inWords(line.toPence ?? 0n)}`;
    return line.status === 'removed' ? `removed, ${inWords(line.fromPence ?? 0n)}` : words;
  }
  if (kind === 'to-date')
    return change > 0n ? `${inWords(change)} above the year’s plan already` : `${inWords(-change)} left`;
  const parts = [
    ...(isApart(line) ? [] : [varianceWords(variance) + bearersInWords(line)]),
    ...line.apart.map(apartInWords),
    ...(line.status === 'added' ? ['not planned'] : []),
  ];
  return parts.join('; ');
}

/** Each by its name: a grant is held for its purpose, performance money is not earned, and neither is a saving. */
function apartInWords({ label, kind, pence, beyondPence }: Apart): string {
  const size = inWords(absolute(pence));
  if (beyondPence > 0n)
    return `${size} more than the year’s ${label}, ${inWords(beyondPence)} of it above all that there is`;
  if (kind === 'performance')
    return pence < 0n ? `${size} performance not earned` : `${size} more performance than the pot`;
  return pence < 0n ? `${size} held for ${label}` : `${size} more than the year’s ${label}`;
}

function bearersInWords({ borneBy }: Measured): string {
  if (borneBy.length === 0) return '';
  const shares = borneBy.map(({ label, amountPence }) => bearerInWords({ label, amount: toPounds(amountPence) }));
  return ` (${shares.join(', ')})`;
}

function varianceWords(variance: Pence): string {
  if (variance === 0n) return 'on plan';
  return `${variance > 0n ? 'overspend' : 'underspend'} ${inWords(absolute(variance))}`;
}

/** How many lines are over, under and on plan, and what they come to: the last line of the comparison. */
export function summaryOf(lines: readonly Measured[], kind: ComparisonKind): Comparison['summary'] {
  const of = varianceOf;
  const known = lines.filter((line) => of(line) !== undefined);
  const isBoth = (line: Measured) => kind !== 'plain' || (line.status !== 'added' && line.status !== 'removed');
  const over = known.filter((line) => isBoth(line) && (of(line) ?? 0n) > 0n).length;
  const under = known.filter((line) => isBoth(line) && (of(line) ?? 0n) < 0n).length;
  const apart = known.filter(isApart).length;
  const same = known.filter((line) => isBoth(line) && of(line) === 0n && !isApart(line)).length;
  const counts = {
    over,
    under,
    same,
    apart,
    added: lines.filter(({ status }) => status === 'added').length,
    removed: lines.filter(({ status }) => status === 'removed').length,
    renamed: lines.filter(({ formerLabel }) => formerLabel !== undefined).length,
    notKnown: lines.length - known.length,
  };
  const net = counts.notKnown > 0 ? undefined : sum(known.map((line) => of(line) ?? 0n));
  return { ...counts, message: `Summary: ${sentence(counts, kind, net)}` };
}

function sentence(
  counts: Omit<Comparison['summary'], 'message'>,
  kind: ComparisonKind,
  net: Pence | undefined,
): string {
  const { over, under, same, apart, added, removed, renamed, notKnown } = counts;
  const also = [
    ...(apart > 0 ? [`${apart} apart (grants and performance)`] : []),
    ...(kind === 'plain'
      ? [...(added > 0 ? [`${added} added`] : []), ...(removed > 0 ? [`${removed} removed`] : [])]
      : []),
    ...(renamed > 0 ? [`${renamed} renamed`] : []),
    ...(notKnown > 0 ? [`${counted(notKnown, 'line')} not known`] : []),
  ];
  switch (kind) {
    case 'outturn':
      return `${[`${over} overspent`, `${under} underspent`, `${same} on plan`, ...also].join(', ')}; net ${netWords(net, 'overspend', 'underspend')}`;
    case 'to-date':
      return `${[`${over} overspent already`, `${under + same} within plan`, ...also].join(', ')}; ${leftWords(net)}`;
    case 'plain':
      return `${[`${over} more`, `${under} less`, `${same} the same`, ...also].join(', ')}; net ${netWords(net, 'more', 'less')}`;
  }
}

function leftWords(net: Pence | undefined): string {
  if (net === undefined) return 'what is left is not known';
  return net > 0n ? `${inWords(net)} above the plan` : `${inWords(-net)} of the plan left`;
}

/** Of lines not all known the sum is not known either, and no part of it is taken for it. */
function netWords(net: Pence | undefined, more: string, less: string): string {
  if (net === undefined) return 'not known';
  return net === 0n ? 'nil' : `${net < 0n ? less : more} ${inWords(absolute(net))}`;
}
