import { describe, expect, test } from 'vitest';
import { copyOfBase } from '../../support/base-fund.js';
import { bcf } from '../../support/bcf.js';
import { counted } from '../../support/counted.js';
import { FundFolder, fixture } from '../../support/fund-folder.js';
import { type Element, elementsOf, hasClass, parsed, wordsOf } from '../../support/html.js';
import { twoPools } from '../../support/two-pools.js';

const illustrative = [fixture('kent-2015-16-illustrative'), '--as-at', 'Q2'];
const plan = [fixture('kent-2015-16')];

interface Page {
  readonly html: string;
  readonly elements: Element[];
}

const pages = new Map<string, Promise<Page>>();

function pageOf(args: readonly string[]): Promise<Page> {
  const key = args.join(' ');
  const page = pages.get(key) ?? madePage(args);
  pages.set(key, page);
  return page;
}

async function madePage(args: readonly string[]): Promise<Page> {
  const { stdout } = await bcf(['page', ...args]);
  return { html: stdout, elements: elementsOf(parsed(stdout)) };
}

/** The titles of a page, without those of its workings. */
function titlesOf(elements: readonly Element[]): Element[] {
  const main = elements.find(({ name }) => name === 'main');
  return main === undefined ? [] : elementsOf(main).filter(({ name }) => name === 'h1' || name === 'h2');
}

/** Every figure of the statement and of the check, by what it comes to. */
async function namedFigures(args: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const lists = await Promise.all(
    ['reconcile', 'check'].map((command) => bcf([command, ...args, '--names', '--json'])),
  );
  return new Map(
    lists.flatMap(({ stdout }) =>
      JSON.parse(stdout).result.figures.map(({ name, amount }: Record<string, string>) => [name, String(amount)]),
    ),
  );
}

