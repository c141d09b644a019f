import type { Contribution } from '../../agreement/agreement.js';
import { item } from '../terms.js';

/** The name of a line of sources. */
export function sourceOf({ partner, source, pool }: Pick<Contribution, 'partner' | 'source' | 'pool'>): string {
  return item('flow-of-funds.sources', { partner, source, pool });
}

/** The name of a line of applications. */
export function applicationLine(heading: string): string {
  return item('flow-of-funds.applications', { heading });
}
