import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { counted } from '../support/counted.js';
import { laidOver } from '../support/field-case.js';
import { FundFolder, fieldCase, fixture, temporaryFolder } from '../support/fund-folder.js';
import { checkedFiles, previewed, previewedElsewhere } from '../support/previewed.js';

/** Holds the preview of each file of a fund that lies elsewhere to what bcf check says with it in the fund. */
async function heldToCheck(fund: FundFolder, isWanted: (file: string) => boolean): Promise<number> {
  const checked = await checkedFiles(fund);
  let held = 0;
  for (const [file, { rows, pence, found }] of checked) {
    if (!isWanted(file)) continue;
    const seen = await previewedElsewhere(fund, file);
    expect([file, seen.rows, seen.pence, seen.found]).toEqual([file, rows, pence, found]);
    held += 1;
  }
  return held;
}

const cases = readdirSync(fieldCase('')).filter((name) => /^\d/.test(name));
/** A case that is laid over another fund than that of the field. */
const ofOtherFunds: readonly string[] = ['15f-kent-excel-resave', '22-balances'];

describe('what bcf preview says of a file, bcf check says of the fund with it', () => {
  test('every ledger of every field case', async () => {
    let held = 0;
    for (const name of cases.filter((one) => !ofOtherFunds.includes(one))) {
      held += await heldToCheck(await laidOver(name), (file) => file.startsWith('ledgers/'));
    }
    counted('ledgers of field cases previewed as they are checked', held);
    expect(held).toBeGreaterThan(100);
  });

  test.each(['kent-2015-16', 'kent-2015-16-illustrative'])('every file of %s', async (name) => {
    const fund = await FundFolder.copyOf(name);
    const held = await heldToCheck(fund, (file) => /^(ledgers\/|(plan|schemes|pro-forma)\.csv$)/.test(file));
    expect(held).toBeGreaterThanOrEqual(3);
  });
});

test('a file in the fund is previewed where it is, and counts once', async () => {
  const file = 'ledgers/expenditure-kcc-q1.csv';
  const folder = fixture('kent-2015-16-illustrative');
  const { result, exitCode } = await previewed([`${folder}/${file}`, folder]);
  expect([result?.file, result?.rows, result?.posted, result?.amount, exitCode]).toEqual([
    file,
    69,
    69,
    '8165823.54',
    0,
  ]);
});

test('a newer file of a name that the fund has is read in its place', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  const file = 'ledgers/expenditure-kcc-q1.csv';
  const folder = await temporaryFolder();
  await cp(`${fund.path}/${file}`, `${folder}/expenditure-kcc-q1.csv`);
  const { result, exitCode } = await previewed([`${folder}/expenditure-kcc-q1.csv`, fund.path]);
  expect([result?.replaces, result?.posted, result?.errors, exitCode]).toEqual([file, 69, 0, 0]);
});
