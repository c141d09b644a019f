import { vi } from 'vitest';

const openings = '../../src/rules/openings.js';
const debts = '../../src/ledger/last-years-debts.js';
const entries = '../../src/journal/entries.js';
const closing = '../../src/rules/closing-lines.js';
const dueOut = '../../src/rules/due-out.js';

type Openings = typeof import('../../src/rules/openings.js');
type Opening = NonNullable<ReturnType<Openings['openingsAfter']>>[number];

/** What tells a line from others. */
function keyOf({ amountPence, ...line }: Opening): string {
  return [...Object.values(line), amountPence < 0n].join();
}

/** A mistake in what the next year begins with: in the first line that it can be made in, and is no other then. */
function inFirst(fault: string, isMeant: (line: Opening) => boolean, changed: (line: Opening) => Opening) {
  return {
    fault,
    module: openings,
    faulty: async () => {
      const real = await vi.importActual<Openings>(openings);
      const openingsAfter: Openings['openingsAfter'] = (...inputs) => {
        const lines = real.openingsAfter(...inputs);
        const isOther = (line: Opening) =>
          lines?.some((other) => other !== line && keyOf(other) === keyOf(changed(line)));
        const at = lines?.findIndex((line) => isMeant(line) && !isOther(line));
        return lines?.map((line, index) => (index === at ? changed(line) : line));
      };
      return { ...real, openingsAfter };
    },
  };
}

/** Mistakes for bcf to make between two years, in the modules that are to make them. */
export const seededInOpenings = [
  inFirst(
    'a balance for a variance',
    ({ kind }) => kind === 'balance',
    (line) => ({ ...line, kind: 'variance' }),
  ),
  inFirst(
    'a balance with whose money it was, not with whose it is',
    ({ kind, body, partner }) => kind !== 'contributions' && body !== partner,
    (line) => ({ ...line, body: line.partner }),
  ),
  inFirst(
    'a penny more',
    () => true,
    (line) => ({ ...line, amountPence: line.amountPence + 1n }),
  ),
  inFirst(
    'money of a fence that is free',
    ({ purpose, source }) => purpose === 'hospital' && source === 'minimum',
    (line) => ({ ...line, purpose: '' }),
  ),
  {
    fault: 'a debtor of last year that is income of this one',
    module: debts,
    faulty: async () => {
      const real = await vi.importActual<typeof import('../../src/ledger/last-years-debts.js')>(debts);
      class ReceiptsOfLastYear extends real.ReceiptsOfLastYear {
        override settled() {
          return new Map();
        }
      }
      return { ...real, ReceiptsOfLastYear };
    },
  },
  {
    fault: 'what was paid ahead that is no income of this year',
    module: entries,
    faulty: async () => ({ ...(await vi.importActual<object>(entries)), paidAheadEntry: () => undefined }),
  },
  {
    fault: 'a variance of last year that is never cleared',
    module: closing,
    faulty: async () => {
      const real = await vi.importActual<typeof import('../../src/rules/closing-lines.js')>(closing);
      const closingLines: typeof real.closingLines = (books, body) =>
        real.closingLines(books, { ...body, settled: [] });
      return { ...real, closingLines };
    },
  },
  {
    fault: 'a payment that is always its payer’s own',
    module: dueOut,
    faulty: async () => {
      const real = await vi.importActual<typeof import('../../src/rules/due-out.js')>(dueOut);
      const bodySettling: typeof real.bodySettling = (_, { body }) => body;
      return { ...real, bodySettling };
    },
  },
];
