import { exampleFund, figuresOf } from './figure-lines.js';
import type { RulePage } from './page.js';

/** R5. */
export const contributions: RulePage = {
  title: 'Contributions arrive, and bodies settle',
  explain:
    'A contribution falls due by instalments, and what has not come by its day is late. A body owes the contribution that is due and has not come, and what it spent above what is allotted to it; the host owes the opposite. All of it nets to what the host holds, to the penny.',
  formula: [
    'outstanding = due to date − received; below nil is paid ahead',
    'net         = contribution due − received + paid − allocation due + variances shared',
    'a net above nil is owed to the host; Σ of all nets + what the host holds = nil',
  ],
  laidDownIn: 'the contributions and instalments of agreement.yaml, and its rule of kind balance',
  declaredIn: ({ balanceRule }) => [balanceRule],
  given: exampleFund,
  casesFor: () => figuresOf('R5'),
  shownBy: ['settle', 'reconcile', 'report quarterly', 'report annual'],
};
