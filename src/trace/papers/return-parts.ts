import { spentVarianceLines, varianceLines } from '../../rules/variance.js';
import { rulesOfPapers } from '../../statement/papers/rules-of-papers.js';
import { applicationLine } from '../explain/flow-of-funds.js';
import { contributionName } from '../explain/traced.js';
import type { Explanation, Term } from '../node.js';
import { added, item, minus, plus } from '../terms.js';
import type { TracedPapers } from './traced-papers.js';

type Line = TracedPapers['figures']['returnLines'][number];
type Part = Line['parts'][number];

/** Of what the difference between an annual total and the pool is made: the comment that the return asks for. */
export function explainParts(traced: TracedPapers, line: Line, name: string): void {
  for (const one of line.parts) {
    traced.all.explain(partName(name, one), () => ({
      what: `National return, ${line.basis} ${line.side}, part of the difference (negative is less than the pool): ${one.words}`,
      rule: rulesOfPapers.nationalReturn,
      ...made(traced, line, one, name),
    }));
  }
}

function partName(line: string, { part, heading }: Part): string {
  return `${item(`${line}.parts`, { part, heading })}.amount`;
}

function made(traced: TracedPapers, line: Line, one: Part, name: string): Pick<Explanation, 'how' | 'terms'> {
  const { all } = traced;
  const { basis } = line;
  const retained = `flow-of-funds.totals.retained.${basis}`;
  const difference = plus(`${name}.difference`);
  const spent = one.heading === undefined ? performanceOf(traced) : [applicationLine(one.heading)];
  const above = [...plus(...spent.map((own) => `${own}.${basis}`)), ...minus(...spent.map((own) => `${own}.plan`))];
  switch (one.part) {
    case 'plan':
      return { how: 'the plan of applications − of contributions', terms: difference };
    case 'instalments-to-come':
      return { how: 'due to date − agreed, of all but performance', terms: dueLessAgreed(traced, 'instalments') };
    case 'not-earned':
      return { how: 'performance not earned, taken off', terms: minus(...all.known([retained])) };
    case 'performance-open':
      return {
        how: 'performance due to date + not earned − the pots',
        terms: [...dueLessAgreed(traced, 'performance'), ...plus(...all.known([retained]))],
      };
    case 'outstanding':
      return { how: 'contributions due and outstanding, taken off', terms: minus('contribution-totals.overdue') };
    case 'paid-ahead':
      return { how: 'contributions received before they were due', terms: plus('contribution-totals.paid-ahead') };
    case 'not-spent':
      return {
        how: 'the difference without performance not earned',
        terms: [...difference, ...plus(...all.known([retained]))],
      };
    case 'ring-fenced':
      return { how: `${basis} − plan`, terms: above };
    case 'performance-spent':
      return { how: `${basis} − plan + not earned`, terms: [...above, ...plus(...all.known([retained]))] };
    case 'underspent':
      return { how: 'the underspends (R4), added up', terms: variances(traced, basis, (pence) => pence < 0n) };
    case 'overspent':
      return { how: 'the overspends (R4), added up', terms: variances(traced, basis, (pence) => pence > 0n) };
    case 'unexplained': {
      const others = line.parts.filter((other) => other !== one).map((other) => partName(name, other));
      return { how: 'the difference less all that explains it', terms: [...difference, ...minus(...others)] };
    }
  }
}

function performanceOf({ books }: TracedPapers): string[] {
  const heading = books.agreement.performanceRule?.heading;
  return heading === undefined ? [] : [applicationLine(heading)];
}

function dueLessAgreed({ result }: TracedPapers, kind: 'instalments' | 'performance'): Term[] {
  const own = result.contributions.filter((line) => line.kind === kind).map(contributionName);
  return [...plus(...own.map((line) => `${line}.due-to-date`)), ...minus(...own.map((line) => `${line}.agreed`))];
}

function variances({ books }: TracedPapers, basis: Line['basis'], isMeant: (pence: bigint) => boolean): Term[] {
  const lines = basis === 'actual' ? spentVarianceLines(books) : varianceLines(books);
  return added(
    ...lines.flatMap(({ variance }) => (variance !== undefined && isMeant(variance.amount) ? [variance] : [])),
  );
}
