import { dividedRounded } from '../../money/split.js';
import type { PerformanceStatement } from '../../statement/performance-schema.js';
import type { Explanation, Term } from '../node.js';
import { given, item, minus, plus } from '../terms.js';
import { explainPotQuarters, potName, quarterName } from './performance.js';
import { performanceRuleOf, type Traced } from './traced.js';

const area = 'performance.national-return.area';

/** The national return: the area as one pot, and what lies between it and our payments, partner by partner (R3). */
export function explainNationalReturn(traced: Traced, performance: PerformanceStatement): void {
  const { books, all } = traced;
  const rule = performanceRuleOf(books);
  const { nationalReturn } = performance;
  // The area waits for partners that have a pot, or report admissions.
  const measured = performance.partners.filter(
    ({ pot, quarters }) => pot !== '0.00' || quarters.some(({ baseline }) => baseline !== undefined),
  );
  all.explain(`${area}.pot`, () => ({
    what: 'The area: all the pots',
    how: 'the pots, added up',
    rule,
    terms: plus(...measured.map(({ partner }) => `${potName(partner)}.pot`)),
  }));
  for (const { measured: quarter, paidIn } of nationalReturn.area.quarters) {
    for (const count of ['baseline', 'plan', 'actual'] as const) {
      all.explain(`${quarterName(area, paidIn)}.${count}`, () => ({
        what: `The area: admissions of ${quarter}, ${count}`,
        how: 'the partners’ admissions, added up',
        rule,
        terms: plus(...measured.map(({ partner }) => `${quarterName(potName(partner), paidIn)}.${count}`)),
      }));
    }
  }
  explainPotQuarters(traced, { name: area, label: 'The area', quarters: nationalReturn.area.quarters });
  explainDifference(traced, performance, measured);
}

function explainDifference(
  traced: Traced,
  { partners, nationalReturn }: PerformanceStatement,
  measured: PerformanceStatement['partners'],
): void {
  const { books, all } = traced;
  const rule = performanceRuleOf(books);
  const last = partners[0]?.quarters.find((quarter) => quarter.measured === nationalReturn.upTo);
  if (last === undefined) return;
  const at = (pot: string, part: string) => `${quarterName(pot, last.paidIn)}.${part}`;
  const base = 'performance.national-return';
  all.explain(`${base}.payment`, () => ({
    what: `The national return’s payment, up to ${last.measured}`,
    how: 'what the area as one pot is paid so far',
    rule,
    terms: plus(at(area, 'paid-cumulative')),
  }));
  all.explain(`${base}.ours`, () => ({
    what: `Our payments, up to ${last.measured}`,
    how: 'what each partner is paid so far, added up',
    rule,
    terms: plus(...measured.map(({ partner }) => at(potName(partner), 'paid-cumulative'))),
  }));
  all.explain(`${base}.difference`, () => ({
    what: 'The national return less our payments',
    how: 'payment − ours',
    rule,
    terms: [...plus(`${base}.payment`), ...minus(`${base}.ours`)],
  }));
  for (const one of nationalReturn.items) {
    const name = item(`${base}.items`, { kind: one.kind, partner: one.partner });
    all.explain(`${name}.amount`, () => amountOf(traced, one, at));
    all.explain(`${name}.admissions`, () => ({
      what: one.message,
      how: admissionWords[one.kind] ?? '',
      rule,
      terms: admissionsOf(traced, one.partner ?? '', at),
      formula: (inputs) => countsOf(inputs, one.kind),
    }));
  }
}

type Item = PerformanceStatement['nationalReturn']['items'][number];
type At = (pot: string, part: string) => string;

const admissionWords: Readonly<Partial<Record<Item['kind'], string>>> = {
  'rise-not-netted': 'how far achieved is below nil',
  'beyond-plan': 'achieved above what may be paid for',
  value: 'achieved, as far as it is paid for',
};

