import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFund } from '../../src/fund/open-fund.js';
import { checkFund } from '../../src/statement/check-fund.js';
import { FundFolder, fixture } from '../support/fund-folder.js';

/** A figure that stands in a file: where, and the last digit made one more (a 9 is made an 8). */
interface Slip {
  readonly file: string;
  readonly at: number;
  readonly digit: string;
}

const kent = fixture('kent-2015-16');
const isLegend = (file: string) => file.endsWith('appendix-4-pro-forma-lines.csv') || file.endsWith('.txt');
const tables = readdirSync(join(kent, 'published'))
  .map((name) => `published/${name}`)
  .filter((file) => !isLegend(file));

/** Every figure of a file: a field of a CSV, or an amount of the agreement, in its smallest printed unit. */
function slipsIn(file: string): Slip[] {
  const text = readFileSync(join(kent, file), 'utf8');
  const figure = file.endsWith('.yaml') ? /(?:amount|allocation): (\d+)/g : /(?:^|,)(-?\d+(?:\.\d+)?)(?=,|\r?$)/gm;
  const header = file.endsWith('.csv') ? text.indexOf('\n') : 0;
  return [...text.matchAll(figure)]
    .filter(({ index }) => index >= header)
    .map((match) => {
      const at = match.index + match[0].length - 1;
      return { file, at, digit: text.charAt(at) };
    })
    .filter((slip) => !isOrder(text, slip));
}

/** flow-of-funds.csv numbers its lines; the number is no figure. */
function isOrder(text: string, { file, at }: Slip): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at + 1);
  return file.endsWith('flow-of-funds.csv') && line.split(',').length === 2;
}

/** In controls.csv a tolerance is declared and not published, and a reason is words; what is expected and accepted counts. */
function controlSlips(): Slip[] {
  const text = readFileSync(join(kent, 'controls.csv'), 'utf8');
  return slipsIn('controls.csv').filter(({ at }) => {
    const start = text.lastIndexOf('\n', at) + 1;
    const before = text.slice(start, at + 1).replace(/"[^"]*"/g, 'quoted');
    return before.split(',').length !== 4 && !before.includes('"');
  });
}

/** Runs the check on a fund in which one file reads otherwise. */
async function isCaught(folder: FundFolder, file: string, text: string): Promise<boolean> {
  const whole = readFileSync(join(kent, file), 'utf8');
  await folder.write(file, text);
  const { fund, diagnostics } = await openFund(folder.path, folder.path, ['controls', 'tables', 'pro-forma']);
  const found = [...diagnostics, ...(fund === undefined ? [] : checkFund(fund).diagnostics)];
  await folder.write(file, whole);
  return found.some((one) => one.class !== 'warning');
}

test('money that another body applies, or another CCG pays, is caught in the plan and in the schedules', async () => {
  const folder = await FundFolder.copyOf('kent-2015-16');
  let tried = 0;
  const missed: string[] = [];
  for (const file of ['plan.csv', 'published/schedule.csv']) {
    const lines = readFileSync(join(kent, file), 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      for (const [code, other] of [
        [/,(KCC|09[CEJ]|10[ADE]|99J),(?=\d+,)/, ',09C,'],
        [/,(KCC|09[CEJ]|10[ADE]|99J),(?=\d+,)/, ',99J,'],
        [/^(09[CEJ]|10[ADE]|99J),/, '10A,'],
      ] as const) {
        const slipped = line.replace(code, other);
        if (slipped === line) continue;
        tried += 1;
        if (!(await isCaught(folder, file, lines.with(index, slipped).join('\n')))) missed.push(`${file}:${index + 1}`);
      }
    }
  }
  process.stdout.write(`one wrong body: ${tried - missed.length} caught of ${tried} tried\n`);
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(200);
});

test('one wrong digit anywhere in the tables, the plan, the schemes, the agreement or the controls is caught', async () => {
  const folder = await FundFolder.copyOf('kent-2015-16');
  const files = [...tables, 'plan.csv', 'schemes.csv', 'agreement.yaml'];
  const slips = [...files.flatMap(slipsIn), ...controlSlips()];
  const missed: Slip[] = [];
  for (const slip of slips) {
    const whole = readFileSync(join(kent, slip.file), 'utf8');
    const digit = slip.digit === '9' ? '8' : String(Number(slip.digit) + 1);
    const text = whole.slice(0, slip.at) + digit + whole.slice(slip.at + 1);
    if (!(await isCaught(folder, slip.file, text))) missed.push(slip);
  }
  process.stdout.write(`one wrong digit: ${slips.length - missed.length} caught of ${slips.length} tried\n`);
  expect(missed).toEqual([]);
  expect(slips.length).toBeGreaterThan(450);
});
