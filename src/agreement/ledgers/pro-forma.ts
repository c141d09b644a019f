import type { LedgerFacts } from './facts.js';

export const proForma = {
  files: 'pro-forma.csv',
  what: 'the lines of the expenditure pro-forma and what belongs to each',
  required: { line: 'name', schedule: 'body', scheme: 'code', heading: 'code' },
  optional: { provenance: 'provenance' },
  mayLack: [],
  mayBeNone: [],
  remarks: {},
  key: ['schedule', 'scheme', 'heading'],
  totals: undefined,
  period: 'beside',
  book: undefined,
  isSent: false,
  form: {
    what: 'the lines of the expenditure pro-forma',
    example: {
      rows: [
        ['Adaptations and equipment', '', '', 'disabled-facilities-grant', 'illustrative'],
        ['Reablement', 'ICB1', 'ICB1-01', '', 'illustrative'],
        ['Reablement', 'ICB2', 'ICB2-01', '', 'illustrative'],
        ['Community services', 'ICB1', 'ICB1-02', '', 'illustrative'],
        ['Community services', 'ICB1', 'ICB1-03', '', 'illustrative'],
        ['Community services', 'ICB2', 'ICB2-02', '', 'illustrative'],
      ],
      toFill: `Which scheme or heading belongs to which line of the expenditure pro-forma. FILL IN: your lines.`,
    },
  },
  nextYear: {
    what: 'last year’s lines of the pro-forma',
    mergedBy: ['line', 'schedule', 'scheme', 'heading', 'provenance'],
    isMarked: false,
  },
} as const satisfies LedgerFacts;
