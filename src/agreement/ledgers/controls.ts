import type { LedgerFacts } from './facts.js';

const place = 'FILL IN: where this total is printed';

export const controls = {
  files: 'controls.csv',
  what: 'published totals to tie out against',
  required: {
    name: 'name',
    figure: 'words',
    expected: 'money',
    tolerance: 'money',
    place: 'words',
    accepted_because: 'words',
  },
  optional: { accepted_difference: 'money', accepted_by: 'name' },
  mayLack: [],
  mayBeNone: [],
  remarks: {},
  key: ['name'],
  totals: undefined,
  period: 'beside',
  book: undefined,
  isSent: false,
  form: {
    what: 'published totals to agree with',
    example: {
      rows: [
        ['The pool', 'agreed.contribution', '10200000', '', place, ''],
        ['Applied', 'plan.applied', '10200000', '', place, ''],
      ],
      toFill: `Totals that are printed somewhere else, to agree with: bcf help figures lists what can be named. FILL IN:
   yours, with the place where each is printed.`,
    },
  },
  nextYear: 'nothing',
} as const satisfies LedgerFacts;
