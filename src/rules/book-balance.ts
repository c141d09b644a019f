import { labelOf, nameOf } from '../agreement/bodies.js';
import { isAlignedMoney, isPaidAsReleased } from '../agreement/tied-money.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { counted } from '../diagnostics/entry.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { balances, incomes, minus, plus, stated, sumOfTerms, turned } from '../figures/terms.js';
import type { BookView } from '../journal/book-view.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { alignedOf } from './aligned.js';
import { type Books, type Check, checkOf, type Found, outcomeOf, type RuleOutcome, together } from './check.js';
import { contributedFigures } from './contributed.js';
import { instalmentsOf } from './contributions.js';
import { poolSpentFrom } from './due-out.js';
import { isPaidInOneLine } from './fenced-money.js';
import { type ActualLedger, isActual, isBalanceKnown, isKnown, isOpeningKnown } from './known.js';
import { isEarningKnown } from './performance.js';
import { actualParts, type PoolPart, poolParts } from './pool-parts.js';
import { settle } from './settlement.js';

/**
 * R1 in the actuals: received + brought forward = applied + fund balance, in each pool and for each part of it, and
 * the balances are those of the rows that were read.
 */
export function checkActualBalance(books: Books): RuleOutcome {
  const { actual } = books;
  const rows = rowChecks(books);
  if (!isBalanceKnown(books)) return { checks: rows, diagnostics: [] };
  const parts = actualParts(books);
  return together([
    outcomeOf(
      [...rows, ...poolChecks(books, actual, parts), ...parts.map((part) => partCheck(books, part))],
      parts.flatMap((part) => overdrawn(books, part)),
    ),
    outcomeOf([], paidInOneLine(books, parts)),
  ]);
}

/** R1 in the forecast: outturn income + brought forward − outturn expenditure = forecast balance. */
export function checkForecastBalance(books: Books): RuleOutcome {
  const { agreement, forecast } = books;
  if (forecast.isEmpty || !isOpeningKnown(books)) return { checks: [], diagnostics: [] };
  return { checks: poolChecks(books, forecast, poolParts(agreement, forecast)), diagnostics: [] };
}

/** The accounts of each ledger whose rows are known are those of the rows as they were read. */
function rowChecks(books: Books): Check[] {
  const { actual, asAt, tallies } = books;
  if (asAt === undefined) return [];
  const ledgers: Readonly<Record<ActualLedger, readonly [what: string, accounts: () => Term[]]>> = {
    contributions: [
      'Received',
      () =>
        incomes([
          ...actual.list('income'),
          ...actual.list('aligned-income'),
          ...actual.list('settled'),
          ...actual.list('handover', { side: 'come' }),
        ]),
    ],
    expenditure: ['Applied', () => balances(actual.list('applied'))],
    opening: [
      'Brought forward',
      () => incomes([...actual.list('brought-forward'), ...actual.list('handover', { side: 'earlier' })]),
    ],
  };
  return Object.keys(ledgers)
    .filter(isActual)
    .filter((kind) => isKnown(books, kind))
    .map((kind) => {
      const [what, accounts] = ledgers[kind];
      const expected = tallies
        .upTo(kind, asAt)
        .flatMap(({ quarter, rows, amountPence }) =>
          stated(
            `rows as they were read${quarter === undefined ? '' : `, ${quarter}`}: ${counted(rows, 'row')}`,
            amountPence,
          ),
        );
      const inAccounts = accounts();
      return sure(books, {
        id: `actual.rows.${kind}`,
        family: 'actual.rows',
        expected,
        actual: inAccounts,
        message: `${what}: the rows read add up to ${inWords(sumOfTerms(expected))}, the accounts to ${inWords(sumOfTerms(inAccounts))}`,
      });
    });
}

