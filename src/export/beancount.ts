import { accountName } from '../journal/accounts.js';
import type { AccountTotal } from './account-totals.js';
import { dayAfter } from './days.js';
import { gbp, headLines, type PlainJournal, type QuarterTotals, stepsOf } from './plain-journal.js';
import { lineText, quotedText } from './safe-text.js';
import type { NamedPosting, Transaction } from './transaction.js';

/** Where the parts of a total are put together, for the time of one transaction. */
const proof = 'Equity:Proof-of-totals';

/**
 * The journal as beancount reads it. It has no budget, so the plan and what virements move in it stand under
 * `Equity:Plan` and `Equity:Virements`, each adding up to nil; and after each quarter stand the statement's totals.
 */
export function* beancountText(journal: PlainJournal): Generator<string> {
  yield* head(journal);
  yield* plan(journal);
  for (const step of stepsOf(journal)) {
    if (!('quarter' in step)) yield transactionText(step);
    else yield* totals(step, step === journal.quarters.at(-1));
  }
}

function* head(journal: PlainJournal): Generator<string> {
  for (const line of headLines(journal)) yield `; ${lineText(line)}\n`;
  const { name, year } = journal.statement.fund;
  yield `\noption "title" ${quotedText(`${name}, ${year}`)}\noption "operating_currency" "GBP"\n\n`;
  yield `${journal.firstDay} commodity GBP\n\n`;
  for (const { name: account, account: posted } of journal.accounts) {
    const words = posted === undefined ? '' : `  bcf: ${quotedText(accountName(posted))}\n`;
    yield `${journal.firstDay} open ${account} GBP\n${words}`;
  }
  for (const account of journal.plan.accounts) yield `${journal.firstDay} open ${account} GBP\n`;
  yield `${journal.firstDay} open ${proof} GBP\n\n`;
}

function* plan({ plan: { rows, totals: planned, moves }, firstDay }: PlainJournal): Generator<string> {
  for (const row of [...rows, ...moves]) yield transactionText(row);
  for (const total of planned) if (total.accounts.length === 1) yield balanceText(dayAfter(firstDay), total);
  yield '\n';
}

function transactionText({ date, reference, payee, narration, note, at, postings }: Transaction): string {
  const words = metadata({ row: `${at.file}:${at.line}`, reference, note });
  return `${date} * ${quotedText(payee)} ${quotedText(narration)}\n${words}${lines(postings)}\n`;
}

function metadata(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name}: ${quotedText(value)}\n`)
    .join('');
}

function lines(postings: readonly NamedPosting[]): string {
  return postings.map(({ account, amountPence }) => `  ${account}  ${gbp(amountPence)}\n`).join('');
}

/** Totals of one account with all below it are asserted; of several, at the last quarter, put together and taken apart. */
function* totals({ date, quarter, totals: all }: QuarterTotals, isLast: boolean): Generator<string> {
  yield `; The statement as at the end of ${quarter}\n`;
  for (const total of all) if (total.accounts.length === 1) yield balanceText(dayAfter(date), total);
  yield '\n';
  if (isLast) for (const total of all) if (total.accounts.length > 1) yield proofText(date, total);
}

/** A balance is that of the morning. Without a tolerance of its own beancount lets a penny through. */
function balanceText(morning: string, { figures, accounts, amountPence }: AccountTotal): string {
  const account = accounts[0]?.name ?? '';
  const [amount, currency] = gbp(amountPence).split(' ');
  return `${morning} balance ${account}  ${amount} ~ 0.00 ${currency}\n${metadata({ figure: figures[0] ?? '' })}`;
}

/** Of several accounts beancount asserts no sum, so a transaction adds them up, each asserted to be what goes in. */
function proofText(date: string, { figures, accounts, amountPence }: AccountTotal): string {
  const words = metadata({ figure: figures[0] ?? '' });
  const together = [
    ...accounts.map((account) => ({ account: account.name, amountPence: -account.amountPence })),
    { account: proof, amountPence },
  ];
  const apart = together.map(({ account, amountPence: pence }) => ({ account, amountPence: -pence }));
  const asserted = accounts.map((account) =>
    balanceText(dayAfter(date), { figures, accounts: [account], amountPence: account.amountPence }),
  );
  return (
    `${date} * "Proof" "Put together" #proof\n${words}${lines(together)}\n` +
    `${date} * "Proof" "Taken apart" #proof\n${words}${lines(apart)}\n${asserted.join('')}\n`
  );
}
