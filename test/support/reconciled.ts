import { join } from 'node:path';
import { expect } from 'vitest';
import { type ReconciliationDocument, reconciliationDocumentSchema } from '../../src/statement/document-schema.js';
import type { Reconciliation } from '../../src/statement/reconciliation-schema.js';
import { bcf } from './bcf.js';

interface Reconciled {
  readonly document: ReconciliationDocument;
  readonly stderr: string;
  readonly exitCode: number;
}

/** What `bcf reconcile FOLDER --json` prints, read back by the document's own schema. */
export async function reconciledJson(folder: string, ...flags: readonly string[]): Promise<Reconciled> {
  const { stdout, stderr, exitCode } = await bcf(['reconcile', '.', '--json', ...flags], { cwd: join(folder) });
  return { document: reconciliationDocumentSchema.parse(JSON.parse(stdout)), stderr, exitCode };
}

/** The statement of a fund folder that must be usable. */
export async function statementOf(folder: string, ...flags: readonly string[]): Promise<Reconciliation> {
  const { document, stderr } = await reconciledJson(folder, ...flags);
  expect(document.result, stderr).toBeDefined();
  if (document.result === undefined) throw new Error('no statement');
  return document.result;
}