function poolChecks(books: Books, book: BookView, parts: readonly PoolPart[]): Check[] {
  const isForecast = book.book === 'forecast';
  const isSettled = books.actual.list('settled').length > 0;
  const income = isForecast
    ? `forecast income${isSettled ? ', settled' : ''} and brought forward`
    : cameInWords(isSettled);
  const balance = isForecast ? 'forecast balance' : 'fund balance';
  return [...books.agreement.pools.values()].map(({ code, name }) => {
    const partsOfPool = parts.filter(({ pool }) => pool === code);
    const stands = sum(partsOfPool.map(({ standsPence }) => standsPence));
    const sides = isForecast ? forecastOf(books, code) : actualOf(book, code, partsOfPool);
    const [inPence, appliedPence] = [sumOfTerms(sides.expected), sumOfTerms(sides.applied)];
    mustStand(`${name}, ${balance}`, stands, inPence - appliedPence);
    return sure(books, {
      id: `${book.book}.pool.${code}`,
      family: isForecast ? 'forecast.pool' : 'actual.pool',
      expected: sides.expected,
      actual: [...sides.applied, ...sides.balance],
      message: `${name}: ${inWords(inPence)} ${income} = ${inWords(appliedPence)} applied + ${inWords(stands)} ${balance}`,
    });
  });
}

function cameInWords(isSettled: boolean): string {
  return isSettled ? 'received, settled and brought forward' : 'received and brought forward';
}

interface PoolSides {
  readonly expected: readonly Term[];
  readonly applied: readonly Term[];
  readonly balance: readonly Term[];
}

function actualOf(actual: BookView, pool: string, parts: readonly PoolPart[]): PoolSides {
  return {
    expected: incomes([
      ...actual.list('income', { pool }),
      ...actual.list('settled', { pool }),
      ...actual.list('brought-forward', { pool }),
    ]),
    applied: plus(...parts.map(({ applied }) => applied)),
    balance: plus(...parts.map(({ balance }) => balance)),
  };
}

function forecastOf(books: Books, pool: string): PoolSides {
  const { agreement, actual, forecast } = books;
  const pooled = [...contributedFigures(books)].flatMap(([contribution, figures]) =>
    contribution.pool === pool && figures.forecast !== undefined
      ? [...plus(figures.forecast), ...turned(balances(alignedOf(books, 'forecast', contribution)))]
      : [],
  );
  const expected = [
    ...pooled,
    ...incomes([...actual.list('settled', { pool }), ...actual.list('brought-forward', { pool })]),
  ];
  const applied = balances(
    forecast
      .list('applied')
      .filter(({ account }) => poolSpentFrom(agreement, account) === pool && !isAlignedMoney(agreement, account)),
  );
  const balance = Figure.money({
    what: 'forecast balance',
    how: 'forecast income + brought forward + settled to date − forecast outturn',
    terms: [...expected, ...turned(applied)],
  });
  return { expected, applied, balance: plus(balance) };
}

function partCheck(books: Books, part: PoolPart): Check {
  const { pool, partner, source, purpose, received, broughtForward, applied, balance, standsPence } = part;
  const name = `${nameOf(books.agreement, partner)}, ${purposeInWords(books, part)}`;
  mustStand(name, standsPence, balance.amount);
  return sure(books, {
    id: ['actual.balance', pool, partner, source, purpose].join('.').replace(/\.$/, ''),
    family: 'actual.balance',
    partner,
    ...(purpose && { heading: purpose }),
    expected: plus(received, broughtForward, ...(part.settled.isNil ? [] : [part.settled])),
    actual: plus(applied, balance),
    message: `${name}: ${inWords(part.in.amount)} ${cameInWords(!part.settled.isNil)} = ${inWords(applied.amount)} applied + ${inWords(balance.amount)} balance`,
  });
}

/** What is left is what stands on the pool’s own accounts: the other side of every entry. */
function mustStand(name: string, standsPence: Pence, leftPence: Pence): void {
  if (standsPence !== leftPence) {
    throw new Error(`the books do not hold together: ${name}: ${leftPence} is left, ${standsPence} stands in the pool`);
  }
}

/** Double entry makes these hold whatever the rows say, so one that does not is a fault of bcf and stops it. */
function sure({ agreement }: Books, checking: Omit<Parameters<typeof checkOf>[0], 'rule' | 'clause'>): Check {
  const check = checkOf({ rule: 'R1', clause: agreement.balanceRule.clause, ...checking });
  if (!check.passed) throw new Error(`the books do not hold together: ${check.id}: ${check.message}`);
  return check;
}

