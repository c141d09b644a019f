import { allKnown, type Money } from '../../figures/books.js';
import { Figure, type Term } from '../../figures/figure.js';
import { incomes, minus, plus } from '../../figures/terms.js';
import type { Books } from '../../rules/check.js';
import { isBalanceKnown } from '../../rules/known.js';
import type { Reconciliation } from '../reconciliation-schema.js';
import type { HeadingQuarters, NamedReportFigures, NatureFigures } from '../report-figures-schema.js';
import { summedByQuarter } from './by-quarter.js';
import { rulesOfPapers } from './rules-of-papers.js';

const rule = rulesOfPapers.poolManager;

/**
 * Capital and revenue, each by itself (R6): funding by the nature of its source, spending by that of its heading. `lines`
 * are the headings, quarter by quarter.
 */
export function natureFigures(
  books: Books,
  { byNature, contributions }: Reconciliation,
  lines: readonly HeadingQuarters[],
): NamedReportFigures['natures'] {
  const { sources } = books.agreement;
  return byNature.map(({ nature, difference }) => {
    const own = lines.filter((line) => line.nature === nature);
    const ofNature = contributions.filter(({ source }) => sources.get(source)?.nature === nature);
    const outstanding = allKnown(ofNature.map((line) => line.outstanding));
    const ahead = ofNature.flatMap((line) => (line.toReturn ? [] : (line.outstanding ?? [])));
    const toReturn = ofNature.flatMap((line) => line.toReturn ?? []);
    const known = isBalanceKnown(books) && outstanding !== undefined ? difference.actual : undefined;
    return {
      nature,
      spending: summedByQuarter(books, 'expenditure', `All ${nature} spending`, own),
      net: known && netOf(books, nature, { difference: known, outstanding: outstanding ?? [], ahead, toReturn }),
    };
  });
}

interface Standing {
  /** Received less spent. */
  readonly difference: Money;
  readonly outstanding: readonly Money[];
  /** Of what is not to be returned: negative is paid ahead. */
  readonly ahead: readonly Money[];
  readonly toReturn: readonly Money[];
}

function netOf(
  { agreement, actual }: Books,
  nature: NatureFigures['nature'],
  { difference, outstanding, ahead, toReturn: unearned }: Standing,
): NatureFigures['net'] {
  const figure = (what: string, how: string, terms: readonly Term[]) =>
    Figure.money({ what: `All ${nature}: ${what}`, how, rule, terms });
  const isOwn = ({ purpose, source }: { readonly purpose: string; readonly source: string }) =>
    (agreement.headings.get(purpose) ?? agreement.sources.get(source))?.nature === nature;
  const overdue = figure(
    'due and outstanding',
    'contributions of which something is outstanding',
    plus(...outstanding.filter(({ amount }) => amount > 0n)),
  );
  const early = minus(...ahead.filter(({ amount }) => amount < 0n));
  const paidAhead = figure('received before it was due', 'contributions that are paid ahead', early);
  const toReturn = figure('performance money to be returned', 'paid in above what was earned', plus(...unearned));
  const isAnyToReturn = unearned.length > 0;
  const surplus = figure(
    'surplus; negative is a deficit',
    `received − spent + outstanding − paid ahead${isAnyToReturn ? ' − to be returned' : ''}`,
    [...plus(difference, overdue), ...minus(paidAhead, ...(isAnyToReturn ? [toReturn] : []))],
  );
  const opening = incomes(
    actual.list('brought-forward').filter(({ account }) => account.kind !== 'contributions' && isOwn(account)),
  );
  const broughtForward = figure('brought forward', 'its opening balances', opening);
  const settled = figure(
    'variances settled',
    'its receipts that say so',
    incomes(actual.list('settled', { of: 'variance' }).filter(({ account }) => isOwn(account))),
  );
  const carriedForward = figure(
    'carried forward',
    'brought forward + surplus + settled',
    plus(broughtForward, surplus, settled),
  );
  return { overdue, paidAhead, ...(isAnyToReturn && { toReturn }), surplus, broughtForward, settled, carriedForward };
}
