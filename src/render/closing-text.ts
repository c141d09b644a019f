import { inFull } from '../diagnostics/day-in-full.js';
import { counted } from '../diagnostics/entry.js';
import { fromPounds } from '../money/format-money.js';
import { pounds, saidOf } from '../money/pounds-text.js';
import type { ClosingResult } from '../statement/closes-schema.js';
import { planInWords } from '../statement/conclusion.js';
import type { Style } from './style.js';
import { broken } from './wrap.js';

/** What a close did: the statement that it closed, the record, and the seal to be minuted. */
export function closingText(result: ClosingResult, style: Style): string {
  const { fund, record, rows, files, conclusion, warnings } = result;
  const { kind, what, by, on, reason, file, seal } = record;
  const name = what === 'year' ? 'the year' : what;
  const lines = [
    style.strong(`${fund.name}, ${fund.year}`),
    ...planLines(result),
    ...toDateLines(result),
    ...(conclusion === '' ? [] : [conclusion]),
    ...(warnings === 0 ? [] : [style.warn(`Warnings that stand: ${counted(warnings, 'warning')}, said above`)]),
    ...(reason === undefined ? [] : [`Reason: ${reason}`]),
    ...(rows === 0 ? [] : [`Rows closed: ${counted(rows, 'row')} in ${counted(files, 'file')}`]),
    `Record: ${file}`,
    ...result.alsoWritten.map((also) => `Also written: ${also.file}; ${also.why}`),
    `Seal, for the minutes: ${seal}`,
    '',
    style.good(`${kind === 'closed' ? 'Closed' : 'Reopened'}: ${name}, by ${by} on ${inFull(on)}`),
  ];
  return `${lines.flatMap((text) => broken(text, style.width, 2)).join('\n')}\n`;
}

/** What the plan comes to: what was closed with it is signed with it. */
function planLines({ planned, plannedApplied }: ClosingResult): string[] {
  return planned === undefined || plannedApplied === undefined
    ? []
    : [`Plan: ${planInWords(fromPounds(planned), fromPounds(plannedApplied))}`];
}

/** What was received, applied and held to date: what is signed. */
function toDateLines({ broughtForward = '0.00', received, applied, balance }: ClosingResult): string[] {
  if (received === undefined && applied === undefined) return [];
  const before = broughtForward === '0.00' ? '' : `${pounds(broughtForward)} brought forward, `;
  return [
    `Actual to date: ${before}${saidOf(received, 'received')}, ${saidOf(applied, 'applied')}, ${saidOf(balance, 'in the pools')}`,
  ];
}
