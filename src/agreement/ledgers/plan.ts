import type { LedgerFacts } from './facts.js';

const dfg = 'disabled-facilities-grant';

export const plan = {
  files: 'plan.csv',
  what: 'the agreement’s schedules',
  required: {
    contributor: 'body',
    source: 'code',
    heading: 'code',
    applied_by: 'body',
    amount: 'money',
    provenance: 'provenance',
  },
  optional: {},
  mayLack: [],
  mayBeNone: [],
  remarks: { provenance: 'stated, derived or illustrative' },
  key: ['contributor', 'source', 'heading', 'applied_by'],
  totals: { of: 'amount', filled: ['contributor'] },
  period: 'of-year',
  book: 'plan',
  isSent: false,
  form: {
    what: 'what each contribution is applied to',
    example: {
      rows: [
        ['COUNCIL', dfg, dfg, 'COUNCIL', '1200000', 'illustrative'],
        ['ICB1', 'nhs-minimum', 'adult-social-care', 'COUNCIL', '2400000', 'illustrative'],
        ['ICB1', 'nhs-minimum', 'out-of-hospital', 'ICB1', '3600000', 'illustrative'],
        ['ICB2', 'nhs-minimum', 'adult-social-care', 'COUNCIL', '1200000', 'illustrative'],
        ['ICB2', 'nhs-minimum', 'out-of-hospital', 'ICB2', '1800000', 'illustrative'],
      ],
      toFill: `What each partner pays in, by heading: contributor, source, heading, applied_by (who spends it), amount,
   provenance. FILL IN: your amounts. The rows of a partner add up to its contribution, the rows of a heading to its
   allocation. provenance is stated for a figure that the agreement prints, derived for one that you worked out,
   illustrative for one that is made up.`,
    },
  },
  nextYear: {
    what: 'last year’s plan, marked derived until it is agreed',
    mergedBy: ['contributor', 'source', 'heading', 'applied_by'],
    isMarked: true,
  },
} as const satisfies LedgerFacts;
