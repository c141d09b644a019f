import type { Style } from '../render/style.js';

/** What a command may know of the world around it. */
export interface World {
  /** The folder the user stands in. */
  readonly cwd: string;
  readonly version: string;
  /** Whether stdout is a terminal, which shows no bytes that are no text. */
  readonly isTerminal: boolean;
  readonly stdoutStyle: Style;
  readonly stderrStyle: Style;
  /** Of what is written to a file: no colour, and not as wide as the terminal of the day. */
  readonly fileStyle: Style;
}

/** What a command gives: what to print where, what to write, and the exit code. */
export interface Outcome {
  /** A long output comes in pieces, which are made as they are written; what is no text as its bytes. */
  readonly stdout: string | Uint8Array | Iterable<string>;
  readonly stderr: string;
  readonly exitCode: number;
  /** What comes after it, where a command goes on until it is interrupted; waits until there is something. */
  readonly next?: () => Promise<Outcome>;
}

const worthWriting = 1 << 18;

/** An output in pieces of a size that is worth a write. */
export function* inChunks(output: Outcome['stdout']): Generator<string | Uint8Array> {
  if (typeof output === 'string' || output instanceof Uint8Array) {
    if (output.length > 0) yield output;
    return;
  }
  let text = '';
  for (const piece of output) {
    text += piece;
    if (text.length < worthWriting) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
