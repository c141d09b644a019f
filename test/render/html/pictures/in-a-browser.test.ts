import { expect, test } from 'vitest';
import { z } from 'zod';
import { documentHtml } from '../../../../src/render/html/document-html.js';
import { drawPicture, pictureStyles } from '../../../../src/render/html/draw-picture.js';
import { launched, shown } from '../../../support/browser.js';
import { fixture } from '../../../support/fund-folder.js';
import { pictureOf, picturesIn } from '../../../support/pictures.js';
import { needs } from '../../../support/programs.js';
import { wideFund } from '../../../support/wide-fund.js';

needs('chromium');

/** Words of the drawing that is shown which meet, or stand outside of it, as the browser itself measures them. */
const faults = `(() => {
  const svg = [...document.querySelectorAll('svg.flow')].find((one) => getComputedStyle(one).display !== 'none');
  const { width, height } = svg.viewBox.baseVal;
  const words = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBBox() }));
  const isOutside = ({ box }) => box.x < -0.5 || box.y < -0.5 || box.x + box.width > width + 0.5 || box.y + box.height > height + 0.5;
  const meet = ({ box: one }, { box: other }) =>
    one.x < other.x + other.width - 1 && other.x < one.x + one.width - 1 &&
    one.y + 2 < other.y + other.height - 2 && other.y + 2 < one.y + one.height - 2;
  const outside = words.filter(isOutside).map(({ text }) => text);
  const meeting = words.flatMap((one, index) => words.slice(index + 1).filter((other) => meet(one, other)).map((other) => one.text + ' | ' + other.text));
  return { count: words.length, faults: [...outside, ...meeting] };
})()`;

const measured = z.object({ count: z.number(), faults: z.array(z.string()) });

test('words of the flow of funds neither meet nor leave the drawing, as the browser sets them', {
  timeout: 120_000,
}, async () => {
  const wide = await wideFund({ partners: 14 });
  const browser = await launched();
  for (const folder of [fixture('kent-2015-16-illustrative'), wide.path]) {
    const body = drawPicture(pictureOf(await picturesIn(folder), 'flow'), (name) => ({
      address: `#${encodeURIComponent(name)}`,
      amount: '',
    }));
    for (const width of [380, 800, 1440]) {
      const html = documentHtml({
        title: 'Flow',
        foot: 'Flow',
        body: `<div class="column">${body}</div>`,
        styles: pictureStyles,
      });
      const { page, said } = await shown(browser, html, { width });
      const { count, faults: found } = measured.parse(await page.evaluate(faults));
      expect([width, found, said]).toEqual([width, [], []]);
      expect(count).toBeGreaterThan(20);
    }
  }
});

/** The marks of what has come that do not stand below the head of their column, and the words that a reader sees. */
const marks = `(() => {
  const table = document.querySelector('table.arrivals');
  const heads = [...table.querySelectorAll('thead tr:last-child th')].map((head) => head.getBoundingClientRect());
  const isSeen = (box) => box.width > 4 && box.height > 4;
  const strays = [...table.querySelectorAll('tbody tr')].flatMap((row) =>
    [...row.querySelectorAll('td')].filter((cell, at) => {
      const [mark, head] = [cell.querySelector('i').getBoundingClientRect(), heads[at]];
      return !isSeen(head) || mark.left < head.left - 1 || mark.right > head.right + 1 || mark.top < head.bottom - 1;
    }).map((cell) => cell.textContent));
  const seen = [...table.parentElement.querySelectorAll('td > span, ul.marks li')]
    .filter((one) => isSeen(one.getBoundingClientRect())).map((one) => one.textContent);
  const { right } = table.parentElement.getBoundingClientRect();
  const cut = [...table.querySelectorAll('th')].filter((head) => head.getBoundingClientRect().right > right + 0.5);
  return { strays: [...strays, ...cut.map((head) => head.textContent)], seen };
})()`;

test('what has come stands below its quarters at each width, and each mark is explained where no words stand beside it', {
  timeout: 120_000,
}, async () => {
  const browser = await launched();
  for (const asAt of ['Q2', 'Q4'] as const) {
    const picture = pictureOf(await picturesIn(fixture('kent-2015-16-illustrative'), asAt), 'arrivals');
    const used = new Set(picture.rows.flatMap(({ cells }) => cells.map(({ mark }) => mark)));
    const words = [...(used.has('late') ? ['late'] : []), ...(used.has('missing') ? ['not come'] : [])];
    expect([asAt, words]).toEqual([asAt, asAt === 'Q2' ? ['late', 'not come'] : []]);
    const html = documentHtml({
      title: 'What has come',
      foot: 'What has come',
      body: `<div class="column">${drawPicture(picture, () => undefined)}</div>`,
      styles: pictureStyles,
    });
    for (const width of [380, 800, 1440]) {
      const { page } = await shown(browser, html, { width });
      const { strays, seen } = z
        .object({ strays: z.array(z.string()), seen: z.array(z.string()) })
        .parse(await page.evaluate(marks));
      expect([asAt, width, strays]).toEqual([asAt, width, []]);
      for (const word of words) {
        expect([asAt, width, word, seen.some((one) => one.startsWith(word))]).toEqual([asAt, width, word, true]);
      }
    }
  }
});
