import type { TouchedResult, TraceDocumentNode, TraceResult } from '../statement/trace-schema.js';
import type { Sheet } from './sheet.js';

const columns = [
  'level',
  'kind',
  'figure_name',
  'what',
  'sign',
  'unit',
  'amount',
  'how',
  'rule',
  'clause',
  'account',
  'quarter',
  'provenance',
  'file',
  'line',
  'date',
  'reference',
  'note',
  'accrual',
  'adjusts',
  'delivered_by',
  'sheet',
] as const;

/** How a figure counts in the figure above it; a formula takes its inputs. */
const signs: Readonly<Record<TraceDocumentNode['sign'], string>> = { '+': 'plus', '-': 'minus', input: 'input' };

type TracedLine = Readonly<Partial<Record<(typeof columns)[number], string | { readonly exact: string } | undefined>>>;

/** A trace for a spreadsheet: a row a figure and a row a line of a ledger, each with how far below the figure it stands. */
export function traceSheet({ trace }: TraceResult): Sheet {
  return sheetOf([...linesOf(trace, 0)]);
}

function sheetOf(lines: readonly TracedLine[]): Sheet {
  return { columns, rows: lines.map((line) => columns.map((column) => line[column])) };
}

function* linesOf(node: TraceDocumentNode, level: number): Generator<TracedLine> {
  const { name, what, sign, unit, amount, how, rule, account, quarter, provenance, at, kind } = node;
  yield {
    level: numberOf(level),
    kind,
    figure_name: name,
    what,
    sign: signs[sign],
    unit,
    amount: { exact: amount },
    how,
    rule: rule?.id,
    clause: rule?.clause,
    account,
    quarter,
    provenance,
    file: at?.file,
    sheet: at?.sheet,
    line: numberOf(at?.line),
  };
  for (const part of node.parts ?? []) yield* linesOf(part, level + 1);
  const below = { level: numberOf(level + 1), kind: 'row', unit, account } as const;
  for (const { amount: added, line, deliveredBy, ...words } of node.rows ?? []) {
    yield { ...below, amount: { exact: added }, line: numberOf(line), ...words, delivered_by: deliveredBy };
  }
  if (node.moreRows === undefined) return;
  const { count, amount: rest } = node.moreRows;
  yield { ...below, kind: 'more rows', what: `${count} more: --rows all lists them`, amount: { exact: rest } };
}

function numberOf(value: number | undefined): { readonly exact: string } | undefined {
  return value === undefined ? undefined : { exact: String(value) };
}

/** What a row touches, for a spreadsheet: the accounts that it is posted to, and the figures that it is part of. */
export function touchedSheet({ row, postings, figures }: TouchedResult): Sheet {
  const { file, sheet, line: at } = row;
  const line = numberOf(at);
  return sheetOf([
    ...postings.map(
      ({ account, quarter, amount }): TracedLine => ({
        kind: 'posting',
        unit: 'money',
        amount: { exact: amount },
        account,
        quarter,
        file,
        sheet,
        line,
      }),
    ),
    ...figures.map(
      ({ name, what, unit, amount }): TracedLine => ({
        kind: 'figure',
        figure_name: name,
        what,
        unit,
        amount: { exact: amount },
        file,
        sheet,
        line,
      }),
    ),
  ]);
}
