import type { Money } from '../figures/books.js';
import { number } from '../figures/expression.js';
import { type Count, Figure } from '../figures/figure.js';
import { plus, plusAll } from '../figures/terms.js';
import { measureOf } from './comparison-line.js';
import type { Comparison, ComparisonLine } from './comparison-schema.js';

/** How many lines are over, under, the same or apart: each is counted by the figure that says so. */
export function countsOf({ kind, lines }: Pick<Comparison, 'kind' | 'lines'>): Omit<Comparison['summary'], 'message'> {
  const isPlain = kind === 'plain';
  const isOnBoth = ({ status }: ComparisonLine) => !isPlain || (status !== 'added' && status !== 'removed');
  const measured = (isMeant: (measure: Money, line: ComparisonLine) => boolean) =>
    lines.flatMap((line) => {
      const measure = measureOf(line);
      return measure !== undefined && isOnBoth(line) && isMeant(measure, line) ? [oneLine(line, measure)] : [];
    });
  const where = (isMeant: (line: ComparisonLine) => boolean, figure: (line: ComparisonLine) => Count) =>
    lines.filter(isMeant).map(figure);
  return {
    over: counting(
      isPlain ? 'Lines that are more' : 'Lines that are overspent',
      measured(({ amount, isNil }, line) => amount > 0n || (isNil && isNetted(line))),
    ),
    under: counting(
      isPlain ? 'Lines that are less' : 'Lines that are underspent',
      measured(({ amount }) => amount < 0n),
    ),
    same: counting(
      isPlain ? 'Lines that are the same' : 'Lines on plan',
      measured(({ isNil }, line) => isNil && !isOnlyApart(line) && !isNetted(line)),
    ),
    apart: counting(
      'Lines that differ only by what is apart (grants and performance)',
      where(isOnlyApart, (line) => oneLine(line, line.apart)),
    ),
    added: counting(
      'Lines that the first side does not have',
      where(
        ({ status }) => status === 'added',
        (line) => oneLine(line, line.to),
      ),
    ),
    removed: counting(
      'Lines that the second side does not have',
      where(
        ({ status }) => status === 'removed',
        (line) => oneLine(line, line.from),
      ),
    ),
    renamed: counting(
      'Lines that the first fund calls otherwise',
      where(
        ({ formerLabel }) => formerLabel !== undefined,
        ({ label, formerLabel }) => Figure.stated('number', `${label}, was: ${formerLabel}`, 1n),
      ),
    ),
    notKnown: counting(
      'Lines of which a part has no forecast',
      where(
        ({ status }) => status === 'not-known',
        ({ label }) => Figure.stated('number', label, 1n),
      ),
    ),
  };
}

function isOnlyApart(line: ComparisonLine): boolean {
  return line.apartBy !== undefined && line.variance?.isNil === true && !isNetted(line);
}

/** A line with an overspend in it that nothing else in it makes good is not on plan, though it may come to nil. */
function isNetted({ overspend }: ComparisonLine): boolean {
  return overspend !== undefined;
}

/** A line that nothing has happened to: no change, no virement, no new name. */
export function isUnchanged(line: ComparisonLine): boolean {
  const { status, formerLabel, virements } = line;
  return status === 'same' && formerLabel === undefined && virements?.isNil !== false && !isNetted(line);
}

/** Such lines as one; undefined where there are none. */
export function unchangedIn({ lines, from, to }: Pick<Comparison, 'lines' | 'from' | 'to'>): Comparison['unchanged'] {
  const unchanged = lines.filter(isUnchanged);
  if (unchanged.length === 0) return undefined;
  const total = (side: string, amounts: readonly (Money | undefined)[]) =>
    Figure.money({
      what: `Unchanged lines: ${side}`,
      how: 'the lines without change, virement or new name, added up',
      terms: plusAll(amounts.flatMap((amount) => amount ?? [])),
    });
  return {
    lines: counting(
      'Unchanged lines',
      unchanged.map((line) => oneLine(line, line.change)),
    ),
    from: total(
      from.label,
      unchanged.map((line) => line.from),
    ),
    to: total(
      to.label,
      unchanged.map((line) => line.to),
    ),
  };
}

function counting(what: string, lines: readonly Count[]): Count {
  return new Figure('number', { what, how: 'counted, line by line', terms: plusAll(lines) });
}

/** A line that counts as one, by the figure that says so. */
function oneLine({ label, inWords }: ComparisonLine, by: Money | undefined): Count {
  return new Figure('number', {
    what: `${label}: ${inWords}`,
    how: 'one line',
    terms: plus(...(by === undefined ? [] : [by])),
    formula: () => number(1n),
  });
}
