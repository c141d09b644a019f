import { labelOf } from '../../agreement/bodies.js';
import { fenceOfHeading, isAligned } from '../../agreement/tied-money.js';
import type { Money } from '../../figures/books.js';
import { Figure, type RuleOfFigure, type Term } from '../../figures/figure.js';
import { balances, incomes, minus, plus } from '../../figures/terms.js';
import { alignedIn } from '../../rules/aligned.js';
import type { Books } from '../../rules/check.js';
import { isBalanceKnown } from '../../rules/known.js';
import type { LineKey } from '../../rules/lines.js';
import { settle } from '../../rules/settlement.js';
import { varianceLines } from '../../rules/variance.js';
import { ruleOfVariances } from '../../rules/variance-rules.js';
import type { Reconciliation } from '../reconciliation-schema.js';
import type { NamedReportFigures, SurplusShare } from '../report-figures-schema.js';
import { rulesOfPapers } from './rules-of-papers.js';
import { type StandingMoney, standingMoney } from './standing-money.js';

const rule = rulesOfPapers.poolManager;

const words = {
  due: 'funding due',
  applied: 'spent on its schedule',
  moved: 'variances moved',
  share: 'share of the surplus; negative is of a deficit',
  broughtForward: 'brought forward',
  settled: 'variances and earlier years settled',
  closing: 'carried forward',
  ringFenced: 'left of ring-fences; negative is spent above them',
  other: 'carried forward for no ring-fence',
} as const;

type Shares = { readonly [K in keyof typeof words]: Money };

/**
 * Each body's share of the year's surplus or deficit (R6), as R4 attributes it: what a partner is due to pay in is its
 * own, so are its grants and its performance money; an overspend is borne by whoever bears it, an underspend held by
 * whoever holds it. Until the year end it is not known who bears what, and nothing is moved. Nobody’s where not all
 * of the actuals are known.
 */
export function surplusShares(books: Books, statement: Reconciliation): SurplusShare[] {
  const { agreement } = books;
  if (!isBalanceKnown(books)) return [];
  return [...agreement.bodies.keys()].flatMap((body) => {
    const label = labelOf(agreement, body);
    const shares = sharesOf(books, statement, { body, label });
    const { due, applied, moved, broughtForward, settled } = shares;
    return [due, applied, moved, broughtForward, settled].every(({ isNil }) => isNil)
      ? []
      : [{ body, label, ...shares }];
  });
}

function sharesOf(
  books: Books,
  { contributions }: Reconciliation,
  { body, label }: Pick<SurplusShare, 'body' | 'label'>,
): Shares {
  const { agreement, actual } = books;
  const make = (key: keyof Shares, how: string, terms: readonly Term[], of: RuleOfFigure = rule): Money =>
    Figure.money({ what: `${label}: ${words[key]}`, how, rule: of, terms });
  const owed = contributions.filter(({ partner }) => partner === body);
  const due = make('due', 'received + what is due to date and outstanding', [
    ...incomes(actual.list('income', { partner: body })),
    ...balances(alignedIn(books, 'actual', body)),
    ...plus(...owed.flatMap(({ outstanding }) => outstanding ?? [])),
  ]);
  const spent = balances(actual.list('applied', { schedule: body }));
  const applied = make('applied', 'its accounts, whoever spent it', spent);
  const howMoved =
    books.asAt === 'Q4'
      ? 'each variance leaves the schedule whose money it was, for the bodies that bear it'
      : 'nothing until the year end: who bears what is not known before';
  const moved = make('moved', howMoved, movedTerms(books, body), ruleOfVariances(agreement));
  const share = make('share', 'funding due − spent + variances moved', [...plus(due, moved), ...minus(applied)]);
  const standing = standingMoney(books).filter((money) => money.share === body);
  const termsOf = (isMeant: (money: StandingMoney) => boolean) =>
    standing.filter(isMeant).flatMap(({ terms }) => terms);
  const broughtForward = make(
    'broughtForward',
    'its accounts',
    termsOf(({ of }) => of !== 'settled'),
  );
  const settled = make(
    'settled',
    'its receipts that say so',
    termsOf(({ of }) => of === 'settled'),
  );
  const closing = make('closing', 'brought forward + share + settled', plus(broughtForward, share, settled));
  const ringFenced = make('ringFenced', 'left of each, body by body, as it fell due (R2)', [
    ...fencedTerms(books, body),
    ...termsOf(({ of, isFenced }) => isFenced && of !== 'balance'),
  ]);
  const other = make('other', 'carried forward − ring-fenced', [...plus(closing), ...minus(ringFenced)]);
  return { due, applied, moved, share, broughtForward, settled, closing, ringFenced, other };
}

/** At the year end each variance leaves the schedule whose money it is for the bodies that bear it. */
function movedTerms(books: Books, body: string, isMeant: (heading: string) => boolean = () => true): Term[] {
  if (books.asAt !== 'Q4') return [];
  const isFenced = (heading: string) => fenceOfHeading(books.agreement, heading) !== undefined;
  const pooled = varianceLines(books).filter(({ heading }) => !isAligned(books.agreement, heading) && isMeant(heading));
  return pooled.flatMap(({ schedule, heading, appliedBy, met, variance, borneBy }) => [
    ...(schedule === body && variance !== undefined && !variance.isNil ? plus(variance) : []),
    ...(met === undefined || isFenced(heading) ? [] : metTerms(met.amount, { schedule, appliedBy }, body)),
    ...minus(...borneBy.flatMap(({ code, amount }) => (code === body ? [amount] : []))),
  ]);
}

/** What a body brought forward of another’s schedule meets its own spending of it; of its own, nothing moves. */
function metTerms(met: Money, { schedule, appliedBy }: Pick<LineKey, 'schedule' | 'appliedBy'>, body: string): Term[] {
  if (schedule === appliedBy) return [];
  return [...(schedule === body ? plus(met) : []), ...(appliedBy === body ? minus(met) : [])];
}

/** What is left of the ring-fences of a schedule, whoever is to spend it. */
function fencedTerms(books: Books, body: string): Term[] {
  const lines = settle(books).partners.flatMap((line) => line.lines);
  const left = lines.filter(({ schedule, isFenced }) => schedule === body && isFenced).map((line) => line.left);
  const isFenced = (heading: string) => fenceOfHeading(books.agreement, heading) !== undefined;
  return [...plus(...left), ...movedTerms(books, body, isFenced)];
}

/** All shares together; undefined where there are none. */
export function shareTotals(shares: readonly SurplusShare[]): NamedReportFigures['shareTotals'] {
  if (shares.length === 0) return undefined;
  const all = (key: keyof Shares) =>
    Figure.money({
      what: `All partners: ${words[key]}`,
      how: 'their shares, added up',
      rule,
      terms: plus(...shares.map((share) => share[key])),
    });
  return {
    due: all('due'),
    applied: all('applied'),
    moved: all('moved'),
    share: all('share'),
    broughtForward: all('broughtForward'),
    settled: all('settled'),
    closing: all('closing'),
    ringFenced: all('ringFenced'),
    other: all('other'),
  };
}
