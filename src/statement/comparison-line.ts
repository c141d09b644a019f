import type { Pence } from '../money/pence.js';
import type { ComparisonLine } from './comparison-schema.js';

/** A line, measured. Amounts are pence; what is not known is undefined. */
export interface Measured {
  readonly key: string;
  readonly label: string;
  readonly formerLabel: string | undefined;
  readonly status: ComparisonLine['status'];
  readonly fromPence: Pence;
  readonly virementsPence: Pence;
  readonly toPence: Pence | undefined;
  /** Of the change, what R4 leaves out. */
  readonly outsidePence: Pence;
}

/** What a line has changed by; undefined where it is not known. */
export function changeOf({ fromPence, virementsPence, toPence }: Measured): Pence | undefined {
  return toPence === undefined ? undefined : toPence - fromPence - virementsPence;
}

/** What of the change is an over- or underspend. */
export function varianceOf(line: Measured): Pence | undefined {
  const change = changeOf(line);
  return change === undefined ? undefined : change - line.outsidePence;
}
