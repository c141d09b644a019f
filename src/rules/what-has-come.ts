import { quarters } from '../agreement/financial-year.js';
import type { Money } from '../figures/books.js';
import { type Arrival, arrivalFrom, type SentLedger, sentLedgers } from './arrivals.js';
import type { Books } from './check.js';
import { type LookedFor, lookedFor, type Standing } from './looked-for.js';
import { oncePer } from './once-per.js';
import type { PlannedSpender } from './planned-spenders.js';

/** What came in one quarter, against what was looked for. */
export interface ComeQuarter extends Arrival {
  readonly standing: Standing['standing'] | 'not-looked-for';
  readonly lacking: readonly string[];
}

/** One body in one ledger. */
export interface ComeLine {
  readonly body: string;
  readonly ledger: SentLedger;
  readonly planned: Money | undefined;
  readonly spender: PlannedSpender | undefined;
  readonly arrivals: readonly ComeQuarter[];
}

/** What has come up to the quarter, from each body in each ledger, and what is missing; nothing of a plan alone. */
export const whatHasCome = oncePer((books: Books): readonly ComeLine[] => {
  if (books.asAt === undefined) return [];
  const ledgers = sentLedgers.map((ledger) => ({ ledger, byBody: lookedFor[ledger](books) }));
  return [...books.agreement.bodies.keys()].flatMap((body) =>
    ledgers.flatMap(({ ledger, byBody }) => lineOf(books, { body, ledger }, byBody.get(body))),
  );
});

function lineOf(
  books: Books,
  of: { readonly body: string; readonly ledger: SentLedger },
  asked: LookedFor | undefined,
): ComeLine[] {
  const arrivals = [undefined, ...quarters].flatMap((quarter): ComeQuarter[] => {
    const arrival = arrivalFrom(books, { ...of, quarter });
    const standing = quarter === undefined ? undefined : asked?.quarters.get(quarter);
    if (arrival === undefined && standing === undefined) return [];
    const nothing = { rows: 0, lastDay: undefined, amountPence: undefined, balances: [], returns: [] };
    const looked = standing ?? { standing: 'not-looked-for' as const, lacking: [] };
    return [{ ...(arrival ?? { ...of, quarter, ...nothing }), ...looked }];
  });
  if (arrivals.length === 0) return [];
  return [{ ...of, planned: asked?.planned, spender: asked?.spender, arrivals }];
}

/** Whether something that was looked for is missing. */
export function isLacking({ standing }: Pick<ComeQuarter, 'standing'>): boolean {
  return standing === 'missing' || standing === 'part';
}
