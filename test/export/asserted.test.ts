import { expect, test } from 'vitest';
import { figuresOf } from '../../src/statement/figure-names.js';
import { resultSchema } from '../../src/statement/reconciliation-schema.js';
import { fixture, temporaryFolder } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';
import { exportedTo } from './tools.js';

const kent = fixture('kent-2015-16-illustrative');

/**
 * Money of the actuals that is no sum of accounts to date: what was not paid in, what is due, what came in one quarter,
 * and the sections of other books.
 */
const noSums = [
  /\.(plan|forecast)$/,
  /\.retained(\.actual)?$/,
  /^(performance|checks)\b/,
  /^contributions\..*(agreed|due-to-date|outstanding|amount)$/,
  /^contributions\.(agreed|due-to-date|outstanding)$/,
  /^contribution-totals\.(agreed|due-to-date|outstanding|overdue|paid-ahead)$/,
  /^fund-balance\.(settled\.(in|applied)|fenced\.(held|carries-other|carried-by-host))$/,
  /^ring-fences\.(partners\.)?(available|unspent|virements-refused)$/,
  /^ring-fences\.(bodies|body-totals)\.(allocation|unspent)$/,
  /^variances\.(virements|variance|overspent-to-date|borne-by\.amount)$/,
  /^variance-totals\.(borne|held|((on-plan|with-outside|outside)\.)?(virements|variance)|by-body\..*|by-locality\..*|hosts\..*|outside\.met-from-it)$/,
  /^virements\.amount$/,
  /^what-has-come\b/,
  /^settlement\.(difference|owed-(to|by)-hosts|available|drawn-ahead|hosts\.(net|accrued)|pairs\..*)$/,
  /^settlement\.partners\.(contribution-due|allocation-due|performance-released|lines\.left|variance-shared)$/,
  /^settlement\.partners\.(owes|owed|available|drawn-ahead|net|reasons\.amount)$/,
  /^summary\.lines\.(.*\.plan-to-date|outstanding\.actual)$/,
  /^summary\.(bodies|totals)\.(owes|owed|due|drawn-ahead|variance)$/,
  /^decisions\.(amount|expected|actual)$/,
];

test('every total of the actuals is said to the program, but what is no sum of the books', async () => {
  const { text } = await exportedTo(await temporaryFolder(), 'ledger', kent, '--as-at', 'Q2');
  const said = (text.split('; The statement as at the end of Q2\n')[1] ?? '').match(/^assert /gm)?.length ?? 0;
  const statement = await statementOf(kent, '--as-at', 'Q2');
  const totals = figuresOf(resultSchema, statement).filter(
    ({ name, unit }) => unit === 'money' && !noSums.some((pattern) => pattern.test(name.replace(/\[[^\]]*\]/g, ''))),
  );
  const amounts = totals.map(({ amount }) => amount.replace(/^-/, ''));
  const missing = totals.filter((_, index) => amounts[index] !== '0.00' && !text.includes(`${amounts[index]} GBP`));
  expect(missing).toEqual([]);
  expect(said).toBeGreaterThan(150);
});
