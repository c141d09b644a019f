import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { penceOf } from '../support/amounts.js';
import { fixture, temporaryFolder } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';
import { answerOf, balancesBy, exportedTo, needsPrograms } from './tools.js';

needsPrograms();

const kent = fixture('kent-2015-16-illustrative');

test('the budgets of hledger and ledger, and beancount’s plan, are the plan and its virements', async () => {
  const folder = await temporaryFolder();
  const { variances, virements } = await statementOf(kent, '--as-at', 'Q3');
  expect(virements.filter(({ status }) => status === 'applied').length).toBeGreaterThan(0);
  const budgets = await Promise.all([hledgerBudget(folder), ledgerBudget(folder), beancountPlan(folder)]);
  for (const budget of budgets) {
    for (const { heading, schedule, plan, virements: moved } of variances) {
      const name = `${heading.charAt(0).toUpperCase()}${heading.slice(1)}:${schedule}:`;
      const found = [...budget].filter(([account]) => account.startsWith(`Expenses:Applied:Kent:${name}`));
      const pence = found.reduce((total, [, own]) => total + own, 0n);
      expect([name, pence]).toEqual([name, penceOf(plan) + penceOf(moved)]);
    }
  }
});

async function hledgerBudget(folder: string): Promise<Map<string, bigint>> {
  const { file } = await exportedTo(folder, 'hledger', kent, '--as-at', 'Q3');
  const year = ['-b', '2015-04-01', '-e', '2016-04-01'];
  const { stdout } = await answerOf(['hledger', '-f', file, 'balance', '--budget', ...year, '-O', 'csv']);
  const rows: string[][] = parse(stdout);
  return new Map(
    rows.flatMap(([account = '', , budget = '']) => (account.includes(':') ? [[account, inPence(budget)]] : [])),
  );
}

async function ledgerBudget(folder: string): Promise<Map<string, bigint>> {
  const { file } = await exportedTo(folder, 'ledger', kent, '--as-at', 'Q3');
  const format = '%(account),%(get_at(display_total, 1))\n';
  const { stdout } = await answerOf([
    'ledger',
    '-f',
    file,
    'budget',
    '--flat',
    '--no-total',
    '--budget-format',
    format,
  ]);
  const lines = stdout.split('\n').filter((line) => line.includes(':'));
  // ledger shows what is left of the budget with the sign of what is owed.
  return new Map(lines.map((line) => [line.split(',')[0] ?? '', -inPence(line.split(',')[1] ?? '')]));
}

async function beancountPlan(folder: string): Promise<Map<string, bigint>> {
  const { file } = await exportedTo(folder, 'beancount', kent, '--as-at', 'Q3');
  const budget = new Map<string, bigint>();
  for (const [account, pence] of await balancesBy('beancount', file)) {
    if (!/^Equity:(Plan|Virements):Applied/.test(account)) continue;
    const name = account.replace(/^Equity:(Plan|Virements)/, 'Expenses');
    budget.set(name, (budget.get(name) ?? 0n) + pence);
  }
  return budget;
}

function inPence(amount: string): bigint {
  const match = /(-?\d+)(?:\.(\d\d))? GBP/.exec(amount);
  return match === null ? 0n : BigInt(`${match[1]}${match[2] ?? '00'}`);
}
