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

/** Amounts in pounds and pence, without signs, which may be words. */
function amountsOf(text: string): string[] {
  return [...text.matchAll(/\d[\d,]*\.\d\d(?![\d%m])/g)].map(([amount]) => amount);
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

/** The amounts of a block that another form of it neither shows nor says that it leaves out. */
function hidden(block: string, narrow: string): string[] {
  if (/Left out at \d+ wide: /.test(narrow)) return [];
  const words = new Set(narrow.split(/[^\d,.]+/).map((word) => word.replace(/[,.]+$/, '')));
  const isRounded = /, to £1|Amounts to £1\./.test(narrow.replace(/\s+/g, ' '));
  return amountsOf(block).filter((amount) => !words.has(amount) && !(isRounded && words.has(toThePound(amount))));
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
