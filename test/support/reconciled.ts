import { expect } from 'vitest';
import type { z } from 'zod';
import { reconciliationDocumentSchema } from '../../src/statement/document-schema.js';
import {
  type Reconciliation,
  type ReconciliationText,
  resultSchema,
} from '../../src/statement/reconciliation-schema.js';
import { bcf } from './bcf.js';
import { fixture } from './fund-folder.js';

interface Reconciled {
  readonly document: z.output<typeof reconciliationDocumentSchema>;
  readonly stderr: string;
  readonly exitCode: number;
}

const ofFixtures = new Map<string, Promise<Reconciled>>();

/** What `bcf reconcile FOLDER --json` prints, read back by the document's own schema; of a fixture once in a test file. */
export function reconciledJson(folder: string, ...flags: readonly string[]): Promise<Reconciled> {
  if (!folder.startsWith(fixture(''))) return reconciled(folder, flags);
  const key = [folder, ...flags].join('\0');
  const known = ofFixtures.get(key) ?? reconciled(folder, flags);
  ofFixtures.set(key, known);
  return known;
}

async function reconciled(folder: string, flags: readonly string[]): Promise<Reconciled> {
  const { stdout, stderr, exitCode } = await bcf(['reconcile', '.', '--json', ...flags], { cwd: folder });
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
