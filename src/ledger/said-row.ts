import type { OriginFault, Say } from './origins.js';

/** That a column of ours is not said by a row of an export, and why. */
export interface ColumnFault {
  readonly column: string;
  readonly fault: OriginFault;
}

interface SaidRow {
  /** What each column says, in the order in which they are said; '' where it says nothing. */
  readonly texts: string[];
  readonly faults: readonly ColumnFault[];
}

const noFaults: readonly ColumnFault[] = [];

/** A row of an export in our columns. */
export function saidRow(said: readonly (readonly [column: string, say: Say])[], fields: readonly string[]): SaidRow {
  const texts: string[] = [];
  let faults: ColumnFault[] | undefined;
  for (const [column, say] of said) {
    const text = say(fields);
    if (typeof text === 'string') texts.push(text);
    else {
      texts.push('');
      faults ??= [];
      faults.push({ column, fault: text });
    }
  }
  return { texts, faults: faults ?? noFaults };
}
