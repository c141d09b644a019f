import { resolve } from 'node:path';
import * as z from 'zod';
import { parseFinancialYear } from '../agreement/financial-year.js';
import { type CarriedFund, carriedFund } from '../begin/carried-fund.js';
import type { NewFile } from '../begin/file.js';
import { newFund } from '../begin/new-fund.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor, exitCodes } from '../diagnostics/exit-code.js';
import { withExcerpts } from '../fund/excerpts.js';
import { gitAttributes, gitAttributesFile, whyGitAttributes } from '../fund/git-attributes.js';
import { openFund } from '../fund/open-fund.js';
import { reasonOf } from '../fund/system-error.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { broken, paragraph } from '../render/wrap.js';
import { checkFund } from '../statement/check-fund.js';
import { initDefaults } from './init-defaults.js';
import type { Outcome, World } from './io.js';
import { jsonSchemaText } from './json-schemas.js';
import { type Target, targetAt, writeFolder } from './write-folder.js';

const flagsShape = z.object({
  from: z.string().optional(),
  year: z.string().optional(),
  name: z.string().optional(),
  followSuccessors: z.boolean().default(false),
});

interface InitOptions extends z.infer<typeof flagsShape> {
  readonly folder: string;
}

/** Flags as the command line gives them, as plain options. */
export function parseInit(folder: string, flags: unknown): InitOptions {
  return { folder, ...flagsShape.parse(flags) };
}

/** Makes a fund folder that passes its check: from nothing, or from the fund of the year before. */
export async function runInit(options: InitOptions, world: World): Promise<Outcome> {
  const { folder, from, followSuccessors } = options;
  if (from === undefined && followSuccessors) return refused([diagnose('BCF0045', {})], world);
  const target = await lookedAt(folder, world);
  if ('code' in target) return refused([target], world);
  const fund = await newFilesOf(options, world);
  if (fund.files === undefined) return refused(fund.diagnostics, world);
  const files = [...fund.files, schemaFile(), attributesFile];
  try {
    const wrong = await writeFolder(target, files, (temporary) => checked(temporary, options));
    if (wrong.length > 0) return refused(wrong, world);
  } catch (error) {
    return refused([diagnose('BCF0041', { folder, reason: reasonOf(error, 'its parent folder is not there') })], world);
  }
  const stderr = diagnosticsText(fund.diagnostics, world.stderrStyle);
  return {
    stdout: madeText({ folder, files, width: world.stdoutStyle.width }, fund),
    stderr,
    exitCode: exitCodes.clean,
  };
}

type Free = Extract<Target, { kind: 'absent' | 'empty' }>;

async function lookedAt(folder: string, { cwd }: World): Promise<Free | Diagnostic> {
  if (folder.trim() === '' || folder.includes('\0')) {
    return diagnose('BCF0041', { folder: `“${folder.replace(/\0/g, '')}”`, reason: 'it is no folder name' });
  }
  try {
    const target = await targetAt(resolve(cwd, folder));
    if (target.kind === 'taken') return diagnose('BCF0040', { folder, found: target.found });
    if (target.kind === 'no-folder') return diagnose('BCF0041', { folder, reason: 'a file has that name' });
    return target;
  } catch (error) {
    return diagnose('BCF0041', { folder, reason: reasonOf(error, 'its parent folder is not there') });
  }
}

async function newFilesOf(options: InitOptions, { cwd }: World): Promise<CarriedFund> {
  const { from, followSuccessors, name } = options;
  const year = options.year === undefined ? undefined : parseFinancialYear(options.year);
  if (from !== undefined) {
    const areSuccessorsFollowed = followSuccessors;
    return carriedFund({ folder: resolve(cwd, from), shownAs: from, name, year, areSuccessorsFollowed });
  }
  const own = { name: name ?? initDefaults.name, year: year ?? parseFinancialYear(initDefaults.year) };
  if (own.year === undefined) throw new Error(`${initDefaults.year} is no year`);
  return {
    files: newFund(own.name, own.year),
    title: `${own.name}, ${own.year.label}`,
    notes: [
      'Every name and figure in it is made up. FILL IN marks where yours belong; README.txt goes through the files.',
    ],
    diagnostics: [],
  };
}

function schemaFile(): NewFile {
  return {
    path: 'agreement.schema.json',
    text: jsonSchemaText('agreement'),
    what: 'with it an editor completes and checks agreement.yaml',
  };
}

const attributesFile: NewFile = { path: gitAttributesFile, text: gitAttributes, what: whyGitAttributes };

/** What bcf check finds wrong with the new folder before anybody sees it; nothing where it passes. */
async function checked(temporary: string, { folder, from = '' }: InitOptions) {
  const opened = await openFund(temporary, folder, ['controls', 'tables', 'pro-forma']);
  const diagnostics = [...opened.diagnostics, ...(opened.fund === undefined ? [] : checkFund(opened.fund).diagnostics)];
  const wrong = diagnostics.filter((diagnostic) => diagnostic.class !== 'warning');
  if (wrong.length === 0) return { isGood: true, found: wrong };
  const shown = await withExcerpts(temporary, opened.inputs, wrong);
  return { isGood: false, found: [...shown, diagnose('BCF0044', { fund: from, findings: wrong.length })] };
}

function refused(diagnostics: readonly Diagnostic[], { stderrStyle }: World): Outcome {
  const stderr = `${diagnosticsText(diagnostics, stderrStyle)}\nNothing was made.\n`;
  return { stdout: '', stderr, exitCode: Math.max(exitCodeFor(diagnostics), exitCodes.couldNotRun) };
}

function madeText(
  { folder, files, width }: { readonly folder: string; readonly files: readonly NewFile[]; readonly width: number },
  { title = '', notes }: CarriedFund,
): string {
  const longest = Math.max(...files.map(({ path }) => path.length));
  const list = files.flatMap(({ path, what }) => broken(`  ${path.padEnd(longest)}  ${what}`, width, longest + 6));
  const paragraphs = notes.flatMap((note) => ['', ...paragraph(note, width)]);
  return [`Made ${folder}: ${title}`, ...list, ...paragraphs, '', `Next: bcf check ${folder}`, ''].join('\n');
}
