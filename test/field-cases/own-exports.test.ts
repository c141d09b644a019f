import { describe, expect, test } from 'vitest';
import { openFund } from '../../src/fund/open-fund.js';
import { sumOf } from '../../src/journal/tally.js';
import { describeExpenditure, fieldCaseFund, fieldFund, openedField } from '../support/field-fund.js';
import { glFund } from '../support/gl-fund.js';

const codes = 'schedule: ICB1, applied_by: COUNCIL, heading: adult-social-care, source: nhs-minimum';

describe('field cases of a body’s own columns, described once in the agreement', () => {
  test('11a: two spellings of a header', async () => {
    const fund = await fieldCaseFund('11a-header-varies-by-month');
    await fund.edit(
      'agreement.yaml',
      'date: "Date paid", amount: "Net amount"',
      'date: [Date paid, Payment date], amount: Net amount',
    );
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 246_912n]);
  });

  test('11f: columns whose cells may all be blank are missing', async () => {
    const { said, spentPence } = await openedField(await fieldCaseFund('11f-no-district-note'));
    expect([said, spentPence]).toEqual([[], 123_456n]);
  });

  test('11g: an export without our codes, which are the same in every row', async () => {
    const fund = await fieldCaseFund('11g-export-without-codes');
    await describeExpenditure(fund, [
      'files: ledgers/expenditure*.csv',
      'unit: pounds',
      'columns: { date: Date paid, amount: Net amount, reference: Doc no, note: Supplier }',
      `constants: { ${codes} }`,
      'ignore: [Directorate, Expense type]',
    ]);
    const { said, spentPence, fund: opened } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 123_456n]);
    expect(opened?.inputs.at(-1)?.rows).toBe(1);
  });

  test('11h: one body’s code is declared', async () => {
    const fund = await fieldCaseFund('11h-constants-in-agreement');
    await fund.edit('agreement.yaml', 'values: { applied_by: COUNCIL }', 'constants: { applied_by: COUNCIL }');
    const { said, spentPence } = await openedField(fund);
    // The file’s own column of that name is not read, which is said.
    expect([said, spentPence]).toEqual([['BCF3007 ledgers/expenditure-council.csv:1'], 123_456n]);
  });

  test.each([
    ['02-preamble', 'Better Care Fund expenditure report'],
    ['02b-preamble-excel', 'Spend report Q1 2015/16'],
  ])('%s: the header is the first line that has the columns', async (name, title) => {
    const { said, inputs, spentPence } = await openedField(await fieldCaseFund(name));
    expect([said, spentPence]).toEqual([[], 123_456n]);
    const layout = inputs.find(({ path }) => path === 'ledgers/expenditure-council.csv')?.layout;
    expect([layout?.headerLine, layout?.passedOver]).toEqual([
      4,
      [
        { what: 'above', lines: 2, line: 1, text: title },
        { what: 'blank', lines: 1, line: 3 },
      ],
    ]);
  });

  test.each([
    ['07-invoice-several-lines', ['INV-5512/1', 'INV-5512/2', 'INV-5513/1'], 246_912n],
    ['07b-invoice-split-schemes', ['INV-5512/1', 'INV-5512/2'], 123_456n],
  ])('%s: lines of one invoice are numbered', async (name, references, pence) => {
    const fund = await fieldCaseFund(name);
    const undeclared = await openedField(fund);
    expect(undeclared.said.map((said) => said.slice(0, 7))).toEqual(['BCF3411']);
    expect(undeclared.diagnostics[0]?.help).toContain('lines_of_a_document: numbered');
    await describeExpenditure(fund, [
      'files: ledgers/expenditure*.csv',
      'unit: pounds',
      'lines_of_a_document: numbered',
    ]);
    const seen: string[] = [];
    const { fund: opened } = await openFund(fund.path, '.', [], ({ cells }) => {
      if (cells.kind === 'expenditure') seen.push(cells.optional('reference'));
    });
    expect(seen).toEqual(references);
    expect(opened && sumOf(opened.tallies.upTo('expenditure', 'Q4'))).toBe(pence);
  });

  test('07c: without a document number, other cells make the reference', async () => {
    const fund = await fieldCaseFund('07c-no-reference');
    await describeExpenditure(fund, [
      'files: ledgers/expenditure*.csv',
      'unit: pounds',
      'columns: { reference: [date, schedule] }',
      'lines_of_a_document: numbered',
      'ignore: [reference]',
    ]);
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 123_456n]);
  });

  test('rows of a numbered export that come again in the next count once', async () => {
    const fund = await fieldCaseFund('07-invoice-several-lines');
    await describeExpenditure(fund, [
      'files: ledgers/expenditure*.csv',
      'unit: pounds',
      'lines_of_a_document: numbered',
    ]);
    const rows = await fund.read('ledgers/expenditure-council.csv');
    const more = '01/07/2015,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,,1.00,INV-5514,\n';
    await fund.write('ledgers/expenditure-to-date.csv', `${rows}${more}`);
    const { said, spentPence } = await openedField(fund);
    expect(said).toEqual([
      'BCF3441 ledgers/expenditure-council.csv:4',
      'BCF3071 ledgers/expenditure-to-date.csv:undefined',
      'BCF3441 ledgers/expenditure-to-date.csv:4',
    ]);
    expect(spentPence).toBe(247_012n);
  });

  test('12a: debits and credits in two columns', async () => {
    const fund = await fieldCaseFund('12a-debit-credit-columns');
    await fund.edit('agreement.yaml', 'amount: Debit', 'amount: { debit: Debit, credit: Credit }');
    const without = await openedField(fund);
    expect(without.said).toEqual(['BCF3413 ledgers/expenditure-council.csv:3']);
    await fund.edit('ledgers/expenditure-council.csv', 'R2,,200.00', 'R2,credit note,200.00');
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 103_456n]);
  });

  test('12b: a column says which amounts are credits', async () => {
    const fund = await fieldCaseFund('12b-sign-column');
    await fund.edit(
      'agreement.yaml',
      'files: ledgers/expenditure*.csv, unit: pounds',
      'files: ledgers/expenditure*.csv, unit: pounds, columns: { amount: { value: amount, sign: D/C, credit: C } }',
    );
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 103_456n]);
  });
});

