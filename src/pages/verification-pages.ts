import { counted } from '../diagnostics/entry.js';
import { rowText } from '../diagnostics/place-text.js';
import { plainText } from '../diagnostics/plain-text.js';
import { pounds } from '../money/pounds-text.js';
import type { Adjustment, VerifyResult } from '../statement/closes-schema.js';
import { entryLine } from './closed-list.js';
import { figureChangesTable } from './figure-changes-table.js';
import { line, lines, type Pages, type Part, tables } from './page.js';

/** The verification as a person reads it: each record, what moved, the adjustments, and one last line. */
export function verificationPages(result: VerifyResult): Pages {
  const { fund, records, rows, figures, adjustments, conclusion } = result;
  const quarters = [...new Set(figures.map(({ quarter }) => quarter))];
  const parts = [
    recordList(result),
    ...(rows.length === 0 ? [] : [list('Rows of closed quarters that moved', movedInWords(rows))]),
    ...tables(
      ...quarters.map((quarter) =>
        figureChangesTable(
          quarter,
          figures.filter((change) => change.quarter === quarter),
        ),
      ),
    ),
    ...(adjustments.length === 0 ? [] : [list('Adjustments to closed quarters', adjustments.map(adjustmentInWords))]),
    ...(records.length === 0 ? [] : [lines(`Seal of the last record: ${records.at(-1)?.seal ?? ''}`)]),
  ];
  return {
    openings: [{ name: `${fund.name}, ${fund.year}` }],
    pages: [{ parts }],
    legend: [],
    last: [line(conclusion.message, conclusion.verified ? 'good' : 'bad')],
  };
}

function list(title: string, texts: readonly string[]): Part {
  return { kind: 'list', title, lines: texts.map((text) => ({ ...line(text), indent: 2 })) };
}

function recordList({ records, conclusion }: VerifyResult): Part {
  if (records.length === 0 && conclusion.verified) {
    return lines('Nothing was ever closed: bcf close closes a quarter.');
  }
  if (records.length === 0) return lines('There is no record of a close that can be read.');
  return list(
    'Records',
    records.map((entry) => `${entry.file}  ${entryLine(entry)}`),
  );
}

/** How many rows of each file have moved, and how; each row is told once, among the findings. */
function movedInWords(rows: VerifyResult['rows']): string[] {
  const counts = new Map<string, number>();
  for (const { quarter, file, change } of rows) {
    const key = `${quarter}: ${file}, ${change}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `${plainText(key)}: ${counted(count, 'row')}`);
}

function adjustmentInWords(row: Adjustment): string {
  const { quarter, body, reference, adjusts, adjustsQuarter, amount } = row;
  return `${adjustsQuarter}: ${body} ${adjusts} adjusted in ${quarter} by ${reference}, ${pounds(amount)} (${rowText(row)})`;
}