describe.each([
  ['the half year', illustrative],
  ['the plan', plan],
])('the page of %s', (_what, args) => {
  test('is one whole file without script, request or style of an element', async () => {
    const { html, elements } = await pageOf(args);
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'base', 'form']) expect(names).not.toContain(name);
    const attributes = elements.flatMap((element) => Object.keys(element.attributes));
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    expect(html).not.toMatch(/url\((?!#)|@import|https?:/);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(1_000_000);
  });

  test('has one of each id, and no link that leads nowhere', async () => {
    const { elements } = await pageOf(args);
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids.length).toBe(new Set(ids).size);
    const links = elements.flatMap(({ attributes }) => attributes.href ?? []);
    expect(links.filter((href) => !href.startsWith('#') || !ids.includes(href.slice(1)))).toEqual([]);
  });

  test('is the same twice', async () => {
    expect((await madePage(args)).html).toBe((await pageOf(args)).html);
  });

  test('has one h1, and each figure of its titles stands below it', async () => {
    const { elements } = await pageOf(args);
    expect(elements.filter(({ name }) => name === 'h1')).toHaveLength(1);
    const titles = titlesOf(elements);
    const figures = titles.flatMap(elementsOf).filter((element) => hasClass(element, 'n'));
    expect(figures.length).toBeGreaterThan(8);
    expect(figures.filter(({ name }) => name !== 'a').map(wordsOf)).toEqual([]);
  });

  test('every figure answers, and each working comes to what --json says', async () => {
    const { elements } = await pageOf(args);
    const named = await namedFigures(args);
    const articles = elements.filter(({ name }) => name === 'article');
    let compared = 0;
    for (const article of articles) {
      const inside = elementsOf(article);
      const own = inside.filter((element) => hasClass(element, 'name')).map(wordsOf)[0];
      const amount = inside.filter((element) => hasClass(element, 'amount')).map(wordsOf)[0] ?? '';
      const said = own === undefined ? undefined : named.get(own);
      if (said === undefined) continue;
      expect([own, Number(amount.replace(/[£,%]/g, ''))]).toEqual([own, Number(said)]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(200);
    counted('workings of the page that come to what --json says', compared);
    const silent = elements.filter((element) => element.name !== 'a' && hasClass(element, 'n'));
    // What is left of parts with nothing left is no figure of its own.
    expect(silent.map(wordsOf)).toEqual(silent.slice(0, 1).map(() => '0.00'));
  });

  test('what a figure shows is what its working comes to', async () => {
    const { elements } = await pageOf(args);
    const amounts = new Map(
      elements
        .filter(({ name }) => name === 'article')
        .map((article) => [
          `#${article.attributes.id ?? ''}`,
          wordsOf(elementsOf(article).find((element) => hasClass(element, 'amount')) ?? article),
        ]),
    );
    const shown = elements.filter((element) => element.name === 'a' && hasClass(element, 'n'));
    const exact = shown.filter((element) => /\d\.\d\d\)?$/.test(wordsOf(element)));
    expect(exact.length).toBeGreaterThan(100);
    for (const element of exact) {
      const amount = amounts.get(element.attributes.href ?? '') ?? '';
      const figure = /[\d,]+\.\d\d/.exec(wordsOf(element))?.[0];
      expect(amount.replace(/[-£%]/g, '')).toBe(figure);
    }
    counted('figures shown on the page that are what their workings come to', exact.length);
  });
});

test('a table beside a picture is closed on a phone, and says what it holds', async () => {
  const { elements } = await pageOf(illustrative);
  const twins = elements.filter(({ name, attributes }) => name === 'details' && attributes.class === 'twin');
  expect(twins.length).toBeGreaterThan(5);
  for (const twin of twins) {
    const inside = elementsOf(twin);
    const caption = inside.find(({ name }) => name === 'caption');
    const summary = inside.find(({ name }) => name === 'summary');
    expect(summary && wordsOf(summary)).toBe(`In figures: ${caption && wordsOf(caption)}`);
  }
});

test('the titles of the half year', async () => {
  const { elements } = await pageOf(illustrative);
  const titles = titlesOf(elements).map(wordsOf);
  expect(titles).toMatchInlineSnapshot(`
    [
      "Thanet CCG’s £2.2m due on 15 July has not come; all 28 checks are met",
      "Three matters need a decision, and one is to note",
      "£47.0m of the year’s £101.4m has come in, £46.5m is applied and £714k is held",
      "£984k less than planned is forecast, £873k of it under BCF Payment for performance",
      "Dartford, Gravesham and Swanley CCG has £80,300 to find; the host is protected from £109k of others’ overspends",
      "£2.35m is earned so far and £1.47m is not; Swale CCG and Thanet CCG have earned nothing",
      "No ring-fenced money was spent outside its purpose, but the pool holds £714k of the £1.06m that it must",
      "Thanet CCG owes the pool £2.21m; £2.94m is owed to nine bodies, or may be drawn",
      "One instalment has not come and two came late; of one body something is missing",
      "All 68 published figures agree",
      "All 28 checks are met, 133 tests in all",
      "What this page is made from",
    ]
  `);
});

test('the titles of a plan', async () => {
  const { elements } = await pageOf(plan);
  const titles = titlesOf(elements).map(wordsOf);
  expect(titles).toMatchInlineSnapshot(`
    [
      "The plan balances at £101.4m; 26 published figures differ, each with an accepted reason",
      "Nothing needs a decision",
      "£101.4m from eight partners, applied under eight headings",
      "Plan by partner",
      "£7.64m may be earned; no quarter is reported yet",
      "210 published figures agree; 26 differ, each with an accepted reason",
      "All 12 checks are met, 46 tests in all",
      "What this page is made from",
    ]
  `);
});

test.each(['--json', '--bom'])('what a page has no form for is refused: %s', async (flag) => {
  const { stdout, stderr, exitCode } = await bcf(['page', ...plan, flag]);
  expect([stdout, exitCode]).toEqual(['', 2]);
  expect(stderr).toContain(`unknown option “${flag}”`);
});

describe('a fund that is not Kent', () => {
  test('hostile names are words, whatever they hold', async () => {
    const fund = await copyOfBase();
    await fund.edit('agreement.yaml', 'name: Example Council', String.raw`name: "Council <b>&amp; \"Sons\" \u202E"`);
    const { html, elements } = await pageOf([fund.path]);
    expect(html).toContain('Council &lt;b&gt;&amp;amp; &quot;Sons&quot;');
    expect(html).not.toContain('\u202e');
    expect(elements.filter(({ name }) => name === 'b').map(wordsOf)).not.toContain('Sons');
  });

  test('two pools without localities', async () => {
    const fund = await FundFolder.of({
      'agreement.yaml': `${twoPools}rules:\n  - { id: balance, kind: balance, clause: para 1 }\n`,
      'plan.csv': `contributor,source,heading,applied_by,amount (£),provenance
01A,minimum,care,CC,100,stated
01A,minimum,beds,CC,100,stated
02B,minimum,beds,CC,200,stated
`,
    });
    const { elements } = await pageOf([fund.path]);
    const titles = titlesOf(elements).map(wordsOf);
    expect(titles.slice(0, 3)).toEqual([
      'The plan balances at £400.00',
      'Nothing needs a decision',
      '£400.00 from two partners, applied under two headings',
    ]);
    const named = await namedFigures([fund.path]);
    expect(named.size).toBeGreaterThan(20);
  });
});
