import type { LedgerFacts } from './facts.js';

export const opening = {
  files: 'ledgers/opening*.csv',
  what: 'brought forward',
  required: { pool: 'code', heading: 'code', partner: 'body', amount: 'money' },
  optional: { source: 'code', body: 'body', kind: 'opening', host: 'body', note: 'note' },
  mayLack: [],
  mayBeNone: [],
  remarks: {
    partner: 'whose money it was',
    body: 'whose it is, where that is known',
    kind: 'balance (also where it is blank), contributions, variance or handover',
    host: 'who held it when last year ended, where that is another than the pool’s host',
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
