import { expect } from 'vitest';
import { verificationDocumentSchema } from '../../src/statement/document-schema.js';
import { bcf, type Ran } from './bcf.js';
import { FundFolder } from './fund-folder.js';

/** Days on which quarters are closed in tests. */
export const closingDays = {
  Q1: '2015-07-10',
  Q2: '2015-10-12',
  Q3: '2016-01-11',
  Q4: '2016-04-29',
  year: '2016-05-20',
} as const;

type What = keyof typeof closingDays;

/** Closes a quarter of a fund, or asks to. */
export function close(fund: FundFolder, what: What, ...flags: readonly string[]): Promise<Ran> {
  const on = flags.includes('--on') ? [] : ['--on', closingDays[what]];
  return bcf(['close', what, '.', '--by', 'A. Smith', ...on, ...flags], { cwd: fund.path });
}

/** The made-up year with its first quarters closed. */
export async function closedYear(...whats: readonly What[]): Promise<FundFolder> {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  for (const what of whats) {
    const { stderr, exitCode } = await close(fund, what);
    expect(exitCode, stderr).toBe(0);
  }
  return fund;
}

/** What `bcf verify --json` prints. */
export async function verified(fund: FundFolder, ...flags: readonly string[]) {
  const { stdout, stderr, exitCode } = await bcf(['verify', '.', '--json', ...flags], { cwd: fund.path });
  const document = verificationDocumentSchema.parse(JSON.parse(stdout));
  if (document.result === undefined) throw new Error(`nothing was verified: ${stderr}`);
  return { result: document.result, diagnostics: document.diagnostics, exitCode };
}
