import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Fund } from '../fund/fund.js';
import { annualLines } from '../statement/annual-lines.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import { recordedFigures } from './figure-changes.js';
import type { Link } from './link.js';
import type { CloseRequest } from './order.js';
import { recordVersion, type UnsealedRecord } from './record-schema.js';

interface Parts {
  readonly request: CloseRequest;
  readonly links: readonly Link[];
  readonly version: string;
  readonly fund: { readonly name: string; readonly year: string };
  readonly inputs: UnsealedRecord['inputs'];
}

/** What every record says: which, by whom, when, why, and what it follows. */
export function recordHead({ request, links, version, fund, inputs }: Parts): UnsealedRecord {
  const { what, by, on, reopen, withDifferences } = request;
  const reason = reopen ?? withDifferences;
  const previous = links.at(-1)?.sha256;
  return {
    format: 'bcf.close',
    formatVersion: recordVersion,
    tool: { name: 'bcf', version },
    number: links.length + 1,
    kind: reopen === undefined ? 'closed' : 'reopened',
    what,
    fund: fund.name,
    year: fund.year,
    by: by.trim(),
    on,
    ...(reason !== undefined && { reason: reason.trim() }),
    ...(previous !== undefined && { previous }),
    inputs,
  };
}

interface Closing {
  readonly fund: Fund;
  readonly result: Reconciliation;
  readonly findings: readonly Diagnostic[];
}

/** What a quarter, or the year, is closed with beside the rows: the statement, and every figure of it. */
export function closedWith({ fund, result, findings }: Closing): Pick<UnsealedRecord, 'closedWith' | 'result'> {
  const document: NonNullable<UnsealedRecord['result']> = JSON.parse(JSON.stringify(result));
  return {
    result: document,
    closedWith: {
      findings: findings.map(({ code, message, place }) => ({
        code,
        message,
        ...(place && { file: place.file }),
        ...(place?.line !== undefined && { line: place.line }),
      })),
      conclusion: result.conclusion.message,
      figures: recordedFigures(result),
      returnToDate: annualLines(fund, result.fund.asAt ?? 'Q4').map(({ code, label, toDate }) => ({
        code,
        label,
        toDate,
      })),
    },
  };
}
