import type { Agreement } from '../agreement/agreement.js';
import type { LineKey } from './lines.js';

/** On whom a part of a variance falls, seen from the schedule whose money it is. */
export type Fall = 'its-own' | 'whole-area' | 'others';

/**
 * Where a body's part of a line falls (R4). What it bears of what another body applied is on others, whoever they are.
 * What it applied itself is its own, unless it is money of another locality's schedule; of a locality's money, what a
 * body of no locality applied is apart.
 */
export function fallOf({ partners }: Agreement, line: Pick<LineKey, 'schedule' | 'appliedBy'>, body: string): Fall {
  const { schedule, appliedBy } = line;
  if (body !== appliedBy) return 'others';
  const isLocal = (code: string) => partners.get(code)?.locality !== undefined;
  if (body === schedule || !isLocal(schedule)) return 'its-own';
  return isLocal(body) ? 'others' : 'whole-area';
}
