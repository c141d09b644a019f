import { diagnose, type Place } from '../diagnostics/diagnostic.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { type Books, differenceInWords, type Found, outBy, outcomeOf, type RuleOutcome } from './check.js';
import {
  headingFootings,
  natureFootings,
  type PlanFooting,
  partnerFootings,
  poolFootings,
  sourceFootings,
} from './plan-footings.js';

/**
 * R1 in the plan: contributions equal applications, in each pool, for each partner, source and nature, and each
 * heading's rows add up to its allocation. Contributions and allocations are the agreement's; the rows plan.csv's.
 */
export function checkPlanBalance(books: Books): RuleOutcome {
  const pools = poolFootings(books);
  const partners = partnerFootings(books);
  const headings = headingFootings(books);
  const sources = sourceFootings(books);
  const natures = natureFootings(books);
  const all = [...pools, ...partners, ...headings, ...sources, ...natures];
  const byCell = faultsByCell(partners.filter(isOut), headings.filter(isOut), books);
  return outcomeOf(
    all.map(({ check }) => check),
    // A pool, source or nature is out because a partner or a heading is: one cause, one diagnostic.
    byCell.length > 0 ? byCell : wholeFaults({ pools, sources, natures }, books),
  );
}

function isOut({ check }: PlanFooting): boolean {
  return !check.passed;
}

/** Partners and headings that are out: as their common cell where one of each is out by the same amount. */
function faultsByCell(partners: readonly PlanFooting[], headings: readonly PlanFooting[], books: Books): Found[] {
  const explained = new Set<PlanFooting>();
  const faults: Found[] = [];
  for (const partner of partners) {
    const [heading, ...others] = headings.filter((candidate) => isOutAlike(candidate, partner));
    if (heading === undefined || others.length > 0) continue;
    if (partners.filter((candidate) => isOutAlike(candidate, heading)).length > 1) continue;
    explained.add(partner).add(heading);
    faults.push(cellFault(partner, heading, books));
  }
  const rule = books.agreement.balanceRule;
  for (const { name, check, place } of partners.filter((footing) => !explained.has(footing))) {
    faults.push(outBy(check, diagnose('BCF2002', { partner: name, ...sumsOf(check) }, { rule, place })));
  }
  for (const { name, check, place } of headings.filter((footing) => !explained.has(footing))) {
    faults.push(outBy(check, diagnose('BCF2003', { heading: name, ...sumsOf(check) }, { rule, place })));
  }
  return faults;
}

function isOutAlike(one: PlanFooting, other: PlanFooting): boolean {
  return one.check.difference.amount === other.check.difference.amount;
}

function cellFault(partner: PlanFooting, heading: PlanFooting, { agreement, plan }: Books): Found {
  const rows = plan.list('applied', { schedule: partner.code, heading: heading.code });
  const [at] = rows.flatMap(({ firstRows }) => firstRows);
  const place: Place = at === undefined ? heading.place : { ...at, field: { name: 'amount' } };
  const { expected, actual } = partner.check;
  const cell = Figure.money({
    what: `${partner.name}, ${heading.name}: its row of the plan`,
    how: 'as plan.csv has it',
    rule: ruleOf('R1', agreement.balanceRule),
    terms: balances(rows),
  });
  const args = {
    partner: partner.name,
    heading: heading.name,
    ...differenceInWords(expected.amount, actual.amount),
    cell: inWords(cell.amount),
    found: at === undefined ? 0 : 1,
  };
  return {
    ...outBy(partner.check, diagnose('BCF2009', args, { rule: agreement.balanceRule, place })),
    ...(at !== undefined && { speaksOf: { plan: cell } }),
  };
}

function wholeFaults(
  { pools, sources, natures }: Readonly<Record<'pools' | 'sources' | 'natures', readonly PlanFooting[]>>,
  { agreement }: Books,
): Found[] {
  const context = { rule: agreement.balanceRule, place: { file: agreement.file } };
  return [
    ...pools
      .filter(isOut)
      .map(({ name, check }) => outBy(check, diagnose('BCF2001', { pool: name, ...sumsOf(check) }, context))),
    ...sources
      .filter(isOut)
      .map(({ name, check }) => outBy(check, diagnose('BCF2004', { source: name, ...sumsOf(check) }, context))),
    ...natures
      .filter(isOut)
      .map(({ name, check }) => outBy(check, diagnose('BCF2005', { nature: name, ...sumsOf(check) }, context))),
  ];
}

function sumsOf({ expected, actual }: PlanFooting['check']) {
  return {
    agreed: inWords(expected.amount),
    applied: inWords(actual.amount),
    ...differenceInWords(expected.amount, actual.amount),
  };
}
