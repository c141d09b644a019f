import type { LedgerFacts } from './facts.js';

export const opening = {
  files: 'ledgers/opening*.csv',
  what: 'brought forward',
  required: { pool: 'code', heading: 'code', partner: 'body', amount: 'money' },
  optional: { source: 'code', body: 'body', kind: 'opening', note: 'note' },
  remarks: {
    partner: 'whose money it was',
    body: 'whose it is, where that is known',
    kind: 'balance (also where it is blank), contributions or variance',
    amount: 'negative is owed by it',
  },
  key: ['pool', 'heading', 'partner', 'source', 'body', 'kind'],
  totals: { of: 'amount', filled: ['partner', 'pool'] },
  period: 'of-year',
  book: 'actual',
  isSent: true,
  form: { what: 'a form: what was brought forward' },
  nextYear: 'balance',
} as const satisfies LedgerFacts;
