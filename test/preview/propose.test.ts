import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { csvText } from '../../src/begin/house-csv.js';
import { plainText } from '../../src/diagnostics/plain-text.js';
import { bcf } from '../support/bcf.js';
import { openedField } from '../support/field-fund.js';
import { FundFolder, fieldCase, temporaryFolder } from '../support/fund-folder.js';
import { previewed } from '../support/previewed.js';

const bodies = { schedule: 'ICB1', applied_by: 'COUNCIL', source: 'nhs-minimum' };

/** The fund of the field, as bcf init makes it: nothing is known of any export. */
async function freshFund(): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(fieldCase('_fund'), fund.path, { recursive: true });
  await fund.remove('ledgers/expenditure-council.csv');
  return fund;
}

/** A proposal with its blanks filled in; every blank has to have an answer, and every answer a blank. */
function filledIn(proposal: string, answers: Readonly<Record<string, string>>): string {
  let text = proposal;
  for (const [key, answer] of Object.entries(answers)) {
    const blank = key === 'ignore' ? /(?<=ignore: \[.*)FILL IN(?=\])/ : new RegExp(`(?<=\\b${key}: )FILL IN`);
    expect(text).toMatch(blank);
    text = text.replace(blank, answer);
  }
  expect(text).not.toContain('FILL IN');
  return text;
}

/** Pastes a proposal over the entry of the fund’s expenditure. */
async function paste(fund: FundFolder, lines: string): Promise<void> {
  const found = /^ {2}- \{ kind: expenditure, .*$/m.exec(await fund.read('agreement.yaml'))?.[0] ?? '';
  await fund.edit('agreement.yaml', found, lines.trimEnd());
}

/** Writes the table that a proposal names, from the skeleton that bcf map writes, with one heading throughout. */
async function fillTable(fund: FundFolder, file: string, table: string): Promise<void> {
  const { stdout, stderr } = await bcf(['map', file, fund.path, '--as', 'expenditure']);
  const [header = [], ...rows] = parse(stdout, { bom: true });
  expect([header.includes('heading'), stderr.includes('error')]).toEqual([true, false]);
  const at = header.indexOf('heading');
  await fund.write(
    table,
    csvText(
      header,
      rows.map((row) => row.map((cell, index) => (index === at ? 'adult-social-care' : cell))),
    ),
  );
}

/** Lets bcf propose how a file is read, fills the blanks in, pastes it, and reads the fund with the file in it. */
async function readByProposal(name: string, text: string | Buffer, answers: Readonly<Record<string, string>>) {
  const fund = await freshFund();
  const file = join(await temporaryFolder(), name);
  const elsewhere = new FundFolder(join(file, '..'));
  await elsewhere.write(name, text);
  const { result, exitCode } = await previewed([file, fund.path, '--as', 'expenditure']);
  expect(exitCode).toBe(2);
  const proposal = result?.proposal ?? '';
  const lines = filledIn(proposal, answers);
  await paste(fund, lines);
  const table = /table: (.*?)(?: }|$)/m.exec(lines)?.[1];
  if (table !== undefined) await fillTable(fund, file, table);
  const again = await previewed([file, fund.path]);
  await fund.write(`ledgers/${name}`, text);
  const { diagnostics, spentPence } = await openedField(fund);
  const errors = diagnostics.filter((one) => one.class !== 'warning').map(({ message }) => message);
  return { proposal, errors, spentPence, previewed: again.result };
}

