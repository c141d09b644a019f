import { columnLetter } from '../diagnostics/column-letter.js';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { cellName, rowOf } from '../diagnostics/place-text.js';
import { toPounds } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { type CodesMetLines, codesMetDocument } from './codes-met.js';
import { isBreach } from './conclusion.js';
import type { DiagnosticDocument, Envelope } from './document-schema.js';
import { type PassedOverLines, passedOverDocument } from './passed-over.js';
import type { ReconciliationCheck } from './reconciliation-schema.js';

type Input = Pick<Envelope['inputs'][number], 'path' | 'sheet' | 'sha256' | 'rows' | 'taken'> & {
  readonly layout?: { readonly passedOver: readonly PassedOverLines[] };
  readonly repeated?: { readonly lines: ReadonlySet<number>; readonly amountPence: Pence };
  readonly codesMet?: CodesMetLines;
};

interface Parts<F extends string, R> {
  readonly format: F;
  readonly version: string;
  readonly inputs: readonly Input[];
  /** Undefined where the inputs could not be used. */
  readonly result: R | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A document: a statement with what it was made from and what was found. */
export function documentOf<
  F extends string,
  R extends { readonly fund: object; readonly checks?: readonly ReconciliationCheck[] },
>({ format, version, inputs, result, diagnostics }: Parts<F, R>): { format: F; result?: R } & Envelope {
  const ofClass = (...classes: readonly string[]) =>
    diagnostics.filter((diagnostic) => classes.includes(diagnostic.class)).length;
  const checks = result?.checks ?? [];
  return {
    format,
    formatVersion: 2,
    tool: { name: 'bcf', version },
    inputs: inputs.map(inputDocument),
    ...(result && { result }),
    diagnostics: diagnostics.map(toDocument),
    counts: {
      errors: ofClass('usage', 'agreement', 'input'),
      findings: ofClass('finding'),
      breaches: diagnostics.filter(isBreach).length,
      warnings: ofClass('warning'),
      checksPassed: checks.filter(({ status }) => status === 'pass').length,
      checksFailed: checks.filter(({ status }) => status === 'fail').length,
    },
  };
}

/** A file that was read, as a document names it. */
export function inputDocument({
  path,
  sheet,
  sha256,
  rows,
  layout,
  repeated,
  taken,
  codesMet,
}: Input): Envelope['inputs'][number] {
  const passedOver = (layout?.passedOver ?? []).map(passedOverDocument);
  return {
    path,
    ...(sheet !== undefined && { sheet }),
    sha256,
    rows,
    ...(repeated && { repeated: { rows: repeated.lines.size, amount: toPounds(repeated.amountPence) } }),
    ...(passedOver.length > 0 && { passedOver }),
    ...(taken && { taken }),
    ...(codesMet && { codesMet: codesMetDocument(codesMet) }),
  };
}

function toDocument(diagnostic: Diagnostic): DiagnosticDocument {
  const { code, message, help, args, place, rule, occurrences, alsoAt } = diagnostic;
  return {
    code,
    severity: diagnostic.class === 'warning' ? 'warning' : 'error',
    class: diagnostic.class,
    message,
    help,
    args,
    ...(place && placeDocument(place)),
    ...(rule && { rule: { id: rule.id, kind: rule.kind, clause: rule.clause } }),
    ...(occurrences !== undefined && { occurrences }),
    ...(alsoAt && { alsoAt: alsoAt.map(rowOf) }),
  };
}

function placeDocument(place: Place): Partial<DiagnosticDocument> {
  const { column, field } = place;
  const index = field?.index;
  const position = index === undefined ? column : index + 1;
  const cell = cellName(place, index);
  return {
    ...rowOf(place),
    ...(cell !== undefined && { cell }),
    ...(position !== undefined && { column: position }),
    ...(index !== undefined && { columnLetter: columnLetter(index) }),
    ...(field && field.name !== '' && { field: field.name }),
  };
}
