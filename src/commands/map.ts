import { resolve } from 'node:path';
import * as z from 'zod';
import type { CodeMap } from '../agreement/exports.js';
import { Collector, inOrder } from '../diagnostics/collector.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { counted, joined } from '../diagnostics/entry.js';
import { exitCodeFor, isUsable } from '../diagnostics/exit-code.js';
import { withExcerpts } from '../fund/excerpts.js';
import { type OpenedFund, openAgreement } from '../fund/open-fund.js';
import { inWords } from '../money/format-money.js';
import { chooseEntry, isDescribed } from '../preview/choose-entry.js';
import { chooseMap } from '../preview/choose-map.js';
import { codeSkeleton, type Skeleton } from '../preview/code-skeleton.js';
import { type Proposal, proposalFor } from '../preview/propose.js';
import { skeletonSheet } from '../preview/skeleton-sheet.js';
import { sheetCsv } from '../render/csv.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { withMark } from './byte-order-mark.js';
import { deliver } from './deliver.js';
import { fileAsked } from './file-asked.js';
import { isOfFund } from './fund-names.js';
import type { Outcome, World } from './io.js';
import { isSameFile } from './same-file.js';

const mapFlags = z.object({
  as: z.string().optional(),
  by: z.array(z.string()).default([]),
  for: z.string().optional(),
  output: z.string().optional(),
  bom: z.boolean().optional(),
});

interface MapOptions extends z.infer<typeof mapFlags> {
  readonly file: string;
  readonly folder: string;
}

/** Flags as the command line gives them, as plain options. */
export function parseMap(file: string, folder: string, flags: unknown): MapOptions {
  return { file, folder, ...mapFlags.parse(flags) };
}

interface Mapped {
  readonly inputs: OpenedFund['inputs'];
  readonly diagnostics: readonly Diagnostic[];
  readonly skeleton?: Skeleton | undefined;
  /** What is said of a file that no entry describes yet. */
  readonly proposed?: string;
}

/** Writes the skeleton of a table of codes: each code of an export that waits for one of ours. */
export async function runMap(options: MapOptions, world: World): Promise<Outcome> {
  const { output, bom } = options;
  const folder = resolve(world.cwd, options.folder);
  const opened = await openAgreement(folder, options.folder);
  const { inputs, diagnostics: found, skeleton, proposed = '' } = await mapped(options, opened, world);
  const diagnostics = [...(await withExcerpts(folder, inputs, found))].sort(inOrder);
  const isToFile = output !== undefined && output !== '-';
  const text = skeleton === undefined || skeleton.lines.length === 0 ? '' : sheetCsv(skeletonSheet(skeleton));
  const last =
    skeleton === undefined ? '' : `${[diagnostics.length === 0 ? '' : '\n', proposed, inOneLine(skeleton)].join('')}\n`;
  const made: Outcome = {
    stdout: withMark(text, { format: 'csv', isToFile, bom }),
    stderr: diagnosticsText(diagnostics, world.stderrStyle) + last,
    exitCode: exitCodeFor(diagnostics),
  };
  const place = { folder, inputs, ...(opened.agreement && { agreement: opened.agreement }) };
  const isTaken = async (path: string) =>
    (await isSameFile(path, resolve(world.cwd, options.file))) || (await isOfFund(place, path));
  return deliver(made, output, world, isTaken);
}

async function mapped(
  options: MapOptions,
  { agreement, inputs, diagnostics }: Pick<OpenedFund, 'agreement' | 'inputs' | 'diagnostics'>,
  world: World,
): Promise<Mapped> {
  if (agreement === undefined || !isUsable(diagnostics)) return { inputs, diagnostics };
  const folder = resolve(world.cwd, options.folder);
  const asked = await fileAsked(options.file, folder, world);
  const chosen = chooseEntry(agreement, asked.file, options.as);
  if ('fault' in chosen) return { inputs, diagnostics: [chosen.fault] };
  const proposal = isDescribed(chosen.entry)
    ? undefined
    : await proposalFor({ ...asked, entry: chosen.entry }, { folder, agreement, others: [] });
  const entry = proposal?.entry ?? chosen.entry;
  const map = chooseMap({ entry, file: asked.file, by: options.by, column: options.for });
  if ('fault' in map) return { inputs, diagnostics: [map.fault] };
  const problems = new Collector();
  const guest = { ...asked, ...chosen, entry };
  const skeleton = await codeSkeleton({ folder, agreement, guest, ...map }, problems.report);
  // What is no error is for bcf preview to say.
  const errors = problems.all().filter((one) => !isUsable([one]));
  const own = { path: asked.file, named: asked.named, sha256: '', rows: 0, isWhole: false, columns: new Map() };
  return {
    inputs: [...inputs, own],
    diagnostics: errors.map((one) => asAsked(one, options)),
    skeleton,
    ...(proposal !== undefined && { proposed: asProposed(proposal, map.map, options) }),
  };
}

/** By what columns a file is read that no entry describes. */
function asProposed({ isAmountSure }: Proposal, { by }: CodeMap, { file }: MapOptions): string {
  const columns = joined(by.map(([name = '']) => `“${name}”`));
  const sums = isAmountSure ? '' : ' There are no sums: its amount is still to be filled in.';
  return `No entry describes ${file} yet: it is read as bcf preview proposes, its codes by ${columns}.${sums}\n`;
}

/** A column that --by names and the file has not is for the command line to put right. */
function asAsked(one: Diagnostic, { by, file }: MapOptions): Diagnostic {
  const { column, meant } = one.args;
  if (one.code !== 'BCF3005' || !by.some((name) => name === column)) return one;
  return diagnose('BCF0085', { column: String(column), file, meant: String(meant) }, { place: one.place });
}

/** What is written, and what is not. */
function inOneLine({ lines, mapped, rows, amountPence, table }: Skeleton): string {
  const already = mapped === 0 ? '' : `; ${counted(mapped, 'code')} mapped already in ${table}, left out`;
  if (lines.length === 0) return mapped === 0 ? 'There are no codes.' : `No code waits${already}`;
  const money = amountPence === undefined ? '' : `, ${inWords(amountPence)}`;
  const filled = lines.filter(({ ours }) => ours.some((text) => text !== '')).length;
  const exact = filled === 0 ? '' : `, ${filled} filled in as exactly ours`;
  return `${counted(lines.length, 'code')}${exact}: ${counted(rows, 'row')}${money}${already}`;
}
