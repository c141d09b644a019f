import type { Agreement } from '../agreement/agreement.js';
import { nameOf } from '../agreement/bodies.js';
import type { Place } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books, Check } from './check.js';

/** Something in the plan that must foot: what is agreed for it, and what the rows of plan.csv make of it. */
export interface Footing {
  readonly code: string;
  /** Its name in sentences. */
  readonly name: string;
  readonly check: Check;
  readonly place: Place;
}

interface Sums {
  readonly code: string;
  readonly name: string;
  readonly agreedPence: Pence;
  readonly appliedPence: Pence;
  readonly place?: Place;
}

/** Each pool: contributed against applied. */
export function poolFootings({ agreement, plan }: Books): Footing[] {
  return [...agreement.pools.values()].map(({ code, name }) => {
    const sums = { code, name, agreedPence: plan.received({ pool: code }), appliedPence: plan.applied({ pool: code }) };
    return footing(agreement, 'pool', sums, 'contributed', 'applied');
  });
}

/** Each partner with money in the plan: its contribution against its schedule. */
export function partnerFootings({ agreement, plan }: Books): Footing[] {
  const withMoney = new Set(agreement.contributions.map(({ partner }) => partner));
  for (const { account } of plan.list('applied')) withMoney.add(account.schedule);
  const partners = [...agreement.partners.keys()].filter((code) => withMoney.has(code));
  return partners.map((code) => {
    const place = agreement.contributions.find(({ partner }) => partner === code)?.place;
    const sums = {
      code,
      name: nameOf(agreement, code),
      agreedPence: plan.received({ partner: code }),
      appliedPence: plan.applied({ schedule: code }),
      ...(place && { place }),
    };
    const made = footing(agreement, 'partner', sums, 'contributed', 'applied on its schedule');
    return { ...made, check: { ...made.check, partner: code } };
  });
}

/** Each heading: its allocation against the schedules' rows. */
export function headingFootings({ agreement, plan }: Books): Footing[] {
  return [...agreement.headings.values()].map(({ code, name, allocationPence, place }) => {
    const sums = { code, name, agreedPence: allocationPence, appliedPence: plan.applied({ heading: code }), place };
    const made = footing(agreement, 'heading', sums, 'allotted', 'applied by the schedules');
    return { ...made, check: { ...made.check, heading: code } };
  });
}

/** Each source: contributed against what the rows draw from it. */
export function sourceFootings({ agreement, plan }: Books): Footing[] {
  return [...agreement.sources.values()].map(({ code, name }) => {
    const sums = {
      code,
      name,
      agreedPence: plan.received({ source: code }),
      appliedPence: plan.applied({ source: code }),
    };
    return footing(agreement, 'source', sums, 'contributed', 'applied from it');
  });
}

/** Capital and revenue: contributed by the nature of the source, applied by the nature of the heading. */
export function natureFootings({ agreement, plan }: Books): Footing[] {
  return (['capital', 'revenue'] as const).map((nature) => {
    const sources = [...agreement.sources.values()].filter((source) => source.nature === nature);
    const headings = [...agreement.headings.values()].filter((heading) => heading.nature === nature);
    const sums = {
      code: nature,
      name: nature,
      agreedPence: sum(sources.map(({ code }) => plan.received({ source: code }))),
      appliedPence: sum(headings.map(({ code }) => plan.applied({ heading: code }))),
    };
    return footing(agreement, 'nature', sums, 'contributed', `applied to ${nature} headings`);
  });
}

function footing(agreement: Agreement, kind: string, sums: Sums, agreedAs: string, appliedAs: string): Footing {
  const { code, name, agreedPence: expectedPence, appliedPence: actualPence, place } = sums;
  const check: Check = {
    id: `plan.${kind}.${code}`,
    rule: 'R1',
    clause: agreement.balanceRule.clause,
    passed: expectedPence === actualPence,
    expectedPence,
    actualPence,
    message: `${name}: ${inWords(expectedPence)} ${agreedAs}, ${inWords(actualPence)} ${appliedAs}`,
  };
  return { code, name, check, place: place ?? { file: agreement.file } };
}