/**
 * Untied or fenced money that was spent before it came. Money that nobody agreed to pay in, instalments overdue (R5) and
 * performance money that was not earned (R3) are other rules' to name.
 */
function overdrawn(books: Books, part: PoolPart): Found[] {
  const { agreement, plan, actual } = books;
  const { partner, source, pool, purpose } = part;
  const spentAhead = [...minus(part.balance), ...plus(...owedOfLastYear(books, part))];
  const balancePence = -sumOfTerms(spentAhead);
  const agreedPence = plan.received({ partner, source, pool });
  if (balancePence >= 0n || agreedPence === 0n || isPaidInOneLine(books, part)) return [];
  const isPerformance = isPaidAsReleased(agreement, purpose);
  const standing = instalmentsOf(books, part);
  const isOverdue = standing?.instalments.some(({ status }) => status === 'outstanding') ?? false;
  if (isPerformance ? isEarningKnown(books, partner) : isOverdue) return [];
  const agreed = Figure.money({
    what: `${labelOf(agreement, partner)}: agreed for the year, and spent above`,
    how: 'what it is to pay in by instalments',
    rule: ruleOf('R5', agreement.balanceRule),
    terms: standing === undefined ? incomes(plan.list('income', { partner, source, pool })) : plus(standing.agreed),
  });
  const isBefore = balancePence === part.broughtForward.amount;
  const isDue = (standing?.received?.amount ?? actual.received({ partner, source, pool })) < agreed.amount;
  const args = {
    partner: nameOf(agreement, partner),
    money: agreement.headings.get(purpose)?.name ?? agreement.sources.get(source)?.name ?? source,
    amount: inWords(absolute(balancePence)),
    agreed: inWords(agreed.amount),
    due: isDue ? 1 : 0,
    before: isBefore ? 1 : 0,
  };
  const diagnostic = diagnose('BCF2011', args, { rule: agreement.balanceRule });
  return [{ diagnostic, terms: spentAhead, ...(!isBefore && !isDue && { speaksOf: { agreed } }) }];
}

/** What stands in a part of the pool for contributions and variances of last year: it is owed, and was not spent early. */
function owedOfLastYear(books: Books, { pool, partner, source, purpose }: PoolPart): Money[] {
  const lines = settle(books).partners.flatMap(({ closing }) => closing);
  const own = lines.filter(
    (line) =>
      line.isOfEarlierYear &&
      line.pool === pool &&
      line.schedule === partner &&
      line.source === source &&
      line.purpose === purpose,
  );
  return own.map(({ amount }) => amount);
}

/** What is fenced within contributions that came in one line, heading by heading. */
function paidInOneLine(books: Books, parts: readonly PoolPart[]): Found[] {
  const { agreement } = books;
  return agreement.ringFences.flatMap((fence) => {
    const inOneLine = parts.filter((part) => part.purpose === fence.heading && isPaidInOneLine(books, part));
    if (inOneLine.length === 0) return [];
    const heading = agreement.headings.get(fence.heading)?.name ?? fence.heading;
    const partners = inOneLine.map(({ partner, applied }) => ({
      partner,
      spent: Figure.money({
        what: `${labelOf(agreement, partner)}: spent under ${heading} of money that came in one line`,
        how: 'what was applied of it to date',
        rule: ruleOf('R2', fence),
        terms: plus(applied),
      }),
    }));
    const spent = partners
      .map(({ partner, spent: own }) => `${nameOf(agreement, partner)} ${inWords(own.amount)}`)
      .join(', ');
    const diagnostic = diagnose('BCF2462', { heading, code: fence.heading, spent }, { rule: fence });
    return [{ diagnostic, speaksOf: { partners } }];
  });
}

function purposeInWords({ agreement }: Books, { purpose, source }: PoolPart): string {
  if (purpose !== '') return `money for ${agreement.headings.get(purpose)?.name ?? purpose}`;
  return `untied money (${agreement.sources.get(source)?.name ?? source})`;
}
