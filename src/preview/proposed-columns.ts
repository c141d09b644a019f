import { columnsOf, factsOf, heldIn } from '../agreement/ledger-kinds.js';
import type { ColumnFacts } from './column-facts.js';
import type { ExportColumns } from './export-columns.js';
import { whatFor, whom } from './header-words.js';
import { proposedAmount } from './proposed-amount.js';
import { cellOf, ownColumn, type ProposedColumn, toChoose } from './proposed-column.js';
import { proposedReference } from './proposed-reference.js';
import type { Sample } from './sample.js';

/** Where our columns come from that hold no codes: days, money, words. */
export function proposedColumns(columns: ExportColumns, sample: Sample): Map<string, ProposedColumn> {
  const proposed = new Map<string, ProposedColumn>();
  const day = () => {
    const [first, ...others] = [...proposed].flatMap(([column, { taken }]) =>
      heldIn(columns.kind, column) === 'day' ? taken : [],
    );
    return others.length === 0 ? first : undefined;
  };
  for (const column of columnsOf(columns.kind)) {
    const found = proposedColumn(column, columns, { sample, day: day() });
    if (found === undefined) continue;
    proposed.set(column, found);
    columns.take(...found.taken);
  }
  return proposed;
}

function proposedColumn(
  column: string,
  columns: ExportColumns,
  { sample, day }: { readonly sample: Sample; readonly day: ColumnFacts | undefined },
): ProposedColumn | undefined {
  const { kind } = columns;
  const own = columns.own(column);
  const facts = columns.free();
  const { totals, key } = factsOf(kind);
  switch (heldIn(kind, column)) {
    case 'day':
      return own !== undefined || columns.isRequired(column) ? proposedDay(column, own, facts) : undefined;
    case 'money':
      return totals?.of === column ? proposedAmount(column, { own, facts }) : otherwise(column, columns);
    case 'note':
      return proposedNote(own, facts);
    case 'name': {
      const isKey = key.includes(column) && columns.isRequired(column);
      return isKey ? proposedReference(column, { own, facts, day }, sample) : otherwise(column, columns);
    }
    case 'body':
    case 'code':
      return undefined;
    case 'quarter':
    case 'measured-quarter':
    case 'count':
    case 'provenance':
    case 'accrual':
    case 'opening':
    case 'words':
      return otherwise(column, columns);
  }
}

/** A column that only somebody who knows the export can name. */
function otherwise(column: string, columns: ExportColumns): ProposedColumn | undefined {
  return columns.own(column) === undefined && columns.isRequired(column) ? toChoose(column, []) : undefined;
}

function proposedDay(column: string, own: ColumnFacts | undefined, facts: readonly ColumnFacts[]): ProposedColumn {
  if (own !== undefined) return ownColumn(own);
  const days = facts.filter(({ isDays }) => isDays);
  const [only] = days;
  if (only === undefined || days.length > 1) return toChoose(column, days);
  return { source: cellOf(only), taken: [only] };
}

/** What a row is about: its words, or who was paid where it has none. */
function proposedNote(own: ColumnFacts | undefined, facts: readonly ColumnFacts[]): ProposedColumn | undefined {
  if (own !== undefined) return ownColumn(own);
  const about = facts.find(({ words }) => whatFor.test(words));
  const who = facts.find((one) => one !== about && whom.test(one.words));
  const [first, second] = [about, who].flatMap((one) => one ?? []);
  if (first === undefined) return undefined;
  if (second === undefined) return { source: cellOf(first), taken: [first] };
  return { source: { kind: 'first-filled', headers: [[first.name], [second.name]] }, taken: [first, second] };
}
