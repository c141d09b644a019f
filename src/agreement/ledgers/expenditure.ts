import type { LedgerFacts } from './facts.js';

export const expenditure = {
  files: 'ledgers/expenditure*.csv',
  what: 'spent',
  required: {
    date: 'day',
    schedule: 'body',
    applied_by: 'body',
    heading: 'code',
    source: 'code',
    scheme: 'code',
    district: 'body',
    amount: 'money',
    reference: 'name',
    note: 'note',
  },
  optional: { adjusts: 'name', accrual: 'accrual', delivered_by: 'name' },
  mayLack: ['scheme', 'district', 'note'],
  mayBeNone: [],
  remarks: {
    schedule: 'whose money',
    applied_by: 'who spent it',
    accrual: 'accrual or reversal',
    delivered_by: 'who delivers',
  },
  key: ['applied_by', 'reference'],
  totals: { of: 'amount', filled: ['date', 'reference', 'schedule'] },
  period: 'day',
  book: 'actual',
  isSent: true,
  form: { what: 'a form: money that is spent' },
  nextYear: 'form',
} as const satisfies LedgerFacts;
