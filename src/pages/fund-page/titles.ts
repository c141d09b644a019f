import { inFull } from '../../diagnostics/day-in-full.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { PageOf } from './fund-page.js';
import { joined, type Sentence, say } from './sentence.js';
import { capital, counted, inFigures, roundAmount } from './words.js';

/** What the page says first: what is broken, what has not come, and whether the checks are met; of a plan whether it balances. */
export function pageTitle(of: PageOf): Sentence {
  const parts = of.result.fund.asAt === undefined ? planParts(of) : yearParts(of);
  return capital(joined(parts, '; '));
}

function yearParts({ result, headlines }: PageOf): Sentence[] {
  const { breaches, checks, checksNotMet } = headlines;
  return [
    ...(breaches.isNil ? [] : [counted(breaches, 'breach of the agreement', 'breaches of the agreement')]),
    ...overdue({ result, headlines }),
    checksNotMet.isNil
      ? say`all ${inFigures(checks, 'check is met', 'checks are met')}`
      : say`${inFigures(checksNotMet, '', '')}of ${inFigures(checks, 'check is not met', 'checks are not met')}`,
  ];
}

/** What fell due and has not come: whose and when where it is one body’s, else how many bodies owe it. */
function overdue({ result, headlines }: Pick<PageOf, 'result' | 'headlines'>): Sentence[] {
  const { contributionTotals: totals } = result;
  if (totals === undefined) return [];
  const { bodiesOverdue } = headlines;
  const late = result.contributions.filter(isOverdue);
  const [line, ...others] = late;
  if (line === undefined || bodiesOverdue.isNil) {
    return totals.overdue === undefined || !totals.overdue.isNil ? [] : [['every contribution due has come']];
  }
  if (others.length === 0 && line.outstanding !== undefined) {
    const first = line.instalments.find(({ status }) => status === 'outstanding');
    const day = first === undefined ? '' : ` on ${withoutYear(inFull(first.due))}`;
    return [say`${line.label}’s ${roundAmount(line.outstanding)} due${day} has not come`];
  }
  if (totals.overdue === undefined) return [];
  if (bodiesOverdue.amount === 1n) return [say`${line.label} owes ${roundAmount(totals.overdue)} that has fallen due`];
  return [say`${counted(bodiesOverdue, 'body owes', 'bodies owe')} ${roundAmount(totals.overdue)} that has fallen due`];
}

function isOverdue({ outstanding, daysLate }: Reconciliation['contributions'][number]): boolean {
  return outstanding !== undefined && outstanding.amount > 0n && daysLate !== undefined;
}

function withoutYear(day: string): string {
  return day.replace(/ \d{4}$/, '');
}

function planParts({ result, check }: PageOf): Sentence[] {
  const { sources, difference } = result.flowOfFunds.totals;
  const { agree, withinTolerance, accepted, unexplained } = check.counts;
  const balance: Sentence[] =
    sources.plan === undefined || difference.plan === undefined
      ? []
      : difference.plan.isNil
        ? [say`the plan balances at ${roundAmount(sources.plan)}`]
        : [say`the plan does not balance: ${roundAmount(difference.plan)} between what comes in and what is applied`];
  if (!unexplained.isNil)
    return [...balance, inFigures(unexplained, 'published figure is unexplained', 'published figures are unexplained')];
  if (!accepted.isNil) {
    const words = [
      'published figure differs, with an accepted reason',
      'published figures differ, each with an accepted reason',
    ];
    return [...balance, inFigures(accepted, words[0] ?? '', words[1] ?? '')];
  }
  if (agree.isNil || !withinTolerance.isNil) return balance;
  return [...balance, say`all ${inFigures(agree, 'published figure agrees', 'published figures agree')}`];
}
