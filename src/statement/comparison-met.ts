import type { Money } from '../figures/books.js';
import { Figure, type Term } from '../figures/figure.js';
import { splitOf } from '../figures/split.js';
import { balances, plus, sumOfTerms, turned } from '../figures/terms.js';
import { type LineKey, lineOf } from '../rules/lines.js';
import { varianceLines } from '../rules/variance.js';
import { ruleOfVariances } from '../rules/variance-rules.js';
import type { MatchedLine } from './comparison-line.js';
import type { LinePair, Sides } from './comparison-match.js';
import { type Side, viewOf } from './comparison-side.js';

/**
 * What of a line is met from what was brought forward (R4), of an outturn or of what is spent to date: it is no overspend.
 * Undefined where nothing is, and of schemes, which nothing is brought forward for.
 */
export function metOf(sides: Sides, { key, label }: LinePair): MatchedLine['met'] {
  const { books } = sides.to;
  const terms = varianceLines(books).flatMap((line) => {
    const met = sides.kind === 'outturn' ? line.met : line.metToDate;
    return met === undefined ? [] : termsOf(sides, { ...lineOf(line), amount: met.amount }, key);
  });
  if (sumOfTerms(terms) === 0n) return undefined;
  return Figure.money({
    what: `${label}: met from what was brought forward`,
    how: 'what is met of its lines, added up',
    rule: ruleOfVariances(books.agreement),
    terms,
  });
}

interface MetLine extends LineKey {
  /** What of it is met. */
  readonly amount: Money;
}

function termsOf(sides: Sides, line: MetLine, key: string): Term[] {
  const { amount, heading, schedule } = line;
  const { partners } = sides.to.books.agreement;
  const where = (isOwn: boolean) => (isOwn ? plus(amount) : []);
  switch (sides.by) {
    case 'heading':
      return where(heading === key);
    case 'partner':
      return where(schedule === key);
    case 'locality':
      return where((partners.get(schedule)?.locality ?? '') === key);
    case 'source':
      return partOfSource(sides, line, key);
    case 'scheme':
      return [];
  }
}

/**
 * Of a line that is spent of several sources, what is met of each: in proportion to what each is above its plan, or where
 * only virements put the line above its plan, to what is spent of each.
 */
function partOfSource({ from, to }: Sides, { amount, ...line }: MetLine, key: string): Term[] {
  const ofSide = ({ books, side }: Side) =>
    viewOf(books, side)
      .list('applied', lineOf(line))
      .map((balance) => ({ source: balance.account.source, terms: balances([balance]) }));
  const spent = ofSide(to);
  const planned = ofSide(from).map(({ source, terms }) => ({ source, terms: turned(terms) }));
  const splits = [[...spent, ...planned], spent].map((amounts) => splitOf(amount, weightsOf(amounts)));
  const of = splits.find(({ parts }) => parts.size > 0);
  if (of === undefined) return [];
  const how = 'in proportion to what each source is above its plan';
  const part = Figure.money({ what: amount.what, how, terms: plus(amount), part: { of, code: key } });
  return part.isNil ? [] : plus(part);
}

/** What each source comes to. */
function weightsOf(
  amounts: readonly { readonly source: string; readonly terms: readonly Term[] }[],
): Map<string, Money> {
  const bySource = new Map<string, Term[]>();
  for (const { source, terms } of amounts) bySource.set(source, [...(bySource.get(source) ?? []), ...terms]);
  return new Map(
    [...bySource].map(([source, terms]) => [
      source,
      Figure.money({ what: source, how: 'its accounts, added up', terms }),
    ]),
  );
}
