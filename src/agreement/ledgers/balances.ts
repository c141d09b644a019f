import type { LedgerFacts } from './facts.js';

export const balances = {
  files: 'ledgers/balances*.csv',
  what: 'what a body says another owes it and it owes the other',
  required: { as_at: 'quarter', body: 'body', counterparty: 'body', receivable: 'money', payable: 'money' },
  optional: { income: 'money', expenditure: 'money', note: 'note' },
  mayLack: [],
  mayBeNone: [],
  remarks: {
    as_at: 'a quarter',
    income: 'of the year to date, from the counterparty; blank where it is not said',
    expenditure: 'the same, to the counterparty',
  },
  key: ['as_at', 'body', 'counterparty'],
  totals: { of: 'receivable', filled: ['as_at'] },
  period: 'quarter',
  book: undefined,
  isSent: true,
  form: { what: 'a form: what bodies say that they owe each other' },
  nextYear: 'form',
} as const satisfies LedgerFacts;
