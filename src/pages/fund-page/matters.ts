import { grouped } from '../../diagnostics/entry.js';
import { pounds } from '../../money/pounds-text.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { Decision } from '../../statement/summary-schema.js';
import type { Matter, PageOf } from './fund-page.js';
import { answering, type Sentence } from './sentence.js';

/** What a CFO group has to decide, and what it only notes, the worst first. */
export function mattersOf({ result }: PageOf): Matter[] {
  return result.decisions.map((decision) => {
    const { kind, matter, amount, command } = decision;
    return {
      kind,
      title: answering(matter, figuresIn(decision, result)),
      ...(amount && { amount }),
      details: [],
      command,
    };
  });
}

/** How many matters there are. */
export function mattersTitle({ result }: PageOf): Sentence {
  return [result.decisions.some(({ kind }) => kind !== 'note') ? 'What needs a decision' : 'Nothing needs a decision'];
}

/** The figures that the words of a matter may speak of, as they are printed. */
function figuresIn({ amount }: Decision, { contributions }: Reconciliation) {
  const late = contributions.flatMap(({ daysLate }) => daysLate ?? []);
  return [
    ...(amount === undefined ? [] : [[pounds(amount), amount] as const]),
    ...late.map((days) => [grouped(days.amount), days] as const),
  ];
}