const file = 'ledgers/expenditure-gl.csv';

describe('a general ledger with cost centres', () => {
  const header = 'Posting date,Cost centre,Subjective,Document no,Line,Narrative,Supplier,Debit,Credit,Status';
  const rows = [
    '12-Jun-15,40312,3010,510001,1,Home care June,Care Ltd,"1,200.00",,Posted',
    '12-Jun-15,40312,3010,510001,2,Home care June,Care Ltd,34.56,,Posted',
    '15-Jun-15,40315,3020,510002,1,,Beds Ltd,100.00,,Posted',
    '16-Jun-15,40315,3020,510003,1,credit for 510002,Beds Ltd,,20.00,Posted',
    '17-Jun-15,40312,3010,510004,1,keyed twice,Care Ltd,999.99,,Reversed',
  ];
  const description = [
    'files: ledgers/expenditure-gl.csv',
    'unit: pounds',
    'columns:',
    '  date: Posting date',
    '  amount: { debit: Debit, credit: Credit }',
    '  reference: [Document no, Line]',
    '  note: { from: Narrative, or: Supplier }',
    'constants: { schedule: ICB1, applied_by: COUNCIL, source: nhs-minimum }',
    'map: { heading: { by: [Cost centre, Subjective], table: maps/gl.csv } }',
    'leave_out: { Status: [Reversed, Parked] }',
  ];
  const map =
    'Cost centre,Subjective,heading,scheme,what it is\n40312,*,adult-social-care,ICB1-01,home care\n40310-40319,3020,adult-social-care,,beds\n';
  const leftOut = `BCF3060 ${file}:6`;
  const fundOf = (lines: readonly string[], table = map) =>
    fieldFund(description, { [file]: `${[header, ...lines].join('\n')}\n`, 'maps/gl.csv': table });

  test('reads by its own codes, with what is left out counted and added up', async () => {
    const { said, spentPence, inputs, diagnostics } = await openedField(await fundOf(rows));
    expect([said, spentPence]).toEqual([[leftOut], 131_456n]);
    expect(diagnostics[0]?.message).toBe('1 row, £999.99 in all, left out: Status is “Reversed”');
    expect(inputs.map(({ path }) => path)).toContain('maps/gl.csv');
    expect(inputs.find(({ path }) => path === file)?.rows).toBe(4);
  });

  test('is posted as the same rows in our columns are', async () => {
    const ours = [
      'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note',
      '2015-06-12,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,,1200.00,510001/1,Home care June',
      '2015-06-12,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,,34.56,510001/2,Home care June',
      '2015-06-15,ICB1,COUNCIL,adult-social-care,nhs-minimum,,,100.00,510002/1,Beds Ltd',
      '2015-06-16,ICB1,COUNCIL,adult-social-care,nhs-minimum,,,-20.00,510003/1,credit for 510002',
    ];
    const plain = await openedField(
      await fieldFund(['files: ledgers/expenditure-ours.csv', 'unit: pounds'], {
        'ledgers/expenditure-ours.csv': `${ours.join('\n')}\n`,
      }),
    );
    const { fund } = await openedField(await fundOf(rows));
    // Their files and lines are each its own.
    const balancesOf = (opened: typeof fund) =>
      [...(opened?.journal.balances('actual') ?? [])].map(({ firstRows, ...balance }) => ({
        ...balance,
        firstRows: firstRows.length,
      }));
    expect(balancesOf(fund)).toHaveLength(3);
    expect(balancesOf(fund)).toEqual(balancesOf(plain.fund));
  });

  test('a code without a line waits, with its rows and its money; the others are read in the same run', async () => {
    const found = await openedField(
      await fundOf([
        ...rows,
        '18-Jun-15,40999,3010,510005,1,,Care Ltd,10.00,,Posted',
        '18-Jun-15,40999,3010,510006,1,,Care Ltd,,4.00,Posted',
        '19-Jun-15,40312,3010,510007,1,,Care Ltd,1.234,,Posted',
      ]),
    );
    expect(found.said).toEqual([leftOut, `BCF3061 ${file}:7`, `BCF3225 ${file}:9`]);
    expect(found.diagnostics[1]?.message).toBe(
      'no line of maps/gl.csv says what 40999, 3010 is with us: 2 rows, £6.00, wait for it',
    );
  });

  test('a line that somebody has not filled in says nothing yet', async () => {
    const found = await openedField(await fundOf(rows, `${map}40999,*,,,\n`));
    expect(found.said).toEqual([leftOut]);
    const waiting = await openedField(
      await fundOf([...rows, '18-Jun-15,40999,3010,510005,1,,Care Ltd,10.00,,Posted'], `${map}40999,*,,,\n`),
    );
    expect(waiting.said).toEqual([leftOut, `BCF3061 ${file}:7`]);
  });

  test('two of our columns by one table, each by its own columns of the export', async () => {
    const table =
      'Cost centre,Subjective,heading,scheme\n40312,3010,adult-social-care,ICB1-01\n40315,3020,adult-social-care,\n';
    const lines = description.map((line) =>
      line.startsWith('map:')
        ? 'map: { scheme: { by: Subjective, table: maps/gl.csv }, heading: { by: Cost centre, table: maps/gl.csv } }'
        : line,
    );
    const fund = await fieldFund(lines, { [file]: `${[header, ...rows].join('\n')}\n`, 'maps/gl.csv': table });
    const { said, spentPence } = await openedField(fund);
    // A scheme that is blank in its own table waits as a code without a line does.
    expect([said, spentPence]).toEqual([[leftOut, `BCF3061 ${file}:4`], undefined]);
    await fund.edit('maps/gl.csv', 'adult-social-care,\n', 'adult-social-care,ICB1-01\n');
    const filled = await openedField(fund);
    expect([filled.said, filled.spentPence]).toEqual([[leftOut], 131_456n]);
  });

  test('a table outside the fund folder is not read', async () => {
    const fund = await fundOf(rows);
    await fund.edit('agreement.yaml', 'table: maps/gl.csv', 'table: ../gl.csv');
    expect((await openedField(fund)).said.map((one) => one.slice(0, 7))).toEqual(['BCF1028']);
  });

  test('a total at its foot is of debits less credits, and one that differs is told', async () => {
    const total = (debit: string, credit: string) => `,,,,,,Total,${debit},${credit},`;
    const agreed = await openedField(await fundOf([...rows.slice(0, 4), total('1334.56', '20.00')]));
    expect([agreed.said, agreed.passedOver]).toEqual([[], [`1 total ${file}:6`]]);
    expect(agreed.spentPence).toBe(131_456n);
    // An export adds up all that it prints, also what the agreement leaves out.
    const ofAll = await openedField(await fundOf([...rows, total('2334.55', '20.00')]));
    expect([ofAll.said, ofAll.passedOver]).toEqual([[leftOut], [`1 total ${file}:7`, `1 left-out ${file}:6`]]);
    const ofLedger = await openedField(await fundOf([...rows, total('1334.56', '20.00')]));
    expect([ofLedger.said, ofLedger.passedOver]).toEqual([[leftOut], [`1 total ${file}:7`, `1 left-out ${file}:6`]]);
    const differs = await openedField(await fundOf([...rows.slice(0, 4), total('1334.56', '')]));
    expect(differs.said).toEqual([`BCF3018 ${file}:6`]);
  });
});

