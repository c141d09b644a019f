import { behind } from '../../rules/fenced-money.js';
import { spentVarianceLines } from '../../rules/variance.js';
import { ruleOfVariances } from '../../rules/variance-rules.js';
import { rulesOfPapers } from '../../statement/papers/rules-of-papers.js';
import { reportRoot } from '../../statement/report-figures-schema.js';
import { bodyName, contributionName, headingName } from '../explain/traced.js';
import type { Step, Term } from '../node.js';
import { added, balances, incomes, item, minus, plus, step, takenAway } from '../terms.js';
import type { TracedPapers } from './traced-papers.js';

const rule = rulesOfPapers.poolManager;

/** The annual return: the surplus or deficit, and each partner’s share of it. */
export function explainAnnual(traced: TracedPapers): void {
  explainNet(traced);
  for (const { body } of traced.figures.shares) explainShare(traced, body);
  const names = traced.figures.shares.map(({ body }) => shareName(body));
  for (const { key, words } of amounts) {
    traced.all.explain(`${reportRoot}.share-totals.${key}`, () => ({
      what: `All partners: ${words}`,
      how: 'their shares, added up',
      rule,
      terms: plus(...names.map((name) => `${name}.${key}`)),
    }));
  }
}

function explainNet({ all }: TracedPapers): void {
  const flow = 'flow-of-funds.totals';
  const outstanding = plus(...all.known(['contribution-totals.outstanding']));
  all.explain(`${reportRoot}.net.surplus`, () => ({
    what: 'Net surplus; negative is a deficit',
    how: 'received + outstanding − spent; what is paid ahead is no income yet',
    rule,
    terms: [...plus(`${flow}.sources.actual`), ...outstanding, ...minus(`${flow}.applications.actual`)],
  }));
  all.explain(`${reportRoot}.net.carried-forward`, () => ({
    what: 'Balance carried forward',
    how: 'balance of the pool + outstanding; what is paid ahead is taken off',
    rule,
    terms: [...plus(`${flow}.balance.actual`), ...outstanding],
  }));
}

const amounts = [
  { key: 'due', words: 'funding due' },
  { key: 'applied', words: 'spent on its schedule' },
  { key: 'own', words: 'funding due less spending' },
  { key: 'moved', words: 'variances moved' },
  { key: 'share', words: 'share of the surplus; negative is of a deficit' },
  { key: 'brought-forward', words: 'brought forward' },
  { key: 'closing', words: 'carried forward' },
  { key: 'held', words: 'held for ring-fences' },
] as const;

function shareName(body: string): string {
  return item(`${reportRoot}.shares`, { body });
}

function explainShare(traced: TracedPapers, body: string): void {
  const { all, books, result } = traced;
  const { actual } = books;
  const name = shareName(body);
  const owed = result.contributions.filter(({ partner }) => partner === body);
  const parts: Readonly<Record<(typeof amounts)[number]['key'], readonly [how: string, terms: () => Term[]]>> = {
    due: [
      'received + what is due to date and outstanding',
      () => [
        ...incomes(actual.list('income', { partner: body })),
        ...plus(...owed.map((line) => `${contributionName(line)}.outstanding`)),
      ],
    ],
    applied: ['its accounts, whoever spent it', () => balances(actual.list('applied', { schedule: body }))],
    own: ['funding due − spent', () => [...plus(`${name}.due`), ...minus(`${name}.applied`)]],
    moved: [
      books.asAt === 'Q4'
        ? 'each variance leaves the schedule whose money it was, for the bodies that bear it'
        : 'nothing until the year end: who bears what is not known before',
      () => movedTerms(traced, body),
    ],
    share: ['funding due − spent + variances moved', () => plus(`${name}.own`, `${name}.moved`)],
    'brought-forward': ['its accounts', () => incomes(actual.list('brought-forward', { partner: body }))],
    closing: ['brought forward + share', () => plus(`${name}.brought-forward`, `${name}.share`)],
    held: ['each ring-fence by itself; nothing where it is spent ahead (R2)', () => heldTerms(traced, body)],
  };
  for (const { key, words } of amounts) {
    const [how, terms] = parts[key];
    const own = key === 'moved' ? (ruleOfVariances(books.agreement) ?? rule) : rule;
    all.explain(`${name}.${key}`, () => ({
      what: `${bodyName(books, body)}: ${words}`,
      how,
      rule: own,
      terms: terms(),
    }));
  }
}

function movedTerms(traced: TracedPapers, body: string): Term[] {
  const { books } = traced;
  if (books.asAt !== 'Q4') return [];
  return spentVarianceLines(books).flatMap(({ schedule, variance, borneBy }) => [
    ...(schedule === body && variance !== undefined && !variance.isNil ? added(variance) : []),
    ...takenAway(...borneBy.flatMap(({ code, amount }) => (code === body ? [amount] : []))),
  ]);
}

function heldTerms({ books }: TracedPapers, body: string): Term[] {
  const { agreement, actual } = books;
  return agreement.ringFences.flatMap((fence) => {
    const purpose = { partner: body, purpose: fence.heading };
    const parts = [
      ...incomes(actual.list('income', purpose)),
      ...incomes(actual.list('brought-forward', purpose)),
      ...balances(actual.list('applied', behind(fence, body)), -1n),
    ];
    if (parts.length === 0) return [];
    const heading = headingName(books, fence.heading);
    const left: Step = {
      what: `${heading}: left of what came in for it`,
      how: 'received + brought forward − spent',
      unit: 'money',
      terms: parts,
    };
    return [
      step({
        what: `${heading}: held`,
        how: 'what is left, and no less than nil',
        unit: 'money',
        terms: [step(left)],
        formula: ([leftPence = 0n]) => (leftPence > 0n ? leftPence : 0n),
      }),
    ];
  });
}
