import { describe, expect, test } from 'vitest';
import { copyOfBase } from '../support/base-fund.js';
import { FundFolder } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';

const header = 'as_at,schedule,applied_by,heading,scheme,amount\n';
const others = `Q1,CC,CC,buildings,,500
Q1,01A,CC,social-care,N1,1800
Q1,02B,CC,social-care,S1,1200
Q1,01A,01A,community,N2,1200
Q1,02B,02B,community,S2,800
`;

async function withForecasts(rows: string): Promise<FundFolder> {
  const fund = await copyOfBase();
  await fund.write('ledgers/forecast.csv', header + others + rows);
  return fund;
}

async function found(fund: FundFolder, ...flags: readonly string[]) {
  const { document } = await reconciledJson(fund.path, ...flags);
  return {
    codes: document.diagnostics.map(({ code }) => code),
    messages: document.diagnostics.map(({ message }) => message),
    forecast: document.result?.flowOfFunds.totals.applications.forecast,
    grant: document.result?.ringFences.find(({ heading }) => heading === 'adaptations')?.forecast,
    result: document.result,
  };
}

describe('the members of a group', () => {
  test('their forecasts are the group’s', async () => {
    const { codes, forecast, grant } = await found(
      await withForecasts('Q1,CC,hill,adaptations,,600\nQ1,CC,dale,adaptations,,390\n'),
    );
    expect([codes, forecast, grant]).toEqual([[], '6490.00', '990.00']);
  });

  test('a group’s own forecast is one too', async () => {
    const { codes, grant } = await found(await withForecasts('Q1,CC,districts,adaptations,,990\n'));
    expect([codes, grant]).toEqual([[], '990.00']);
  });

  test.each([
    'Q1,CC,districts,adaptations,,990\nQ1,CC,hill,adaptations,,600\n',
    'Q1,CC,hill,adaptations,,600\nQ1,CC,districts,adaptations,,990\n',
  ])('both together are refused, in any order %#', async (rows) => {
    const { codes, result } = await found(await withForecasts(rows));
    expect([codes, result]).toEqual([['BCF3450'], undefined]);
  });

  test('one that has not forecast is named, and one that expects nothing says so', async () => {
    const rows = 'Q1,CC,hill,adaptations,,600\n';
    const { messages } = await found(await withForecasts(rows));
    expect(messages).toEqual([
      'Disabled facilities grant: not every member of Districts has a forecast as at Q1, and nothing is counted for who has none: Dale District',
    ]);
    expect((await found(await withForecasts(`${rows}Q1,CC,dale,adaptations,,0\n`))).codes).toEqual([]);
  });

  test('their spending is the group’s, under their own names', async () => {
    const fund = await copyOfBase();
    const before = await found(fund);
    await fund.edit('ledgers/expenditure.csv', 'CC,districts,adaptations,dfg,,hill', 'CC,hill,adaptations,dfg,,');
    const after = await found(fund);
    expect(after.codes).toEqual(before.codes);
    expect(after.result?.ringFences).toEqual(before.result?.ringFences);
    expect(after.result?.byPartner).toEqual(before.result?.byPartner);
  });

  test('a group’s row is refused where its members are planned, and its spending is the member’s that it names', async () => {
    const fund = await withForecasts('Q1,CC,districts,adaptations,,990\n');
    await fund.write(
      'plan.csv',
      (await fund.read('plan.csv')).replace(
        /^CC,dfg,adaptations,districts,1000,(.*)$/m,
        'CC,dfg,adaptations,hill,600,$1\nCC,dfg,adaptations,dale,400,$1',
      ),
    );
    expect((await found(fund)).codes).toEqual(['BCF3451']);
    await fund.write(
      'ledgers/forecast.csv',
      `${header + others}Q1,CC,hill,adaptations,,600\nQ1,CC,dale,adaptations,,400\n`,
    );
    expect((await found(fund)).codes).toEqual([]);
  });

  test('what a member brought forward for a fence is in the fence', async () => {
    const fund = await copyOfBase();
    await fund.edit(
      'agreement.yaml',
      'ledgers:\n',
      'ledgers:\n  - { kind: opening, files: ledgers/opening.csv, unit: pounds }\n',
    );
    await fund.write('ledgers/opening.csv', 'pool,heading,partner,amount\nmain,adaptations,hill,30\n');
    const { result } = await found(fund);
    expect(result?.ringFences.find(({ heading }) => heading === 'adaptations')).toMatchObject({
      available: '1030.00',
      received: '1030.00',
    });
  });
});

test('the twelve districts of Kent forecast for themselves', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  const before = await found(fund, '--as-at', 'Q2');
  const districts =
    (await fund.read('agreement.yaml'))
      .match(/code: districts\n.*\n {4}members:\n((?: {6}- .*\n)+)/)?.[1]
      ?.trim()
      .replaceAll('- ', '')
      .split(/\s+/) ?? [];
  expect(districts).toHaveLength(12);
  const file = 'ledgers/forecast-kcc.csv';
  const text = await fund.read(file);
  const [row = '', amount = ''] = /^Q2,KCC,districts,disabled-facilities-grant,,(.*)$/m.exec(text) ?? [];
  const each = districts.map((code, nth) => `Q2,KCC,${code},disabled-facilities-grant,,${nth === 0 ? amount : '0'}`);
  await fund.write(file, text.replace(row, each.join('\n')));
  const after = await found(fund, '--as-at', 'Q2');
  expect([after.codes, after.forecast, after.grant]).toEqual([before.codes, before.forecast, before.grant]);
  expect(before.forecast).toBeDefined();
});
