/** Where a word on what takes long is shown: a stream that is a terminal or is not. */
interface Shown {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** After how long a user wonders whether anything happens. */
const longMilliseconds = 1000;

const word = 'Reading the ledgers and adding up…';

/**
 * Does a piece of work; where it takes over a second, a terminal says meanwhile that it goes on. The line is gone again
 * before anything else is written.
 */
export async function withProgress<T>(shown: Shown, isWanted: boolean, work: () => Promise<T>): Promise<T> {
  if (shown.isTTY !== true || !isWanted) return work();
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    shown.write(word);
  }, longMilliseconds);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    // No code of a terminal: NO_COLOR promises none.
    if (isShown) shown.write(`\r${' '.repeat(word.length)}\r`);
  }
}
