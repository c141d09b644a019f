import { resolve } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { isUsable } from '../diagnostics/exit-code.js';
import type { Fund } from '../fund/fund.js';
import { type Extra, openFund } from '../fund/open-fund.js';
import type { Watch } from '../fund/post-rows.js';
import { placedIn } from './gathered.js';
import type { World } from './io.js';

/** What a fund was read from the first time, and who looks at its rows the second time. */
export interface SecondReading {
  readonly inputs: Fund['inputs'];
  /** The fund folder, as the user calls it. */
  readonly shownAs: string;
  readonly watch: Watch;
}

/**
 * The second reading of a fund, or of two: its rows pass, and are compared with each other. Says what is wrong, and what
 * has changed; of two funds each file is named with its folder.
 */
export async function readAgain(
  readings: readonly SecondReading[],
  extras: readonly Extra[],
  world: World,
): Promise<Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const { inputs: before, shownAs, watch } of readings) {
    const folder = resolve(world.cwd, shownAs);
    const { inputs, diagnostics } = await openFund(folder, shownAs, extras, watch);
    const ofFund = isUsable(diagnostics)
      ? changed(before, inputs)
      : diagnostics.filter((diagnostic) => !isUsable([diagnostic]));
    faults.push(...(readings.length === 1 ? ofFund : await placedIn({ folder, shownAs, inputs }, ofFund)));
  }
  return faults;
}

function changed(before: Fund['inputs'], after: Fund['inputs']): Diagnostic[] {
  const hashOf = (inputs: Fund['inputs'], file: string) => inputs.find(({ path }) => path === file)?.sha256;
  const files = new Set([...before, ...after].map(({ path }) => path));
  const reason = 'it changed while it was being read: run the command again when nobody is saving it';
  return [...files]
    .filter((file) => hashOf(before, file) !== hashOf(after, file))
    .map((file) => diagnose('BCF3019', { reason }, { place: { file } }));
}