describe('what an entry says of the form of dates and amounts', () => {
  const fundOf = (how: string, text: string) =>
    fieldFund(
      [
        `files: ${file}`,
        'unit: pounds',
        'columns: { date: Day, amount: Net, reference: Ref }',
        `constants: { ${codes} }`,
        how,
      ],
      { [file]: text },
    );

  test.each([
    ['dates: mm/dd/yyyy', 'Day,Net,Ref\n06/07/2015,1.00,A\n', 'Q1'],
    ['dates: dd/mm/yyyy', 'Day,Net,Ref\n06/07/2015,1.00,A\n', 'Q2'],
    ['dates: yy-mm-dd', 'Day,Net,Ref\n16-03-15,1.00,A\n', 'Q4'],
    ['dates: dd-Mon-yy', 'Day,Net,Ref\n16-Mar-16,1.00,A\n', 'Q4'],
  ] as const)('%s of %j falls in %s', async (how, text, quarter) => {
    const { said, fund } = await openedField(await fundOf(how, text));
    expect(said).toEqual([]);
    expect(fund?.tallies.in(quarter).map(({ kind, rows }) => [kind, rows])).toEqual([['expenditure', 1]]);
  });

  test('pence behind a comma', async () => {
    const text = 'Day;Net;Ref;note\n2015-06-01;1.234,56;A;\n2015-06-02;-0,5;B;back\n2015-06-03;1.234;C;\n';
    const { said, spentPence } = await openedField(await fundOf('decimal: comma', text));
    expect([said, spentPence]).toEqual([[], 123_456n - 50n + 123_400n]);
  });
});

