import { join } from 'node:path';
import { expect } from 'vitest';
import type { z } from 'zod';
import { reconciliationDocumentSchema } from '../../src/statement/document-schema.js';
import {
  type Reconciliation,
  type ReconciliationText,
  resultSchema,
} from '../../src/statement/reconciliation-schema.js';
import { bcf } from './bcf.js';

interface Reconciled {
  readonly document: z.output<typeof reconciliationDocumentSchema>;
  readonly stderr: string;
  readonly exitCode: number;
}

/** What `bcf reconcile FOLDER --json` prints, read back by the document's own schema. */
export async function reconciledJson(folder: string, ...flags: readonly string[]): Promise<Reconciled> {
  const { stdout, stderr, exitCode } = await bcf(['reconcile', '.', '--json', ...flags], { cwd: join(folder) });
  return { document: reconciliationDocumentSchema.parse(JSON.parse(stdout)), stderr, exitCode };
}

/** The statement of a fund folder that must be usable. */
export async function statementOf(folder: string, ...flags: readonly string[]): Promise<ReconciliationText> {
  const { document, stderr } = await reconciledJson(folder, ...flags);
  expect(document.result, stderr).toBeDefined();
  if (document.result === undefined) throw new Error('no statement');
  return document.result;
}

/** A statement as its document has it: every amount as text, checked by the schema. */
export function inText(statement: Reconciliation): ReconciliationText {
  return resultSchema.parse(statement);
}
