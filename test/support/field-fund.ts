import { cp } from 'node:fs/promises';
import { openFund } from '../../src/fund/open-fund.js';
import { sumOf } from '../../src/journal/tally.js';
import { FundFolder, fieldCase, temporaryFolder } from './fund-folder.js';
import { passedOverIn } from './passed-over.js';

const entry = /^ {2}- \{ kind: expenditure, .*$/m;

/** The small fund of the field with other files of its ledgers, and an entry that describes its expenditure. */
export async function fieldFund(
  description: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(fieldCase('_fund'), fund.path, { recursive: true });
  await fund.remove('ledgers/expenditure-council.csv');
  for (const [file, text] of Object.entries(files)) await fund.write(file, text);
  await describeExpenditure(fund, description);
  return fund;
}

/** Replaces the entry of a fund’s expenditure: by lines of YAML, as they stand below `- kind: expenditure`. */
export async function describeExpenditure(fund: FundFolder, description: readonly string[]): Promise<void> {
  const found = entry.exec(await fund.read('agreement.yaml'))?.[0] ?? '';
  const lines = ['  - kind: expenditure', ...description.map((line) => `    ${line}`)];
  await fund.edit('agreement.yaml', found, lines.join('\n'));
}

/** A field case laid over the small fund of the field. */
export async function fieldCaseFund(name: string): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(fieldCase('_fund'), fund.path, { recursive: true });
  await cp(fieldCase(name), fund.path, { recursive: true });
  return fund;
}

/** What is said of a fund, as `CODE file:line`, its diagnostics, and what was spent in pence where it can be used. */
export async function openedField({ path }: FundFolder) {
  const { fund, diagnostics, inputs } = await openFund(path, '.', []);
  const said = diagnostics.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`);
  const spentPence = fund && sumOf(fund.tallies.upTo('expenditure', 'Q4'));
  return { said, diagnostics, inputs, fund, spentPence, passedOver: passedOverIn(inputs) };
}
