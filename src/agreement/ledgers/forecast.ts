import type { LedgerFacts } from './facts.js';

export const forecast = {
  files: 'ledgers/forecast*.csv',
  what: 'expected for the full year',
  required: {
    as_at: 'quarter',
    schedule: 'body',
    applied_by: 'body',
    heading: 'code',
    scheme: 'code',
    amount: 'money',
  },
  optional: { source: 'code' },
  mayLack: ['scheme'],
  mayBeNone: [],
  remarks: { as_at: 'a quarter' },
  key: ['as_at', 'schedule', 'applied_by', 'heading', 'source', 'scheme'],
  totals: { of: 'amount', filled: ['as_at', 'schedule'] },
  period: 'quarter',
  book: 'forecast',
  isSent: true,
  form: { what: 'a form: each body’s expected outturn' },
  nextYear: 'form',
} as const satisfies LedgerFacts;
