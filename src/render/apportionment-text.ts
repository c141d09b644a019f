import { apportionmentTable } from '../pages/apportionment-table.js';
import type { Apportionment } from '../statement/apportionment-schema.js';
import type { Style } from './style.js';
import { escaped, tableMarkdown } from './table-markdown.js';
import { textTable } from './text-table.js';

/** An apportionment for the terminal. */
export function apportionmentText(result: Apportionment, style: Style): string {
  const { fund, conclusion } = result;
  const head = style.strong(`${fund.name}, ${fund.year}`);
  return `${[head, textTable(apportionmentTable(result), style), style.strong(conclusion)].join('\n\n')}\n`;
}

/** The same in markdown. */
export function apportionmentMarkdown(result: Apportionment): string {
  return `${[tableMarkdown(apportionmentTable(result)), `**${escaped(result.conclusion)}**`].join('\n\n')}\n`;
}
