import { describe, expect, test } from 'vitest';
import { helpNotes } from '../../src/commands/help-notes.js';
import { helpTopics } from '../../src/commands/help-topics.js';
import { bcf } from '../support/bcf.js';

const widths = [60, 80, 100, 120, 160] as const;

/** Every command that the help of the program lists. */
async function commands(): Promise<string[]> {
  const { stdout } = await bcf(['--help']);
  const listed = stdout.slice(stdout.indexOf('Commands:'), stdout.indexOf('Topics,'));
  const names = [...listed.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(helpNotes)));
  return names;
}

async function helpAt(width: number): Promise<[asked: string, help: string][]> {
  const asked = [
    ['--help'],
    ...Object.keys(helpTopics).map((topic) => ['help', topic]),
    ...(await commands()).flatMap((name) => [
      ['help', name],
      [name, '--help'],
    ]),
  ];
  return Promise.all(
    asked.map(
      async (argv): Promise<[string, string]> => [
        argv.join(' '),
        (await bcf(['--width', String(width), ...argv])).stdout,
      ],
    ),
  );
}

/** Words in their order, however they are broken into lines. */
function wordsOf(help: string): string {
  return help
    .replace(/ \\\n/g, ' ')
    .replace(/\s+↪ /g, '')
    .replace(/\n +# /g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const widest = helpAt(200).then((helps) => new Map(helps));

describe.each(widths)('at %s columns', (width) => {
  test('no line of any help is longer, and no word is lost', async () => {
    const helps = await helpAt(width);
    expect(helps.length).toBeGreaterThan(40);
    for (const [asked, help] of helps) {
      // A name of a figure is there to be copied, and stays whole.
      const long = help
        .split('\n')
        .filter((line) => [...line].length > width && line.trim().replace(/ \\$/, '').includes(' '));
      expect(long, asked).toEqual([]);
      expect(wordsOf(help), asked).toBe(wordsOf((await widest).get(asked) ?? ''));
    }
  });
});

test('where nothing says how wide a line may be, help is 100 wide', async () => {
  const lines = Object.keys(helpTopics).map(async (topic) =>
    (await bcf(['help', topic], { environment: {} })).stdout.split('\n'),
  );
  const lengths = (await Promise.all(lines)).flat().map((line) => line.length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(100);
});
