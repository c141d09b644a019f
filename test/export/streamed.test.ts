import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { BookedRows } from '../../src/export/booked-rows.js';
import type { Entry } from '../../src/journal/journal.js';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

const args = ['export', fixture('kent-2015-16-illustrative'), '--to', 'hledger'];

type Done = (error?: Error | null) => void;

/** Runs an export to a stream that takes each piece so. */
async function exportedTo(take: (text: string, done: Done) => boolean): Promise<number> {
  return run(args, {
    stdout: { write: (text, done = () => undefined) => take(String(text), done) },
    stderr: { write: () => true },
    environment: {},
    cwd: () => process.cwd(),
    version: '0.0.0-test',
  });
}

describe('an export goes out in pieces', () => {
  test('no piece before the one before it went out, and all of them are the whole', async () => {
    const pieces: string[] = [];
    let waiting = 0;
    await exportedTo((text, done) => {
      pieces.push(text);
      waiting += 1;
      expect(waiting).toBe(1);
      void setImmediate().then(() => {
        waiting -= 1;
        done();
      });
      return false;
    });
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe((await bcf(args)).stdout);
  });

  test('none after one that could not go out, and the exit code is that of the findings', async () => {
    let pieces = 0;
    const exitCode = await exportedTo((_text, done) => {
      pieces += 1;
      void setImmediate().then(() => done(new Error('EPIPE')));
      return false;
    });
    expect([pieces, exitCode]).toEqual([1, (await bcf(args)).exitCode]);
  });
});

test('rows are kept packed, and come back as they were', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/\p{Cc}/gu, ' '));
  const account = fc.record({
    type: fc.constant('income' as const),
    pool: fc.constantFrom('main', 'other'),
    source: fc.constantFrom('a', 'b'),
    partner: fc.constantFrom('01A', 'KCC'),
    purpose: fc.constantFrom('', 'h'),
  });
  const entry = fc.record(
    {
      book: fc.constantFrom('plan' as const, 'actual' as const, 'virements' as const),
      quarter: fc.constantFrom('Q1' as const, 'Q3' as const),
      date: fc.constantFrom('2015-04-06', '2016-02-29'),
      provenance: fc.constantFrom('stated' as const, 'illustrative' as const),
      at: fc.record({ file: fc.constantFrom('a.csv', 'b.csv'), line: fc.nat() }),
      postings: fc.array(fc.record({ account, amountPence: fc.bigInt() }), { maxLength: 3 }),
    },
    { requiredKeys: ['book', 'at', 'postings'] },
  );
  const words = fc.record({ reference: word, note: word, deliveredBy: word });
  fc.assert(
    fc.property(fc.array(fc.tuple(entry, words), { maxLength: 40 }), (added) => {
      const rows = new BookedRows();
      for (const [one, own] of added) rows.add(one, own);
      const all = added.map(([one, own], nth) => ({ ...one, ...own, nth }));
      expect(all.map(({ nth }) => rows.at(nth))).toEqual(all);
      const isUpTo = ({ quarter }: Pick<Entry, 'quarter'>) => quarter === undefined || quarter <= 'Q2';
      expect([...rows.of('actual', 'Q2')]).toEqual(all.filter((row) => row.book === 'actual' && isUpTo(row)));
      expect([...rows.of('plan')]).toEqual(all.filter((row) => row.book === 'plan'));
    }),
  );
});

test('more letters than a block holds', () => {
  const rows = new BookedRows();
  const at = { file: 'a.csv', line: 2 };
  const notes = Array.from({ length: 60 }, (_, nth) => '£'.repeat((nth % 7) * 8000));
  for (const note of notes) {
    rows.add({ book: 'plan', at, postings: [] }, { reference: '', note, deliveredBy: '' });
  }
  expect([...rows.of('plan')].map(({ note }) => note)).toEqual(notes);
});
