import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fieldCaseFund, fieldFund, openedField } from '../support/field-fund.js';

describe('field cases that read as they are', () => {
  test.each([
    ['02c-blank-first-line', ['1 blank ledgers/expenditure-council.csv:1'], 123_456n],
    ['11c-header-line-break', [], 123_456n],
    ['11d-header-pound', [], 123_456n],
    ['11d2-header-gbp', [], 123_456n],
    ['11d3-header-k', [], 123_456n],
    ['11d4-header-£k', [], 123_456n],
    ['11e-trailing-space-quote-bom', [], 123_456n],
    ['17-unbudgeted', [], 13_700n],
  ])('%s', async (name, expected, pence) => {
    const { said, passedOver, spentPence } = await openedField(await fieldCaseFund(name));
    expect([said, passedOver, spentPence]).toEqual([[], expected, pence]);
  });

  test('17-unbudgeted: spending without a forecast has no outturn, and no share of nil', async () => {
    const fund = await fieldCaseFund('17-unbudgeted');
    const { stdout } = await bcf(['variance', fund.path, '--all']);
    expect(stdout).toContain('77.00');
    expect(stdout).not.toMatch(/NaN|Infinity|undefined/);
  });
});

test.each(['Total,300.00,60.00,360.00', 'Grand total:,300.00,60.00,"(360.00)"', ',300.00,60.00,360.00'])(
  'a total has a sum below each column of money: %s',
  async (total) => {
    const [words = '', ...sums] = total.split(',');
    const described = [
      'files: ledgers/expenditure*.csv',
      'unit: pounds',
      'columns: { amount: Net }',
      'constants: { schedule: ICB1, applied_by: COUNCIL, heading: adult-social-care, source: nhs-minimum }',
      'ignore: [VAT, Gross]',
    ];
    const fund = await fieldFund(described, {
      'ledgers/expenditure-a.csv': [
        'date,Net,VAT,Gross,reference,note',
        '12/06/2015,100.00,20.00,120.00,R1,care',
        '13/06/2015,200.00,40.00,240.00,R2,care',
        `${words},${sums.join(',')},,`,
      ].join('\n'),
    });
    const { said, passedOver, spentPence } = await openedField(fund);
    expect([said, passedOver, spentPence]).toEqual([[], ['1 total ledgers/expenditure-a.csv:4'], 30_000n]);
  },
);

describe('a row in one cell', () => {
  const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';
  const row = '12/06/2015,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,,10.00,R1,care at home';

  test.each([row, row.replaceAll(',', ';'), '12/06/2015,care at home,10.00'])(
    'is no note, however its line is filled up: %s',
    async (cell) => {
      const fund = await fieldFund(['files: ledgers/expenditure*.csv', 'unit: pounds'], {
        'ledgers/expenditure-a.csv': `${header}\n${row}\n"${cell}",,,,,,,,,\n`,
      });
      const { said, fund: opened } = await openedField(fund);
      expect(said).toEqual(['BCF3010 ledgers/expenditure-a.csv:3']);
      expect(opened).toBeUndefined();
    },
  );

  test.each([
    ['Prepared by J. Smith, Finance, on 12.06.2015', []],
    ['Source: ledger extract, period 3', []],
    ['Note: £5.00 is disputed', ['BCF3043 ledgers/expenditure-a.csv:3']],
    ['Add accrual of 1,500 for June', ['BCF3043 ledgers/expenditure-a.csv:3']],
  ])('words stay a note, and one that speaks of money is named: %s', async (words, expected) => {
    const fund = await fieldFund(['files: ledgers/expenditure*.csv', 'unit: pounds'], {
      'ledgers/expenditure-a.csv': `${header}\n${row}\n"${words}",,,,,,,,,\n`,
    });
    const { said, passedOver, spentPence } = await openedField(fund);
    expect([said, passedOver]).toEqual([expected, ['1 note ledgers/expenditure-a.csv:3']]);
    expect(spentPence).toBe(1_000n);
  });
});

describe('field cases of shares', () => {
  test.each([
    ['Equal', ['33.34', '33.34', '33.33']],
    ['Floaty', ['35.26', '34.91', '29.84']],
    ['Pct', ['33.00', '33.00', '34.01']],
    ['Fine', ['33.12', '33.45', '33.44']],
    ['Pct1', ['33.30', '33.30', '33.41']],
    ['Pct3', ['33.34', '33.33', '33.34']],
  ])('21-apportion: %s adds up to the penny', async (line, shares) => {
    const { stdout } = await apportioned(line);
    const { result } = JSON.parse(stdout);
    expect(result.shares.map(({ share }: { share: string }) => share)).toEqual(shares);
  });

  test.each([
    ['Zero', 'every weight is nil'],
    ['Neg', 'a weight is negative'],
    ['Blank', 'there is no number in thirds for “b”'],
  ])('21-apportion: %s is refused', async (line, words) => {
    const { stderr, exitCode } = await apportioned(line);
    expect([exitCode, stderr.replace(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(words)]);
  });

  async function apportioned(line: string) {
    const fund = await fieldCaseFund('21-apportion');
    await fund.remove('ledgers/expenditure-council.csv');
    return bcf(['apportion', '100.01', fund.path, '--by', `thirds[line=${line}]`, '--json']);
  }

  test.each([
    ['23a-fixed-shares', 'the shares add up to 99.99%, not 100%'],
    ['23d-fixed-shares', '“33%” is not a percentage'],
    ['23f-instalments-3333', 'the instalments add up to 99.99%, not 100%'],
    ['11d5-header-£m', 'the header “Amount (£m)” says £m, and the agreement declares pounds for this file'],
  ])('%s is named', async (name, words) => {
    const { diagnostics, fund } = await openedField(await fieldCaseFund(name));
    expect(diagnostics.map(({ message }) => message)).toContain(words);
    expect(fund).toBeUndefined();
  });
});