describe('a proposal with its blanks filled in reads the export', () => {
  test.each([
    ['07-invoice-several-lines', {}, 246_912n],
    ['07b-invoice-split-schemes', {}, 123_456n],
    ['07c-no-reference', {}, 123_456n],
    ['09i-semicolon-decimal-comma', {}, 123_456n],
    ['11g-export-without-codes', bodies, 123_456n],
    ['12a-debit-credit-columns', {}, 103_456n],
    ['12b-sign-column', {}, 103_456n],
    ['13b-us-dates-mixed', {}, 246_912n],
  ])('%s', async (name, answers, pence) => {
    const folder = join(fieldCase(name), 'ledgers');
    const [file = ''] = await readdir(folder);
    // A credit without a word is for the body to explain.
    const text = (await readFile(join(folder, file), 'latin1')).replace(',R2,,200.00', ',R2,credit note,200.00');
    const found = await readByProposal(file, text, answers);
    expect([found.errors, found.spentPence]).toEqual([[], pence]);
    expect(found.previewed?.errors).toBe(0);
  });

  test('11a: each month’s headers, which a proposal tells by what stands in them', async () => {
    const folder = join(fieldCase('11a-header-varies-by-month'), 'ledgers');
    for (const file of ['expenditure-council.csv', 'expenditure-council-m2.csv']) {
      const found = await readByProposal(file, await readFile(join(folder, file)), {});
      expect([found.errors, found.spentPence]).toEqual([[], 123_456n]);
    }
  });
});

describe('headers as councils publish them', () => {
  test('the one column of days has no name of a day', async () => {
    const text =
      'Strgrpcc(T),Cipfsubj(T),TransNo,Sequence No,Period,Supplier ID(T),Amount,Updated\n' +
      'Adult Care,Supplies and Services,43857040,0,201503,AGE UK,1331.94,2015-06-26\n' +
      'Adult Care,Supplies and Services,43856306,0,201503,MIND,858.00,2015-06-23\n';
    const { proposal, errors, spentPence } = await readByProposal('gateshead.csv', text, {
      ...bodies,
      heading: 'adult-social-care',
    });
    expect(proposal).toContain('date: Updated');
    expect([errors, spentPence]).toEqual([[], 218_994n]);
  });

  test('a column has one of our names, and codes of its own', async () => {
    const text =
      'Date,Transaction number,Amount,Supplier Name,Expense Area,SOURCE,Heading\n' +
      '2015-05-19,24810652,30390.95,AGE UK,Adults,CQ,884A6501\n' +
      '2015-05-20,24810653,9.05,MIND,Adults,IV,884A6502\n';
    const { proposal, errors, spentPence } = await readByProposal('payments.csv', text, bodies);
    expect(proposal).toContain('“SOURCE” has is none of these');
    expect(proposal).toContain('by: Heading');
    expect([errors, spentPence]).toEqual([[], 3_040_000n]);
  });

  test('some rows have no number of their own', async () => {
    const text =
      'Payment Date,Directorate,Supplier Name,Transaction Number,Seq No,Net Amount\n' +
      '15/04/2015,CHILD,,,,29929.60\n' +
      '15/04/2015,CHILD,,,,70.40\n' +
      '06/05/2015,CHILD,SCHOOL LTD,22775496,1,1220.00\n' +
      '06/05/2015,CHILD,SCHOOL LTD,22775496,2,80.00\n';
    const { proposal, errors, spentPence } = await readByProposal('payments.csv', text, bodies);
    expect(proposal).toContain('reference: [Transaction Number, Payment Date]');
    expect([errors, spentPence]).toEqual([[], 3_130_000n]);
  });

  test.each(['Amount of VAT', 'Net VAT', 'Tax'])('but %s is, and not what was spent', async (vat) => {
    const text =
      `Date,Directorate,Supplier,Order No,Value,${vat}\n` +
      '04/06/2015,Resources,CDC,3064508,2492.37,498.47\n' +
      '18/06/2015,Resources,CDC,3064509,20.00,4.00\n';
    const { proposal, errors, spentPence } = await readByProposal('spend.csv', text, bodies);
    expect(proposal).toContain('amount: Value');
    expect(proposal).toContain(`ignore: [${vat}]`);
    expect([errors, spentPence]).toEqual([[], 251_237n]);
  });

  test.each(['(net of VAT)', 'excl. VAT', 'Inc VAT'])('a value %s is no VAT', async (vat) => {
    const text =
      `Date,Directorate,Service,Supplier,Order,Invoice Line Value ${vat},Account\n` +
      '04/06/2015,Resources,Resources,CDC,3064508,2492.37,Licences\n' +
      '18/06/2015,Resources,Resources,CDC,3064509,20.00,Licences\n';
    const { proposal, errors, spentPence } = await readByProposal('spend.csv', text, bodies);
    expect(proposal).toContain(`Invoice Line Value ${vat}`);
    expect([errors, spentPence]).toEqual([[], 251_237n]);
  });
});

