import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { opened } from '../property/fund-files.js';
import { quarters, smallFunds } from '../property/small-fund.js';
import { fixture } from '../support/fund-folder.js';
import { figuresIn, pictureOf, picturesIn, picturesOf } from '../support/pictures.js';
import { wideFund } from '../support/wide-fund.js';

const illustrative = fixture('kent-2015-16-illustrative');

describe('pictures are made of named figures', () => {
  test.each(quarters)('of the illustrative year as at %s, all of them', async (asAt) => {
    const pictures = await picturesIn(illustrative, asAt);
    expect(pictures.map(({ kind }) => kind)).toEqual([
      'flow',
      'bars',
      'bars',
      'balance',
      'earnings',
      'tanks',
      'balance',
      'arrivals',
    ]);
    expect(figuresIn(pictures).filter(({ name }) => name === undefined)).toEqual([]);
    expect(figuresIn(pictures).length).toBeGreaterThan(150);
  });

  test('of a plan alone, the flow of funds: what has not happened has no picture', async () => {
    const pictures = await picturesIn(fixture('kent-2015-16'));
    expect(pictures.map(({ kind }) => kind)).toEqual(['flow']);
    expect(pictureOf(pictures, 'flow').isBegun).toBe(false);
  });

  test('of any fund', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, fc.constantFrom(...quarters), async (fund, asAt) => {
        const { fund: read } = await opened(fund);
        if (read === undefined) throw new Error('cannot be read');
        const pictures = picturesOf(read, asAt);
        expect(figuresIn(pictures).filter(({ name }) => name === undefined)).toEqual([]);
      }),
      { seed: 20_150_128, numRuns: 15 },
    );
  });
});

test('a fund of nothing has no picture of its flow', async () => {
  const { path } = await wideFund({ partners: 2, amounts: [0] });
  expect((await picturesIn(path)).map(({ kind }) => kind)).not.toContain('flow');
});

test('of many sources the nine largest stand alone, and the others together', async () => {
  const { path } = await wideFund({ partners: 40, amounts: Array.from({ length: 40 }, (_, index) => 100 + index) });
  const { pools } = pictureOf(await picturesIn(path), 'flow');
  const parts = pools.map(({ sources }) => sources.map((band) => band.parts.length));
  expect(parts).toEqual([
    [1, 1, 1, 1, 16],
    [1, 1, 1, 1, 1, 15],
  ]);
  expect(pools.map(({ sources }) => sources.at(-1)?.label)).toEqual(['others, together', 'others, together']);
  // Each body has one source here.
  expect(pools.map(({ sources }) => String(sources.at(-1)?.many?.count))).toEqual(['16', '15']);
  expect(pools.flatMap(({ sources }) => sources.slice(0, -1).map(({ many }) => many))).toEqual(
    Array.from({ length: 9 }, () => undefined),
  );
});

test('of many bodies the ten largest each way are drawn, and how many others there are is said', async () => {
  const { path } = await wideFund({ partners: 40 });
  const { rows, others } = pictureOf(await picturesIn(path), 'balance');
  expect(rows.filter(({ right }) => right.length > 0)).toHaveLength(10);
  expect(rows.filter(({ right }) => right.length === 0).length).toBeLessThanOrEqual(10);
  expect(others).toBeGreaterThan(10);
});

test('what was paid back is no band, and is listed', async () => {
  const { path } = await wideFund({ partners: 3 });
  const { beyond } = pictureOf(await picturesIn(path), 'flow');
  expect(beyond.map(({ toDate }) => String(toDate))).toEqual(['-5.00']);
});

test('who owes stands first, then who is owed, each the largest first', async () => {
  const [, balance] = (await picturesIn(illustrative, 'Q2')).filter(({ kind }) => kind === 'balance');
  if (balance?.kind !== 'balance') throw new Error('no settlement');
  expect(balance.rows.slice(0, 3).map(({ label }) => label)).toEqual([
    'Thanet CCG',
    'Dartford, Gravesham and Swanley CCG',
    'KCC',
  ]);
});

test('brackets stand over neighbours that one body or group applies', async () => {
  const { pools } = pictureOf(await picturesIn(illustrative, 'Q2'), 'flow');
  expect(pools.flatMap(({ appliers }) => appliers)).toEqual([
    { label: 'KCC', from: 0, to: 2 },
    { label: 'Districts', from: 3, to: 3 },
    { label: 'CCGs', from: 4, to: 7 },
  ]);
});

test('an instalment that came after its day is late, and one that did not come is missing', async () => {
  const { rows } = pictureOf(await picturesIn(illustrative, 'Q2'), 'arrivals');
  const marks = (label: string) => rows.find((row) => row.label === label)?.cells.slice(0, 2);
  expect(marks('Thanet CCG')).toEqual([
    { mark: 'come', words: '15 Apr' },
    { mark: 'missing', words: 'not come' },
  ]);
  expect(marks('Swale CCG')?.[1]).toEqual({ mark: 'late', words: 'late, 20 Jul' });
});

test('at the year end earlier quarters of which nothing is missing are left out of what has come', async () => {
  const { columns, rows, isShortened } = pictureOf(
    await picturesIn(fixture('kent-2015-16-illustrative'), 'Q4'),
    'arrivals',
  );
  expect(isShortened).toBe(true);
  const count = columns.reduce((total, { quarters: shown }) => total + shown.length, 0);
  expect(count).toBeLessThanOrEqual(8);
  for (const { quarters: shown } of columns) expect(shown).toContain('Q4');
  for (const { cells } of rows) expect(cells).toHaveLength(count);
});
