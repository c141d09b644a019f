import type { Agreement } from '../agreement/agreement.js';
import { nameOf } from '../agreement/bodies.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { balances } from '../figures/terms.js';
import type { AppliedAccount } from '../journal/accounts.js';
import { type Books, checkOf, outcomeOf, type RuleOutcome } from './check.js';
import { spendings } from './spending.js';

/** R1: what is applied on a partner's schedule comes from a source that the partner contributes. */
export function checkAgreedSources({ agreement, plan, actual }: Books): RuleOutcome {
  const isStray = (account: AppliedAccount) => !isFromAgreedSource(agreement, account);
  const strays = [plan, actual].flatMap((book) => spendings(book, 'source', isStray));
  const check = checkOf({
    id: 'sources.agreed',
    family: 'sources.agreed',
    rule: 'R1',
    clause: agreement.balanceRule.clause,
    passed: strays.length === 0,
    expected: [],
    actual: [plan, actual].flatMap((book) => balances(book.list('applied').filter(({ account }) => isStray(account)))),
    message: 'money applied on a schedule comes from a source that its partner contributes',
  });
  const found = strays.map(({ account, amountInWords, terms, rows, context }) => {
    const args = {
      partner: nameOf(agreement, account.schedule),
      source: agreement.sources.get(account.source)?.name ?? account.source,
      heading: agreement.headings.get(account.heading)?.name ?? account.heading,
      amount: amountInWords,
      rows,
    };
    return { diagnostic: diagnose('BCF2012', args, { ...context, rule: agreement.balanceRule }), terms };
  });
  return outcomeOf([check], found);
}

/** Whether money comes from a source that the partner whose schedule it is on contributes. */
export function isFromAgreedSource(
  { contributions }: Agreement,
  { schedule, source }: Pick<AppliedAccount, 'schedule' | 'source'>,
): boolean {
  return contributions.some((contribution) => contribution.partner === schedule && contribution.source === source);
}
