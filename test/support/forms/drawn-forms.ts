import type { Quarter } from '../../../src/agreement/financial-year.js';
import { odsBytes } from '../../../src/render/ods.js';
import { xlsxBytes } from '../../../src/render/xlsx.js';
import { publicationWorkbook } from '../../../src/workbook/publication.js';
import { workingWorkbook } from '../../../src/workbook/working.js';
import { workedFrom } from '../../workbook/funds.js';
import { bcf } from '../bcf.js';
import { partsOf } from './spreadsheet.js';

/** A fund folder, and as at which quarter; left out: the last that its rows reach. */
export interface Asked {
  readonly folder: string;
  readonly asAt?: Quarter | undefined;
}

export const formNames = [
  'text',
  'plain',
  'markdown',
  'csv',
  'html',
  'page',
  'working xlsx',
  'working ods',
  'publication xlsx',
  'publication ods',
] as const;
export type FormName = (typeof formNames)[number];

/** A form as it is written: the parts of a workbook by their names; any other is one part. */
export type Raw = ReadonlyMap<string, string>;

/** Draws a statement in forms, with every line, as wide as a line may be. */
export async function drawForms(asked: Asked, forms: readonly FormName[]): Promise<ReadonlyMap<FormName, Raw>> {
  const args = argumentsOf(asked);
  const drawn = async (...argv: readonly string[]) => new Map([['', (await bcf(argv)).stdout]]);
  const reconciled = (...flags: readonly string[]) => drawn('reconcile', ...args, '--verbose', '--all', ...flags);
  const worked = await workedFrom(asked.folder, { asAt: asked.asAt });
  const [working, publication] = [workingWorkbook(worked), publicationWorkbook(worked)];
  const draw: Readonly<Record<FormName, () => Promise<Raw>>> = {
    text: () => reconciled('--width', '200'),
    plain: () => reconciled('--plain'),
    markdown: () => reconciled('--format', 'markdown'),
    csv: () => reconciled('--format', 'csv'),
    html: () => reconciled('--format', 'html'),
    page: () => drawn('page', ...args),
    'working xlsx': async () => partsOf(await xlsxBytes(working)),
    'working ods': async () => partsOf(odsBytes(working)),
    'publication xlsx': async () => partsOf(await xlsxBytes(publication)),
    'publication ods': async () => partsOf(odsBytes(publication)),
  };
  const raws = new Map<FormName, Raw>();
  for (const form of forms) raws.set(form, await draw[form]());
  return raws;
}

/** The arguments of a command that say of which fund it is, and as at when. */
export function argumentsOf({ folder, asAt }: Asked): string[] {
  return [folder, ...(asAt === undefined ? [] : ['--as-at', asAt])];
}
