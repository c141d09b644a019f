import { exampleFund, figuresOf } from './figure-lines.js';
import type { RulePage } from './page.js';

/** R1. */
export const balance: RulePage = {
  title: 'The pool balances',
  explain:
    'What is paid into a pool is what is applied out of it, and what is left is somebody’s: held behind a fence, owed back, or carried forward. In the plan each partner’s contribution is what its schedule applies, and capital and revenue foot apart. Several pools foot each on its own, and over all. What is aligned is shown and foots too, but its owner spends it: it is contributed as it is spent, never stands in the pool, and an overspend of it is nobody else’s.',
  formula: [
    'plan:      Σ contributions = Σ applications, of each partner, each pool, capital and revenue apart',
    'actuals:   fund balance = brought forward + received − applied, of each part of each pool',
    'forecast:  forecast balance = brought forward + outturn income − outturn expenditure',
  ],
  laidDownIn: 'the rule of kind balance in agreement.yaml',
  declaredIn: ({ balanceRule }) => [balanceRule],
  given: exampleFund,
  casesFor: () => figuresOf('R1'),
  shownBy: ['reconcile', 'check'],
};
