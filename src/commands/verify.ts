import { resolve } from 'node:path';
import * as z from 'zod';
import { heldAgainst } from '../closes/held-against.js';
import { type Verified, verifyCloses } from '../closes/verify.js';
import { inOrder } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import { withExcerpts } from '../fund/excerpts.js';
import { type OpenedFund, openFund } from '../fund/open-fund.js';
import { tidySheet } from '../pages/tidy-sheet.js';
import { verificationPages } from '../pages/verification-pages.js';
import { type VerifyResult, verifyResultSchema } from '../statement/closes-schema.js';
import { documentOf } from '../statement/document.js';
import type { Outcome, World } from './io.js';
import { print } from './print.js';
import { type FormOptions, formOptions } from './run-statement.js';

const ownFlags = z.object({
  seal: z.string().optional(),
  strict: z.boolean().default(false),
});

interface VerifyOptions extends z.infer<typeof ownFlags>, FormOptions {
  readonly folder: string;
}

/** Flags as the command line gives them, as plain options. */
export function parseVerify(folder: string, flags: unknown): VerifyOptions {
  return { folder, ...formOptions(flags), ...ownFlags.parse(flags) };
}

/** Verifies that every closed quarter is what it was. */
export async function runVerify(options: VerifyOptions, world: World): Promise<Outcome> {
  const { folder: shownAs, seal, strict } = options;
  const { cwd, version } = world;
  const folder = resolve(cwd, shownAs);
  const opened = await openFund(folder, shownAs);
  const verified = await verifyCloses(folder, opened, { version, isStrict: strict });
  const held = seal === undefined ? undefined : heldAgainst(seal, verified?.result.records ?? []);
  const found = [...(held !== undefined && 'fault' in held ? [held.fault] : []), ...(verified?.diagnostics ?? [])];
  const all = [...faultsOf(opened), ...found];
  const diagnostics = (await withExcerpts(folder, opened.inputs, all)).sort(inOrder);
  const result = resultOf(opened, verified, held);
  const document = documentOf({ format: 'bcf.verification', version, inputs: opened.inputs, result, diagnostics });
  const statement = {
    verb: 'verify',
    shows: {
      pages: verificationPages,
      sheet: (shown: VerifyResult) => tidySheet(shown.fund, [{ schema: verifyResultSchema, value: shown }]),
    },
  };
  const { inputs, agreement } = opened;
  const places = [{ folder, inputs, ...(agreement && { agreement }) }];
  return print({ command: 'verify', statement, document, diagnostics, asked: options, places }, world);
}

/** What keeps the files from being used; of files that can be used, reconcile says what there is to say. */
function faultsOf({ fund, diagnostics }: OpenedFund): readonly Diagnostic[] {
  return fund === undefined ? diagnostics : [];
}

function resultOf(
  { agreement, fund: usable }: OpenedFund,
  verified: Verified | undefined,
  held: ReturnType<typeof heldAgainst> | undefined,
): VerifyResult | undefined {
  const record = verified?.chain.links.at(-1)?.record;
  const name = agreement?.name ?? (record && plainText(record.fund));
  const year = agreement?.year.label ?? record?.year;
  const isNothing = verified === undefined && usable === undefined;
  if (name === undefined || year === undefined || isNothing) return undefined;
  const fund = { name, year };
  if (verified === undefined) {
    const isFault = held !== undefined && 'fault' in held;
    const message = isFault ? 'Not verified: nothing is closed' : 'Nothing is closed: there is nothing to verify';
    return { fund, ...nothing, conclusion: { verified: !isFault, message } };
  }
  const { result } = verified;
  if (held === undefined) return { fund, ...result };
  if ('fault' in held) {
    const rest = result.conclusion.message.replace(/^(Not v|V)erified: /, '');
    const problem = held.fault.class === 'usage' ? 'the seal cannot be read' : 'no record has the seal given';
    return { fund, ...result, conclusion: { verified: false, message: `Not verified: ${problem}; ${rest}` } };
  }
  const since = held.since === 0 ? 'the last' : `with ${held.since} written since`;
  const message = `${result.conclusion.message}; ${held.record.file} has the seal given, ${since}`;
  return { fund, ...result, conclusion: { ...result.conclusion, message } };
}

const nothing: Omit<VerifyResult, 'fund' | 'conclusion'> = {
  records: [],
  closed: [],
  rows: [],
  rewritten: [],
  figures: [],
  areFiguresKnown: true,
  adjustments: [],
  counts: { changed: 0, vanished: 0, appeared: 0, swallowed: 0, rewritten: 0, figures: 0 },
};
