import type { ColumnFacts } from './column-facts.js';
import { numberOfDocument, numberOfLine, whatFor, whom } from './header-words.js';
import { cellOf, ownColumn, type ProposedColumn, toChoose } from './proposed-column.js';
import type { Sample } from './sample.js';

interface Among {
  readonly own: ColumnFacts | undefined;
  readonly facts: readonly ColumnFacts[];
  readonly day: ColumnFacts | undefined;
}

/** What tells rows apart: the number of a document, with that of its line; rows that share one are numbered. */
export function proposedReference(column: string, { own, facts, day }: Among, sample: Sample): ProposedColumn {
  const isOnce = (...of: readonly ColumnFacts[]) => tellsApart(of, sample);
  const numbers = own === undefined ? facts.filter(({ words }) => numberOfDocument.test(words)) : [own];
  const number = numbers.find((one) => isOnce(one)) ?? numbers[0];
  const others = numbers.filter((one) => one !== number).map(({ name }) => `“${name}”`);
  const says = others.length === 0 ? [] : [`${column} may also be ${others.join(' or ')}`];
  if (number === undefined || number.filled === 0) return withoutNumber(column, day, facts);
  if (hasRowsWithout([number], sample)) return withSomeWithout(number, { says, facts, day }, sample);
  const named: ProposedColumn = number === own ? ownColumn(own) : { says, source: cellOf(number), taken: [number] };
  if (isOnce(number)) return named;
  const within = facts.find((one) => one !== number && numberOfLine.test(one.words));
  if (within !== undefined && isOnce(number, within)) {
    return { says, source: together([number, within]), taken: [number, within] };
  }
  return { ...named, isNumbered: true };
}

/** Where some rows have no number, a cell that these have tells them apart with their order: a day, who was paid or what for. */
function withSomeWithout(
  number: ColumnFacts,
  { says, facts, day }: { readonly says: readonly string[] } & Pick<Among, 'facts' | 'day'>,
  sample: Sample,
): ProposedColumn {
  const are = (isOne: (facts: ColumnFacts) => boolean) => facts.filter(isOne);
  const [beside] = [
    ...(day === undefined ? are(({ isDays }) => isDays) : [day]),
    ...are(({ words }) => whom.test(words)),
    ...are(({ words }) => whatFor.test(words)),
  ].filter((one) => !hasRowsWithout([number, one], sample));
  if (beside === undefined) return { says, source: cellOf(number), taken: [number], isNumbered: true };
  const why = `rows that have no “${number.name}” are told apart by “${beside.name}” and their order`;
  return { says: [...says, why], source: together([number, beside]), taken: [number], isNumbered: true };
}

/** Whether some row has none of the cells that are to number it. */
function hasRowsWithout(columns: readonly ColumnFacts[], { rows }: Sample): boolean {
  return rows.some((row) => columns.every(({ index }) => (row[index] ?? '') === ''));
}

/** Without a number of a document, the day and who was paid, or what for, tell rows apart with their order. */
function withoutNumber(column: string, day: ColumnFacts | undefined, facts: readonly ColumnFacts[]): ProposedColumn {
  const words = facts.find(({ words }) => whom.test(words)) ?? facts.find(({ words }) => whatFor.test(words));
  const cells = [day, words].flatMap((one) => one ?? []);
  if (cells.length === 0) return toChoose(column, []);
  const says = ['no column numbers its rows: these cells and their order tell them apart'];
  return { says, source: together(cells), taken: [], isNumbered: true };
}

function together(cells: readonly ColumnFacts[]): ProposedColumn['source'] {
  return { kind: 'together', headers: cells.map(({ name }) => [name]) };
}

/** Whether some cells together stand in no two rows; a row in which they are blank is none. */
function tellsApart(columns: readonly ColumnFacts[], { rows }: Sample): boolean {
  const seen = new Set<string>();
  for (const row of rows) {
    const cells = columns.map(({ index }) => row[index] ?? '');
    if (cells.every((cell) => cell === '')) continue;
    const key = cells.join('\0');
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return seen.size > 0;
}
