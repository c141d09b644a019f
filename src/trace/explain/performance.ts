import type { Term } from '../node.js';
import { figure, item, stated } from '../terms.js';
import type { Traced } from './traced.js';

/** What of a pot is earned to date: nothing before admissions are reported, and no statement prints it. */
export function earnedToDate({ all }: Pick<Traced, 'all'>, partner: string): Term {
  const name = `${potName(partner)}.totals.payment`;
  return all.has(name) ? figure(name) : stated('no admissions are reported, so that nothing is earned', 0n);
}

/** The name of a partner's pot. */
export function potName(partner: string): string {
  return item('performance.partners', { partner });
}
