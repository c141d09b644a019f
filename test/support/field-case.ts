import { cp } from 'node:fs/promises';
import { openFund } from '../../src/fund/open-fund.js';
import { sumOf } from '../../src/journal/tally.js';
import { FundFolder, fieldCase, temporaryFolder } from './fund-folder.js';
import { passedOverIn } from './passed-over.js';

/** A field case laid over the small fund of the field, or over another. */
export async function laidOver(name: string, base = fieldCase('_fund')): Promise<FundFolder> {
  const folder = await temporaryFolder();
  await cp(base, folder, { recursive: true });
  await cp(fieldCase(name), folder, { recursive: true });
  return new FundFolder(folder);
}

/** What is said of a fund, as `CODE file:line`, and the pence that were spent where it can be used. */
export async function opened({ path }: FundFolder) {
  const { fund, diagnostics, inputs } = await openFund(path, '.', ['controls', 'pro-forma', 'tables']);
  const said = diagnostics.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`);
  const spentPence = fund && sumOf(fund.tallies.upTo('expenditure', 'Q4'));
  return { said, diagnostics, spentPence, passedOver: passedOverIn(inputs) };
}
