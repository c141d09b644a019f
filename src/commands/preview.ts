import { resolve } from 'node:path';
import * as z from 'zod';
import { inOrder } from '../diagnostics/collector.js';
import { isUsable } from '../diagnostics/exit-code.js';
import { withExcerpts } from '../fund/excerpts.js';
import { openAgreement } from '../fund/open-fund.js';
import { previewPages } from '../pages/preview-pages.js';
import { tidySheet } from '../pages/tidy-sheet.js';
import { chooseEntry } from '../preview/choose-entry.js';
import { type Previewed, previewFile } from '../preview/preview-file.js';
import { documentOf } from '../statement/document.js';
import { type PreviewResult, previewResultSchema } from '../statement/preview-schema.js';
import { fileAsked } from './file-asked.js';
import type { Outcome, World } from './io.js';
import { print } from './print.js';
import { type FormOptions, formOptions } from './run-statement.js';
import { isSameFile } from './same-file.js';

const ownFlags = z.object({ as: z.string().optional() });

interface PreviewOptions extends z.infer<typeof ownFlags>, FormOptions {
  readonly file: string;
  readonly folder: string;
}

/** Flags as the command line gives them, as plain options. */
export function parsePreview(file: string, folder: string, flags: unknown): PreviewOptions {
  return { file, folder, ...formOptions(flags), ...ownFlags.parse(flags) };
}

/** Shows how a file is read, before it is in the fund. */
export async function runPreview(options: PreviewOptions, world: World): Promise<Outcome> {
  const folder = resolve(world.cwd, options.folder);
  const opened = await openAgreement(folder, options.folder);
  const { agreement } = opened;
  const asked = await fileAsked(options.file, folder, world);
  const made = await previewOf();
  const found = await withExcerpts(folder, made.inputs, [...opened.diagnostics, ...made.diagnostics]);
  const diagnostics = [...found].sort(inOrder);
  const { inputs, result } = made;
  const document = documentOf({ format: 'bcf.preview', version: world.version, inputs, result, diagnostics });
  const statement = {
    verb: 'preview',
    shows: {
      pages: previewPages,
      sheet: (shown: PreviewResult) => tidySheet(shown.fund, [{ schema: previewResultSchema, value: shown }]),
    },
  };
  const places = [{ folder, inputs, ...(agreement && { agreement }) }];
  const isTaken = (path: string) => isSameFile(path, resolve(world.cwd, options.file));
  return print({ command: 'preview', statement, document, diagnostics, asked: options, places, isTaken }, world);

  async function previewOf(): Promise<Omit<Previewed, 'result'> & { readonly result?: PreviewResult }> {
    const nothing = { inputs: opened.inputs, diagnostics: [] };
    if (agreement === undefined || !isUsable(opened.diagnostics)) return nothing;
    const chosen = chooseEntry(agreement, asked.file, options.as);
    if ('fault' in chosen) return { ...nothing, diagnostics: [chosen.fault] };
    return previewFile({ folder, agreement, inputs: opened.inputs }, { ...asked, ...chosen });
  }
}
