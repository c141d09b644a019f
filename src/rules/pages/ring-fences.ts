import { exampleFund, figuresOf } from './figure-lines.js';
import type { RulePage } from './page.js';

/** R2. */
export const ringFences: RulePage = {
  title: 'Ring-fenced money keeps its purpose',
  explain:
    'A ring-fenced source may be spent only under its own heading, and its heading only from that source, as capital or as revenue. What is not spent is held for its purpose, and is no saving to share. Spending elsewhere, above what there is, or a virement across the fence is a breach.',
  formula: [
    'available = agreed for the year + brought forward',
    'held      = received + brought forward − spent',
    'breach:   spent above what is available, by another heading, from another source, or moved across the fence',
  ],
  laidDownIn: 'the rules of kind ring-fence in agreement.yaml',
  declaredIn: ({ ringFences }) => ringFences,
  given: exampleFund,
  casesFor: () => figuresOf('R2'),
  shownBy: ['variance', 'performance', 'reconcile', 'report dfg'],
};
