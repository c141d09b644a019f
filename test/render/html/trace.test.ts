import { describe, expect, test } from 'vitest';
import { bracketed, separated } from '../../../src/money/format-money.js';
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
    const inDocument = JSON.stringify(result.trace);
    const asides = elementsOf(page).filter((one) => hasClass(one, 'aside'));
    const numbers = asides.flatMap((aside) => wordsOf(aside).match(/\d[\d.]*/g) ?? []);
    expect(numbers.filter((number) => !inDocument.includes(number))).toEqual([]);
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
