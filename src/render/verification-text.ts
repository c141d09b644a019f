import { counted } from '../diagnostics/entry.js';
import { plainText } from '../diagnostics/plain-text.js';
import { pounds } from '../money/pounds-text.js';
import { figureChangesTable } from '../pages/figure-changes-table.js';
import type { Adjustment, VerifyResult } from '../statement/closes-schema.js';
import { entryLine } from './closed-lines.js';
import type { Style } from './style.js';
import { textTable } from './text-table.js';

/** The verification as a person reads it: each record, what moved, the adjustments, and one last line. */
export function verificationText(result: VerifyResult, style: Style): string {
  const { fund, records, figures, adjustments, conclusion } = result;
  const quarters = [...new Set(figures.map(({ quarter }) => quarter))];
  const parts = [
    style.strong(`${fund.name}, ${fund.year}`),
    recordLines(result, style),
    ...(result.rows.length === 0
      ? []
      : [[style.strong('Rows of closed quarters that moved'), ...movedLines(result.rows)].join('\n')]),
    ...quarters.map((quarter) =>
      textTable(
        figureChangesTable(
          quarter,
          figures.filter((change) => change.quarter === quarter),
        ),
        style,
      ),
    ),
    ...(adjustments.length === 0
      ? []
      : [[style.strong('Adjustments to closed quarters'), ...adjustments.map(adjustmentLine)].join('\n')]),
    ...(records.length === 0 ? [] : [`Seal of the last record: ${records.at(-1)?.seal ?? ''}`]),
    conclusion.verified ? style.good(conclusion.message) : style.bad(conclusion.message),
  ];
  return `${parts.join('\n\n')}\n`;
}

function recordLines({ records, conclusion }: VerifyResult, style: Style): string {
  if (records.length === 0 && conclusion.verified) return 'Nothing was ever closed: bcf close closes a quarter.';
  if (records.length === 0) return 'There is no record of a close that can be read.';
  return [style.strong('Records'), ...records.map((entry) => `  ${entry.file}  ${entryLine(entry)}`)].join('\n');
}

/** How many rows of each file have moved, and how; each row is told once, among the findings. */
function movedLines(rows: VerifyResult['rows']): string[] {
  const counts = new Map<string, number>();
  for (const { quarter, file, change } of rows) {
    const key = `${quarter}: ${file}, ${change}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `  ${plainText(key)}: ${counted(count, 'row')}`);
}

function adjustmentLine(row: Adjustment): string {
  const { file, line, quarter, body, reference, adjusts, adjustsQuarter, amount } = row;
  return `  ${adjustsQuarter}: ${body} ${adjusts} adjusted in ${quarter} by ${reference}, ${pounds(amount)} (${file}:${line})`;
}
