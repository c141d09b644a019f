import type { LedgerFacts } from './facts.js';

export const opening = {
  files: 'ledgers/opening*.csv',
  what: 'brought forward',
  required: { pool: 'code', heading: 'code', partner: 'body', amount: 'money' },
  optional: { source: 'code', note: 'note' },
  remarks: {},
  key: ['pool', 'heading', 'partner', 'source'],
  totals: { of: 'amount', filled: ['partner', 'pool'] },
  period: 'of-year',
  book: 'actual',
  isSent: true,
  form: { what: 'a form: what was brought forward' },
  nextYear: 'balance',
} as const satisfies LedgerFacts;
