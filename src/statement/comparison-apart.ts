import { labelOf } from '../agreement/bodies.js';
import type { FigureBooks } from '../controls/fund-figures.js';
import type { Money } from '../figures/books.js';
import { Figure, type RuleOfFigure, ruleOf, type Term } from '../figures/figure.js';
import { minus, plus, plusAll } from '../figures/terms.js';
import { type Pence, sum } from '../money/pence.js';
import { potsOfYear } from '../rules/performance-unspent.js';
import { varianceLines } from '../rules/variance.js';
import { outsideReason } from '../rules/variance-rules.js';
import type { Apart, MatchedLine } from './comparison-line.js';
import type { LinePair, Sides } from './comparison-match.js';

/** The change of each heading that R4 leaves out. */
export function apartOf(sides: Sides, pair: LinePair): Apart[] {
  const { from, to } = sides;
  const { label, before, after } = pair;
  const { books } = to;
  const headings = new Set([...(before?.outside.keys() ?? []), ...(after?.outside.keys() ?? [])]);
  return [...headings].flatMap((heading) => {
    const name = books.agreement.headings.get(heading)?.name ?? heading;
    const part = (side: string, terms: readonly Term[] = []) =>
      Figure.money({ what: `${name}: ${side}`, how: 'its accounts, added up', terms });
    const amount = Figure.money({
      what: `${label}: ${name}, more or less than planned`,
      how: `${to.side.label} − ${from.side.label}`,
      rule: outsideRule(books, heading),
      terms: [
        ...plus(part(to.side.label, after?.outside.get(heading))),
        ...minus(part(from.side.label, before?.outside.get(heading))),
      ],
    });
    const kind = outsideReason(books, heading);
    if (amount.isNil || kind === undefined) return [];
    const broughtForwardPence = broughtForwardOf(sides, pair, heading);
    const beyondPence = amount.amount > broughtForwardPence ? amount.amount - broughtForwardPence : 0n;
    const unspentPence = kind === 'performance' ? unspentOf(sides, pair) : 0n;
    const isExpected = to.side.book === 'forecast';
    return [{ heading, label: name, kind, amount, beyondPence, broughtForwardPence, isExpected, unspentPence }];
  });
}

/** What of the pots of a line was earned and is not spent when the year has ended; nil of a scheme, which has no pot. */
function unspentOf(sides: Sides, { key }: LinePair): Pence {
  if (sides.by === 'scheme' || sides.by === 'source') return 0n;
  const pots = potsOfYear(sides.to.books)?.filter(({ partner }) => isOfLine(sides, partner, key)) ?? [];
  return sum(pots.map(({ unspent }) => unspent.amount));
}

/** What was brought forward for a heading on the schedules of a line; last year’s overspend meets nothing. */
function broughtForwardOf(sides: Sides, { key }: LinePair, heading: string): Pence {
  const brought = sides.to.books.actual.list('brought-forward', { purpose: heading, kind: 'balance' });
  const own = brought.filter(({ account }) => isOfLine(sides, account.partner, key));
  const pence = -sum(own.map(({ amountPence }) => amountPence));
  return pence > 0n ? pence : 0n;
}

/** Whether the money of a schedule is in a line; a heading, source or scheme may be of any. */
function isOfLine({ to, by }: Sides, schedule: string, key: string): boolean {
  switch (by) {
    case 'partner':
      return schedule === key;
    case 'locality':
      return (to.books.agreement.partners.get(schedule)?.locality ?? '') === key;
    case 'heading':
    case 'scheme':
    case 'source':
      return true;
  }
}

function outsideRule(books: FigureBooks, heading: string): RuleOfFigure | undefined {
  const { performanceRule, ringFences } = books.agreement;
  if (outsideReason(books, heading) === 'performance') return performanceRule && ruleOf('R3', performanceRule);
  const fence = ringFences.find((rule) => rule.heading === heading);
  return fence && ruleOf('R2', fence);
}

/** Of a partner’s or a locality’s money, on whom its variances fall (R4); a heading’s are in bcf variance. */
export function bearersOf({ to: { books }, by }: Sides, { key, label }: LinePair): MatchedLine['borneBy'] {
  if (by !== 'partner' && by !== 'locality') return [];
  const { agreement } = books;
  const isOwn = (schedule: string) =>
    by === 'partner' ? schedule === key : (agreement.partners.get(schedule)?.locality ?? '') === key;
  const parts = new Map<string, { readonly amount: Money; readonly clause: string }[]>();
  for (const { schedule, rule, borneBy } of varianceLines(books)) {
    if (!isOwn(schedule)) continue;
    for (const { code, amount } of borneBy) {
      parts.set(code, [...(parts.get(code) ?? []), { amount, clause: rule.clause }]);
    }
  }
  return [...agreement.bodies.keys()].flatMap((code) => {
    const ofCode = parts.get(code) ?? [];
    const bearer = labelOf(agreement, code);
    const amount = Figure.money({
      what: `${bearer}: its part of the variance of ${label}`,
      how: 'its part of each line of R4, added up; negative is held',
      rule: { id: 'R4', clause: [...new Set(ofCode.map(({ clause }) => clause))].join('; ') },
      terms: plusAll(ofCode.map((part) => part.amount)),
    });
    return amount.isNil ? [] : [{ code, label: bearer, amount }];
  });
}
