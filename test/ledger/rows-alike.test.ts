import { cp, readdir } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Draw, seeded } from '../../fixtures/kent-illustrative-basics.js';
import { codes } from '../../src/diagnostics/catalogue.js';
import { type Extra, openFund } from '../../src/fund/open-fund.js';
import { RowsAlike } from '../../src/ledger/rows-alike.js';
import { exampleOf } from '../support/base-fund.js';
import { counted } from '../support/counted.js';
import { laidOver } from '../support/field-case.js';
import { FundFolder, fieldCase, fixture, temporaryFolder } from '../support/fund-folder.js';
import { glFund } from '../support/gl-fund.js';
import { type SpoiledColumn, spoiledLedger } from '../support/spoiled-rows.js';
import { wholeOf } from '../support/whole-fund.js';

const extras: readonly Extra[] = ['controls', 'pro-forma', 'tables'];

afterEach(() => {
  vi.restoreAllMocks();
});

/**
 * Reads a fund twice, with rows that go straight to their balances and, since somebody looks on, with each row read in full:
 * both are the same. How many rows went straight.
 */
async function readBothWays({ path }: FundFolder): Promise<number> {
  const post = vi.spyOn(RowsAlike.prototype, 'post');
  const straight = await openFund(path, '.', extras);
  const rows = post.mock.results.filter(({ value }) => value !== undefined).length;
  post.mockClear();
  const inFull = await openFund(path, '.', extras, () => undefined);
  expect(post.mock.results.filter(({ value }) => value !== undefined)).toEqual([]);
  expect(wholeOf(straight)).toBe(wholeOf(inFull));
  counted('rows posted as those like them', rows);
  return rows;
}

describe('rows whose codes were seen before are posted as if each was read in full', () => {
  test.each([
    ['kent-2015-16-illustrative', 900],
    ['kent-2015-16-exports', 700],
    ['accruals-2015-16', 0],
  ])('in %s', async (name, least) => {
    expect(await readBothWays(new FundFolder(fixture(name)))).toBeGreaterThanOrEqual(least);
  });

  test('in every field case', async () => {
    const cases = (await readdir(fieldCase('.'), { withFileTypes: true })).filter((item) => item.isDirectory());
    let rows = 0;
    for (const { name } of cases) rows += await readBothWays(await laidOver(name));
    expect(rows).toBeGreaterThan(5);
  });

  test.each(['BCF2', 'BCF30', 'BCF32', 'BCF34'])('in the examples of %s', async (family) => {
    for (const code of codes.filter((one) => one.startsWith(family))) await readBothWays(await exampleOf(code));
  });
});

const plainColumns: readonly SpoiledColumn[] = [
  ['date', 'day'],
  ['schedule', 'code'],
  ['applied_by', 'code'],
  ['heading', 'code'],
  ['source', 'code'],
  ['scheme', 'code'],
  ['district', 'code'],
  ['amount', 'money'],
  ['reference', 'reference'],
  ['note', 'note'],
  ['adjusts', 'aside'],
  ['accrual', 'aside'],
  ['delivered_by', 'aside'],
];
const asc = ['', 'ICB1', 'COUNCIL', 'adult-social-care', 'nhs-minimum', 'ICB1-01', '', '', '', ''];
const ooh = ['', 'ICB2', 'ICB2', 'out-of-hospital', 'nhs-minimum', 'ICB2-02', '', '', '', ''];
const plainTemplates = [
  asc,
  asc,
  asc,
  ooh,
  ooh,
  ['', 'ICB2', 'icbs', 'out-of-hospital', 'nhs-minimum', '', 'ICB2', '', '', ''],
  ['', 'COUNCIL', 'COUNCIL', 'disabled-facilities-grant', 'disabled-facilities-grant', '', '', '', '', ''],
  ['', 'ICB1', 'The Council', 'Adult social care', 'NHS minimum contribution', 'icb1-01', '', '', '', ''],
  [...asc, 'P3', '', ''],
  [...asc, '', 'accrual', ''],
  [...asc, '', '', 'Age UK'],
];

const glColumns: readonly SpoiledColumn[] = [
  ['Posting date', 'day'],
  ['Cost centre', 'code'],
  ['Document no', 'reference'],
  ['Line', 'aside'],
  ['Narrative', 'note'],
  ['Supplier', 'aside'],
  ['Debit', 'money'],
  ['Credit', 'money'],
  ['Status', 'aside'],
  ['VAT', 'money'],
];
const glTemplates = [
  ['', 'C1', '', '1', '', '', '', '-', '', ''],
  ['', 'C1', '', '2', '', 'Age UK', '', '-', '', '-'],
  ['', 'C2', '', '1', '', '', '', '-', '', ''],
  ['', 'C2', '', '1', '', '', '-', '', '', ''],
  ['', 'C1', '', '1', '', '', '', '-', 'Reversed', ''],
];
const map = 'Cost centre,heading\nC1,adult-social-care\nC2,adult-social-care\n';

/** Two ledgers in our columns, of which the second may go on from the first, or have rows of it. */
async function fundInOurColumns(draw: Draw): Promise<FundFolder> {
  const folder = await temporaryFolder();
  await cp(fieldCase('_fund'), folder, { recursive: true });
  const fund = new FundFolder(folder);
  const oneIn = 8 + draw(400);
  const made = (rows: number, prefix: string) =>
    spoiledLedger(draw, plainColumns, plainTemplates, { rows, oneIn, prefix });
  const first = made(120, 'P');
  const goesOn = draw(4) === 0;
  const second = goesOn ? first + made(30, 'Z').replace(/^.*\r?\n/, '') : made(60, draw(3) === 0 ? 'P' : 'Q');
  await fund.write('ledgers/expenditure-a.csv', first);
  await fund.write('ledgers/expenditure-b.csv', second);
  return fund;
}

function generalLedger(draw: Draw): Promise<FundFolder> {
  const oneIn = 8 + draw(400);
  const made = (rows: number, prefix: string) => spoiledLedger(draw, glColumns, glTemplates, { rows, oneIn, prefix });
  return glFund({
    'maps/council.csv': map,
    'ledgers/gl-1.csv': made(120, 'D'),
    'ledgers/gl-2.csv': made(60, draw(2) === 0 ? 'D' : 'E'),
  });
}

describe('so they are in ledgers that hands and programs have been at', () => {
  test.each([
    ['in our columns', fundInOurColumns],
    ['in a general ledger', generalLedger],
  ])('%s', async (_, fundOf) => {
    let rows = 0;
    for (let seed = 20_261_100; seed < 20_261_140; seed += 1) rows += await readBothWays(await fundOf(seeded(seed)));
    expect(rows).toBeGreaterThan(1000);
  });
});
