import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Fund } from '../fund/fund.js';
import { annualLines } from '../statement/annual-lines.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import { recordedFigures } from './figure-changes.js';
import type { Link } from './link.js';
import type { CloseRequest } from './order.js';
import type { ClosedLedger, CloseRecord } from './record-schema.js';

type Unsealed = Omit<CloseRecord, 'seal'>;

interface Parts {
  readonly request: CloseRequest;
  readonly links: readonly Link[];
  readonly version: string;
  readonly fund: { readonly name: string; readonly year: string };
  readonly inputs: CloseRecord['inputs'];
}

/** What every record says: which, by whom, when, why, and what it follows. */
export function recordHead({ request, links, version, fund, inputs }: Parts): Unsealed {
  const { what, by, on, reopen, withDifferences } = request;
  const reason = reopen ?? withDifferences;
  const previous = links.at(-1)?.sha256;
  return {
    format: 'bcf.close',
    formatVersion: 2,
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
  readonly ledgers: readonly ClosedLedger[];
}

/** What a quarter, or the year, is closed with: the statement, every figure of it, and each row. */
export function closedWith({ fund, result, findings, ledgers }: Closing): Pick<Unsealed, 'closedWith' | 'result'> {
  const document: NonNullable<Unsealed['result']> = JSON.parse(JSON.stringify(result));
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
      ledgers: [...ledgers],
    },
  };
}