describe('nothing is guessed where two readings are possible', () => {
  const header = 'Invoice date,Payment date,Invoice no,Cost centre,Narrative,Supplier,Net,VAT,Gross';
  const row = '12/06/2015,30/06/2015,INV-1,40312,Home care,Care Ltd,100.00,20.00,120.00';

  test('of two dates and of net and gross somebody chooses', async () => {
    const text = `Spend over £500\n${header}\n${row}\n${row.replace('INV-1', 'INV-2')}\n`;
    const { proposal, errors, spentPence } = await readByProposal('spend-june-2015.csv', text, {
      ...bodies,
      date: 'Payment date',
      amount: 'Gross',
      ignore: 'Net',
    });
    expect(proposal).toContain('ignore: [VAT, FILL IN]');
    expect(proposal).toContain('# date may be “Invoice date” or “Payment date”');
    expect(proposal).toContain('# amount may be “Net” or “Gross”');
    expect(proposal).toContain('files: ledgers/spend-*.csv');
    expect(proposal).toContain('reference: Invoice no');
    expect(proposal).toContain('note: { from: Narrative, or: Supplier }');
    expect([errors, spentPence]).toEqual([[], 24_000n]);
  });

  test('of net and gross somebody chooses, beside the sign that is sure; a unique Invoice is the reference', async () => {
    const text =
      'Transaction Date,Supplier,Invoice,Net,VAT,Gross,D/C\n04/05/2015,Age UK,I1,100.00,20.00,120.00,D\n05/05/2015,Mind,I2,50.00,0.00,50.00,C\n';
    const { proposal, errors, spentPence } = await readByProposal('newexp1.csv', text, {
      ...bodies,
      heading: 'adult-social-care',
      value: 'Net',
      ignore: 'Gross',
    });
    expect(proposal).toContain('amount: { value: FILL IN, sign: D/C, credit: C }');
    expect(proposal).toContain('reference: Invoice');
    expect([errors, spentPence]).toEqual([[], 5_000n]);
  });

  test('the words of a sign that are none of ours are asked', async () => {
    const text =
      'Date,Doc number,Cost centre,Text,Amount (GBP),S/H\n14-Jun-15,1,40312,care,100.25,S\n15-Jun-15,2,40312,refund,20.00,H\n';
    const { proposal, errors, spentPence } = await readByProposal('sap.csv', text, {
      ...bodies,
      debit: 'S',
      credit: 'H',
    });
    expect(proposal).toContain('“S/H” has “S” or “H”: which is a credit?');
    // The header says the unit.
    expect(proposal).not.toContain('unit:');
    expect([errors, spentPence]).toEqual([[], 8025n]);
  });

  test('whole amounts under a header without a unit are asked about', async () => {
    const text = 'Date,Doc number,Cost centre,Amount\n14-Jun-15,1,40312,100\n15-Jun-15,2,40312,20\n';
    const { errors, spentPence } = await readByProposal('gl.csv', text, { ...bodies, unit: 'pounds' });
    expect([errors, spentPence]).toEqual([[], 12_000n]);
  });

  test('rows that may be none of the ledger are named, and left to be decided', async () => {
    const text =
      'Date,Doc number,Line,Cost centre,Payee,Debit,Credit,Status\n14-Jun-15,1,1,40312,A,100.00,,Posted\n14-Jun-15,1,2,40312,A,,20.00,Posted\n15-Jun-15,2,1,40312,B,7.00,,Reversed\n';
    const { proposal, errors, spentPence } = await readByProposal('gl.csv', text, bodies);
    expect(proposal).toContain('    # leave_out: { Status: Reversed }\n');
    expect(proposal).toContain('reference: [Doc number, Line]');
    expect([errors, spentPence]).toEqual([[], 8700n]);
  });

  test('headers that YAML would take for something else are quoted', async () => {
    const text =
      'Posting date: actual,# Doc no,"Cost centre, code",Net {£},Yes\n14-Jun-15,1,40312,100.00,a\n15-Jun-15,2,40312,1.50,b\n';
    const { errors, spentPence } = await readByProposal('gl.csv', text, bodies);
    expect([errors, spentPence]).toEqual([[], 10_150n]);
  });
});

