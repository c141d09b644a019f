import { describe, expect, test } from 'vitest';
import type { ReconciliationText } from '../../src/statement/reconciliation-schema.js';
import { penceOf } from '../support/amounts.js';
import { fixture, temporaryFolder } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';
import { balancesBy, exportedTo, faultOf, needsPrograms, type Program, programs } from './tools.js';

needsPrograms();

const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const;

/** What accounts come to that begin so and go on so. */
function sumOf(balances: ReadonlyMap<string, bigint>, pattern: RegExp): bigint {
  return [...balances].reduce((total, [account, pence]) => total + (pattern.test(account) ? pence : 0n), 0n);
}

/** A code as it stands in the names of Kent’s accounts. */
function named(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1);
}

/** Every total of the statement that can be read off accounts, beside what a program reckons it to be. */
function compared(statement: ReconciliationText, balances: ReadonlyMap<string, bigint>): [string, bigint, bigint][] {
  const { flowOfFunds, byPartner, fundBalance } = statement;
  const nil = (amount: string | undefined) => penceOf(amount ?? '0.00');
  return [
    ...flowOfFunds.sources.map(({ code, partner, actual }): [string, bigint, bigint] => [
      `received ${code} ${partner}`,
      nil(actual),
      -sumOf(balances, new RegExp(`^Income:Received:[^:]+:${named(code)}:${partner}(:|$)`)),
    ]),
    ...flowOfFunds.applications.map(({ code, actual }): [string, bigint, bigint] => [
      `applied ${code}`,
      nil(actual),
      sumOf(balances, new RegExp(`^Expenses:Applied:[^:]+:${named(code)}(:|$)`)),
    ]),
    ...byPartner.flatMap(({ partner, applications, headings }) => [
      ...headings.map(({ heading, actual }): [string, bigint, bigint] => [
        `applied ${partner} ${heading}`,
        nil(actual),
        sumOf(balances, new RegExp(`^Expenses:Applied:[^:]+:${named(heading)}:${partner}(:|$)`)),
      ]),
      [
        `applied ${partner}`,
        nil(applications.actual),
        sumOf(balances, new RegExp(`^Expenses:Applied:[^:]+:[^:]+:${partner}(:|$)`)),
      ] satisfies [string, bigint, bigint],
    ]),
    ...(fundBalance?.parts ?? []).map(({ partner, source, purpose = 'untied', balance }): [string, bigint, bigint] => [
      `balance ${partner} ${source} ${purpose}`,
      penceOf(balance),
      balances.get(`Assets:Pool:Kent:${partner}:${named(source)}:${named(purpose)}`) ?? 0n,
    ]),
    ['balance', nil(fundBalance?.balance), sumOf(balances, /^Assets:Pool/)],
    ['brought forward', nil(fundBalance?.broughtForward), -sumOf(balances, /^Equity:Brought-forward/)],
    ['all', 0n, sumOf(balances, /./)],
  ];
}

async function confirmed(program: Program, name: string, flags: readonly string[]): Promise<Map<string, bigint>> {
  const folder = await temporaryFolder();
  const { file, exitCode, stderr } = await exportedTo(folder, program, fixture(name), ...flags);
  expect(exitCode, stderr).toBe(0);
  expect(await faultOf(program, file)).toBe('');
  return balancesBy(program, file);
}

describe.each(quarters)('the made-up year as at %s', (asAt) => {
  test('each program accepts it, and has the balances of the statement', async () => {
    const name = 'kent-2015-16-illustrative';
    const statement = await statementOf(fixture(name), '--as-at', asAt);
    const found = await Promise.all(programs.map((program) => confirmed(program, name, ['--as-at', asAt])));
    const own = found.map((balances) =>
      [...balances].filter(([account]) => !/^Equity:(Plan|Vir)/.test(account)).sort(),
    );
    for (const balances of own) {
      expect(balances).toEqual(own[0]);
      const lines = compared(statement, new Map(balances));
      expect(lines.map(([line, , pence]) => [line, pence])).toEqual(lines.map(([line, pence]) => [line, pence]));
      expect(lines.length).toBeGreaterThan(80);
    }
  });
});

test('the plan alone: each program accepts it', async () => {
  for (const program of programs) {
    const balances = await confirmed(program, 'kent-2015-16', []);
    expect([...balances.keys()].filter((account) => !account.startsWith('Equity:Plan'))).toEqual([]);
    if (program === 'beancount') expect(sumOf(balances, /^Equity:Plan:Applied/)).toBe(10_140_400_000n);
  }
});

test('accruals, their reversals and prior-year items: each program accepts them, and has what is not reversed', async () => {
  const { accruals, priorYear } = await statementOf(fixture('accruals-2015-16'));
  for (const program of programs) {
    const balances = await confirmed(program, 'accruals-2015-16', []);
    expect(sumOf(balances, /:(Accrual|Reversal)$/)).toBe(penceOf(accruals?.totals.notReversed ?? ''));
    expect(sumOf(balances, /^Expenses:.*:Of-2014-15$/)).toBe(penceOf(priorYear?.spending?.totals.net ?? ''));
  }
});
