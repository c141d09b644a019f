import type { LedgerFacts } from './facts.js';

export const schemes = {
  files: 'schemes.csv',
  what: 'each schedule’s local schemes',
  required: { schedule: 'body', scheme: 'code', name: 'name', heading: 'code', amount: 'money' },
  optional: {},
  mayLack: [],
  mayBeNone: [],
  remarks: { heading: 'blank where it is not agreed' },
  key: ['schedule', 'scheme'],
  totals: { of: 'amount', filled: ['schedule'] },
  period: 'of-year',
  book: 'schemes',
  isSent: false,
  form: {
    what: 'the schemes of each schedule',
    example: {
      rows: [
        ['ICB1', 'ICB1-01', 'FILL IN: a scheme, such as Reablement', 'adult-social-care', '2400000'],
        ['ICB1', 'ICB1-02', 'FILL IN: a scheme, such as Community nursing', 'out-of-hospital', '2600000'],
        ['ICB1', 'ICB1-03', 'FILL IN: a scheme, such as Support for care homes', 'out-of-hospital', '1000000'],
        ['ICB2', 'ICB2-01', 'FILL IN: a scheme, such as Reablement', 'adult-social-care', '1200000'],
        ['ICB2', 'ICB2-02', 'FILL IN: a scheme, such as Community nursing', 'out-of-hospital', '1800000'],
      ],
      toFill: `The schemes of each schedule: schedule (whose), scheme (a code of your own), name, heading (blank where it
   is not agreed), amount. FILL IN: yours. They add up to the contribution. Delete the file if you have no schemes.`,
    },
  },
  nextYear: { what: 'last year’s schemes', mergedBy: [], isMarked: false },
} as const satisfies LedgerFacts;
