import type { LedgerFacts } from './facts.js';

export const contributions = {
  files: 'ledgers/contributions*.csv',
  what: 'received',
  required: {
    date: 'day',
    partner: 'body',
    source: 'code',
    heading: 'code',
    amount: 'money',
    reference: 'name',
    note: 'note',
  },
  optional: { pool: 'code', adjusts: 'name', for: 'words', schedule: 'body' },
  mayLack: ['note'],
  mayBeNone: ['heading'],
  remarks: {
    heading: 'where the money is tied',
    for: 'what it settles: an instalment where it is blank',
    schedule: 'whose variance it settles, where that is another’s money',
  },
  key: ['partner', 'reference'],
  totals: { of: 'amount', filled: ['date', 'reference', 'partner'] },
  period: 'day',
  book: 'actual',
  isSent: true,
  form: { what: 'a form: money that comes in' },
  nextYear: 'form',
} as const satisfies LedgerFacts;
