import type { Agreement } from '../agreement/agreement.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { OpenedFund } from '../fund/open-fund.js';
import { hashAt } from './closed-ledgers.js';
import type { Link } from './link.js';
import type { Rewritten } from './rewritten.js';
import { saysOf, tieOf } from './says-of-inputs.js';
import { since } from './since.js';

/** What became of the agreement, the controls and the published tables since the last close. */
export interface ChangedTies {
  readonly diagnostics: readonly Diagnostic[];
  readonly rewritten: readonly Rewritten[];
}

export const nothingChanged: ChangedTies = { diagnostics: [], rewritten: [] };

/**
 * An agreement may be varied, and controls, published tables and the lines of the pro-forma tie the books out and move none
 * of them: a change is said, and figures that it moves are findings of their own. Written another way, it is no change.
 */
export async function changedTies(
  folder: string,
  { agreement }: Pick<OpenedFund, 'agreement'>,
  last: Link,
  haveFiguresMoved: boolean,
): Promise<ChangedTies> {
  if (agreement === undefined) return nothingChanged;
  const diagnostics: Diagnostic[] = [];
  const rewritten: Rewritten[] = [];
  for (const input of last.record.inputs) {
    const { path: file } = input;
    const tie = tieOf(agreement, file);
    if (tie === undefined) continue;
    const now = await hashAt({ folder, file });
    if (now === input.sha256) continue;
    if (now !== undefined && (await saysTheSame(folder, agreement, input))) {
      const how =
        tie === 'agreement' ? 'the line ends or the encoding' : 'the line ends, the encoding or the look of cells';
      rewritten.push({ file, rows: 0, how: [how], link: last });
    } else if (tie !== 'agreement') {
      const what = now === undefined ? 'is not there any more' : 'was changed';
      diagnostics.push(diagnose('BCF2624', { what, since: since(last) }, { place: { file } }));
    } else if (!haveFiguresMoved) {
      diagnostics.push(diagnose('BCF2621', { since: since(last) }, { place: { file } }));
    }
  }
  return { diagnostics, rewritten };
}

async function saysTheSame(
  folder: string,
  agreement: Agreement,
  { path, says }: { readonly path: string; readonly says?: string | undefined },
): Promise<boolean> {
  return says !== undefined && says === (await saysOf(folder, agreement, path));
}
