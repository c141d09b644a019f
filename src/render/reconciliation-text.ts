import { counted } from '../diagnostics/entry.js';
import { inFull } from '../statement/day-in-full.js';
import type { ReconciliationDocument } from '../statement/document-schema.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import { checkLines } from './check-lines.js';
import {
  balanceTable,
  bookColumns,
  flowTable,
  localityTable,
  natureTable,
  partnerTable,
} from './reconciliation-tables.js';
import type { Style } from './style.js';
import { textTable } from './text-table.js';
import { paragraph } from './wrap.js';

interface Options {
  readonly verbose: boolean;
}

/** The reconciliation as the CFO group signs it: what it is, the figures, the checks, and one last line. */
export function reconciliationText(document: ReconciliationDocument, style: Style, { verbose }: Options): string {
  const { result } = document;
  if (result === undefined) return '';
  const books = bookColumns(result);
  const balance = balanceTable(result);
  const sections = [
    opening(result, style),
    inputLines(document, style, verbose),
    textTable(flowTable(result, books), style),
    textTable(partnerTable(result, books), style),
    textTable(localityTable(result, books, verbose), style),
    textTable(natureTable(result, books), style),
    ...(balance === undefined ? [] : [textTable(balance, style)]),
    checkLines(result, style, verbose),
    ...markLines(result),
    conclusion(result, style),
  ];
  return `${sections.join('\n\n')}\n`;
}

function opening({ fund }: Reconciliation, style: Style): string {
  const asAt =
    fund.asAt === undefined
      ? 'Plan only: no receipts or spending in this folder'
      : `As at the end of ${fund.asAt}, ${inFull(fund.asAtDate ?? '')}`;
  const illustrative =
    fund.provenance === 'illustrative'
      ? [style.warn('ILLUSTRATIVE: made-up transactions, not the real figures of any body')]
      : [];
  const note = fund.note === undefined ? [] : paragraph(fund.note).map(style.faint);
  return [style.strong(`${fund.name}, ${fund.year}`), asAt, ...illustrative, ...note].join('\n');
}

function inputLines({ inputs }: ReconciliationDocument, style: Style, verbose: boolean): string {
  const widest = Math.max(...inputs.map(({ path }) => path.length));
  const lines = inputs.map(({ path, rows, sha256 }) => {
    const line = `  ${path.padEnd(widest)}  ${(rows === 0 ? '' : counted(rows, 'row')).padStart(10)}`;
    return verbose ? `${line}  ${sha256}` : line.trimEnd();
  });
  return [style.strong(verbose ? 'Inputs, with their SHA-256' : 'Inputs'), ...lines].join('\n');
}

/** What the marks mean, for those that stand above. */
function markLines({ fund, byPartner }: Reconciliation): string[] {
  const marks = new Set(
    byPartner.flatMap(({ headings }) => headings.flatMap(({ provenance }) => Object.values(provenance))),
  );
  const lines: string[] = [];
  if (marks.has('derived'))
    lines.push('[d] derived: worked out to fit the printed totals, not itself printed; a working assumption');
  if (marks.has('illustrative') || fund.provenance === 'illustrative') {
    lines.push('[i] illustrative: made up to show the form; nobody’s real figures');
  }
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function conclusion({ conclusion: { reconciled, message } }: Reconciliation, style: Style): string {
  return reconciled ? style.good(message) : style.bad(message);
}
