import { inFull } from '../diagnostics/day-in-full.js';
import { counted } from '../diagnostics/entry.js';
import type { ClosingResult } from '../statement/closes-schema.js';
import type { Style } from './style.js';

/** What a close did: the statement that it closed, the record, and the seal to be minuted. */
export function closingText({ fund, record, rows, files, conclusion }: ClosingResult, style: Style): string {
  const { kind, what, by, on, reason, file, seal } = record;
  const name = what === 'year' ? 'the year' : what;
  const lines = [
    style.strong(`${fund.name}, ${fund.year}`),
    ...(conclusion === '' ? [] : [`Statement: ${conclusion}`]),
    ...(reason === undefined ? [] : [`Reason: ${reason}`]),
    ...(rows === 0 ? [] : [`Rows closed: ${counted(rows, 'row')} in ${counted(files, 'file')}`]),
    `Record: ${file}`,
    `Seal, for the minutes: ${seal}`,
    '',
    style.good(`${kind === 'closed' ? 'Closed' : 'Reopened'}: ${name}, by ${by} on ${inFull(on)}`),
  ];
  return `${lines.join('\n')}\n`;
}
