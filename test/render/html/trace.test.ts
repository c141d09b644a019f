import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { inFull } from '../../../src/diagnostics/day-in-full.js';
import { bracketed, inPounds, separated } from '../../../src/money/format-money.js';
import { traceDocumentSchema } from '../../../src/statement/document-schema.js';
import type { TraceDocumentNode } from '../../../src/statement/trace-schema.js';
import { bcf } from '../../support/bcf.js';
import { fixture } from '../../support/fund-folder.js';
import { type Element, elementsOf, hasClass, parsed, wordsOf } from '../../support/html.js';

const plan = fixture('kent-2015-16');
const year = fixture('kent-2015-16-illustrative');

/** A line of a tree as it is read, from a page or from the document. */
interface Line {
  readonly amount: string;
  readonly what: string;
  readonly parts: readonly Line[];
}

function fromPage(item: Element): Line {
  const folded = childOf(item, ({ name }) => name === 'details');
  const own = folded === undefined ? item : childOf(folded, ({ name }) => name === 'summary');
  const list = folded && childOf(folded, ({ name }) => name === 'ul');
  const words = own === undefined ? '' : saidOf(own);
  const amount = words.match(/^(− less )?(minus )?[-(\d][^ ]*/)?.[0] ?? '';
  return {
    amount: amount.replace(/less |minus /g, ''),
    what: words.slice(amount.length).trim(),
    parts: (list?.children ?? []).flatMap((child) => (typeof child === 'string' ? [] : [fromPage(child)])),
  };
}

/** The words of an item without what is said below it. */
function saidOf(item: Element): string {
  const children = item.children.filter((child) => typeof child === 'string' || !hasClass(child, 'aside'));
  return wordsOf({ ...item, children });
}

function childOf({ children }: Element, isIt: (child: Element) => boolean): Element | undefined {
  return children.find((child): child is Element => typeof child !== 'string' && isIt(child));
}

function fromDocument(node: TraceDocumentNode): Line {
  const { sign, unit, provenance, at, isShownAbove, what, rows = [], moreRows } = node;
  const amount =
    unit === 'percent' ? `${node.amount}%` : unit === 'money' ? bracketed(node.amount) : separated(node.amount);
  const mark = provenance === undefined ? '' : ` [${provenance.slice(0, 1)}]`;
  const place = at === undefined ? '' : ` (${[at.file, at.line].filter((part) => part !== undefined).join(':')})`;
  const ofRows = rows.map(({ amount: own, file, line, date, reference, note }) => ({
    amount: bracketed(own),
    what: [`${file}:${line}`, date, [reference, note].filter((text) => text !== undefined).join(', ')]
      .filter((text) => text !== undefined && text !== '')
      .join(' '),
    parts: [],
  }));
  const more = moreRows && {
    amount: bracketed(moreRows.amount),
    what: `${moreRows.count} more row${moreRows.count === 1 ? '' : 's'}; --rows ${rows.length + moreRows.count} lists them`,
    parts: [],
  };
  return {
    amount: sign === '-' ? `− ${amount}` : amount,
    what: what + mark + (isShownAbove ? ' (as above)' : place),
    parts: [...(node.parts ?? []).map(fromDocument), ...ofRows, ...(more === undefined ? [] : [more])],
  };
}

function treeIn(page: Element): Element {
  const tree = elementsOf(page).find((one) => hasClass(one, 'tree'));
  const root = tree && childOf(tree, ({ name }) => name === 'li');
  if (root === undefined) throw new Error('no tree');
  return root;
}

/** What is said below the lines of a tree, and is not what its document says there: name, parts not shown, rule. */
function straysBelow(item: Element, node: TraceDocumentNode): string[] {
  const folded = childOf(item, ({ name }) => name === 'details') ?? item;
  const list = childOf(folded, ({ name }) => name === 'ul');
  const asides = folded.children.filter((one): one is Element => typeof one !== 'string' && hasClass(one, 'aside'));
  const { name = node.account ?? '', how = '', rule, below = 0, parts = [] } = node;
  const names = [name, node.account ?? ''].flatMap((own) => [
    own,
    `${own} … ${below} part${below === 1 ? '' : 's'} below`,
  ]);
  const hows = [`= ${how}`, rule === undefined ? '' : `= ${how} (${rule.id}, ${rule.clause})`];
  const strays = asides.map((aside) => wordsOf(aside)).filter((words) => ![...names, ...hows].includes(words.trim()));
  const items = (list?.children ?? []).filter((child): child is Element => typeof child !== 'string');
  return [...strays, ...parts.flatMap((part, index) => straysBelow(items[index] ?? item, part))];
}

type Traced = NonNullable<z.output<typeof traceDocumentSchema>['result']>;

/** What is said beside a tree and is neither the fund’s, nor how far the tree goes, nor what it comes to. */
function straysBeside(page: Element, { fund, trace, depth, deepest }: Traced): string[] {
  const known = [
    trace.what,
    inPounds(trace.amount),
    `${depth} level${depth === 1 ? '' : 's'} of ${deepest} shown; --depth all shows every one`,
    ...(fund.asAt === undefined ? [] : [`As at the end of ${fund.asAt}, ${inFull(fund.asAtDate ?? '')}`]),
    ...(fund.note === undefined ? [] : [fund.note]),
    fund.name,
    fund.year,
  ];
  return textsBeside(treeIn(page), page).filter((text) => !isKnown(text, known));
}

/** The texts of a page outside of its tree and its styles. */
function textsBeside(tree: Element, page: Element): string[] {
  if (page === tree || page.name === 'style') return [];
  return page.children.flatMap((child) => (typeof child === 'string' ? [child] : textsBeside(tree, child)));
}

/** Whether all digits of a text are of words that are known. */
function isKnown(text: string, known: readonly string[]): boolean {
  return !/\d/.test(known.reduce((left, words) => left.replaceAll(words, ''), text));
}

const traces: [figure: string, fund: string, flags: readonly string[]][] = [
  ['flow-of-funds.totals.sources.plan', plan, []],
  ['settlement.partners[10D].net', year, ['--as-at', 'Q2']],
  ['performance.partners[09C].quarters[Q3].payment', year, ['--as-at', 'Q4']],
  ['fund-balance.balance', year, ['--as-at', 'Q3', '--depth', '2', '--names']],
];

describe.each(traces)('the page of a trace of %s', (figure, fund, flags) => {
  const traced = (...form: readonly string[]) => bcf(['trace', figure, fund, ...flags, ...form]);

  test('has each line of its document at its place, to the penny, down to the rows', async () => {
    const page = parsed((await traced('--format', 'html')).stdout);
    const depth = flags.includes('--depth') ? [] : ['--depth', 'all'];
    const { result } = traceDocumentSchema.parse(JSON.parse((await traced(...depth, '--json')).stdout));
    if (result === undefined) throw new Error('no trace');
    expect(fromPage(treeIn(page))).toEqual(fromDocument(result.trace));
    expect(straysBelow(treeIn(page), result.trace)).toEqual([]);
    expect(straysBeside(page, result)).toEqual([]);
  });

  test('leads from what comes again to where it is made up', async () => {
    const elements = elementsOf(treeIn(parsed((await traced('--format', 'html')).stdout)));
    const again = elements.filter((one) => one.name === 'li' && saidOf(one).includes('(as above)'));
    for (const item of again) {
      const link = elementsOf(item).find(({ name }) => name === 'a');
      const there = elements.find(({ attributes }) => `#${attributes.id}` === link?.attributes.href);
      expect(there && elementsOf(there).some(({ name }) => name === 'details')).toBe(true);
    }
  });
});

describe('a digit of the page of a trace that is none of its document is found', () => {
  const flags = ['trace', 'fund-balance.balance', year, '--as-at', 'Q3', '--depth', '2'];
  const made = Promise.all([bcf([...flags, '--format', 'html']), bcf([...flags, '--json'])]);

  const changes: [what: string, from: RegExp, to: string][] = [
    ['how many parts are not shown', /… (\d)/, '… 1$1'],
    ['the rule of a figure', /\(R(\d)/, '(R1$1'],
    ['how many levels are shown', /2 levels of/, '3 levels of'],
    ['the day', /30 September|31 December/, '30 December'],
    ['what it comes to', /(: (?:<[^>]*>)*£)\d/, '$17'],
    ['a number between the parts', /<\/main>/, '7 lines</main>'],
  ];

  test.each(changes)('%s', async (_what, from, to) => {
    const [{ stdout }, { stdout: json }] = await made;
    const { result } = traceDocumentSchema.parse(JSON.parse(json));
    if (result === undefined) throw new Error('no trace');
    const strays = (html: string) => {
      const page = parsed(html);
      return [...straysBelow(treeIn(page), result.trace), ...straysBeside(page, result)];
    };
    expect(stdout).toMatch(from);
    expect([strays(stdout), strays(stdout.replace(from, to)).length > 0]).toEqual([[], true]);
  });
});