/** What of a partner's admissions counts: achieved, the reduction of its year, and what it may be paid for so far. */
function admissionsOf({ books, all }: Traced, partner: string, at: At): Term[] {
  const isPlannedCap = books.agreement.performanceRule?.cap === 'planned';
  const pot = potName(partner);
  const limit = isPlannedCap ? at(pot, 'planned-cumulative') : `${pot}.planned-reduction`;
  return [at(pot, 'achieved-cumulative'), `${pot}.planned-reduction`, limit].flatMap((name) =>
    all.has(name) ? plus(name) : [given({ what: 'not known, so it counts as nil', unit: 'number', amount: 0n })],
  );
}

function countsOf([achieved = 0n, year = 0n, limit = 0n]: readonly bigint[], kind: Item['kind']): bigint {
  const rise = achieved < 0n ? achieved : 0n;
  const most = [achieved, limit < 0n ? 0n : limit, year].reduce((a, b) => (a < b ? a : b));
  const bought = most < 0n ? 0n : most;
  if (kind === 'rise-not-netted') return -rise;
  return kind === 'beyond-plan' ? achieved - rise - bought : bought;
}

/** An item in money: admissions at the area's value, or what our payments keep of them. */
function amountOf(traced: Traced, one: Item, at: At): Explanation {
  const { result } = traced;
  const about = { what: one.message, rule: performanceRuleOf(traced.books) };
  const pot = potName(one.partner ?? '');
  const value = plus(`${area}.pot`, `${area}.planned-reduction`);
  const counts = () => admissionsOf(traced, one.partner ?? '', at);
  const base = 'performance.national-return';
  switch (one.kind) {
    case 'rise-not-netted':
    case 'beyond-plan':
      return {
        ...about,
        how: 'admissions × the area’s pot ÷ its planned reduction, rounded to the penny',
        terms: [...value, ...counts()],
        formula: ([potPence = 0n, planned = 0n, ...inputs]) =>
          worth(potPence, planned, countsOf(inputs, one.kind) * (one.kind === 'beyond-plan' ? 1n : -1n)),
      };
    case 'value':
      return {
        ...about,
        how: 'the admissions paid for, at the area’s value less at the partner’s own',
        terms: [...value, ...plus(`${pot}.pot`), ...counts()],
        formula: ([potPence = 0n, planned = 0n, own = 0n, ...inputs]) =>
          worth(potPence, planned, countsOf(inputs, 'value')) - worth(own, inputs[1] ?? 0n, countsOf(inputs, 'value')),
      };
    case 'kept':
      return {
        ...about,
        how: 'the admissions paid for at the partner’s own value, less what it was paid',
        terms: [...plus(`${pot}.pot`, at(pot, 'paid-cumulative')), ...counts()],
        formula: ([own = 0n, paid = 0n, ...inputs]) => worth(own, inputs[1] ?? 0n, countsOf(inputs, 'value')) - paid,
      };
    case 'area-limit':
      return {
        ...about,
        how: 'the national payment less all the area’s reduction at its value',
        terms: [...plus(`${base}.payment`), ...value, ...plus(at(area, 'achieved-cumulative'))],
        formula: ([payment = 0n, potPence = 0n, planned = 0n, achieved = 0n]) =>
          payment - worth(potPence, planned, achieved),
      };
    case 'rounding': {
      const others = (result.performance?.nationalReturn.items ?? []).filter(({ kind }) => kind !== 'rounding');
      const names = others.map(({ kind, partner }) => `${item(`${base}.items`, { kind, partner })}.amount`);
      return {
        ...about,
        how: 'the difference less all the other items',
        terms: [...plus(`${base}.difference`), ...minus(...names)],
      };
    }
  }
}

function worth(potPence: bigint, planned: bigint, admissions: bigint): bigint {
  return planned > 0n ? dividedRounded(potPence * admissions, planned) : 0n;
}
