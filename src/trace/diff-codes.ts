import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { type Dimension, dimensions } from '../statement/comparison-schema.js';
import { readSide, type SideAsked } from '../statement/side-asked.js';

/** What a name says of the comparison that its figure is of; what it leaves out is as `bcf diff` takes it. */
export interface DiffAsked {
  readonly by: Dimension;
  readonly from: SideAsked | undefined;
  readonly to: SideAsked | undefined;
  readonly isOfTwoFunds: boolean;
}

/** Reads the codes after `diff`; diagnostics for those that say nothing of a comparison. */
export function readDiffCodes(codes: ReadonlyMap<string, string>): {
  readonly asked: DiffAsked;
  readonly faults: readonly Diagnostic[];
} {
  const faults: Diagnostic[] = [];
  const sides = new Map<string, SideAsked | undefined>();
  let by: Dimension = 'heading';
  let isOfTwoFunds = false;
  for (const [key, value] of codes) {
    // A code without a key stands for its own; of the sides nobody could say which.
    const isBare = value.toLowerCase() === key;
    const dimension = isBare || key === 'by' ? dimensions.find((one) => one === value.toLowerCase()) : undefined;
    if (dimension !== undefined) by = dimension;
    else if (value.toLowerCase() === 'two' && (isBare || key === 'funds')) isOfTwoFunds = true;
    else if ((key === 'from' || key === 'to') && !isBare)
      sides.set(
        key,
        readSide(key, value, (fault) => faults.push(fault)),
      );
    else if (key !== '' || value !== '')
      faults.push(diagnose('BCF0026', { found: inFull(codes), code: written([key, value]) }));
  }
  return { asked: { by, from: sides.get('from'), to: sides.get('to'), isOfTwoFunds }, faults };
}

/** The codes as they were written: `diff[by=heading;funds=two]`. */
export function inFull(codes: ReadonlyMap<string, string>): string {
  return `diff[${[...codes].map(written).join(';')}]`;
}

function written([key, value]: readonly [string, string]): string {
  return value.toLowerCase() === key ? value : `${key}=${value}`;
}
