import { item } from '../terms.js';

/** The name of a line of applications. */
export function applicationLine(heading: string): string {
  return item('flow-of-funds.applications', { heading });
}
