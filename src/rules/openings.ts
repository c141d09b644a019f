import type { OpeningKind } from '../agreement/opening-kinds.js';
import { type Pence, sum } from '../money/pence.js';
import { booksFor, type ReadFund } from './check.js';
import type { ClosingLine } from './closing-lines.js';
import { settle } from './settlement.js';

/** What a year begins with (R5): of a body, of its kind. Positive is held for it or owed to it, negative is owed by it. */
export interface Opening {
  readonly pool: string;
  /** The heading that it is tied to, '' for none. */
  readonly purpose: string;
  /** Whose money it was. */
  readonly partner: string;
  readonly source: string;
  /** Whose it is. */
  readonly body: string;
  readonly kind: OpeningKind;
  /** Who held it when the year ended. */
  readonly host: string;
  readonly amountPence: Pence;
}

/**
 * What the year after a fund’s begins with: what is between its bodies and its pools when it ends. All of it adds up to what
 * the hosts hold. Undefined where not all of the actuals to Q4 are known. `nowOf` says who stands for a body in that year.
 */
export function openingsAfter(fund: ReadFund, nowOf: (code: string) => string): Opening[] | undefined {
  if (fund.journal.balances('actual', { within: 'Q4' }).next().done) return undefined;
  const { partners, hosts } = settle(booksFor(fund, 'Q4'));
  if (hosts.length === 0) return undefined;
  const lines = partners.flatMap(({ closing }) => closing);
  const hostOf = new Map(hosts.map(({ pool, host }) => [pool, nowOf(host)]));
  return addedUp(lines.map((line) => ({ ...openingOf(line, nowOf), host: hostOf.get(line.pool) ?? '' })));
}

function openingOf(line: ClosingLine, nowOf: (code: string) => string): Omit<Opening, 'host'> {
  const { pool, purpose, schedule, source, body, kind, amount } = line;
  return { pool, purpose, partner: nowOf(schedule), source, body: nowOf(body), kind, amountPence: amount.amount };
}

/** Openings alike in all but their amounts together; what a body owes and what it is owed stand side by side (R5). */
function addedUp(openings: readonly Opening[]): Opening[] {
  const merged = new Map<string, Opening>();
  for (const opening of openings) {
    const { amountPence, ...parts } = opening;
    const key = [...Object.values(parts), amountPence < 0n].join('\0');
    merged.set(key, { ...parts, amountPence: amountPence + (merged.get(key)?.amountPence ?? 0n) });
  }
  return [...merged.values()];
}

/** What openings come to: all of them, or those that are meant. */
export function totalOf(openings: readonly Opening[], isMeant: (opening: Opening) => boolean = () => true): Pence {
  return sum(openings.filter(isMeant).map(({ amountPence }) => amountPence));
}
