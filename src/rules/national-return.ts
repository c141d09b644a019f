import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { allKnown, type Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import type { QuarterAdmissions } from './admissions.js';
import { type NationalItem, nationalItems, type Standing } from './national-items.js';
import { type PartnerPot, type PerformanceBooks, performanceOf } from './performance.js';
import { type Pot, payPot } from './pot.js';
import { isReported } from './pot-quarter.js';

/** The national return beside our payments, which are not known before every partner has reported a quarter. */
export interface NationalReturn {
  /** The last measured quarter that all have reported: both payments are up to it. */
  readonly upTo?: string;
  readonly payment?: Money;
  /** Our payments, partner by partner. */
  readonly ours?: Money;
  /** National less ours; the items add up to it. */
  readonly difference?: Money;
  /** The whole area as one pot: what the national return would say. */
  readonly area: Pot;
  readonly items: readonly NationalItem[];
}

/**
 * R3: the national return nets the whole area's admissions; this agreement pays each partner by itself. Both, over the
 * quarters that all have reported, and what lies between them partner by partner, to the penny.
 */
export function nationalReturn(books: PerformanceBooks, terms: PerformancePaymentRule): NationalReturn {
  const rule = ruleOf('R3', terms);
  const all = performanceOf(books);
  const partners = all.filter(isMeasured);
  const area = areaPot(terms, partners);
  const counted = Math.min(...partners.map(({ quarters }) => quarters.filter(isReported).length), 4);
  const upTo = all[0]?.quarters[counted - 1]?.measured;
  if (upTo === undefined) return { area, items: [] };
  const standings = partners.flatMap(({ partner, ...pot }) =>
    standingOf(pot, counted).map((standing) => ({ ...standing, partner, label: labelOf(books.agreement, partner) })),
  );
  const [ofArea] = standingOf(area, counted);
  const payment = Figure.money({
    what: `The national return’s payment, up to ${upTo}`,
    how: 'what the area as one pot is paid so far',
    rule,
    terms: ofArea === undefined ? [] : plus(ofArea.last.paidCumulative),
  });
  const ours = Figure.money({
    what: `Our payments, up to ${upTo}`,
    how: 'what each partner is paid so far, added up',
    rule,
    terms: plus(...standings.map(({ last }) => last.paidCumulative)),
  });
  const difference = Figure.money({
    what: 'The national return less our payments',
    how: 'payment − ours',
    rule,
    terms: [...plus(payment), ...minus(ours)],
  });
  const items = ofArea === undefined ? [] : nationalItems(terms, { ...ofArea, payment, difference }, standings);
  return { upTo, payment, ours, difference, area, items };
}

/** A pot after some quarters; nothing where they are not all reported. */
function standingOf({ pot, plannedReduction, quarters }: Pot, counted: number): Standing[] {
  const last = quarters[counted - 1];
  return plannedReduction && last && isReported(last) ? [{ pot, year: plannedReduction, last }] : [];
}

/** Whether the area waits for a partner: it has a pot, or reports admissions. */
function isMeasured({ pot, quarters }: PartnerPot): boolean {
  return pot.amount > 0n || quarters.some(({ baseline }) => baseline !== undefined);
}

function areaPot(terms: PerformancePaymentRule, partners: readonly PartnerPot[]): Pot {
  const rule = ruleOf('R3', terms);
  const pot = Figure.money({
    what: 'The area: all the pots',
    how: 'the pots, added up',
    rule,
    terms: plus(...partners.map((partner) => partner.pot)),
  });
  return payPot({ label: 'The area', pot, terms, rule }, areaAdmissions(terms, partners));
}

/** The area's admissions, quarter by quarter; not known where any partner's are not. */
function areaAdmissions(terms: PerformancePaymentRule, partners: readonly PartnerPot[]): QuarterAdmissions[] {
  const [first] = partners;
  return (first?.quarters ?? []).map(({ measured, paidIn, status }, index) => {
    const total = (count: 'baseline' | 'plan' | 'actual') => {
      const known = allKnown(partners.map(({ quarters }) => quarters[index]?.[count]));
      return (
        known &&
        new Figure('number', {
          what: `The area: admissions of ${measured}, ${count}`,
          how: 'the partners’ admissions, added up',
          rule: ruleOf('R3', terms),
          terms: plus(...known),
        })
      );
    };
    const isDue = status !== 'not-yet-due';
    return { measured, paidIn, isDue, baseline: total('baseline'), plan: total('plan'), actual: total('actual') };
  });
}
