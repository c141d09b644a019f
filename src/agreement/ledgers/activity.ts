import type { LedgerFacts } from './facts.js';

export const activity = {
  files: 'ledgers/activity*.csv',
  what: 'non-elective admissions',
  required: { partner: 'body', quarter: 'measured-quarter', baseline: 'count', plan: 'count', actual: 'count' },
  optional: {},
  mayLack: [],
  mayBeNone: [],
  remarks: { quarter: 'Q4 2014/15', actual: 'blank until known' },
  key: ['partner', 'quarter'],
  totals: undefined,
  period: 'measured-quarter',
  book: undefined,
  isSent: true,
  // A new fund does not pay for performance.
  form: undefined,
  nextYear: 'form',
} as const satisfies LedgerFacts;
