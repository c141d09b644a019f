import type { RingFenceRule } from '../../agreement/agreement.js';
import { labelOf, membersOf } from '../../agreement/bodies.js';
import { isUpTo, type Quarter, quarters } from '../../agreement/financial-year.js';
import { type Money, total } from '../../figures/books.js';
import { type About, Figure } from '../../figures/figure.js';
import { balances, plus } from '../../figures/terms.js';
import type { Balance } from '../../journal/journal.js';
import type { Books } from '../../rules/check.js';
import { bodyOf, leftOf } from '../../rules/fenced-bodies.js';
import { isKnown, isOpeningKnown } from '../../rules/known.js';
import type { GrantFigures } from '../report-figures-schema.js';
import type { RingFenceStatement } from '../ring-fence-schema.js';
import { rulesOfPapers } from './rules-of-papers.js';

type Spending = GrantFigures['totals'];

/**
 * Fenced grants that a group spends, by body and half-year; the group’s own money, with no member named, is its own. Where
 * there is no group, as in a unitary area, every fenced grant, by whoever applies it.
 */
export function grantsOf(books: Books, ringFences: readonly RingFenceStatement[]): GrantFigures[] {
  const { agreement } = books;
  const grants = agreement.ringFences.filter(({ source }) => source !== undefined);
  const ofGroups = grants.filter((grant) => agreement.groups.has(spenderOf(books, grant)));
  return (ofGroups.length > 0 ? ofGroups : grants).map((grant) => {
    const fence = ringFences.find(({ id }) => id === grant.id);
    return grantOf(books, grant, fence?.bodies ?? []);
  });
}

function spenderOf({ agreement }: Books, { heading }: RingFenceRule): string {
  return agreement.headings.get(heading)?.appliedBy ?? '';
}

function grantOf(books: Books, grant: RingFenceRule, fenced: RingFenceStatement['bodies']): GrantFigures {
  const { agreement, actual } = books;
  const { heading } = grant;
  const name = agreement.headings.get(heading)?.name ?? heading;
  const spent = actual.list('applied', { heading });
  const payees = spent.map(({ account }) => bodyOf(account));
  const codes = new Set([
    ...membersOf(agreement, spenderOf(books, grant)),
    ...payees,
    ...fenced.map(({ body }) => body),
  ]);
  const bodies = [...agreement.bodies.keys()]
    .filter((code) => codes.has(code))
    .map((code) => {
      const money = fenced.find(({ body }) => body === code);
      const label = money?.label ?? labelOf(agreement, code);
      const spentByBody = spent.filter(({ account }) => bodyOf(account) === code);
      return { code, label, ...ofBody(books, `${name}, ${label}`, spentByBody, money) };
    });
  return { heading, bodies, totals: ofAll(books, `${name}, all bodies`, bodies) };
}

const periods = { firstHalf: ['Q1', 'Q2'], secondHalf: ['Q3', 'Q4'], toDate: quarters } as const;

/** What each figure is called; of a half-year of which only the first quarter is reported, that it is. */
function wordsOf({ asAt }: Books) {
  return {
    allocation: 'allotted for the year',
    broughtForward: 'brought forward',
    firstHalf: `paid from April to September${asAt === 'Q1' ? ' (to Q1)' : ''}`,
    secondHalf: `paid from October to March${asAt === 'Q3' ? ' (to Q3)' : ''}`,
    toDate: 'paid to date',
    left: 'left of the year',
  };
}

function about(what: string, how: string): About {
  return { what, how, rule: rulesOfPapers.schedules };
}

/** What a body is allotted, and was paid; a half-year is known once its first quarter is: what there is of it by then. */
function ofBody(
  books: Books,
  what: string,
  spent: readonly Balance[],
  fenced: RingFenceStatement['bodies'][number] | undefined,
): Spending {
  const words = wordsOf(books);
  const { asAt } = books;
  const paid = (key: keyof typeof periods): Money | undefined => {
    const period: readonly Quarter[] = periods[key];
    const [first = 'Q1'] = period;
    if (asAt === undefined || !isUpTo(first, asAt) || !isKnown(books, 'expenditure')) return undefined;
    const terms = balances(spent.filter(({ quarter }) => quarter !== undefined && period.includes(quarter)));
    return Figure.money({ ...about(`${what}: ${words[key]}`, 'its accounts of these quarters, added up'), terms });
  };
  const asFenced = (key: 'allocation' | 'broughtForward') => {
    const money = fenced?.[key];
    return (
      money && Figure.money({ ...about(`${what}: ${words[key]}`, 'as the ring-fence has it'), terms: plus(money) })
    );
  };
  const money = { allocation: asFenced('allocation'), broughtForward: asFenced('broughtForward') };
  const toDate = paid('toDate');
  const left = { what: `${what}: ${words.left}`, rule: rulesOfPapers.schedules };
  return {
    ...money,
    firstHalf: paid('firstHalf'),
    secondHalf: paid('secondHalf'),
    toDate,
    left: isOpeningKnown(books) ? leftOf(left, { ...money, paid: toDate }) : undefined,
  };
}

function ofAll(books: Books, what: string, bodies: readonly Spending[]): Spending {
  const words = wordsOf(books);
  const all = (key: keyof typeof words) =>
    total(
      about(`${what}: ${words[key]}`, 'the bodies, added up'),
      bodies.map((body) => body[key]),
    );
  return {
    allocation: all('allocation'),
    broughtForward: all('broughtForward'),
    firstHalf: all('firstHalf'),
    secondHalf: all('secondHalf'),
    toDate: all('toDate'),
    left: all('left'),
  };
}
