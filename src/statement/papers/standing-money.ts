import type { Agreement } from '../../agreement/agreement.js';
import { fenceOfHeading } from '../../agreement/tied-money.js';
import type { Term } from '../../figures/figure.js';
import { incomes } from '../../figures/terms.js';
import type { Books } from '../../rules/check.js';
import { bodySettling } from '../../rules/due-out.js';
import { oncePer } from '../../rules/once-per.js';

/** Money that is neither funding nor spending of the year: what was brought forward, and what settles a variance. */
export interface StandingMoney {
  readonly of: 'balance' | 'variance' | 'settled';
  /** In whose share it counts: what is fenced in that of whose schedule it is on, the rest in that of who has it. */
  readonly share: string;
  /** With whom the host settles it; undefined where this year’s plan divides it. */
  readonly holder: string | undefined;
  readonly schedule: string;
  readonly isFenced: boolean;
  readonly terms: readonly Term[];
}

/**
 * What was brought forward on an accruals basis, and what settled variances since (R5). Contributions of an earlier year that
 * are outstanding are a debt to the pool: they count in nobody’s share, and what pays them in nobody’s income.
 */
export const standingMoney = oncePer((books: Books): readonly StandingMoney[] => {
  const { agreement, actual } = books;
  const brought = actual.list('brought-forward').flatMap((balance): StandingMoney[] => {
    const { kind, body } = balance.account;
    if (kind === 'contributions') return [];
    const holder = body === '' ? undefined : body;
    return [{ of: kind, holder, ...placeOf(agreement, balance.account), terms: incomes([balance]) }];
  });
  const settled = actual.list('settled', { of: 'variance' }).map((balance): StandingMoney => {
    const holder = bodySettling(books, balance.account);
    const place = placeOf(agreement, { ...balance.account, body: holder });
    return { of: 'settled', holder, ...place, terms: incomes([balance]) };
  });
  return [...brought, ...settled];
});

function placeOf(
  agreement: Agreement,
  { partner, purpose, body }: { readonly partner: string; readonly purpose: string; readonly body: string },
): Pick<StandingMoney, 'share' | 'schedule' | 'isFenced'> {
  const isFenced = fenceOfHeading(agreement, purpose) !== undefined;
  return { share: body === '' || isFenced ? partner : body, schedule: partner, isFenced };
}
