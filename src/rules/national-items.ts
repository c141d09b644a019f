import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { counted } from '../diagnostics/entry.js';
import type { Money } from '../figures/books.js';
import { type Expression, largest, less, nil } from '../figures/expression.js';
import { type Count, Figure, type Making, ruleOf } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import { paidFor, worthMore, worthOf } from './performance-payment.js';
import type { ReportedQuarter } from './pot-quarter.js';

/** A pot as at a quarter. */
export interface Standing {
  readonly pot: Money;
  /** The reduction planned for the year. */
  readonly year: Count;
  readonly last: ReportedQuarter;
}

interface PartnerStanding extends Standing {
  readonly partner: string;
  readonly label: string;
}

interface AreaStanding extends Standing {
  readonly payment: Money;
  readonly difference: Money;
}

/** A part of what lies between the area's payment and the sum of the partners', and why. */
export interface NationalItem {
  readonly kind: 'rise-not-netted' | 'beyond-plan' | 'value' | 'kept' | 'area-limit' | 'rounding';
  /** Absent for what is the area's. */
  readonly partner?: string;
  readonly label?: string;
  readonly admissions?: Count;
  readonly amount: Money;
  readonly message: string;
}

/**
 * What lies between, in order of what matters: the few pounds that values differ by come after what was not netted.
 * Each item is exact until it is rounded, once; what that leaves of the difference is the item of rounding, and no other.
 */
export function nationalItems(
  terms: PerformancePaymentRule,
  area: AreaStanding,
  partners: readonly PartnerStanding[],
): NationalItem[] {
  const between = partners.map((partner) => partnerItems(terms, area, partner));
  const items = [
    ...(['rise-not-netted', 'beyond-plan', 'kept', 'value'] as const).flatMap((kind) =>
      between.flatMap((ofPartner) => ofPartner.filter((item) => item.kind === kind)),
    ),
    areaLimit(terms, area),
  ].filter(({ amount }) => !amount.isNil);
  const message = 'what rounding each line above to the penny leaves';
  const rounding = Figure.money({
    what: message,
    how: 'the difference less all the other items, each of them rounded once',
    rule: ruleOf('R3', terms),
    terms: [...plus(area.difference), ...minus(...items.map(({ amount }) => amount))],
  });
  return rounding.isNil ? items : [...items, { kind: 'rounding', amount: rounding, message }];
}

/** What became of the admissions that a partner reduced. */
const fates = {
  rise: 'how far achieved is below nil',
  beyond: 'achieved above what may be paid for',
  bought: 'achieved, as far as it is paid for',
} as const;

function fatesOf([achieved = nil, year = nil, limit = nil]: readonly Expression[]): Readonly<
  Record<keyof typeof fates, Expression>
> {
  const bought = paidFor(achieved, limit, year);
  return { rise: largest(nil, less(nil, achieved)), beyond: less(largest(nil, achieved), bought), bought };
}

function partnerItems(terms: PerformancePaymentRule, area: Standing, own: PartnerStanding): NationalItem[] {
  const { partner, label, pot, year, last } = own;
  const rule = ruleOf('R3', terms);
  const reductions = plus(last.achievedCumulative, year, terms.cap === 'planned' ? last.plannedCumulative : year);
  const admissions = (fate: keyof typeof fates, what: string): Count => {
    const formula = (inputs: readonly Expression[]) => fatesOf(inputs)[fate];
    return new Figure('number', { what: `${label}: ${what}`, how: fates[fate], rule, terms: reductions, formula });
  };
  const rise = admissions('rise', 'a rise in admissions, which the national return nets off the others');
  const beyond = admissions('beyond', 'admissions fewer beyond its plan, which count nationally');
  const bought = admissions('bought', 'admissions at the area’s value in place of its own');
  const item = (
    kind: NationalItem['kind'],
    of: Count,
    { words, ...making }: Pick<Making, 'how' | 'terms' | 'formula'> & { readonly words: (many: string) => string },
  ) => ({
    kind,
    partner,
    label,
    admissions: of,
    amount: Figure.money({ what: of.what, rule, ...making }),
    message: `${label}: ${words(counted(of.amount, 'admission'))}`,
  });
  const kept = `${label}: paid before a later rise, and kept`;
  return [
    item('rise-not-netted', rise, {
      words: (many) => `a rise of ${many} that the national return nets off the others, and this agreement does not`,
      how: atAreaValue,
      terms: plus(rise, area.pot, area.year),
      formula: ([count = nil, areaPot = nil, areaYear = nil]) =>
        less(nil, worthOf({ pot: areaPot, year: areaYear }, count)),
    }),
    item('beyond-plan', beyond, {
      words: (many) => `${many} fewer beyond its plan, which count nationally and buy nothing here`,
      how: atAreaValue,
      terms: plus(beyond, area.pot, area.year),
      formula: ([count = nil, areaPot = nil, areaYear = nil]) => worthOf({ pot: areaPot, year: areaYear }, count),
    }),
    item('value', bought, {
      words: (many) => `${many} at the area’s value in place of its own`,
      how: 'the admissions paid for × (the area’s value − the partner’s own), rounded once to the penny',
      terms: plus(bought, area.pot, area.year, pot, year),
      formula: ([count = nil, areaPot = nil, areaYear = nil, ownPot = nil, ownYear = nil]) =>
        worthMore({ pot: areaPot, year: areaYear }, { pot: ownPot, year: ownYear }, count),
    }),
    {
      kind: 'kept',
      partner,
      label,
      amount: Figure.money({
        what: kept,
        how: 'the admissions paid for at the partner’s own value, rounded to the penny, less what it was paid',
        rule,
        terms: plus(bought, pot, year, last.paidCumulative),
        formula: ([count = nil, ownPot = nil, ownYear = nil, paid = nil]) =>
          less(worthOf({ pot: ownPot, year: ownYear }, count), paid),
      }),
      message: kept,
    },
  ];
}

const atAreaValue = 'admissions × the area’s pot ÷ its planned reduction, rounded to the penny';

/** What the area itself is held to: its plan, nil, and payments that a later rise does not take back. */
function areaLimit(terms: PerformancePaymentRule, { payment, pot, year, last }: AreaStanding): NationalItem {
  const making = {
    how: 'the national payment less all the area’s reduction at its value, rounded to the penny',
    rule: ruleOf('R3', terms),
    terms: plus(payment, pot, year, last.achievedCumulative),
    formula: ([paid = nil, areaPot = nil, areaYear = nil, achieved = nil]: readonly Expression[]) =>
      less(paid, worthOf({ pot: areaPot, year: areaYear }, achieved)),
  };
  const isHeld = Figure.money({ what: '', ...making }).amount < 0n;
  const message = isHeld
    ? 'the area as a whole is held to its own plan'
    : 'the area as a whole is paid no less than nil, and keeps what was paid before a later rise';
  return { kind: 'area-limit', amount: Figure.money({ what: message, ...making }), message };
}
