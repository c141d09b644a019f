import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowBand, FlowPicture } from '../../../../src/pages/pictures.js';
import { drawPicture } from '../../../../src/render/html/draw-picture.js';
import { widthOf } from '../../../../src/render/html/pictures/text-width.js';
import { opened } from '../../../property/fund-files.js';
import { quarters, smallFunds } from '../../../property/small-fund.js';
import { fixture } from '../../../support/fund-folder.js';
import { pictureOf, picturesIn, picturesOf } from '../../../support/pictures.js';
import { elementsOf, isOfClass, type MarkupElement } from '../../../support/read-markup.js';
import { wideFund } from '../../../support/wide-fund.js';

const answers = (name: string) => ({ address: `#${name}`, amount: '£0.00' });

/** The four drawings, each with all the elements in it. */
function drawingsOf(picture: FlowPicture): { readonly svg: MarkupElement; readonly elements: MarkupElement[] }[] {
  const elements = elementsOf(drawPicture(picture, answers));
  const drawings = elements.filter((element) => element.name === 'svg' && isOfClass(element, 'flow'));
  expect(drawings).toHaveLength(4);
  return drawings.map((svg) => ({ svg, elements: elements.filter(({ within }) => within.includes(svg)) }));
}

/** How thick an area is at its left end: from its first point to its last. */
function thicknessOf({ attributes }: MarkupElement): number {
  const [, top = '', bottom = ''] = /^M\S+ (\S+?)C.* (\S+)Z$/.exec(attributes.d ?? '') ?? [];
  return Number(bottom) - Number(top);
}

function planOf({ parts }: FlowBand): number {
  return parts.reduce((total, { plan }) => total + Number(plan.amount), 0);
}

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the words of a drawing stand, by the table of widths. */
function boxesOf(elements: readonly MarkupElement[]): Box[] {
  return elements
    .filter(({ name }) => name === 'text')
    .map(({ attributes, text, within }) => {
      const size = Number(
        within.map((element) => element.attributes['font-size']).find((value) => value !== undefined),
      );
      expect(size).toBeGreaterThanOrEqual(12);
      const width = widthOf(text, { size, weight: 'regular' });
      const [x, y] = [Number(attributes.x), Number(attributes.y)];
      const anchor = within.at(-1)?.attributes['text-anchor'];
      const left = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      return { text, left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.2 };
    });
}

function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.text} | ${other.text}`),
  );
}

function expectWordsApart(picture: FlowPicture): void {
  for (const { svg, elements } of drawingsOf(picture)) {
    const boxes = boxesOf(elements);
    expect(overlaps(boxes)).toEqual([]);
    for (const { text, left, right, top, bottom } of boxes) {
      expect([text, left >= -1, right <= Number(svg.attributes.width) + 1]).toEqual([text, true, true]);
      expect([text, top >= 0, bottom <= Number(svg.attributes.height)]).toEqual([text, true, true]);
    }
  }
}

describe('the flow of funds', () => {
  test.each(['kent-2015-16', 'kent-2015-16-illustrative'])('%s: bands are as thick as their figures', async (name) => {
    const picture = pictureOf(await picturesIn(fixture(name)), 'flow');
    const bands = picture.pools.flatMap(({ sources, headings }) => [...sources, ...headings]);
    for (const { elements } of drawingsOf(picture)) {
      const areas = elements.filter((element) => isOfClass(element, 'agreed')).map(thicknessOf);
      expect(areas).toHaveLength(bands.length);
      const scale = Math.max(...areas) / Math.max(...bands.map(planOf));
      for (const [index, band] of bands.entries()) {
        expect(Math.abs((areas[index] ?? 0) - planOf(band) * scale)).toBeLessThan(0.25);
      }
      const [incoming, outgoing] = [picture.pools[0]?.sources.length ?? 0, areas.length];
      const sum = (from: number, to: number) => areas.slice(from, to).reduce((total, area) => total + area, 0);
      expect(Math.abs(sum(0, incoming) - sum(incoming, outgoing))).toBeLessThan(1);
    }
  });

  test('what has come is the solid part, and what fell due and has not come is hatched', async () => {
    const picture = pictureOf(await picturesIn(fixture('kent-2015-16-illustrative'), 'Q2'), 'flow');
    const thanet = picture.pools[0]?.sources.find(({ label }) => label === 'Thanet CCG');
    const [part] = thanet?.parts ?? [];
    for (const { elements } of drawingsOf(picture)) {
      const due = elements.filter((element) => isOfClass(element, 'due') && element.name === 'path');
      expect(due).toHaveLength(1);
      const [group] = due[0]?.within.slice(-1) ?? [];
      const areaOf = (kind: string) => {
        const area = elements.find((element) => element.within.at(-1) === group && isOfClass(element, kind));
        return area === undefined ? 0 : thicknessOf(area);
      };
      const scale = areaOf('agreed') / Number(part?.plan.amount);
      expect(Math.abs(areaOf('happened') - Number(part?.toDate?.amount) * scale)).toBeLessThan(0.25);
      expect(Math.abs(areaOf('due') - Number(part?.outstanding[0]?.amount) * scale)).toBeLessThan(0.25);
    }
  });

  test.each(['kent-2015-16', 'kent-2015-16-illustrative'])('%s: words do not meet', async (name) => {
    expectWordsApart(pictureOf(await picturesIn(fixture(name)), 'flow'));
  });

  test.each([2, 3, 12, 13, 40])('words do not meet where %i ICBs have long names', async (partners) => {
    const { path } = await wideFund({ partners });
    expectWordsApart(pictureOf(await picturesIn(path), 'flow'));
  });

  test('a penny beside a billion is a pixel, and is not said to be nothing', async () => {
    const { path } = await wideFund({ partners: 2, amounts: [1, 1_000_000_000_00] });
    const picture = pictureOf(await picturesIn(path), 'flow');
    for (const { elements } of drawingsOf(picture)) {
      const areas = elements.filter((element) => isOfClass(element, 'agreed')).map(thicknessOf);
      expect(Math.min(...areas)).toBeGreaterThanOrEqual(0.9);
      expect(elements.some(({ text }) => text.includes('£0.01'))).toBe(true);
    }
  });

  test('of any fund', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, fc.constantFrom(...quarters), async (fund, asAt) => {
        const { fund: read } = await opened(fund);
        if (read === undefined) throw new Error('cannot be read');
        const flow = picturesOf(read, asAt).find(({ kind }) => kind === 'flow');
        if (flow?.kind === 'flow') expectWordsApart(flow);
      }),
      { seed: 20_150_128, numRuns: 15 },
    );
  });
});
