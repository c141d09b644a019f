import { type IsoDate, lastDayOf } from '../agreement/financial-year.js';
import { accountName } from '../journal/accounts.js';
import type { AccountTotal } from './account-totals.js';
import type { BudgetPosting } from './budget.js';
import { dayAfter } from './days.js';
import { gbp, headLines, type PlainJournal, stepsOf } from './plain-journal.js';
import { codeText, lineText, payeeText, tagText } from './safe-text.js';
import type { Transaction } from './transaction.js';

/**
 * The journal as ledger reads it, strict and pedantic: the plan as a periodic transaction for `ledger budget`, and
 * after each quarter the statement's totals as assertions of what accounts come to with all below them.
 */
export function* ledgerText(journal: PlainJournal): Generator<string> {
  yield* head(journal);
  yield* budget(journal);
  for (const step of stepsOf(journal)) {
    if (!('quarter' in step)) yield transactionText(step);
    else {
      yield `; The statement as at the end of ${step.quarter}\n`;
      for (const total of step.totals) yield assertionText(total);
      yield '\n';
    }
  }
}

function* head(journal: PlainJournal): Generator<string> {
  for (const line of headLines(journal)) yield `; ${lineText(line)}\n`;
  yield '\ncommodity GBP\n    format 1000.00 GBP\n\n';
  for (const { name, account } of journal.accounts) {
    yield `account ${name}\n${account === undefined ? '' : `    note ${lineText(accountName(account))}\n`}`;
  }
  yield '\n';
  for (const payee of journal.payees) yield `payee ${payeeText(payee)}\n`;
  yield '\n';
  for (const tag of ['for', 'note', 'reference', 'row']) yield `tag ${tag}\n`;
  yield '\n';
}

function* budget({ agreement, budget: { plan, moves }, firstDay }: PlainJournal): Generator<string> {
  const yearAfter = dayAfter(lastDayOf('Q4', agreement.year));
  if (plan.length > 0) yield `; Plan\n~ ${once(firstDay, yearAfter)}\n${budgetLines(plan)}\n`;
  for (const { date, reference, note, at, postings } of moves) {
    yield `; Virement\n~ ${once(date, yearAfter)}\n${tags({ row: `${at.file}:${at.line}`, reference, note })}${budgetLines(postings)}\n`;
  }
}

/**
 * A period that comes once and lasts to the year's end: what is spent after a period is over has no budget for ledger,
 * and a yearly one that begins in April comes twice.
 */
function once(day: IsoDate, yearAfter: IsoDate): string {
  return `every 12 months from ${slashed(day)} to ${slashed(yearAfter)}`;
}

function slashed(day: IsoDate): string {
  return day.replaceAll('-', '/');
}

function budgetLines(postings: readonly BudgetPosting[]): string {
  return postings
    .map(({ account, amountPence, at }) => {
      const row = at === undefined ? '' : tags({ row: `${at.file}:${at.line}` });
      return `    ${account}  ${gbp(amountPence)}\n${row}`;
    })
    .join('');
}

function transactionText({ date, reference, payee, narration, note, at, postings }: Transaction): string {
  const code = reference === '' ? '' : ` (${codeText(reference)})`;
  const lines = postings.map(({ account, amountPence }) => `    ${account}  ${gbp(amountPence)}\n`);
  const words = tags({ row: `${at.file}:${at.line}`, for: narration, note });
  return `${date} *${code} ${payeeText(payee)}\n${words}${lines.join('')}\n`;
}

function tags(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `    ; ${name}: ${tagText(value)}\n`)
    .join('');
}

/**
 * A balance assertion on a posting leaves out what stands below an account; an expression takes it in. To an account
 * without postings ledger gives no currency, and then nil is not 0.00 GBP, so that much is added.
 */
function assertionText({ figures, accounts, amountPence }: AccountTotal): string {
  const parts = [...accounts.map(({ name }) => `account("${name}").total`), gbp(0n)];
  return `; ${lineText(figures[0] ?? '')}\nassert (${parts.join(' + ')}) == ${gbp(amountPence)}\n`;
}
