import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../../src/pages/pictures.js';
import { drawPicture, pictureStyles } from '../../../../src/render/html/draw-picture.js';
import { opened } from '../../../property/fund-files.js';
import { quarters, smallFunds } from '../../../property/small-fund.js';
import { fixture } from '../../../support/fund-folder.js';
import { figuresIn, picturesIn, picturesOf } from '../../../support/pictures.js';
import { elementsOf, isOfClass } from '../../../support/read-markup.js';
import { wideFund } from '../../../support/wide-fund.js';

const answers = (name: string) => ({ address: `#${encodeURIComponent(name)}`, amount: '£0.00' });

/** Draws a picture, and holds it to what every picture is held to. */
function drawn(picture: Picture) {
  const elements = elementsOf(drawPicture(picture, answers));
  const links = new Set(figuresIn(picture).map(({ name = '' }) => answers(name).address));
  for (const { name, attributes } of elements) {
    expect(name).not.toBe('script');
    expect(attributes).not.toHaveProperty('style');
    if (name === 'a') expect(links).toContain(attributes.href);
    for (const value of Object.values(attributes)) expect(value).not.toMatch(/NaN|undefined|Infinity/);
    for (const key of ['width', 'height']) expect(Number.parseFloat(attributes[key] ?? '0')).toBeGreaterThanOrEqual(0);
  }
  const images = elements.filter(({ attributes }) => attributes.role === 'img');
  for (const image of images) {
    const words = elements
      .filter(({ within }) => within.at(-1) === image)
      .filter(({ name }) => /title|desc/.test(name));
    expect(words.map(({ name }) => name)).toEqual(['title', 'desc']);
    expect(words.every(({ text }) => text !== '')).toBe(true);
  }
  return elements;
}

describe('pictures are drawn', () => {
  test.each(quarters)('as at %s, the same each time', async (asAt) => {
    const folder = fixture('kent-2015-16-illustrative');
    const pictures = await picturesIn(folder, asAt);
    for (const picture of pictures) drawn(picture);
    const draw = (all: readonly Picture[]) => all.map((picture) => drawPicture(picture, answers));
    expect(draw(await picturesIn(folder, asAt))).toEqual(draw(pictures));
  });

  test('of any fund', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, fc.constantFrom(...quarters), async (fund, asAt) => {
        const { fund: read } = await opened(fund);
        if (read === undefined) throw new Error('cannot be read');
        for (const picture of picturesOf(read, asAt)) drawn(picture);
      }),
      { seed: 20_150_128, numRuns: 15 },
    );
  });

  test('with names that are markup', async () => {
    const { path } = await wideFund({ partners: 40 });
    const texts = (await picturesIn(path)).flatMap((picture) => drawn(picture).map(({ text }) => text));
    expect(texts.some((text) => text.includes('"Wallop"'))).toBe(true);
    expect(texts.some((text) => text.includes('‏'))).toBe(false);
  });

  test('without a working nothing is a link', async () => {
    for (const picture of await picturesIn(fixture('kent-2015-16-illustrative'), 'Q2')) {
      const elements = elementsOf(drawPicture(picture, () => undefined));
      expect(elements.filter(({ name }) => name === 'a')).toEqual([]);
    }
  });
});

test('bars are as long as their figures, all of one scale', async () => {
  const [, bars] = await picturesIn(fixture('kent-2015-16-illustrative'), 'Q2');
  if (bars?.kind !== 'bars') throw new Error('no bars');
  const elements = drawn(bars);
  const widths = (kind: string) =>
    elements
      .filter((element) => element.name === 'rect' && isOfClass(element, kind))
      .map(({ attributes }) => Number.parseFloat(attributes.width ?? ''));
  const largest = Math.max(...figuresIn(bars).map(({ amount }) => Number(amount)));
  const share = (amounts: readonly bigint[]) =>
    amounts.map((amount) => Math.round((Number(amount) * 10_000) / largest) / 100);
  expect(widths('agreed')).toEqual(share(bars.bars.flatMap(({ plan }) => plan?.amount ?? [])));
  expect(widths('solid')).toEqual(share(bars.bars.flatMap(({ toDate }) => toDate?.amount ?? [])));
});

test('bars about nought begin there: to the right what is owed, to the left what is held', async () => {
  const balances = (await picturesIn(fixture('kent-2015-16-illustrative'), 'Q2')).filter(
    ({ kind }) => kind === 'balance',
  );
  expect(balances).toHaveLength(2);
  for (const balance of balances) {
    const elements = drawn(balance);
    const at = (kind: string) =>
      elements
        .filter((element) => isOfClass(element, kind) && !isOfClass(element, 'further'))
        .map(({ attributes }) => ({
          x: Number.parseFloat(attributes.x ?? ''),
          width: Number.parseFloat(attributes.width ?? ''),
        }));
    const [nought] = at('nought');
    for (const { x } of at('pays')) expect(x).toBe(nought?.x);
    for (const { x, width } of at('holds')) expect(Math.abs(x + width - (nought?.x ?? 0))).toBeLessThan(0.5);
  }
});

test('a tank is filled in proportion', async () => {
  const tanks = (await picturesIn(fixture('kent-2015-16-illustrative'), 'Q2')).find(({ kind }) => kind === 'tanks');
  if (tanks?.kind !== 'tanks') throw new Error('no tanks');
  const heights = drawn(tanks)
    .filter((element) => element.name === 'rect' && isOfClass(element, 'spent'))
    .map(({ attributes }) => Number(attributes.height));
  const expected = tanks.fences.map(({ spent, available }) => (116 * Number(spent?.amount)) / Number(available.amount));
  expect(heights).toHaveLength(expected.length);
  for (const [index, height] of heights.entries()) expect(Math.abs(height - (expected[index] ?? 0))).toBeLessThan(0.11);
});

test('styles ask for nothing', () => {
  expect(pictureStyles).not.toMatch(/url\(|@import|http/);
});
