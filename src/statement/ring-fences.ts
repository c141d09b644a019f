import type { RingFenceRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { total } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import type { Books } from '../rules/check.js';
import { type FencedMoney, fencedFigures, fencedWords } from '../rules/fenced-figures.js';
import { virementsOf } from '../rules/virements.js';
import { bodiesWithTotals } from './ring-fence-bodies.js';
import type { RingFenceStatement } from './ring-fence-schema.js';

/** Each fence (R2): what there is, what was spent, what is held for its purpose; and by body. */
export function ringFenceStatement(books: Books, diagnostics: readonly Diagnostic[]): RingFenceStatement[] {
  const { agreement } = books;
  return agreement.ringFences.map((fence) => {
    const heading = agreement.headings.get(fence.heading);
    const label = heading?.name ?? fence.heading;
    const partners = [...(fencedFigures(books).get(fence) ?? [])];
    return {
      id: fence.id,
      clause: fence.clause,
      heading: fence.heading,
      label,
      ...(fence.source !== undefined && { source: fence.source }),
      nature: heading?.nature ?? 'revenue',
      ...totalsOf(
        fence,
        label,
        partners.map(([, money]) => money),
      ),
      breaches: breachesOf(fence, label, diagnostics),
      partners: partners.map(([partner, money]) => ({ partner, label: labelOf(agreement, partner), ...money })),
      virementsRefused: virementsRefused(books, fence, label),
      ...bodiesWithTotals(books, fence, label),
    };
  });
}

/** Of all its partners; without an amount that is not known of all. */
function totalsOf(fence: RingFenceRule, label: string, parts: readonly FencedMoney[]): FencedMoney {
  const added = (key: keyof FencedMoney) => {
    const about = {
      what: `${label}: ${fencedWords[key]}`,
      how: 'what its partners have, added up',
      rule: ruleOf('R2', fence),
    };
    // Of nobody's money there is nothing to spend, and nothing else to know.
    if (parts.length === 0 && key !== 'available') return undefined;
    return total(
      about,
      parts.map((part) => part[key]),
    );
  };
  return {
    available: added('available'),
    received: added('received'),
    spent: added('spent'),
    unspent: added('unspent'),
    held: added('held'),
    forecast: added('forecast'),
  };
}

function breachesOf(fence: RingFenceRule, label: string, diagnostics: readonly Diagnostic[]): Figure<'number'> {
  const findings = diagnostics.filter(({ rule, class: kind }) => kind === 'finding' && rule?.id === fence.id);
  return new Figure('number', {
    what: `${label}: breaches`,
    how: 'the findings under this fence, counted',
    rule: ruleOf('R2', fence),
    terms: plus(
      ...findings.map(({ code, message, place }) => Figure.stated('number', `${code}: ${message}`, 1n, place)),
    ),
  });
}

function virementsRefused(books: Books, fence: RingFenceRule, label: string): Figure<'money'> {
  const refused = virementsOf(books).filter(({ breach }) => breach?.rule.id === fence.id);
  return Figure.money({
    what: `${label}: virements across the fence`,
    how: 'each is a breach, and moves nothing',
    rule: ruleOf('R2', fence),
    terms: plus(...refused.map(({ amount }) => amount)),
  });
}
