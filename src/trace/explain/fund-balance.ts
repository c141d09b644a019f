import { fenceOfHeading, purposeOf } from '../../agreement/tied-money.js';
import type { BalancePart } from '../../statement/reconciliation-schema.js';
import { balances, incomes, item, minus, plus } from '../terms.js';
import { balanceRule, bodyName, headingName, sourceName, type Traced } from './traced.js';

/** How much stands in the pools, and whose it is (R1). */
export function explainFundBalance(traced: Traced): void {
  const { books, result, all } = traced;
  const parts = result.fundBalance?.parts ?? [];
  const rule = balanceRule(books);
  for (const [key, what] of totals) {
    all.explain(`fund-balance.${key}`, () => ({
      what,
      how: 'the parts of the pools, added up',
      rule,
      terms: plus(...parts.map((part) => `${partOf(part)}.${key}`)),
    }));
  }
  for (const { pool } of result.fundBalance?.fenced ?? []) {
    const own = parts.filter((part) => part.pool === pool);
    const isHeld = ({ purpose = '', balance }: BalancePart) =>
      fenceOfHeading(books.agreement, purpose) !== undefined && !balance.startsWith('-') && balance !== '0.00';
    const name = item('fund-balance.fenced', { pool });
    const pooled = books.agreement.pools.get(pool)?.name ?? pool;
    all.explain(`${name}.held`, () => ({
      what: `${pooled}: received for ring-fences and not spent`,
      how: 'those parts of the pool, added up',
      rule,
      terms: plus(...own.filter(isHeld).map((part) => `${partOf(part)}.balance`)),
    }));
    all.explain(`${name}.there`, () => ({
      what: `${pooled}: what stands in the pool`,
      how: 'all its parts, added up',
      rule,
      terms: plus(...own.map((part) => `${partOf(part)}.balance`)),
    }));
    all.explain(`${name}.carries-other`, () => ({
      what: `${pooled}: of what is held for ring-fences, what carries other spending`,
      how: 'held − what stands in the pool, and no less than nil (R2)',
      rule,
      terms: plus(`${name}.held`, `${name}.there`),
      formula: ([held = 0n, there = 0n]) => (held > 0n && held > there ? held - there : 0n),
    }));
  }
  const settled = parts.filter(({ balance }) => balance === '0.00');
  for (const key of ['in', 'applied'] as const) {
    all.explain(`fund-balance.settled.${key}`, () => ({
      what: `Parts of the pools with nothing left: ${key === 'in' ? 'received, and brought forward' : 'applied'}`,
      how: 'those parts, added up',
      rule,
      terms: plus(...settled.map((part) => `${partOf(part)}.${key}`)),
    }));
  }
  for (const part of parts) explainPart(traced, part);
}

const totals = [
  ['brought-forward', 'Brought forward into the pools'],
  ['received', 'Received into the pools to date'],
  ['in', 'Received into the pools to date, and brought forward'],
  ['applied', 'Applied out of the pools to date'],
  ['balance', 'What stands in the pools'],
] as const;

/** The name of a part of a pool. */
export function partOf({
  pool,
  partner,
  source,
  purpose,
}: Pick<BalancePart, 'pool' | 'partner' | 'source' | 'purpose'>) {
  return item('fund-balance.parts', { pool, partner, source, heading: purpose });
}

function explainPart({ books, all }: Traced, part: BalancePart): void {
  const { agreement, actual } = books;
  const { pool, partner, source, purpose = '' } = part;
  const name = partOf(part);
  const tied = purpose === '' ? sourceName(books, source) : `money for ${headingName(books, purpose)}`;
  const label = `${bodyName(books, partner)}, ${tied}`;
  const rule = balanceRule(books);
  const where = { pool, partner, source, purpose };
  all.explain(`${name}.brought-forward`, () => ({
    what: `${label}: brought forward`,
    how: 'the opening balances',
    rule,
    terms: incomes(actual.list('brought-forward', where)),
  }));
  all.explain(`${name}.received`, () => ({
    what: `${label}: received to date`,
    how: 'the receipts, quarter by quarter',
    rule,
    terms: incomes(actual.list('income', where)),
  }));
  all.explain(`${name}.in`, () => ({
    what: `${label}: received to date, and brought forward`,
    how: 'brought forward + received',
    rule,
    terms: plus(`${name}.brought-forward`, `${name}.received`),
  }));
  all.explain(`${name}.applied`, () => ({
    what: `${label}: applied to date`,
    how: 'what was spent out of it, by heading',
    rule,
    terms: balances(
      actual.list('applied', { schedule: partner, source }).filter(({ account }) => {
        const own = purposeOf(agreement, account);
        return own === purpose && agreement.headings.get(own || account.heading)?.pool === pool;
      }),
    ),
  }));
  all.explain(`${name}.balance`, () => ({
    what: `${label}: balance`,
    how: 'brought forward + received − applied',
    rule,
    terms: [...plus(`${name}.brought-forward`, `${name}.received`), ...minus(`${name}.applied`)],
  }));
}
