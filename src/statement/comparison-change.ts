import type { Money } from '../figures/books.js';
import { added, nil, number, over, roundedTo, times } from '../figures/expression.js';
import { type About, Figure, type Percent, type Term } from '../figures/figure.js';
import { minus, plus, sumOfTerms, turned } from '../figures/terms.js';
import { ruleOfVariances } from '../rules/variance-rules.js';
import { type BothSides, measureOf, metWords } from './comparison-line.js';
import type { Sides } from './comparison-match.js';
import type { Comparison } from './comparison-schema.js';

/** What a line, or all lines together, comes to on each side, and all that follows from that. */
export function lineFigures(sides: Sides, line: BothSides, all: BothSides): Comparison['totals'] {
  const { kind, to } = sides;
  const { label, from, virements, to: after } = line;
  const budget = from && plus(from, ...(virements === undefined ? [] : [virements]));
  const budgetWords = `${sides.from.side.label}${virements === undefined ? '' : ' + virements'}`;
  const [whole, wholeWords] =
    kind === 'plain' ? [all.to && plus(all.to), `all lines: ${to.side.label}`] : [budget, budgetWords];
  const share = percentOf(
    {
      what: `${label}: ${to.side.label}, as a share`,
      how: `in percent of ${wholeWords}, to one decimal, half away from zero`,
    },
    after,
    whole,
  );
  if (budget === undefined || after === undefined) return { from, virements, to: after, share };
  const rule = kind === 'outturn' ? ruleOfVariances(to.books.agreement) : undefined;
  const change = Figure.money({
    what: `${label}: change`,
    how: `${to.side.label} − ${sides.from.side.label}${virements === undefined ? '' : ' − virements'}`,
    terms: [...plus(after), ...turned(budget)],
  });
  const apart = line.isPartApart && line.apart !== undefined ? plus(line.apart) : [];
  const met = line.met === undefined ? [] : plus(line.met);
  const without = [...(apart.length > 0 ? [`what is ${apartWords}`] : []), ...(met.length > 0 ? [metWords] : [])];
  const isOutturn = kind === 'outturn';
  const variance = isOutturn
    ? Figure.money({
        what: `${label}: variance`,
        how: `${['the change', ...without].join(' − ')}; positive is an overspend`,
        rule,
        terms: [...plus(change), ...turned([...apart, ...met])],
      })
    : undefined;
  const measured = measureOf({ variance, change, met: line.met });
  const measure = isOutturn ? 'variance' : ['change', ...without].join(' − ');
  const percent = percentOf(
    {
      what: `${label}: ${measure} in percent`,
      how: `${measure} in percent of ${budgetWords}, to one decimal, half away from zero`,
      rule,
    },
    measured,
    budget,
  );
  const left =
    kind === 'plain'
      ? undefined
      : Figure.money({
          what: `${label}: left of the plan`,
          how: `${[budgetWords, ...without].join(' + ')} − ${to.side.label}`,
          rule,
          terms: [...budget, ...apart, ...met, ...minus(after)],
        });
  return { from, virements, to: after, change, percent, left, apart: line.apart, met: line.met, variance, share };
}

/** What the changes are called that R4 leaves out. */
export const apartWords = 'apart (grants and performance)';

/** In percent of an amount without its sign, to one decimal; undefined where there is nothing to be a percent of. */
function percentOf(about: About, part: Money | undefined, of: readonly Term[] | undefined): Percent | undefined {
  if (part === undefined || of === undefined || sumOfTerms(of) === 0n) return undefined;
  return new Figure('percent', {
    ...about,
    terms: [...plus(part), ...of],
    formula: ([amount = nil, ...parts]) => roundedTo(1, over(times(amount, number(100n)), added(...parts))),
    isOfOneDecimal: true,
  });
}
