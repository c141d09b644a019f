import type { ComparisonLine } from '../../statement/comparison-schema.js';
import { isUnchanged } from '../../statement/comparison-unchanged.js';
import type { Term } from '../node.js';
import { given, plus, step } from '../terms.js';
import { comparedLine, measureOf, type TracedComparison } from './traced-comparison.js';

/** How many lines are over, under, the same or apart: each is counted by its own figure. */
export function explainSummary(traced: TracedComparison): void {
  const { result, root, all } = traced;
  explainUnchanged(traced);
  const isPlain = result.kind === 'plain';
  const amountOf = (line: ComparisonLine) => line.variance ?? line.change;
  const isApart = (line: ComparisonLine) => line.apartBy !== undefined && line.variance === '0.00';
  const isBoth = ({ status }: ComparisonLine) => !isPlain || (status !== 'added' && status !== 'removed');
  const measured = (isMeant: (amount: string, line: ComparisonLine) => boolean) =>
    result.lines.filter((line) => {
      const amount = amountOf(line);
      return amount !== undefined && isBoth(line) && isMeant(amount, line);
    });
  const explain = (key: string, what: string, lines: readonly ComparisonLine[], one: (line: ComparisonLine) => Term) =>
    all.explain(`${root}.summary.${key}`, () => ({ what, how: 'counted, line by line', terms: lines.map(one) }));
  const byMeasure = (line: ComparisonLine) => counted(traced, line, measureOf(traced, comparedLine(traced, line)));
  const ofStatus = (status: ComparisonLine['status']) => result.lines.filter((line) => line.status === status);
  const under = measured((amount) => amount.startsWith('-'));
  const over = measured((amount) => amount !== '0.00' && !amount.startsWith('-'));
  const same = measured((amount, line) => amount === '0.00' && !isApart(line));
  explain('over', isPlain ? 'Lines that are more' : 'Lines that are overspent', over, byMeasure);
  explain('under', isPlain ? 'Lines that are less' : 'Lines that are underspent', under, byMeasure);
  explain('same', isPlain ? 'Lines that are the same' : 'Lines on plan', same, byMeasure);
  explain(
    'apart',
    'Lines that differ only by what is apart (grants and performance)',
    result.lines.filter(isApart),
    (line) => counted(traced, line, 'apart'),
  );
  explain('added', 'Lines that the first side does not have', ofStatus('added'), (line) => counted(traced, line, 'to'));
  explain('removed', 'Lines that the second side does not have', ofStatus('removed'), (line) =>
    counted(traced, line, 'from'),
  );
  explain(
    'renamed',
    'Lines that the first fund calls otherwise',
    result.lines.filter(({ formerLabel }) => formerLabel !== undefined),
    ({ label, formerLabel }) => given({ what: `${label}, was: ${formerLabel}`, unit: 'number', amount: 1n }),
  );
  explain('not-known', 'Lines of which a part has no forecast', ofStatus('not-known'), ({ label }) =>
    given({ what: label, unit: 'number', amount: 1n }),
  );
}

/** The lines that a table shows in one. */
function explainUnchanged(traced: TracedComparison): void {
  const { result, root, all } = traced;
  const own = result.lines.filter(isUnchanged);
  for (const key of ['from', 'to'] as const) {
    all.explain(`${root}.unchanged.${key}`, () => ({
      what: `Unchanged lines: ${result[key].label}`,
      how: 'the lines without change, virement or new name, added up',
      terms: plus(...own.map((line) => `${comparedLine(traced, line)}.${key}`)),
    }));
  }
  all.explain(`${root}.unchanged.lines`, () => ({
    what: 'Unchanged lines',
    how: 'counted, line by line',
    terms: own.map((line) => counted(traced, line, 'change')),
  }));
}

/** A line that counts as one, by the figure that says so. */
function counted(traced: TracedComparison, line: ComparisonLine, key: 'variance' | 'change' | 'apart' | 'to' | 'from') {
  return step({
    what: `${line.label}: ${line.inWords}`,
    how: 'one line',
    unit: 'number',
    terms: plus(`${comparedLine(traced, line)}.${key}`),
    formula: () => 1n,
  });
}
