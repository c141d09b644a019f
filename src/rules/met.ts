import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading, isAligned } from '../agreement/tied-money.js';
import type { RuleReference } from '../diagnostics/diagnostic.js';
import type { Money } from '../figures/books.js';
import { added, smallest } from '../figures/expression.js';
import { Figure, type Part, ruleOf } from '../figures/figure.js';
import { splitOf } from '../figures/split.js';
import { plus } from '../figures/terms.js';
import { sum } from '../money/pence.js';
import type { Books } from './check.js';
import { type DuePiece, openingPieces } from './due-pieces.js';
import { keyOf, type LineKey } from './lines.js';
import { oncePer } from './once-per.js';

/** Spending of a line above its money of the year. */
export interface Above extends LineKey {
  readonly pool: string;
  /** The rule that decides who bears it. */
  readonly rule: RuleReference;
  /** Positive. */
  readonly amount: Money;
}

/** What of a line is met from money that was brought forward for it. */
export interface Met {
  readonly amount: Money;
  /** All that was brought forward and may meet it. */
  readonly broughtForward: Money;
}

/** Money, or spending, of a schedule under a heading; '' is no heading. */
type Kept = Pick<DuePiece, 'schedule' | 'heading' | 'nature'>;

/**
 * R4: whether money brought forward may meet spending. Fenced money meets what is spent behind its fence; money for no
 * heading meets what the pool spends of its schedule and nature outside fences.
 */
export function mayMeet(agreement: Agreement, money: Kept, spending: Kept): boolean {
  if (money.schedule !== spending.schedule) return false;
  if (money.heading !== '') return money.heading === spending.heading;
  const isTied = fenceOfHeading(agreement, spending.heading) !== undefined || isAligned(agreement, spending.heading);
  return money.nature === spending.nature && !isTied;
}

/**
 * R4: spending met from what was brought forward for it is no variance. Of each line that is spent above its money of the
 * year, what is met by what its body brought forward; where that is less than several lines need, it is split in
 * proportion. By line; nothing of a line of which nothing is met.
 */
export function metFromBroughtForward(books: Books, above: readonly Above[]): ReadonlyMap<string, Met> {
  const { agreement } = books;
  const met = new Map<string, Met>();
  for (const pieces of broughtForwardOf(books)) {
    const [first] = pieces;
    if (first === undefined) continue;
    const lines = above.filter(({ pool, appliedBy, schedule, heading }) => {
      const nature = agreement.headings.get(heading)?.nature ?? '';
      return (
        pool === first.pool && appliedBy === first.body && mayMeet(agreement, first, { schedule, heading, nature })
      );
    });
    const money = pieces.map(({ amount }) => amount);
    const spent = lines.map(({ amount }) => amount);
    const all = Figure.money({
      what: `${labelOf(agreement, first.body)}: what it brought forward and meets spending with`,
      how: 'what is spent above the money of the year, up to what was brought forward for it',
      terms: plus(...money, ...spent),
      formula: (amounts) => smallest(added(...amounts.slice(0, money.length)), added(...amounts.slice(money.length))),
    });
    const of = splitOf(all, new Map(lines.map((line) => [keyOf(line), line.amount])));
    for (const line of lines) met.set(keyOf(line), metOf(books, line, money, { of, code: keyOf(line) }));
  }
  return met;
}

function metOf({ agreement }: Books, line: Above, money: readonly Money[], part: Part): Met {
  const { schedule, heading, appliedBy } = line;
  const name = agreement.headings.get(heading)?.name ?? heading;
  const label = `${name}, spent by ${labelOf(agreement, appliedBy)} on the schedule of ${labelOf(agreement, schedule)}`;
  const amount = Figure.money({
    what: `${label}: met from what was brought forward`,
    how: 'what is spent above the money of the year, up to what was brought forward; of several lines each in proportion',
    rule: ruleOf('R4', line.rule),
    terms: plus(line.amount, ...money),
    part,
  });
  const broughtForward = Figure.money({
    what: `${label}: brought forward, from which it may be met`,
    how: 'the opening balances that may meet it',
    rule: ruleOf('R4', line.rule),
    terms: plus(...money),
  });
  return { amount, broughtForward };
}

/** What each body brought forward, by schedule and purpose; what it overspent last year meets nothing. */
const broughtForwardOf = oncePer((books: Books): readonly (readonly DuePiece[])[] => {
  const pieces = new Map<string, DuePiece[]>();
  for (const piece of openingPieces(books)) {
    const { pool, body, schedule, heading, nature } = piece;
    const key = [pool, body, schedule, heading, nature].join('\0');
    pieces.set(key, [...(pieces.get(key) ?? []), piece]);
  }
  return [...pieces.values()].filter((ofKey) => sum(ofKey.map(({ amount }) => amount.amount)) > 0n);
});