test('a file that an entry describes, or that reads, is proposed nothing', async () => {
  const fund = await freshFund();
  const text = await new FundFolder(fieldCase('_fund')).read('ledgers/expenditure-council.csv');
  await fund.write('ledgers/expenditure-council.csv', text);
  const { result } = await previewed([`${fund.path}/ledgers/expenditure-council.csv`, fund.path]);
  expect([result?.posted, result?.proposal]).toEqual([2, undefined]);
});

/** Headers as a system may write them, and as nobody should. */
const header = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[\r\n"]/g, ' '));

test('a proposal is YAML whatever the headers are, and names headers of the file', async () => {
  const fund = await freshFund();
  const folder = new FundFolder(await temporaryFolder());
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.tuple(header, header, header, header), async ([one, two, three, four]) => {
      const names = [`Date ${one}`, `Net £${two}`, `Doc no ${three}`, `Cost centre ${four}`];
      const rows = [
        ['14-Jun-15', '1.00', 'D1', '40312'],
        ['15-Jun-15', '2.50', 'D2', '40312'],
      ];
      await folder.write('gl.csv', csvText(names, rows));
      const { result } = await previewed([join(folder.path, 'gl.csv'), fund.path, '--as', 'expenditure']);
      if (result?.proposal === undefined) return;
      const [entry] = z
        .array(z.object({ columns: z.record(z.string(), z.string()) }))
        .parse(parseYaml(result.proposal));
      for (const said of Object.values(entry?.columns ?? {})) {
        expect(names.map((name) => plainText(name).trim())).toContain(said);
      }
      read += 1;
    }),
    { seed: 20_150_614, numRuns: 100 },
  );
  expect(read).toBeGreaterThan(50);
});

describe('an export of contributions', () => {
  async function proposed(text: string): Promise<string> {
    const folder = new FundFolder(await temporaryFolder());
    await folder.write('income.csv', text);
    const { result } = await previewed([
      join(folder.path, 'income.csv'),
      (await freshFund()).path,
      '--as',
      'contributions',
    ]);
    return result?.proposal ?? '';
  }

  test('is asked for its side, its source and whether it is tied, where its payers are ours', async () => {
    const proposal = await proposed(
      'Date,Doc no,Payer,Debit,Credit\n14-Apr-15,1,ICB1,,100.00\n15-Apr-15,2,icb2,,50.00\n',
    );
    expect(proposal).toContain('times -1 turns');
    expect(parseYaml(proposal)).toEqual(
      [
        {
          kind: 'contributions',
          files: 'ledgers/income*.csv',
          unit: 'pounds',
          columns: {
            date: 'Date',
            partner: 'Payer',
            amount: { debit: 'Debit', credit: 'Credit', times: 'FILL IN' },
            reference: 'Doc no',
          },
          constants: { source: 'FILL IN', heading: 'FILL IN' },
        },
      ].map(({ columns: { date: _, ...columns }, ...entry }) => ({ ...entry, columns })),
    );
    // Only what is agreed to be paid in is named, and that a receipt may be tied to nothing.
    expect(proposal).toContain('# disabled-facilities-grant or nhs-minimum');
    expect(proposal).toContain('# disabled-facilities-grant or none');
  });

  test('whose payers have names of its own has them in a table, with the source and the heading beside them', async () => {
    const proposal = await proposed(
      'Receipt date,Receipt no,Received from,Narrative,Amount\n14/04/2015,R1,Health board east,Q1,100.00\n30/04/2015,R2,Central government,DFG,50.00\n',
    );
    expect(parseYaml(proposal)).toEqual([
      {
        kind: 'contributions',
        files: 'ledgers/income*.csv',
        unit: 'pounds',
        columns: { date: 'Receipt date', reference: 'Receipt no', note: 'Narrative' },
        map: { partner: { by: 'Received from', table: 'maps/income.csv' } },
      },
    ]);
    expect(proposal).toContain('source and heading beside partner');
  });
});

