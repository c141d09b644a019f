import { exampleFund, figuresOf } from './figure-lines.js';
import type { RulePage } from './page.js';

/** R5. */
export const contributions: RulePage = {
  title: 'Contributions arrive, and bodies settle',
  explain:
    'A contribution falls due by instalments, and what has not come by its day is late; a receipt counts for the oldest, or for the one that its column for names. Before the year end a body owes what is due and has not come. What it has not spent of its allotments is available to it, and what it spent above them is drawn ahead. At the year end an overspend is owed, and what is unspent is held for it in the pool or owed back, as the agreement says. Nothing is set off: not across a fence, a schedule or capital and revenue, nor arrears against what is unspent. All of it comes to what the host holds, to the penny.',
  formula: [
    'outstanding = due to date − received; below nil is paid ahead',
    'left        = due out under a heading of a schedule + brought forward − spent − borne of shared variances',
    'owes        = Σ outstanding above nil; at the year end + Σ left below nil − paid in for it',
    'owed        = Σ paid ahead; at the year end, where it is owed back, + Σ left above nil outside fences',
    'available   = Σ left above nil, that is not owed back; drawn ahead = Σ left below nil, before the year end',
    'owes + drawn ahead − owed − available + what the host holds = nil',
  ],
  laidDownIn: 'the contributions and instalments of agreement.yaml, and its rule of kind balance',
  declaredIn: ({ balanceRule }) => [balanceRule],
  given: exampleFund,
  casesFor: () => figuresOf('R5'),
  shownBy: ['settle', 'reconcile', 'report quarterly', 'report annual'],
};
