import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { Account, BroughtForwardAccount, HandoverAccount } from '../journal/accounts.js';
import type { Figure } from './figure.js';

/** What a figure is, in words: of a balance its account and quarter, called as the agreement does that it is of. */
export function figureInWords({ what, balance }: Pick<Figure, 'what' | 'balance'>, agreement: Agreement): string {
  if (balance === undefined) return what;
  const { of, second = agreement } = balance;
  return `${accountInWords(second, of.account)}${of.quarter === undefined ? '' : `, ${of.quarter}`}`;
}

const broughtForwardWords: Readonly<Record<BroughtForwardAccount['kind'], string>> = {
  balance: 'brought forward for',
  contributions: 'contributions of last year brought forward for',
  variance: 'variance of last year brought forward for',
};

const handoverWords: Readonly<Record<HandoverAccount['side'], string>> = {
  held: 'held, when last year ended, by',
  earlier: 'of what it held as host of an earlier year, awaited since from',
  come: 'handed over by',
  awaited: 'awaited by the host from',
};

/** An account of the journal as an accountant would say it. */
export function accountInWords(agreement: Agreement, account: Account): string {
  const heading = (code: string) => agreement.headings.get(code)?.name ?? code;
  const body = (code: string) => labelOf(agreement, code);
  const source = (code: string) => agreement.sources.get(code)?.name ?? code;
  switch (account.type) {
    case 'income':
    case 'pool':
    case 'aligned-income':
    case 'aligned': {
      const kind = {
        income: 'from',
        pool: 'in the pool for',
        'aligned-income': 'aligned money of',
        aligned: 'aligned money kept by',
      }[account.type];
      const tied = account.purpose === '' ? '' : `, for ${heading(account.purpose)}`;
      return `${kind} ${body(account.partner)}, ${source(account.source)}${tied}`;
    }
    case 'brought-forward': {
      const { partner, purpose, kind } = account;
      const whose = ['', partner].includes(account.body) ? '' : `, of ${body(account.body)}`;
      const tied = purpose === '' ? '' : `, for ${heading(purpose)}`;
      return `${broughtForwardWords[kind]} ${body(partner)}, ${source(account.source)}${tied}${whose}`;
    }
    case 'handover':
      return `${agreement.pools.get(account.pool)?.name ?? account.pool}: ${handoverWords[account.side]} ${body(account.body)}`;
    case 'settled': {
      const { partner, of, year, source: from } = account;
      const whose = account.body === partner ? '' : ` on the schedule of ${body(partner)}`;
      const ofYear = year === '' ? '' : ` of ${year}`;
      return `settled by ${body(account.body)}${whose}: ${of}${ofYear}, ${source(from)}`;
    }
    case 'applied': {
      const { schedule, appliedBy, district, scheme } = account;
      const by = district === '' ? body(appliedBy) : `${body(appliedBy)} (${body(district)})`;
      const part = scheme === '' ? '' : `, scheme ${scheme}`;
      const accrual = account.accrual === '' ? '' : `, ${account.accrual}`;
      const also = `${accrual}${ofYearInWords(account)}`;
      return `${heading(account.heading)}, by ${by}, schedule of ${body(schedule)}${part}, from ${source(account.source)}${also}`;
    }
    case 'scheme':
      return `scheme ${account.scheme} of ${body(account.schedule)}`;
    case 'schedule':
      return `schemes of ${body(account.schedule)}`;
    case 'budget':
      return `${body(account.schedule)}: budget of ${heading(account.heading)} from ${heading(account.counterpart)}, approved by ${account.approvedBy}`;
  }
}

function ofYearInWords({ ofYear }: { readonly ofYear: string }): string {
  return ofYear === '' ? '' : `, adjusting ${ofYear}`;
}
