import type { Agreement } from '../agreement/agreement.js';
import { contributorOf } from '../agreement/bodies.js';
import { isPaidAsReleased, purposeOf } from '../agreement/tied-money.js';
import type { Account, AppliedAccount, IncomeAccount, PoolAccount } from '../journal/accounts.js';
import { bodyPaid, poolSpentFrom } from '../rules/due-out.js';
import { behind } from '../rules/fenced-money.js';
import { unescaped } from '../statement/figure-names.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import { isOnPlan } from '../statement/variance-sums.js';

/** The codes that a figure's name tells it apart by. */
export type Codes = ReadonlyMap<string, string>;

/** Against what a figure's name is read. */
export interface Scope {
  readonly agreement: Agreement;
  readonly statement: Reconciliation;
}

/** Which accounts a figure is the sum of, and whether the statement turns the sign of the books round. */
export interface FigureAccounts {
  readonly isTurned: boolean;
  readonly covers: (account: Account) => boolean;
}

type Is<A> = (account: A) => boolean;
type Meaning = (code: (key: string) => string, scope: Scope) => FigureAccounts;

const received = (is: Is<IncomeAccount> = () => true): FigureAccounts => ({
  isTurned: true,
  covers: (account) => account.type === 'income' && is(account),
});
const applied = (is: Is<AppliedAccount> = () => true): FigureAccounts => ({
  isTurned: false,
  covers: (account) => account.type === 'applied' && is(account),
});
const inPool = (is: Is<PoolAccount> = () => true): FigureAccounts => ({
  isTurned: false,
  covers: (account) => account.type === 'pool' && is(account),
});
const broughtForward = (is: Is<Omit<IncomeAccount, 'type'>> = () => true): FigureAccounts => ({
  isTurned: true,
  covers: (account) => account.type === 'brought-forward' && is(account),
});
/** What came in less what was applied, and the like: the books have both with opposite signs. */
const together = (...parts: readonly FigureAccounts[]): FigureAccounts => ({
  isTurned: true,
  covers: (account) => parts.some((part) => part.covers(account)),
});

/** Contributions, applications and the difference of the same, for one way of cutting the fund. */
function footing(
  name: string,
  paidIn: (code: (key: string) => string, scope: Scope) => Is<IncomeAccount>,
  appliedTo: (code: (key: string) => string, scope: Scope) => Is<AppliedAccount>,
): Record<string, Meaning> {
  return {
    [`${name}.contributions`]: (code, scope) => received(paidIn(code, scope)),
    [`${name}.applications`]: (code, scope) => applied(appliedTo(code, scope)),
    [`${name}.difference`]: (code, scope) => together(received(paidIn(code, scope)), applied(appliedTo(code, scope))),
    [`${name}.headings`]: (code, scope) => {
      const isOwn = appliedTo(code, scope);
      return applied((account) => account.heading === code('heading') && isOwn(account));
    },
  };
}

/** Figures that the statement has for plan, actual and forecast alike, without the name of the book. */
const ofEveryBook: Readonly<Record<string, Meaning>> = {
  'flow-of-funds.sources': (code) =>
    received(
      ({ partner, source, pool }) => partner === code('partner') && source === code('source') && pool === code('pool'),
    ),
  'flow-of-funds.contributors': (code, { agreement }) =>
    received(({ partner }) => contributorOf(agreement, partner) === code('contributor')),
  'flow-of-funds.contributors.sources': (code, { agreement }) =>
    received(
      ({ partner, source }) => contributorOf(agreement, partner) === code('contributor') && source === code('source'),
    ),
  'flow-of-funds.applications': (code) => applied(({ heading }) => heading === code('heading')),
  'flow-of-funds.totals.sources': () => received(),
  'flow-of-funds.totals.applications': () => applied(),
  'flow-of-funds.totals.difference': () => together(received(), applied()),
  'flow-of-funds.totals.brought-forward': () => broughtForward(),
  'flow-of-funds.totals.balance': () => inPool(),
  ...footing(
    'by-pool',
    (code) => (account) => account.pool === code('pool'),
    (code) => (account) => account.pool === code('pool'),
  ),
  ...footing(
    'by-partner',
    (code) => (account) => account.partner === code('partner'),
    (code) => (account) => account.schedule === code('partner'),
  ),
  ...footing(
    'by-locality',
    (code, scope) => (account) => localityOf(scope, account.partner) === code('locality'),
    (code, scope) => (account) => localityOf(scope, account.schedule) === code('locality'),
  ),
  ...footing(
    'by-nature',
    (code, { agreement }) =>
      ({ source }) =>
        agreement.sources.get(source)?.nature === code('nature'),
    (code, { agreement }) =>
      ({ heading }) =>
        agreement.headings.get(heading)?.nature === code('nature'),
  ),
};

const isPart =
  (code: (key: string) => string): Is<Omit<IncomeAccount, 'type'>> =>
  ({ pool, partner, source, purpose }) =>
    pool === code('pool') && partner === code('partner') && source === code('source') && purpose === code('heading');

const fenced = (code: (key: string) => string, { agreement, statement }: Scope) => {
  const partners = statement.ringFences.find(({ id }) => id === code('fence'))?.partners ?? [];
  const meant = code('partner') === '' ? partners.map(({ partner }) => partner) : [code('partner')];
  const fence = agreement.ringFences.find(({ id }) => id === code('fence'));
  const isTied: Is<Omit<IncomeAccount, 'type'>> = ({ purpose, partner }) =>
    purpose === fence?.heading && meant.includes(partner);
  const isSpent: Is<AppliedAccount> = (account) =>
    fence !== undefined &&
    meant.includes(account.schedule) &&
    Object.entries(behind(fence, account.schedule)).every(([part, code]) => Reflect.get(account, part) === code);
  const cameIn = together(received(isTied), broughtForward(isTied));
  return { cameIn, spent: applied(isSpent), held: together(cameIn, applied(isSpent)) };
};