describe('a credit that is marked in its own cell', () => {
  const description = [
    'files: ledgers/expenditure*.csv',
    'unit: pounds',
    'columns: { amount: { value: Net, marked: [CR, C] } }',
    'constants: { schedule: ICB1, applied_by: COUNCIL, heading: adult-social-care, source: nhs-minimum }',
  ];
  const ledger = (...amounts: readonly string[]) => ({
    'ledgers/expenditure-a.csv': [
      'date,Net,reference,note',
      ...amounts.map((amount, index) => `12/06/2015,"${amount}",R${index},care`),
    ].join('\n'),
  });

  test('is negative, before the amount and behind it; a debit, and what has no mark, is as it stands', async () => {
    const amounts = ['100.00', '1,000.00 DR', '£20.00CR', 'CR 3.00', 'Cr. £0.40', '0.05 c', '(6.00)', '-70.00'];
    const { said, spentPence } = await openedField(await fieldFund(description, ledger(...amounts)));
    expect([said, spentPence]).toEqual([[], 10_000n + 100_000n - 2_000n - 300n - 40n - 5n - 600n - 7_000n]);
  });

  test('with a sign of its own too it is refused; so is one with two marks, and one that is no number', async () => {
    const { said } = await openedField(
      await fieldFund(description, ledger('-1.00 CR', 'CR 1.00 CR', 'x CR', '1.00 XR')),
    );
    expect(said.map((one) => one.slice(0, 7))).toEqual(['BCF3064', 'BCF3221', 'BCF3209', 'BCF3209']);
  });

  test('undeclared it is refused, and how to declare it is said', async () => {
    const { diagnostics } = await openedField(await fieldCaseFund('06e-cr-suffix'));
    expect(diagnostics[0]?.help).toContain('amount: { value: its header, marked: CR }');
  });
});

