import { labelOf } from '../../agreement/bodies.js';
import { spentVarianceLines, type VarianceLine, varianceLines, viredBody } from '../../rules/variance.js';
import type { ComparisonLine } from '../../statement/comparison-schema.js';
import type { Step, Term } from '../node.js';
import { balances, item, step } from '../terms.js';
import { viredTerms } from './comparison-sides.js';
import { comparedLine, type TracedComparison } from './traced-comparison.js';
import { type SharedLines, sharedLines, shareOf } from './variance-shares.js';

/** Who bears the variance of a partner’s or a locality’s money: its part of each line of R4 (R4). */
export function explainBearers(traced: TracedComparison, line: ComparisonLine): void {
  const { result, all, to } = traced;
  const { agreement } = to.books;
  const keyOf = (schedule: string) =>
    result.by === 'partner' ? schedule : (agreement.partners.get(schedule)?.locality ?? '');
  for (const { partner, label } of line.borneBy ?? []) {
    all.explain(`${item(`${comparedLine(traced, line)}.borne-by`, { partner })}.amount`, () => {
      const lines = result.to.book === 'forecast' ? varianceLines(to.books) : spentVarianceLines(to.books);
      const { books } = to;
      const shared = sharedLines(agreement, lines, (one) => step(varianceOf(books, one)));
      const own = lines.filter(
        ({ schedule, borneBy }) => keyOf(schedule) === line.key && borneBy.some(({ code }) => code === partner),
      );
      const clauses = [...new Set(own.map(({ rule }) => rule.clause))];
      return {
        what: `${label}: its part of the variance of ${line.label}`,
        how: 'its part of each line of R4, added up; negative is held',
        rule: { id: 'R4', clause: clauses.join('; ') },
        terms: own.map((one) => step(partOf(traced, shared, one, partner))),
      };
    });
  }
}

function partOf({ to }: TracedComparison, shared: SharedLines, line: VarianceLine, partner: string): Step {
  const { agreement } = to.books;
  const heading = agreement.headings.get(line.heading)?.name ?? line.heading;
  const isAlone = line.borneBy.length === 1;
  return {
    what: `${heading}, spent by ${labelOf(agreement, line.appliedBy)} on the schedule of ${labelOf(agreement, line.schedule)}`,
    unit: 'money',
    rule: { id: 'R4', clause: line.rule.clause },
    ...(isAlone
      ? { how: `${howOf(line)}; nobody else bears it`, terms: varianceTerms(to.books, line) }
      : shareOf(shared, line, partner)),
  };
}

type Books = TracedComparison['to']['books'];

function varianceOf(books: Books, line: VarianceLine): Step {
  return { what: 'its variance', how: howOf(line), unit: 'money', terms: varianceTerms(books, line) };
}

function howOf({ basis, virementsPence }: VarianceLine): string {
  return `${basis === 'forecast' ? 'forecast' : 'spent'} − plan${virementsPence === 0n ? '' : ' − virements'}`;
}

/** The outturn less the plan and the virements since. */
function varianceTerms(books: Books, { schedule, heading, appliedBy, basis }: VarianceLine): Term[] {
  const where = { schedule, heading, appliedBy };
  const isViredTo = viredBody(books, schedule, heading) === appliedBy;
  const vired = isViredTo ? viredTerms(books, heading, schedule) : [];
  return [
    ...balances(books[basis === 'forecast' ? 'forecast' : 'actual'].list('applied', where)),
    ...balances(books.plan.list('applied', where), -1n),
    ...vired.map((term): Term => ({ ...term, sign: term.sign === 1n ? -1n : 1n })),
  ];
}