/** Figures of the actuals alone. */
const ofActuals: Readonly<Record<string, Meaning>> = {
  ...Object.fromEntries(Object.entries(ofEveryBook).map(([name, meaning]) => [`${name}.actual`, meaning])),
  'fund-balance.brought-forward': () => broughtForward(),
  'fund-balance.received': () => received(),
  'fund-balance.in': () => together(received(), broughtForward()),
  'fund-balance.fenced.there': (code) => inPool(({ pool }) => pool === code('pool')),
  'fund-balance.parts.in': (code) => together(received(isPart(code)), broughtForward(isPart(code))),
  'fund-balance.applied': () => applied(),
  'fund-balance.balance': () => inPool(),
  'fund-balance.parts.brought-forward': (code) => broughtForward(isPart(code)),
  'fund-balance.parts.received': (code) => received(isPart(code)),
  'fund-balance.parts.balance': (code) => inPool(isPart(code)),
  'fund-balance.parts.applied': (code, { agreement }) =>
    applied((account) => {
      const { schedule: partner, source } = account;
      return isPart(code)({
        pool: poolSpentFrom(agreement, account),
        partner,
        source,
        purpose: purposeOf(agreement, account),
      });
    }),
  'ring-fences.received': (code, scope) => fenced(code, scope).cameIn,
  'ring-fences.spent': (code, scope) => fenced(code, scope).spent,
  'ring-fences.held': (code, scope) => fenced(code, scope).held,
  'ring-fences.partners.received': (code, scope) => fenced(code, scope).cameIn,
  'ring-fences.partners.spent': (code, scope) => fenced(code, scope).spent,
  'ring-fences.partners.held': (code, scope) => fenced(code, scope).held,
  'ring-fences.bodies.paid': (code, { statement }) =>
    applied(
      ({ heading, district, appliedBy }) =>
        heading === statement.ringFences.find(({ id }) => id === code('fence'))?.heading &&
        (district || appliedBy) === code('body'),
    ),
  'ring-fences.body-totals.paid': (code, { statement }) =>
    applied(({ heading }) => heading === statement.ringFences.find(({ id }) => id === code('fence'))?.heading),
  'variances.actual': (code) =>
    applied(
      ({ schedule, heading, appliedBy }) =>
        schedule === code('schedule') && heading === code('heading') && appliedBy === code('by'),
    ),
  'variance-totals.actual': (_code, { statement }) =>
    applied(({ heading }) => !statement.varianceTotals.outside.some((one) => one.heading === heading)),
  'variance-totals.on-plan.actual': (_code, { statement }) => {
    const onPlan = new Set(statement.variances.filter(isOnPlan).map(lineOf));
    return applied((account) => onPlan.has(lineOf(account)));
  },
  'variance-totals.with-outside.actual': () => applied(),
  'variance-totals.outside.actual': (code) => applied(({ heading }) => heading === code('heading')),
  'contribution-totals.received': () => received(),
  'contributions.received': (code, { agreement }) =>
    received(
      ({ partner, source, pool, purpose }) =>
        partner === code('partner') &&
        source === code('source') &&
        pool === code('pool') &&
        (agreement.sources.get(source)?.inKind === true ||
          isPaidAsReleased(agreement, purpose) === (code('kind') === 'performance')),
    ),
  'settlement.partners.contribution-received': (code) =>
    received(({ pool, partner }) => pool === code('pool') && partner === code('partner')),
  'settlement.partners.paid': (code, { agreement }) =>
    applied(
      (account) =>
        poolSpentFrom(agreement, account) === code('pool') && bodyPaid(agreement, account) === code('partner'),
    ),
  'settlement.held': () => inPool(),
  'settlement.hosts.held': (code) => inPool(({ pool }) => pool === code('pool')),
};

const ofThePlan: Readonly<Record<string, Meaning>> = Object.fromEntries(
  Object.entries(ofEveryBook).map(([name, meaning]) => [`${name}.plan`, meaning]),
);

/** What a figure of the statement is the sum of in the books of the actuals or the plan; undefined where it is no such sum. */
export function accountsOf(book: 'actual' | 'plan', name: string, scope: Scope): FigureAccounts | undefined {
  const codes = codesIn(name);
  const path = name.replace(/\[[^\]]*\]/g, '');
  const meanings = book === 'actual' ? ofActuals : ofThePlan;
  // A name that was numbered is of one item among several with the same codes.
  if (!Object.hasOwn(meanings, path) || codes.has('number')) return undefined;
  return meanings[path]?.((key) => codes.get(key) ?? '', scope);
}

/** One text for a line of R4. */
function lineOf({ schedule, heading, appliedBy }: Pick<AppliedAccount, 'schedule' | 'heading' | 'appliedBy'>): string {
  return [schedule, heading, appliedBy].join('\0');
}

/** The codes in the brackets of a name; one that is absent, which a name calls `none`, is ''. */
function codesIn(name: string): Codes {
  const codes = new Map<string, string>();
  for (const [, inside = ''] of name.matchAll(/\[([^\]]*)\]/g)) {
    for (const part of inside.split(';')) {
      const [key = '', code = ''] = part.split('=');
      codes.set(key, code === 'none' ? '' : unescaped(code));
    }
  }
  return codes;
}

function localityOf({ agreement }: Scope, partner: string): string {
  return agreement.partners.get(partner)?.locality ?? '';
}
