import { nameOf } from '../agreement/bodies.js';
import type { Books } from './check.js';

/** What one body applies to one heading from one schedule: the line that is planned, spent and forecast. */
export interface LineKey {
  readonly schedule: string;
  readonly heading: string;
  readonly appliedBy: string;
}

/** One text for a line; the order of these texts is the order in which odd pence of a limit go. */
export function keyOf({ heading, schedule, appliedBy }: LineKey): string {
  return [heading, schedule, appliedBy].join('\0');
}

/** The line that an account of applied money belongs to. */
export function lineOf({ schedule, heading, appliedBy }: LineKey): LineKey {
  return { schedule, heading, appliedBy };
}

/** A line as sentences name it; a body that no plan names is named too. */
export function lineInWords({ agreement, plan }: Books, line: LineKey): string {
  const { heading, schedule, appliedBy } = line;
  const body = plan.applied(line) === 0n ? `, by ${nameOf(agreement, appliedBy)}` : '';
  return `${agreement.headings.get(heading)?.name ?? heading} of ${nameOf(agreement, schedule)}${body}`;
}