describe('amounts marked in their own cells', () => {
  const rows = (...amounts: readonly string[]) =>
    [
      'Date,Doc no,Cost centre,Text,Net',
      ...amounts.map((amount, nth) => `1${nth}-Jun-15,D${nth},40312,care,${amount}`),
      '',
    ].join('\n');

  test('are proposed with the word that marks a credit', async () => {
    const { proposal, errors, spentPence } = await readByProposal(
      'gl.csv',
      rows('120.00 DR', '20.50 CR', '1.00'),
      bodies,
    );
    expect(proposal).toContain('amount: { value: Net, marked: CR }');
    expect([errors, spentPence]).toEqual([[], 10_050n]);
  });

  test('of which none is a credit yet have the other word of theirs', async () => {
    const { proposal, spentPence } = await readByProposal('gl.csv', rows('120.00 DR', '20.50 DR'), bodies);
    expect([proposal.includes('no credit has come yet'), spentPence]).toEqual([true, 14_050n]);
  });

  test('with words that are none of ours are asked about', async () => {
    const answers = { ...bodies, marked: 'H' };
    const { proposal, spentPence } = await readByProposal('gl.csv', rows('120.00', '20.50 H'), answers);
    expect(proposal).toContain('“Net” has “H”: which is a credit?');
    expect(spentPence).toBe(9950n);
    const two = await readByProposal('gl.csv', rows('120.00 S', '20.50 H'), { ...bodies, amount: 'Net' });
    expect(two.proposal.replace(/\n *# /g, ' ')).toContain('ask for a column of signs');
    expect([two.errors.length > 0, two.spentPence]).toEqual([true, undefined]);
  });
});

test('a column of money that is not called so is proposed, where money stands below it to the penny', async () => {
  const fund = await freshFund();
  const rows = [
    'Date,Supplier,Order No,Spend,Tax',
    '12/06/2015,Acme,1001,1200.00,240.00',
    '13/06/2015,Bolt,1002,34.56,6.91',
  ];
  await fund.write('export.csv', `${rows.join('\r\n')}\r\n`);
  const { result } = await previewed([join(fund.path, 'export.csv'), fund.path, '--as', 'expenditure']);
  expect(result?.proposal).toContain('amount: Spend');
  expect(result?.proposal).toContain('see that none of it is the\n    # amount\n    ignore: [Tax]');
});

test.each([
  ['words alone', 'Some words,others\nno header,here\n'],
  ['numbers without a day', 'Supplier,Order No,Spend\nAcme,1001,1200.00\n'],
])('of %s nothing is proposed, and why is said', async (_, text) => {
  const fund = await freshFund();
  await fund.write('export.csv', text);
  const { result } = await previewed([join(fund.path, 'export.csv'), fund.path, '--as', 'expenditure']);
  expect([result?.proposal, result?.isUnlikeAny]).toEqual([undefined, true]);
  const { stdout } = await bcf(['preview', join(fund.path, 'export.csv'), fund.path, '--as', 'expenditure']);
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'No entry is proposed: none of its first lines names a day and an amount',
  );
});
