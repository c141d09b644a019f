import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bcf } from '../../support/bcf.js';
import { launched, shown } from '../../support/browser.js';
import { counted } from '../../support/counted.js';
import { fixture } from '../../support/fund-folder.js';
import { needs } from '../../support/programs.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const violations = z.array(z.string());

const outputs = [
  ['the page of the half year', ['page', fixture('kent-2015-16-illustrative'), '--as-at', 'Q2']],
  ['the page of a plan', ['page', fixture('kent-2015-16')]],
  ['the settlement', ['settle', fixture('kent-2015-16-illustrative'), '--as-at', 'Q2', '--format', 'html']],
] as const;

const figure = 'settlement.partners[10D].net';
const withoutWorkings = [
  ['a trace', ['trace', figure, fixture('kent-2015-16-illustrative'), '--as-at', 'Q2', '--format', 'html']],
] as const;

describe.each([...outputs, ...withoutWorkings])('%s in a browser', (_what, args) => {
  needs('chromium');

  test('says nothing, asks for nothing, and fits each width, its details open', { timeout: 120_000 }, async () => {
    const { stdout } = await bcf(args);
    const browser = await launched();
    for (const width of [380, 800, 1440]) {
      const { page, said } = await shown(browser, stdout, { width });
      for (const isOpen of [false, true]) {
        if (isOpen) await opened(page);
        const [content, room] = await page
          .evaluate('[document.documentElement.scrollWidth, innerWidth]')
          .then(z.tuple([z.number(), z.number()]).parse);
        expect([width, isOpen, content]).toEqual([width, isOpen, room]);
      }
      expect(said).toEqual([]);
      counted('pages laid out by a browser, at each width', 1);
    }
  });

  test.each([
    ['light', 1440],
    ['dark', 380],
  ] as const)(
    'axe finds nothing, in %s, a working and all details open',
    { timeout: 180_000 },
    async (scheme, width) => {
      const { stdout } = await bcf(args);
      const { page } = await shown(await launched(), stdout, { width, scheme });
      await opened(page);
      await page.locator('a.n:visible').first().click();
      await page.evaluate(axe.source);
      const found = await page.evaluate(
        `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.length + ' ' + nodes[0].html.slice(0, 200)))`,
      );
      expect(violations.parse(found)).toEqual([]);
    },
  );
});

describe.each(outputs)('%s, whose figures have workings', (_what, args) => {
  needs('chromium');

  test('tables beside pictures stand open but on a phone', { timeout: 120_000 }, async () => {
    const { stdout } = await bcf(args);
    const browser = await launched();
    for (const width of [380, 1440]) {
      const { page } = await shown(browser, stdout, { width });
      const tables = page.locator('details.twin table');
      const visible = await page.locator('details.twin table:visible').count();
      expect([width, visible]).toEqual([width, width === 380 ? 0 : await tables.count()]);
      expect(await page.locator('details.twin>summary:visible').count()).toBe(width === 380 ? await tables.count() : 0);
    }
  });

  test('a working opens beside it, and the page does not move', { timeout: 120_000 }, async () => {
    const { stdout } = await bcf(args);
    const browser = await launched();
    for (const width of [380, 1440]) {
      const { page } = await shown(browser, stdout, { width });
      await page.evaluate('scrollTo(0, 1500)');
      const link = page.locator('a.n:visible').nth(60);
      await link.scrollIntoViewIfNeeded();
      const before = await page.evaluate('scrollY');
      await link.click();
      expect(await page.locator('article:target').isVisible()).toBe(true);
      expect(await page.evaluate('scrollY')).toBe(before);
      await page.locator('a.close:visible').click();
      expect(await page.locator('article:target').count()).toBe(0);
      expect(await page.evaluate('scrollY')).toBe(before);
    }
  });
});

describe('on paper', () => {
  needs('chromium');

  test('no head of a table is left without its rows, and what is at the foot of each sheet is not said again', {
    timeout: 120_000,
  }, async () => {
    const [, args] = outputs[0];
    const { stdout } = await bcf(args);
    const { page } = await shown(await launched(), stdout, { width: 800 });
    await page.emulateMedia({ media: 'print' });
    const breaks = await page.evaluate(
      "[...new Set([...document.querySelectorAll('thead')].map((one) => getComputedStyle(one).breakAfter))]",
    );
    expect(breaks).toEqual(['avoid']);
    expect(await page.locator('footer p:visible').allTextContents()).toEqual([expect.stringMatching(/^\[i\]/)]);
  });
});

describe('a trace on a page', () => {
  needs('chromium');
  const [, args] = withoutWorkings[0];

  test('opens level by level, and its last line leads to its root', { timeout: 120_000 }, async () => {
    const { stdout } = await bcf(args);
    const { page } = await shown(await launched(), stdout, { width: 800 });
    const folded = page.locator('details:not([open])').first();
    const row = folded.locator('li').first();
    expect(await row.isVisible()).toBe(false);
    await folded.locator('summary').first().click();
    expect(await page.locator('details.branch[open] li:visible').count()).toBeGreaterThan(10);
    await page.locator('p.last a').click();
    const target = page.locator('li:target');
    expect(await target.count()).toBe(1);
    expect(await target.textContent()).toContain(figure.replace('[10D]', '[pool=kent;partner=10D]'));
  });

  test('is printed as it stands: what is open, and not what is folded', { timeout: 120_000 }, async () => {
    const { stdout } = await bcf(args);
    const { page } = await shown(await launched(), stdout, { width: 800 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details.branch[open]>ul>li:visible').count()).toBeGreaterThan(10);
    expect(await page.locator('details.branch:not([open])>ul>li:visible').count()).toBe(0);
  });
});

/** Opens all details of a page. */
function opened(page: Page): Promise<unknown> {
  return page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
}
