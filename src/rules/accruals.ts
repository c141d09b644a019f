import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances, minus, plus, turned } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import type { Books } from './check.js';
import { oncePer } from './once-per.js';

/** What a body has accrued under a heading to date: spent and not yet paid, and what of it was reversed since. */
export interface AccrualLine {
  readonly heading: string;
  readonly appliedBy: string;
  readonly accrued: Money;
  /** Positive: taken back. */
  readonly reversed: Money;
  readonly notReversed: Money;
}

/** The accruals of this year by heading and body, in the agreement’s order of headings (R4). Those of an earlier year are prior-year items. */
export const accrualLines = oncePer((books: Books): readonly AccrualLine[] => {
  const { agreement, actual } = books;
  const ofThisYear = actual
    .list('applied')
    .filter(({ account: { accrual, ofYear } }) => accrual === 'accrual' || (accrual === 'reversal' && ofYear === ''));
  return linesOf(books, ofThisYear, ({ account }) => [account.heading, account.appliedBy]).map((line) => {
    const [heading = '', appliedBy = ''] = line.codes;
    const label = `${agreement.headings.get(heading)?.name ?? heading}, ${labelOf(agreement, appliedBy)}`;
    const rule = ruleOf('R4', agreement.balanceRule);
    const rowsThatAre = (accrual: string) => balances(line.list.filter(({ account }) => account.accrual === accrual));
    const accrued = Figure.money({
      what: `${label}: accrued to date`,
      how: 'the rows that are accruals, added up',
      rule,
      terms: rowsThatAre('accrual'),
    });
    const reversed = Figure.money({
      what: `${label}: accruals reversed`,
      how: 'the rows that reverse them, with the other sign',
      rule,
      terms: turned(rowsThatAre('reversal')),
    });
    const terms = [...plus(accrued), ...minus(reversed)];
    const notReversed = Figure.money({
      what: `${label}: accrued and not reversed`,
      how: 'accrued − reversed',
      rule,
      terms,
    });
    return { heading, appliedBy, accrued, reversed, notReversed };
  });
});

/** Lists the balances of one line together, lines in the agreement’s order of their first code, then by the next. */
export function linesOf<B extends BalanceOf<'applied'> | BalanceOf<'settled'>>(
  { agreement }: Pick<Books, 'agreement'>,
  list: readonly B[],
  codesOf: (balance: B) => readonly string[],
): { readonly codes: readonly string[]; readonly list: readonly B[] }[] {
  const lines = new Map<string, { readonly codes: readonly string[]; readonly list: B[] }>();
  for (const balance of list) {
    const codes = codesOf(balance);
    const line = lines.get(codes.join('\0')) ?? { codes, list: [] };
    line.list.push(balance);
    lines.set(codes.join('\0'), line);
  }
  const order = [...agreement.headings.keys(), ...agreement.partners.keys()];
  const place = (key: string) => order.indexOf(lines.get(key)?.codes[0] ?? '');
  const inOrder = (one: string, other: string) => place(one) - place(other) || (one < other ? -1 : 1);
  return [...lines.keys()].sort(inOrder).flatMap((key) => lines.get(key) ?? []);
}
