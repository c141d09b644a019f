import { differencesTable } from '../pages/differences-table.js';
import type { ControlStatement } from '../statement/check-schema.js';
import type { Style } from './style.js';
import { textTable } from './text-table.js';
import { wrapped } from './wrap.js';

/** The schedule for a terminal: a line of figures for each, and below it both places and the reason. */
export function differencesText(controls: readonly ControlStatement[], style: Style): string {
  const table = differencesTable(controls, false);
  if (controls.length === 0) return `${style.strong(table.title)}\nNone.`;
  // No column of it has a width, so no cell is wrapped and each control is one line.
  const [title = '', header = '', ...lines] = textTable(table, style).split('\n');
  const blocks = controls.map((control, index) => [lines[index] ?? '', ...details(control, style)].join('\n'));
  return [title, header, ...blocks].join('\n');
}

function details({ foundAt, expectedAt, status, ...control }: ControlStatement, style: Style): string[] {
  const places = `found: ${foundAt}; expected: ${expectedAt}`;
  const { acceptedBecause: because, acceptedBy } = control;
  const by = acceptedBy === undefined ? '' : ` by ${acceptedBy}`;
  const reason =
    because === undefined ? [] : [`${status === 'accepted' ? 'accepted' : 'reason given'}${by}: ${because}`];
  return [places, ...reason].flatMap((text) => wrapped(text, { width: 110, indent: 2 })).map(style.faint);
}
