import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openFund } from '../../src/fund/open-fund.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';

const base = fileURLToPath(new URL('../errors/base', import.meta.url));

/** Files that the example fund does without, each right. */
const more: Readonly<Record<string, string>> = {
  'ledgers/opening.csv': 'pool,heading,partner,amount (£)\nmain,adaptations,CC,10\nmain,buildings,CC,20\n',
  'ledgers/virements.csv':
    'date,schedule,from,to,amount (£),approved_by,reference\n2015-06-01,01A,social-care,community,5,the board,V1\n2015-06-02,02B,social-care,community,7,the board,V2\n',
  'ledgers/balances.csv': 'as_at,body,counterparty,receivable (£),payable (£)\nQ1,CC,01A,5,0\nQ1,01A,CC,0,5\n',
  'pro-forma.csv': 'line,schedule,scheme,heading\nCare,01A,N1,\nBeds,02B,S1,\n',
  'controls.csv':
    'name,figure,expected (£),tolerance (£),place,accepted_because\nThe pool,agreed.contribution,6500,,p 1,\nApplied,plan.applied,6500,,p 2,\n',
};

async function exampleFund(): Promise<FundFolder> {
  const folder = await temporaryFolder();
  await cp(base, folder, { recursive: true });
  const fund = new FundFolder(folder);
  for (const [file, text] of Object.entries(more)) await fund.write(file, text);
  return fund;
}

const codes: Readonly<Record<string, readonly string[]>> = {
  'plan.csv': ['contributor', 'source', 'heading', 'applied_by'],
  'schemes.csv': ['schedule', 'scheme', 'name', 'heading'],
  'ledgers/opening.csv': ['pool', 'heading', 'partner'],
  'ledgers/contributions.csv': ['partner', 'source', 'heading', 'reference'],
  'ledgers/expenditure.csv': ['schedule', 'applied_by', 'heading', 'source', 'scheme', 'district', 'reference'],
  'ledgers/forecast.csv': ['schedule', 'applied_by', 'heading', 'scheme'],
  'ledgers/virements.csv': ['schedule', 'from', 'to', 'approved_by', 'reference'],
  'ledgers/balances.csv': ['body', 'counterparty'],
  'pro-forma.csv': ['line', 'schedule', 'scheme', 'heading'],
  'controls.csv': ['name'],
};

const damages = [
  ['1.00E-05', 'BCF3230'],
  ['5.11E+17', 'BCF3230'],
  ['01-Feb', 'BCF3230'],
  ['########', 'BCF3202'],
  ['#N/A', 'BCF3203'],
] as const;

async function errorsOf(fund: FundFolder): Promise<string[]> {
  const { diagnostics } = await openFund(fund.path, '.', ['controls', 'pro-forma', 'tables']);
  const errors = diagnostics.filter((diagnostic) => diagnostic.class === 'input');
  return errors.map(({ code, place }) => `${code} ${place?.file}:${place?.line} ${place?.field?.name}`);
}

test('the example fund has no fault of its own', async () => {
  expect(await errorsOf(await exampleFund())).toEqual([]);
});

test('a code, a name or a reference that Excel has damaged is named where it stands, alone, in every file', async () => {
  const fund = await exampleFund();
  let tried = 0;
  for (const [file, columns] of Object.entries(codes)) {
    const right = await fund.read(file);
    const [header = '', ...rows] = right.split('\n');
    for (const [at, column] of columns.entries()) {
      const index = header.split(',').indexOf(column);
      // One row is damaged, then two alike: neither is a copy of the other.
      for (const [damaged, code] of damages) {
        const count = 1 + (at % 2);
        const spoiled = rows.map((row, number) => {
          const cells = row.split(',');
          return number < count ? cells.map((cell, cellAt) => (cellAt === index ? damaged : cell)).join(',') : row;
        });
        await fund.write(file, [header, ...spoiled].join('\n'));
        expect(await errorsOf(fund), `${file} ${column} ${damaged}`).toEqual([`${code} ${file}:2 ${column}`]);
        tried += 1;
      }
    }
    await fund.write(file, right);
  }
  expect(tried).toBe(190);
});

test('so is a cell of a published table', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16');
  const file = 'published/flow-of-funds.csv';
  const text = await fund.read(file);
  await fund.write(file, text.replace(/\n[^,\n]*/, '\n1.00E-05'));
  expect(await errorsOf(fund)).toEqual([expect.stringContaining(`BCF3230 ${file}:2 `)]);
});
