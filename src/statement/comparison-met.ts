import { Figure, type Term } from '../figures/figure.js';
import { plus, sumOfTerms } from '../figures/terms.js';
import type { Pence } from '../money/pence.js';
import { splitByWeights, type Weight } from '../money/split.js';
import { lineOf } from '../rules/lines.js';
import { type VarianceLine, varianceLines } from '../rules/variance.js';
import { ruleOfVariances } from '../rules/variance-rules.js';
import type { MatchedLine } from './comparison-line.js';
import type { LinePair, Sides } from './comparison-match.js';
import { type Side, viewOf } from './comparison-side.js';

/**
 * What of a line is met from what was brought forward (R4), of an outturn: it is no overspend. Undefined where nothing is,
 * and of schemes, which nothing is brought forward for.
 */
export function metOf(sides: Sides, { key, label }: LinePair): MatchedLine['met'] {
  const { books } = sides.to;
  const lines = varianceLines(books).filter(({ met }) => met !== undefined);
  const terms = lines.flatMap((line) => termsOf(sides, line, key));
  if (sumOfTerms(terms) === 0n) return undefined;
  return Figure.money({
    what: `${label}: met from what was brought forward`,
    how: 'what is met of its lines, added up',
    rule: ruleOfVariances(books.agreement),
    terms,
  });
}

function termsOf(sides: Sides, line: VarianceLine, key: string): Term[] {
  const { met, heading, schedule } = line;
  const { partners } = sides.to.books.agreement;
  if (met === undefined) return [];
  const where = (isOwn: boolean) => (isOwn ? plus(met.amount) : []);
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
function partOfSource({ from, to }: Sides, { met, ...line }: VarianceLine, key: string): Term[] {
  if (met === undefined) return [];
  const ofSide = ({ books, side }: Side) =>
    viewOf(books, side)
      .list('applied', lineOf(line))
      .map(({ account, amountPence }) => ({ source: account.source, amountPence }));
  const spent = ofSide(to);
  const planned = ofSide(from).map(({ source, amountPence }) => ({ source, amountPence: -amountPence }));
  const parts = [[...spent, ...planned], spent].map((amounts) => splitByWeights(met.amount.amount, weightsOf(amounts)));
  const split = parts.find((ofSources) => ofSources.length > 0) ?? [];
  const part = split.find(({ code }) => code === key)?.amountPence ?? 0n;
  const how = 'in proportion to what each source is above its plan';
  return part === 0n ? [] : plus(Figure.money({ what: met.amount.what, how, terms: plus(met.amount), part }));
}

/** What each source comes to, where that is more than nil. */
function weightsOf(amounts: readonly { readonly source: string; readonly amountPence: Pence }[]): Weight[] {
  const bySource = new Map<string, Pence>();
  for (const { source, amountPence } of amounts) bySource.set(source, (bySource.get(source) ?? 0n) + amountPence);
  return [...bySource].map(([code, pence]) => ({ code, weight: pence > 0n ? pence : 0n }));
}
