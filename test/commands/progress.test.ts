import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withProgress } from '../../src/commands/progress.js';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const word = 'Reading the ledgers and adding up…';
const cleared = `\r${' '.repeat(word.length)}\r`;

/** What a terminal is shown while a piece of work takes so long. */
async function shownDuring(milliseconds: number, { isTTY = true, isWanted = true } = {}): Promise<string> {
  let text = '';
  const shown = { isTTY, write: (more: string) => (text += more) };
  const work = withProgress(
    shown,
    isWanted,
    () => new Promise<number>((done) => setTimeout(() => done(7), milliseconds)),
  );
  await vi.advanceTimersByTimeAsync(milliseconds);
  expect(await work).toBe(7);
  return text;
}

describe('what takes over a second', () => {
  test('says meanwhile that it goes on, and takes it back', async () => {
    expect(await shownDuring(1500)).toBe(`${word}${cleared}`);
  });

  test('and what takes less says nothing', async () => {
    expect(await shownDuring(900)).toBe('');
  });

  test.each([
    ['into a pipe or a file', { isTTY: false }],
    ['on a dumb terminal', { isWanted: false }],
  ])('says nothing %s', async (_where, how) => {
    expect(await shownDuring(5000, how)).toBe('');
  });

  test('takes it back where it fails', async () => {
    let text = '';
    const fails = withProgress({ isTTY: true, write: (more) => (text += more) }, true, async () => {
      await new Promise((done) => setTimeout(done, 2000));
      throw new Error('a bug');
    });
    const outcome = expect(fails).rejects.toThrow('a bug');
    await vi.advanceTimersByTimeAsync(2000);
    await outcome;
    expect(text.endsWith(cleared)).toBe(true);
  });
});
