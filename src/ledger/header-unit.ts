import type { LedgerEntry } from '../agreement/agreement.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { type Unit, unitInHeader } from '../money/unit.js';

interface HeaderLine {
  readonly fields: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly entry: LedgerEntry;
}

/** A column of money, and where it stands. */
interface MoneyColumn {
  readonly name: string;
  readonly index: number | undefined;
}

/** The unit of all the amounts of a file; pounds where it has none, undefined where they have none or differ. */
export function unitOfAmounts(columns: readonly MoneyColumn[], header: HeaderLine, report: Report): Unit | undefined {
  const { file, line } = header;
  const amounts = columns.map(({ name, index }) => ({ name, unit: unitOf(name, index, header, report) }));
  const [first, ...others] = amounts;
  if (first === undefined) return 'pounds';
  for (const { name, unit } of others) {
    if (unit === undefined || first.unit === undefined || unit === first.unit) continue;
    const args = { column: name, header: unit, declared: first.unit };
    report(diagnose('BCF3009', args, { place: { file, line, field: { name } } }));
    return undefined;
  }
  return amounts.every(({ unit }) => unit !== undefined) ? first.unit : undefined;
}

function unitOf(
  amount: string,
  index: number | undefined,
  { fields, file, line, entry }: HeaderLine,
  report: Report,
): Unit | undefined {
  if (index === undefined) return entry.unit;
  const column = fields[index]?.trim() ?? amount;
  const place = { file, line, field: { index, name: amount } };
  const inHeader = unitInHeader(column);
  if (inHeader !== undefined && entry.unit !== undefined && inHeader !== entry.unit) {
    report(diagnose('BCF3009', { column, header: inHeader, declared: entry.unit }, { place }));
    return undefined;
  }
  const unit = inHeader ?? entry.unit;
  if (unit === undefined) report(diagnose('BCF3008', { column }, { place }));
  return unit;
}
