import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openFund } from '../../src/fund/open-fund.js';
import { fromPounds } from '../../src/money/format-money.js';
import { checkDocumentSchema, previewDocumentSchema } from '../../src/statement/document-schema.js';
import { bcf } from './bcf.js';
import { type FundFolder, temporaryFolder } from './fund-folder.js';

/** What is known of one file of a fund: its rows, the pence that were posted of them, what is found at its lines. */
export interface OfFile {
  readonly rows: number;
  readonly pence: bigint;
  readonly found: readonly string[];
}

/** What `bcf check` says of each file of a fund, and what the reading of the fund posts of it. */
export async function checkedFiles({ path }: FundFolder): Promise<ReadonlyMap<string, OfFile>> {
  const { inputs, diagnostics } = checkDocumentSchema.parse(JSON.parse((await bcf(['check', path, '--json'])).stdout));
  const pence = new Map<string, bigint>();
  await openFund(path, '.', ['controls', 'pro-forma', 'tables'], ({ cells: { file }, amountPence }) => {
    pence.set(file, (pence.get(file) ?? 0n) + amountPence);
  });
  return new Map(
    inputs.map(({ path: file, rows }): [string, OfFile] => [
      file,
      {
        rows,
        pence: pence.get(file) ?? 0n,
        found: diagnostics.flatMap((one) => (one.file === file ? [`${one.code} ${one.line}`] : [])),
      },
    ]),
  );
}

/** A document of `bcf preview`, and its exit code. */
export async function previewed(args: readonly string[]) {
  const { stdout, stderr, exitCode } = await bcf(['preview', ...args, '--json']);
  const { result, diagnostics } = previewDocumentSchema.parse(JSON.parse(stdout));
  return { result, diagnostics, exitCode, stderr };
}

/** What `bcf preview` says of a file of a fund that lies elsewhere: it is taken out of the fund, and put back. */
export async function previewedElsewhere(fund: FundFolder, file: string): Promise<OfFile & { exitCode: number }> {
  const elsewhere = join(await temporaryFolder(), basename(file));
  await rename(join(fund.path, file), elsewhere);
  const { result, diagnostics, exitCode, stderr } = await previewed([elsewhere, fund.path]);
  await rename(elsewhere, join(fund.path, file));
  if (result === undefined) throw new Error(stderr);
  const found = diagnostics.flatMap((one) => (one.file === elsewhere ? [`${one.code} ${one.line}`] : []));
  return { rows: result.rows, pence: fromPounds(result.amount ?? '0.00'), found, exitCode };
}
