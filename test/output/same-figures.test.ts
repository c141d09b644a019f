import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quarters } from '../../src/agreement/financial-year.js';
import { written } from '../property/fund-files.js';
import { smallFunds } from '../property/small-fund.js';
import { ledgers, without } from '../property/without-ledgers.js';
import { counted } from '../support/counted.js';
import { differences, figuresRead } from '../support/forms/differing-forms.js';
import { type Asked, drawForms, type FormName, formNames } from '../support/forms/drawn-forms.js';
import { altered } from '../support/forms/one-penny.js';
import { type TruthOfFund, truthOfFund } from '../support/forms/truth-of-fund.js';
import { fixture } from '../support/fund-folder.js';
import { wideFund } from '../support/wide-fund.js';

const limit = { timeout: 240_000 };
const year = fixture('kent-2015-16-illustrative');

/** A page of a megabyte of workings is slow to make and to read: not every statement is drawn as one. */
const withoutPage = formNames.filter((form) => form !== 'page');
const withoutHtml = withoutPage.filter((form) => form !== 'html' && !form.endsWith('ods'));

const small = fc.sample(smallFunds, { seed: 20_151_128, numRuns: 8 });

/**
 * Money that is not nil and that no table shows, each kind of figure with where else it is said. In CSV, and in the list of
 * figures of the working workbook, everything is.
 */
const besideTables: readonly (readonly [names: RegExp, why: string])[] = [
  [/^flow-of-funds\.sources\./, 'of each pool: the table has contributor and source, over all pools'],
  [/^flow-of-funds\.totals\.balance\./, 'where nothing was brought forward it is the line above'],
  [/^by-pool\.(applications|difference)\./, 'a pool has one line, and its applications are those of its headings'],
  [/^fund-balance\.(parts\.)?(brought-forward|received)$/, 'In is both together; the last lines say each'],
  [/^fund-balance\.parts\.(in|applied)$/, 'parts with nothing left are one line'],
  [/^fund-balance\.fenced\./, 'in words: what must be held, and what is there'],
  [/^performance\.(partners\.)?(price|value-per-admission)$/, 'terms of a payment, in words below the tables'],
  [/^performance\.national-return\.area\./, 'the table compares payments, not what each is made of'],
  [/^ring-fences\.(unspent|available|partners\.)/, 'the line of the fence is the sum of its partners'],
  [
    /^variances\.(plan|borne-by\.amount|met-from|overspent-to-date)$/,
    'in words beside the variance; a plan alone has none',
  ],
  [/^variance-totals\.((with-outside|outside)\.)?plan$/, 'a plan alone has no variance'],
  [/^variance-totals\.(borne|held|on-plan|hosts)/, 'in words below the table'],
  [/^variance-totals\.by-locality\.schedules\./, 'a locality of one schedule has one line'],
  [/^variance-totals\.outside\.(brought-forward|met-from-it)$/, 'in words beside the variance'],
  [/^variance-totals\.outside\.variance$/, 'at the end of the year the table has what is retained in its place'],
  [/^contributions\.retained$/, 'what is not earned is a column of the pots'],
  [/^contribution-totals\.(overdue|paid-ahead)$/, 'in the last lines'],
  [
    /^settlement\.(partners\.(lines\.left|reasons\.amount)|hosts\.(held|accrued)|held)$/,
    'in words beside the line, or below the table',
  ],
  [/^summary\.totals\.held$/, 'in words below the table of bodies'],
  [/^decisions\.(expected|actual)$/, 'in words: what was forecast, and what was spent'],
  [/^decisions\.speaks-of\./, 'in words: what else a matter, or what to do about it, says'],
  [/^what-has-come\.lines\.planned$/, 'only of what has not come'],
];

/** Holds every form of a statement against its document. */
async function holds(asked: Asked, forms: readonly FormName[] = formNames): Promise<TruthOfFund> {
  const truth = await truthOfFund(asked);
  const drawn = await drawForms(asked, forms);
  const found = forms.flatMap((form) => differences(form, drawn.get(form), truth));
  expect(found.slice(0, 40)).toEqual([]);
  expect(truth.onlyInWords).toEqual([]);
  expect(notShown(truth)).toEqual([]);
  for (const form of forms) counted(`figures read back from ${form}`, figuresRead(form, truth));
  return truth;
}

/** Money of the document that no table shows, and that is not known to be said elsewhere. */
function notShown({ figures, tables, sheetTables }: TruthOfFund): string[] {
  const shown = new Set([...tables, ...sheetTables].flatMap(({ names }) => names));
  return figures
    .filter(({ name, unit, amount }) => unit === 'money' && Number(amount) !== 0 && !shown.has(name))
    .map(({ name }) => name)
    .filter((name) => !besideTables.some(([names]) => names.test(name.replace(/\[[^\]]*\]/g, ''))));
}

describe('every form of a statement has each figure of its document in its place, to the penny', limit, () => {
  test('a plan', async () => {
    await holds({ folder: fixture('kent-2015-16') });
  });

  test.each(quarters)('the illustrative year as at %s', async (asAt) => {
    const forms = asAt === 'Q4' ? formNames : asAt === 'Q2' ? withoutPage : withoutHtml;
    await holds({ folder: year, asAt }, forms);
  });

  test('made-up funds of CCGs and ICBs, with and without localities, of one pool and several', async () => {
    for (const [index, fund] of small.entries()) {
      await holds({ folder: (await written(fund)).path }, index % 4 === 0 ? formNames : withoutHtml);
    }
    const kinds = small.map((fund) => [fund.year, fund.pools.length > 1, fund.localities.length > 0]);
    for (const kind of ['2023/24', '2015/16', true, false]) expect(kinds.flat()).toContain(kind);
    expect(new Set(kinds.map(([, severalPools]) => severalPools)).size).toBe(2);
    expect(new Set(kinds.map(([, , hasLocalities]) => hasLocalities)).size).toBe(2);
  });

  test('a fund of which nothing is reported', async () => {
    const [, fund] = small;
    if (fund === undefined) throw new Error('no fund');
    const bare = await written(fund);
    for (const ledger of ledgers) await without(bare, ledger);
    await holds({ folder: bare.path });
  });

  test.each([3, 9])('a fund of %s ICBs in two pools, with names that are hard to draw', async (partners) => {
    await holds({ folder: (await wideFund({ partners })).path }, withoutPage);
  });

  test('one penny that is changed anywhere in any form is found', async () => {
    const [, fund] = small;
    if (fund === undefined) throw new Error('no fund');
    const { path: folder } = await written(fund);
    const truth = await truthOfFund({ folder });
    const drawn = await drawForms({ folder }, formNames);
    for (const form of formNames) {
      const changed = altered(form, drawn.get(form), [...truth.sheetNames, 'Figures'], 10);
      expect(changed.length, form).toBeGreaterThan(9);
      const missed = changed.filter(({ raw }) => differences(form, raw, truth).length === 0);
      expect(missed.map(({ was }) => was)).toEqual([]);
    }
  });
});
