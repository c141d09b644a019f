import type { Format } from './forms.js';
import type { Outcome } from './io.js';

interface Asked {
  readonly format: Format;
  /** Whether it goes to a file: what reads a pipe would take the mark for a part of the first header. */
  readonly isToFile: boolean;
  /** Whether there is to be one; undefined where nobody says. */
  readonly bom: boolean | undefined;
}

const mark = '\uFEFF';

/** An output as its file has it: Excel takes a CSV for UTF-8 only where it begins with a mark, which ASCII does not need. */
export function withMark(output: Outcome['stdout'], { format, isToFile, bom }: Asked): Outcome['stdout'] {
  if (format !== 'csv' || !isToFile || typeof output !== 'string' || output === '') return output;
  return (bom ?? !isAscii(output)) ? mark + output : output;
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e\r\n\t]*$/.test(text);
}
