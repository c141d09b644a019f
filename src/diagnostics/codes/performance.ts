import { entry } from '../entry.js';

/** BCF22xx: payment for performance. */
export const performanceCodes = {
  BCF2201: entry<{ partner: string; received: string; earned: string; excess: string }>({
    title: 'Performance money paid in that was not earned',
    class: 'finding',
    isBreach: true,
    message: ({ partner, received, earned, excess }) =>
      `${partner} paid in ${received} of performance money and has earned ${earned}: ${excess} too much`,
    help: () => 'return the excess, or correct the admissions that were reported; bcf performance shows them',
    explain:
      'Performance money enters the pool only as it is released by fewer admissions. What is not earned stays with the CCG, and none may earn for another.',
  }),
  BCF2202: entry<{ missing: string }>({
    title: 'Admissions not yet reported',
    class: 'warning',
    message: ({ missing }) =>
      `admissions that are due are not reported: ${missing}; no payment is computed for these quarters or later ones`,
    help: () => 'add the rows to ledgers/activity*.csv: baseline and plan of all four quarters, actual as it is known',
    explain:
      'A payment needs the admissions of its own quarter and of every quarter before. Where they are missing it is not yet reported, which is not nil.',
  }),
  BCF2203: entry<{ partner: string; pot: string; planned: string; difference: string; direction: string }>({
    title: 'A pot that is not its row of the plan',
    class: 'finding',
    message: ({ partner, pot, planned, difference, direction }) =>
      `${partner} has a pot of ${pot} and plan.csv sets out ${planned} for performance: ${difference} ${direction}`,
    help: () => 'compare pots: in agreement.yaml with the signed schedule, and correct one of the two',
    explain: 'Each CCG’s pot is agreed, and plan.csv sets it out on the CCG’s schedule. The two are the same money.',
  }),
  BCF2204: entry<{ partner: string; spent: string; earned: string; excess: string }>({
    title: 'Performance money spent that was not earned',
    class: 'finding',
    isBreach: true,
    message: ({ partner, spent, earned, excess }) =>
      `${partner}: ${spent} spent of performance money and ${earned} earned: ${excess} too much`,
    help: () => 'charge the excess to another heading, or correct the admissions that were reported',
    explain: 'Only what was released may be spent. The rest of the pot never entered the pool.',
  }),
  BCF2207: entry<{ partner: string }>({
    title: 'Admissions of a partner without a pot',
    class: 'warning',
    message: ({ partner }) => `${partner} reports admissions and has no performance pot: its rows are not used`,
    help: () => 'correct the partner, or add its pot to the agreement and the plan',
    explain: 'Admissions earn the pot of the partner that reports them. Where there is none, they count for nothing.',
  }),
  BCF2206: entry<{ partner: string; received: string; spent: string; earned: string }>({
    title: 'Performance money that cannot be judged yet',
    class: 'warning',
    message: ({ partner, received, spent, earned }) =>
      `${partner}: ${received} of performance money received and ${spent} spent, ${earned} earned by the quarters reported; the others cannot be judged`,
    help: () => 'report the admissions that are missing; until then nothing says whether it was earned',
    explain:
      'A quarter whose admissions are not reported has no payment yet, which is not nil. Money that came for it is neither earned nor unearned until they are.',
  }),
  BCF2205: entry<{ partner: string; pot: string }>({
    title: 'A pot that cannot be earned',
    class: 'warning',
    message: ({ partner, pot }) =>
      `${partner} plans no reduction of admissions over the year, so nothing of its ${pot} can be earned`,
    help: () => 'check baseline and plan in ledgers/activity*.csv',
    explain:
      'A pot is earned admission by admission up to the planned reduction. Without one there is nothing to earn.',
  }),
};
