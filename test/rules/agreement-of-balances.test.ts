import { cp } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FundFolder, yearEndCase } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';

const head = 'as_at,body,counterparty,receivable (£),payable (£),income (£),expenditure (£)\n';

/** A small year of which two CCGs, neither of them a host, say what they owe each other. */
async function said(rows: string) {
  const fund = await FundFolder.of({});
  await cp(yearEndCase('april-instalment'), fund.path, { recursive: true });
  await fund.write('ledgers/balances.csv', head + rows);
  await fund.append('agreement.yaml', '  - { kind: balances, files: ledgers/balances*.csv }\n');
  const { document, stderr } = await reconciledJson(fund.path, '--as-at', 'Q4');
  if (document.result === undefined) throw new Error(stderr);
  const found = document.diagnostics.filter(({ code }) => /^BCF240[3-6]$/.test(code));
  return { pair: document.result.settlement?.pairs[0], checks: document.result.checks, found };
}

describe('R5: balances between bodies are compared gross', () => {
  test('nets that are alike are not agreed where receivable and payable differ', async () => {
    const { pair, found } = await said('Q4,A1,B1,130,30,,\nQ4,B1,A1,0,100,,\n');
    expect(pair).toMatchObject({ agreed: false, differences: { receivable: '30.00', payable: '30.00' } });
    expect(pair?.message).toBe('not agreed: £30.00 apart on what Beta CCG owes; £30.00 apart on what Alpha CCG owes');
    expect(found.map(({ message }) => message)).toEqual([
      'Alpha CCG (A1) says that Beta CCG (B1) owes it £130.00, and Beta CCG (B1) says £100.00: £30.00 apart',
      'Beta CCG (B1) says that Alpha CCG (A1) owes it £0.00, and Alpha CCG (A1) says £30.00: £30.00 apart',
    ]);
  });

  test('income of one is expenditure of the other, and each is named', async () => {
    const { pair, found } = await said('Q4,A1,B1,10,0,250,40\nQ4,B1,A1,0,10,40,200\n');
    expect(pair).toMatchObject({
      agreed: false,
      differences: { receivable: '0.00', payable: '0.00', income: '50.00', expenditure: '0.00' },
    });
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'BCF2406 Alpha CCG (A1) says that it had £250.00 of income from Beta CCG (B1), and Beta CCG (B1) says that it had £200.00 of expenditure to Alpha CCG (A1): £50.00 apart',
    ]);
  });

  test('what is blank is not said: it is not compared, and the other is asked', async () => {
    const { pair, found } = await said('Q4,A1,B1,10,0,250,0\nQ4,B1,A1,0,10,,\n');
    expect(pair).toMatchObject({ agreed: true, differences: { receivable: '0.00', payable: '0.00' } });
    expect(pair?.differences).not.toHaveProperty('income');
    expect(found.map(({ message }) => message)).toEqual([
      'Alpha CCG (A1) has sent its income from Beta CCG (B1), and Beta CCG (B1) has not: nothing to compare',
      'Alpha CCG (A1) has sent its expenditure to Beta CCG (B1), and Beta CCG (B1) has not: nothing to compare',
    ]);
  });

  test('a host’s balance with a partner that both agree on is held against the ledgers, each way', async () => {
    const { found, checks } = await said('Q4,A1,CC,0,150000,,\nQ4,CC,A1,150000,0,,\n');
    expect(found.map(({ message }) => message)).toEqual([
      'Alpha CCG (A1) and County Council (CC) agree that Alpha CCG (A1) owes County Council (CC) £150,000.00, and the ledgers say £200,000.00: £50,000.00 apart',
    ]);
    expect(checks.filter(({ id }) => id.startsWith('balances.')).map(({ id, difference }) => [id, difference])).toEqual(
      [
        ['balances.CC.A1.receivable', '0.00'],
        ['balances.ledgers.CC.A1.receivable', '-50000.00'],
        ['balances.CC.A1.payable', '0.00'],
        ['balances.ledgers.CC.A1.payable', '0.00'],
      ],
    );
  });

  test('whatever two bodies say, each way that differs is found once, and no other', async () => {
    const amount = fc.integer({ min: 0, max: 3 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(...Array.from({ length: 8 }, () => amount)), async (amounts) => {
        const [owed = 0, owes = 0, earned = 0, spent = 0, ...others] = amounts;
        const mirrored = [others[1], others[0], others[3], others[2]];
        const { pair, found } = await said(`Q4,A1,B1,${owed},${owes},${earned},${spent}\nQ4,B1,A1,${others.join()}\n`);
        const apart = [owed, owes, earned, spent].filter((own, index) => own !== mirrored[index]).length;
        expect(found).toHaveLength(apart);
        expect(pair?.agreed).toBe(apart === 0);
      }),
      { numRuns: 25 },
    );
  });
});
