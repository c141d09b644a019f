import type { Money } from '../figures/books.js';
import { Figure, type Term } from '../figures/figure.js';
import { plus, sumOfTerms } from '../figures/terms.js';
import type { Pence } from '../money/pence.js';
import { splitByWeights, type Weight } from '../money/split.js';
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
      .map(({ account, amountPence }) => ({ source: account.source, amountPence }));
  const spent = ofSide(to);
  const planned = ofSide(from).map(({ source, amountPence }) => ({ source, amountPence: -amountPence }));
  const parts = [[...spent, ...planned], spent].map((amounts) => splitByWeights(amount.amount, weightsOf(amounts)));
  const split = parts.find((ofSources) => ofSources.length > 0) ?? [];
  const part = split.find(({ code }) => code === key)?.amountPence ?? 0n;
  const how = 'in proportion to what each source is above its plan';
  return part === 0n ? [] : plus(Figure.money({ what: amount.what, how, terms: plus(amount), part }));
}

/** What each source comes to, where that is more than nil. */
function weightsOf(amounts: readonly { readonly source: string; readonly amountPence: Pence }[]): Weight[] {
  const bySource = new Map<string, Pence>();
  for (const { source, amountPence } of amounts) bySource.set(source, (bySource.get(source) ?? 0n) + amountPence);
  return [...bySource].map(([code, pence]) => ({ code, weight: pence > 0n ? pence : 0n }));
}
