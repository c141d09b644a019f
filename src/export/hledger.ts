import { accountName } from '../journal/accounts.js';
import type { AccountTotal } from './account-totals.js';
import type { BudgetPosting } from './budget.js';
import { gbp, headLines, type PlainJournal, type QuarterTotals, stepsOf } from './plain-journal.js';
import { codeText, figureText, lineText, payeeText, tagText } from './safe-text.js';
import type { Transaction } from './transaction.js';

/** Where the parts of a total are put together, for the time of one transaction. */
const proof = 'Equity:Proof of totals';

/**
 * The journal as hledger reads it: strict about accounts, commodities, payees and tags, the plan as a periodic
 * transaction for `--budget`, and after each quarter the statement's totals as assertions.
 */
export function* hledgerText(journal: PlainJournal): Generator<string> {
  yield* head(journal);
  yield* budget(journal);
  for (const step of stepsOf(journal)) {
    if ('quarter' in step) yield* totals(step, step === journal.quarters.at(-1));
    else yield transactionText(step);
  }
}

function* head(journal: PlainJournal): Generator<string> {
  for (const line of headLines(journal)) yield `; ${lineText(line)}\n`;
  yield '\ndecimal-mark .\ncommodity 1000.00 GBP\n\n';
  for (const { name, account } of journal.accounts) {
    yield `account ${name}${account === undefined ? '' : `  ; bcf:${tagText(accountName(account))}`}\n`;
  }
  yield `account ${proof}\n\n`;
  for (const payee of [...journal.payees, 'Totals', 'Proof', 'Plan', 'Virement']) yield `payee ${payeeText(payee)}\n`;
  yield '\n';
  for (const tag of ['bcf', 'figure', 'note', 'reference', 'row']) yield `tag ${tag}\n`;
  yield '\n';
}

function* budget({ budget: { plan, moves }, firstDay }: PlainJournal): Generator<string> {
  if (plan.length > 0) yield `~ ${firstDay}  Plan\n${budgetLines(plan)}\n`;
  for (const { date, reference, note, at, postings } of moves) {
    yield `~ ${date}  Virement\n${rowTags({ at, note })}    ; reference:${tagText(reference)}\n${budgetLines(postings)}\n`;
  }
}

function budgetLines(postings: readonly BudgetPosting[]): string {
  return postings
    .map(({ account, amountPence, at }) => {
      const row = at === undefined ? '' : `  ; row:${tagText(`${at.file}:${at.line}`)}`;
      return `    ${account}  ${gbp(amountPence)}${row}\n`;
    })
    .join('');
}

function transactionText(transaction: Transaction): string {
  const { date, reference, payee, narration, postings } = transaction;
  const code = reference === '' ? '' : ` (${codeText(reference)})`;
  const lines = postings.map(({ account, amountPence }) => `    ${account}  ${gbp(amountPence)}\n`);
  return `${date} *${code} ${payeeText(payee)} | ${payeeText(narration)}\n${rowTags(transaction)}${lines.join('')}\n`;
}

function rowTags({ at, note }: Pick<Transaction, 'at' | 'note'>): string {
  const words = note === '' ? '' : `    ; note:${tagText(note)}\n`;
  return `    ; row:${tagText(`${at.file}:${at.line}`)}\n${words}`;
}

/** Totals of one account with all below it are asserted; of several, at the last quarter, put together and taken apart. */
function* totals({ date, quarter, totals: all }: QuarterTotals, isLast: boolean): Generator<string> {
  const single = all.filter(({ accounts }) => accounts.length === 1);
  if (single.length > 0) {
    const lines = single.map(({ accounts: [account], amountPence, figures }) => {
      const name = account?.name ?? '';
      return `    ${name}  ${gbp(0n)} ==* ${gbp(amountPence)}  ; figure:${figureText(figures[0] ?? '')}\n`;
    });
    yield `${date} * Totals | The statement as at the end of ${quarter}\n${lines.join('')}\n`;
  }
  if (isLast) for (const total of all.filter(({ accounts }) => accounts.length > 1)) yield proofText(date, total);
}

/** hledger adds no accounts up by itself, so a transaction does: its parts go out to nil, and the whole comes in. */
function proofText(date: string, { figures, accounts, amountPence }: AccountTotal): string {
  const title = `${date} * Proof | Put together\n    ; figure:${figureText(figures[0] ?? '')}\n`;
  const apart = `${date} * Proof | Taken apart\n    ; figure:${figureText(figures[0] ?? '')}\n`;
  const out = accounts.map((account) => `    [${account.name}]  ${gbp(-account.amountPence)} ==* ${gbp(0n)}\n`);
  const back = accounts.map(
    (account) => `    [${account.name}]  ${gbp(account.amountPence)} ==* ${gbp(account.amountPence)}\n`,
  );
  return (
    `${title}${out.join('')}    [${proof}]  ${gbp(amountPence)} = ${gbp(amountPence)}\n\n` +
    `${apart}${back.join('')}    [${proof}]  ${gbp(-amountPence)} = ${gbp(0n)}\n\n`
  );
}
