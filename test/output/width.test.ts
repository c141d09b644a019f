import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

const widths = [60, 80, 100, 120, 160] as const;
const papers = ['pro-forma', 'quarterly', 'annual', 'dfg', 'return', 'aggregate'];
const funds: Readonly<Record<string, readonly string[]>> = {
  'kent-2015-16': ['reconcile', 'reconcile --verbose', 'performance', 'variance', 'settle', 'check', 'check --verbose'],
  'kent-2015-16-illustrative': [
    'diff --as-at Q4 --all',
    ...['reconcile', 'performance', 'variance', 'settle', 'check'].flatMap((name) => [
      `${name} --as-at Q2`,
      `${name} --as-at Q4 --verbose`,
    ]),
    'performance --as-at Q2 --sensitivity --what-if 99J=-2.1%',
    'diff --as-at Q2',
    'diff --by partner --as-at Q3',
    'verify',
    ...papers.map((paper) => `report ${paper} --as-at Q3`),
  ],
};

/** As wide as a line may be: nothing is left out of it. */
const widest = 200;

async function textOf(fund: string, command: string, width: number): Promise<string> {
  const [name = '', ...options] = command.split(' ');
  const paper = name === 'report' ? [options.shift() ?? ''] : [];
  const ran = await bcf(['--width', String(width), name, ...paper, fixture(fund), ...options]);
  return ran.stdout + ran.stderr;
}

const whole = new Map<string, Promise<string>>();

function wholeText(fund: string, command: string): Promise<string> {
  const key = `${fund} ${command}`;
  const text = whole.get(key) ?? textOf(fund, command, widest);
  whole.set(key, text);
  return text;
}

interface Placed {
  readonly text: string;
  /** Where it ends on its line, with a bracket that closes it: figures of one column end alike. */
  readonly end: number;
}

/** Amounts in pounds and pence, without signs, which may be words. */
function placedAmountsOf(line: string): Placed[] {
  return [...line.matchAll(/(\d[\d,]*\.\d\d)(?![\d%m])\)?/g)].map(({ 0: whole, 1: text = '', index }) => ({
    text,
    end: index + whole.length,
  }));
}

function toThePound(amount: string): string {
  const [pounds = '', pence = ''] = amount.replaceAll(',', '').split('.');
  return (BigInt(pounds) + (Number(pence) >= 50 ? 1n : 0n)).toLocaleString('en-GB');
}

/** The blocks of a narrower text, each with those below it into which words went that had no room in it. */
function alongside(wide: readonly string[], narrow: readonly string[]): string[] {
  const begins = (block: string) => block.trimStart().slice(0, 6);
  const own: string[] = [];
  for (const block of narrow) {
    const next = wide[own.length];
    if (next !== undefined && begins(next) === begins(block)) own.push(block);
    else own.push(`${own.pop() ?? ''}\n${block}`);
  }
  return own;
}

/** The headers of the figures of a block, over as many lines as they stand on, without their unit. */
function headersOf(block: string): Placed[] {
  const lines = block.split('\n');
  const rows = lines.findIndex((line) => / {2}[(-]?\d[\d,]*\.\d/.test(line));
  const byEnd = new Map<number, string>();
  for (const line of lines.slice(0, rows)) {
    for (const { 0: text, index } of line.matchAll(/\S+(?: \S+)*/g)) {
      const end = index + text.length;
      // What begins the line is a title or what labels are called.
      if (index > 0) byEnd.set(end, [byEnd.get(end), text].filter(Boolean).join(' '));
    }
  }
  return [...byEnd].map(([end, text]) => ({ text: text.replace(/ £/, ''), end }));
}

/** Where the columns end that a narrower form of a block says it leaves out; a name that no column has is an error. */
function endsLeftOut(block: string, narrow: string): Set<number> {
  const headers = headersOf(block).sort((one, other) => other.text.length - one.text.length || other.end - one.end);
  const ends = new Set<number>();
  for (const [, names = ''] of narrow.replace(/\s+/g, ' ').matchAll(/Left out at \d+ wide: (.*)/g)) {
    // A name may have a comma in it: the longest that fits is the one; of two alike the last goes first.
    for (let rest = `, ${names}`; rest.startsWith(', '); ) {
      const begins = (text: string) => [', ', '.'].some((after) => rest.startsWith(`, ${text}${after}`));
      const header = headers.find(({ text, end }) => begins(text) && !ends.has(end));
      if (header === undefined) throw new Error(`left out, and no column: ${rest}`);
      ends.add(header.end);
      rest = rest.slice(2 + header.text.length);
    }
  }
  return ends;
}

/** The amounts of a block that another form of it neither shows nor leaves out with their column, which it names. */
function hidden(block: string, narrow: string): string[] {
  const words = new Set(narrow.split(/[^\d,.]+/).map((word) => word.replace(/[,.]+$/, '')));
  const isRounded = /, to £1|Amounts to £1\./.test(narrow.replace(/\s+/g, ' '));
  const ends = endsLeftOut(block, narrow);
  return block
    .split('\n')
    .flatMap(placedAmountsOf)
    .filter(({ end }) => !ends.has(end))
    .map(({ text }) => text)
    .filter((amount) => !words.has(amount) && !(isRounded && words.has(toThePound(amount))));
}

describe.each(widths)('at %s columns', (width) => {
  const all = Object.entries(funds).flatMap(([fund, commands]) => commands.map((command) => [fund, command] as const));
  test.each(all)('%s: %s has no longer line, and each figure or a word that it is left out', async (fund, command) => {
    const text = await textOf(fund, command, width);
    const lines = text.split('\n');
    expect(lines.length).toBeGreaterThan(3);
    // A seal or a name is there to be copied, and stands on a line of its own.
    const isOneWord = (line: string) => !line.trim().includes(' ');
    expect(lines.filter((line) => [...line].length > width && !isOneWord(line))).toEqual([]);
    const wide = (await wholeText(fund, command)).split('\n\n');
    const narrow = alongside(wide, text.split('\n\n'));
    expect(wide.flatMap((block, at) => hidden(block, narrow[at] ?? ''))).toEqual([]);
  });
});

describe('an amount that no column left out has', () => {
  const block = ['By body', 'Body  Owes, or may £  Spent £', 'KCC             1.10   (2.20)', 'It holds £3.30'].join(
    '\n',
  );

  test.each([
    ['By body\nBody  Owes, or may £\nKCC             1.10\nLeft out at 60 wide: Spent.', ['3.30']],
    ['By body\nBody\nKCC\nLeft out at 60 wide: Owes, or\n  may, Spent. It holds £3.30', []],
    ['By body\nBody  Spent £\nKCC    (2.20)\nLeft out at 60 wide: Spent. It holds £3.30', ['1.10']],
  ])('is hidden: %j', (narrow, amounts) => {
    expect(hidden(block, narrow)).toEqual(amounts);
  });

  test('nor is a column left out that there is none of', () => {
    expect(() => hidden(block, 'Left out at 60 wide: Received.')).toThrow('Received');
  });
});
