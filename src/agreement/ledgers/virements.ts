import type { LedgerFacts } from './facts.js';

export const virements = {
  files: 'ledgers/virements*.csv',
  what: 'budget moved within a schedule',
  required: {
    date: 'day',
    schedule: 'body',
    from: 'code',
    to: 'code',
    amount: 'money',
    approved_by: 'name',
    reference: 'name',
  },
  optional: { note: 'note', adjusts: 'name' },
  mayLack: [],
  mayBeNone: [],
  remarks: {},
  key: ['schedule', 'reference'],
  totals: { of: 'amount', filled: ['date', 'reference', 'schedule'] },
  period: 'day',
  book: 'virements',
  isSent: true,
  form: { what: 'a form: budget moved between headings' },
  nextYear: 'form',
} as const satisfies LedgerFacts;
