import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Link } from './link.js';
import { since } from './since.js';

/** A file that is written another way than when it was closed, and says the same (R7). */
export interface Rewritten {
  readonly file: string;
  /** How many closed rows of it are written another way; 0 where its rows are as they were, or it has none. */
  readonly rows: number;
  /** In what its writing differs. */
  readonly how: readonly string[];
  /** The record since when; undefined where it is itself one. */
  readonly link?: Link;
}

/** Says it once a file. It breaks nothing, unless it was asked that it should. */
export function rewrittenDiagnostic({ file, rows, how, link }: Rewritten, isStrict: boolean): Diagnostic {
  const args = { rows, how: how.join(', '), since: link === undefined ? '' : ` (${since(link)})` };
  return diagnose(isStrict ? 'BCF2631' : 'BCF2630', args, { place: { file } });
}
