import type { Quarter } from '../../../src/agreement/financial-year.js';
import { odsBytes } from '../../../src/render/ods.js';
import { xlsxBytes } from '../../../src/render/xlsx.js';
import { publicationWorkbook } from '../../../src/workbook/publication.js';
import { workingWorkbook } from '../../../src/workbook/working.js';
import { workedFrom } from '../../workbook/funds.js';
import { bcf } from '../bcf.js';
import type { Command } from './commands.js';
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
  const reconciled = (form: CommandForm) => drawn('reconcile', ...args, '--verbose', '--all', ...flagsOf(form));
  const worked = await workedFrom(asked.folder, { asAt: asked.asAt });
  const [working, publication] = [workingWorkbook(worked), publicationWorkbook(worked)];
  const draw: Readonly<Record<FormName, () => Promise<Raw>>> = {
    text: () => reconciled('text'),
    plain: () => reconciled('plain'),
    markdown: () => reconciled('markdown'),
    csv: () => reconciled('csv'),
    html: () => reconciled('html'),
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

/** The forms that every command has. */
export const commandForms = ['text', 'plain', 'markdown', 'csv', 'html'] as const satisfies readonly FormName[];
export type CommandForm = (typeof commandForms)[number];

/** Draws a command in the forms that every command has, with every line, as wide as a line may be. */
export async function drawCommand(command: Command, asked: Asked): Promise<ReadonlyMap<CommandForm, Raw>> {
  const argv = argumentsOfCommand(command, asked);
  const raws = new Map<CommandForm, Raw>();
  for (const form of commandForms) raws.set(form, new Map([['', (await bcf([...argv, ...flagsOf(form)])).stdout]]));
  return raws;
}

function flagsOf(form: CommandForm): readonly string[] {
  if (form === 'text') return ['--width', '200'];
  return form === 'plain' ? ['--plain'] : ['--format', form];
}

/** A command line of a command, but for the form. */
export function argumentsOfCommand({ words, flags, isTimeless }: Command, asked: Asked): string[] {
  return [...words, ...(isTimeless ? [asked.folder] : argumentsOf(asked)), ...flags];
}

/** The arguments of a command that say of which fund it is, and as at when. */
export function argumentsOf({ folder, asAt }: Asked): string[] {
  return [folder, ...(asAt === undefined ? [] : ['--as-at', asAt])];
}
