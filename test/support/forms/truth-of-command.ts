import { figuresDocumentSchema } from '../../../src/statement/document-schema.js';
import { bcf } from '../bcf.js';
import type { Command } from './commands.js';
import { type Asked, argumentsOf, argumentsOfCommand } from './drawn-forms.js';
import { type TruthTable, truthOf } from './truth.js';
import { type Truth, truthOfPages } from './truth-of-pages.js';

/** What every form of a command must say; a command with workbooks has a truth of its own. */
export interface TruthOfCommand extends Truth {
  /** The tables of its CSV; undefined where that has a row a figure. */
  readonly csvTables: readonly TruthTable[] | undefined;
  /** Where its document and the lists of figures are not of one mind. */
  readonly apart: readonly string[];
}

/** The truth of a command: its document, and of what that only speaks of the lists of figures. */
export async function truthOfCommand(command: Command, asked: Asked): Promise<TruthOfCommand> {
  const argv = argumentsOfCommand(command, asked);
  const { stdout } = await bcf([...argv, '--json']);
  const { pages, figures, origins = [], csvTables } = await command.shows(asked, stdout);
  const lists = [argv, ['reconcile', ...argumentsOf(asked)], ['check', ...argumentsOf(asked)]];
  const named = (await Promise.all(lists.map(listed))).flat();
  const amounts = new Map([...origins, ...named, ...figures].map(({ name, amount }) => [name, amount]));
  return {
    figures,
    amounts,
    ...truthOfPages(pages, stdout, amounts),
    csvTables: csvTables?.map((table) => ({ page: table.page, ...truthOf(table, amounts) })),
    apart: [...origins, ...named, ...figures]
      .filter(({ name, amount }) => Number(amounts.get(name)) !== Number(amount))
      .map(({ name, amount }) => `${name}: ${amount}, not ${amounts.get(name)}`),
  };
}

/** What `--names` says of a command. */
async function listed(argv: readonly string[]) {
  const { stdout } = await bcf([...argv, '--names', '--json']);
  return figuresDocumentSchema.parse(JSON.parse(stdout)).result?.figures ?? [];
}
