import type { Agreement } from '../../agreement/agreement.js';
import { labelOf } from '../../agreement/bodies.js';
import { fenceOfHeading, isAligned } from '../../agreement/tied-money.js';
import type { Money } from '../../figures/books.js';
import { Figure, type RuleOfFigure, type Term } from '../../figures/figure.js';
import { balances, incomes, minus, plus, turned } from '../../figures/terms.js';
import type { BroughtForwardAccount } from '../../journal/accounts.js';
import { alignedIn } from '../../rules/aligned.js';
import type { Books } from '../../rules/check.js';
import { behind } from '../../rules/fenced-money.js';
import { isBalanceKnown } from '../../rules/known.js';
import type { LineKey } from '../../rules/lines.js';
import { varianceLines } from '../../rules/variance.js';
import { ruleOfVariances } from '../../rules/variance-rules.js';
import type { Reconciliation } from '../reconciliation-schema.js';
import type { NamedReportFigures, SurplusShare } from '../report-figures-schema.js';
import { rulesOfPapers } from './rules-of-papers.js';

const rule = rulesOfPapers.poolManager;

const words = {
  due: 'funding due',
  applied: 'spent on its schedule',
  own: 'funding due less spending',
  moved: 'variances moved',
  share: 'share of the surplus; negative is of a deficit',
  broughtForward: 'brought forward',
  settled: 'variances and earlier years settled',
  closing: 'carried forward',
  held: 'held for ring-fences',
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
  const own = make('own', 'funding due − spent', [...plus(due), ...minus(applied)]);
  const howMoved =
    books.asAt === 'Q4'
      ? 'each variance leaves the schedule whose money it was, for the bodies that bear it'
      : 'nothing until the year end: who bears what is not known before';
  const moved = make('moved', howMoved, movedTerms(books, body), ruleOfVariances(agreement));
  const share = make('share', 'funding due − spent + variances moved', plus(own, moved));
  const isIts = (money: Holding) => shareholder(agreement, money) === body;
  const opening = incomes(actual.list('brought-forward').filter(({ account }) => isIts(account)));
  const broughtForward = make('broughtForward', 'its accounts', opening);
  const settled = make(
    'settled',
    'its receipts that say so',
    incomes(actual.list('settled').filter(({ account }) => isIts(account))),
  );
  const closing = make('closing', 'brought forward + share + settled', plus(broughtForward, share, settled));
  const howHeld = 'each ring-fence by itself; nothing where it is spent ahead (R2)';
  const held = make('held', howHeld, heldTerms(books, body));
  return { due, applied, own, moved, share, broughtForward, settled, closing, held };
}

type Holding = Pick<BroughtForwardAccount, 'partner' | 'purpose' | 'body'>;

/** In whose share money counts: what is fenced in that of whose schedule it is on, the rest in that of who has it. */
function shareholder(agreement: Agreement, { partner, purpose, body }: Holding): string {
  return body === '' || fenceOfHeading(agreement, purpose) !== undefined ? partner : body;
}

/** At the year end each variance leaves the schedule whose money it is for the bodies that bear it. */
function movedTerms(books: Books, body: string): Term[] {
  if (books.asAt !== 'Q4') return [];
  const isFenced = (heading: string) => fenceOfHeading(books.agreement, heading) !== undefined;
  const pooled = varianceLines(books).filter(({ heading }) => !isAligned(books.agreement, heading));
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

/** What a partner’s ring-fences have left of what came in for them, each by itself. */
function heldTerms({ agreement, actual }: Books, partner: string): Term[] {
  return agreement.ringFences.flatMap((fence) => {
    const purpose = { partner, purpose: fence.heading };
    const terms = [
      ...incomes(actual.list('income', purpose)),
      ...incomes(actual.list('settled', purpose)),
      ...incomes(actual.list('brought-forward', purpose)),
      ...turned(balances(actual.list('applied', behind(fence, partner)))),
    ];
    if (terms.length === 0) return [];
    const heading = agreement.headings.get(fence.heading)?.name ?? fence.heading;
    const left = Figure.money({
      what: `${heading}: left of what came in for it`,
      how: 'received + brought forward − spent',
      terms,
    });
    return plus(
      Figure.money({
        what: `${heading}: held`,
        how: 'what is left, and no less than nil',
        terms: plus(left),
        formula: ([leftPence = 0n]) => (leftPence > 0n ? leftPence : 0n),
      }),
    );
  });
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
    own: all('own'),
    moved: all('moved'),
    share: all('share'),
    broughtForward: all('broughtForward'),
    settled: all('settled'),
    closing: all('closing'),
    held: all('held'),
  };
}