test('a row with a code that nobody mapped is read on: what else is wrong with it is found in the same run', async () => {
  const fund = await glFund({
    'ledgers/gl-june.csv': [
      'Posting date,Document no,Line,Cost centre,Narrative,Supplier,Status,Debit,Credit,VAT',
      '12/06/2015,510001,1,40312,Home care,A,Posted,100.00,,',
      '31/06/2015,510002,1,49999,Beds,B,Posted,20.00,,',
      '12/06/2015,510003,1,49999,,,Posted,,5.00,',
      '12/06/2015,510001,1,49999,Again,C,Posted,7.00,,',
      '12/07/2014,510004,1,40312,Early,C,Posted,x,,',
    ].join('\n'),
    'maps/council.csv': 'Cost centre,heading,scheme\n40312,adult-social-care,ICB1-01\n',
  });
  const { said, fund: opened } = await openedField(fund);
  const file = 'ledgers/gl-june.csv';
  expect(said.toSorted()).toEqual(
    [
      `BCF3061 ${file}:3`,
      `BCF3212 ${file}:3`,
      `BCF3413 ${file}:4`,
      `BCF3411 ${file}:5`,
      `BCF3209 ${file}:6`,
      `BCF3214 ${file}:6`,
    ].toSorted(),
  );
  expect(opened).toBeUndefined();
});

test('rows left out whose amounts cannot be read are not nil in silence', async () => {
  const fund = await glFund({
    'ledgers/gl-june.csv': [
      'Posting date,Document no,Line,Cost centre,Narrative,Supplier,Status,Debit,Credit,VAT',
      '12/06/2015,510001,1,40312,Home care,A,Posted,100.00,,',
      '12/06/2015,510002,1,40312,Beds,B,Reversed,20.00,,',
      '12/06/2015,510003,1,40312,Beds,B,Reversed,45k,,',
    ].join('\n'),
    'maps/council.csv': 'Cost centre,heading,scheme\n40312,adult-social-care,ICB1-01\n',
  });
  const { diagnostics, spentPence } = await openedField(fund);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '2 rows, £20.00 in all, and 1 of them without an amount that can be read, left out: Status is “Reversed”',
  ]);
  expect(spentPence).toBe(10_000n);
});

test.each(['{ debit: Net, credit: net }', '{ value: Net, sign: Net, credit: C }'])(
  'an entry that takes one cell twice is refused: %s',
  async (amount) => {
    const fund = await fieldFund(['files: ledgers/x*.csv', 'unit: pounds', `columns: { amount: ${amount} }`], {});
    expect((await openedField(fund)).said.map((one) => one.slice(0, 7))).toContain('BCF1060');
  },
);
