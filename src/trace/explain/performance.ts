import { item } from '../terms.js';

/** The name of a partner's pot. */
export function potName(partner: string): string {
  return item('performance.partners', { partner });
}
