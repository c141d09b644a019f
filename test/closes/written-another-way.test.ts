import { execFileSync } from 'node:child_process';
import { rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { written } from '../property/fund-files.js';
import { smallFunds } from '../property/small-fund.js';
import { bcf } from '../support/bcf.js';
import { close, closedYear, verified } from '../support/closing.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { needs } from '../support/programs.js';
import { cellsOf, csvFilesOf, csvOf, saveInExcel } from '../support/saved-again.js';

const districts = 'ledgers/expenditure-districts.csv';
const kcc = 'ledgers/expenditure-kcc-q1.csv';

/** Nothing that is closed has moved; the codes that were told. */
async function told(fund: FundFolder): Promise<string[]> {
  const { result, diagnostics, exitCode } = await verified(fund);
  expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
  expect({ exitCode, rows: result.rows, figures: result.figures }).toEqual({ exitCode: 0, rows: [], figures: [] });
  expect(result.conclusion.verified).toBe(true);
  const files = result.rewritten.map(({ file }) => file);
  expect(new Set(files).size).toBe(files.length);
  return diagnostics.map(({ code }) => code);
}

describe('a fund that is opened and saved in Excel', () => {
  test('is the same to the penny: each file is told once, with its rows, and --strict makes it an error', async () => {
    const fund = await closedYear('Q1');
    await saveInExcel(fund, await csvFilesOf(fund));
    const codes = await told(fund);
    expect(new Set(codes)).toEqual(new Set(['BCF2630']));
    const { result } = await verified(fund);
    const opening = result.rewritten.find(({ file }) => file === 'ledgers/opening.csv');
    expect(opening).toEqual({ file: 'ledgers/opening.csv', rows: 1, how: ['amount', 'the header', 'the line ends'] });
    expect(result.rewritten.find(({ file }) => file === kcc)).toMatchObject({ rows: 69 });
    expect(result.rewritten.map(({ file }) => file)).toContain('controls.csv');
    expect(result.conclusion.message).toMatch(
      /^Verified: Q1 closed and unchanged; [\d,]+ rows in \d+ files are written/,
    );

    for (const command of ['reconcile', 'check']) expect((await bcf([command, fund.path])).exitCode).toBe(0);
    const strict = await verified(fund, '--strict');
    expect(strict.exitCode).toBe(1);
    expect(strict.result.conclusion.message).toMatch(
      /^Not verified: [\d,]+ rows in \d+ files are written another way$/,
    );
    expect(new Set(strict.diagnostics.map(({ code }) => code))).toEqual(new Set(['BCF2631']));
  });

  test('may be closed on: the next close takes the files as they are then', async () => {
    const fund = await closedYear('Q1');
    await saveInExcel(fund, await csvFilesOf(fund));
    expect((await close(fund, 'Q2')).exitCode).toBe(0);
    expect(await told(fund)).toEqual([]);
    await fund.edit(kcc, ',186483.89,', ',186483.98,');
    const { result } = await verified(fund);
    expect(result.rows).toMatchObject([{ change: 'changed', quarter: 'Q1', file: kcc, line: 2 }]);
  });

  test('and one amount of it changed: that row is named at its amount, the rest are not', async () => {
    const fund = await closedYear('Q1');
    await saveInExcel(fund, [kcc]);
    await fund.edit(kcc, ',186483.89,', ',186484.89,');
    const { result, diagnostics } = await verified(fund);
    expect(result.rows).toMatchObject([{ change: 'changed', file: kcc, line: 2 }]);
    expect(diagnostics.find(({ code }) => code === 'BCF2610')).toMatchObject({ file: kcc, line: 2, field: 'amount' });
    expect(result.rewritten).toMatchObject([{ file: kcc, rows: 68 }]);
  });

  test('of whatever making', async () => {
    let files = 0;
    for (const small of fc.sample(smallFunds, { seed: 20_150_410, numRuns: 25 })) {
      const fund = await written(small, { mix: 3, filesPerLedger: 2, unit: 'pounds' });
      const [, year = ''] = /year: (\d{4})/.exec(await fund.read('agreement.yaml')) ?? [];
      const signed = ['--on', `${year}-07-10`, '--with-differences', 'made up'];
      expect((await close(fund, 'Q1', ...signed)).exitCode).toBe(0);
      const all = await csvFilesOf(fund);
      await saveInExcel(fund, all);
      files += all.length;
      expect(new Set(await told(fund))).toEqual(new Set(['BCF2630']));
    }
    process.stdout.write(`saved in Excel: ${files} files of 25 made-up funds, every one verifies\n`);
  }, 60_000);
});

describe('a file that is written another way', () => {
  test.each<[string, string, (fund: FundFolder) => Promise<string | Buffer>]>([
    ['line ends', 'the line ends', async (fund) => (await fund.read(kcc)).replaceAll('\r\n', '\n')],
    ['no byte order mark', 'the encoding', async (fund) => (await fund.read(kcc)).replace('\ufeff', '')],
    ['UTF-16', 'the encoding', async (fund) => Buffer.from(await fund.read(kcc), 'utf16le')],
    ['semicolons', 'the header', async (fund) => csvOf(await cellsOf(fund, kcc), ';')],
    ['a sep= line', 'the header', async (fund) => `sep=;\r\n${csvOf(await cellsOf(fund, kcc), ';')}`],
    [
      'columns in another order',
      'the header',
      async (fund) => csvOf((await cellsOf(fund, kcc)).map((row) => [...row].reverse())),
    ],
    [
      'a column more, as for adjustments',
      'the header',
      async (fund) => csvOf((await cellsOf(fund, kcc)).map((row, index) => [...row, index === 0 ? 'adjusts' : ''])),
    ],
  ])('with %s: every row is counted', async (_what, how, change) => {
    const fund = await closedYear('Q1');
    await fund.write(kcc, await change(fund));
    expect(await told(fund)).toEqual(['BCF2630']);
    const [rewritten] = (await verified(fund)).result.rewritten;
    expect(rewritten?.rows).toBe(69);
    expect(rewritten?.how).toContain(how);
  });

  test.each<[string, (text: string) => string]>([
    ['a blank line at its end', (text) => `${text}\r\n`],
    ['rows in another order', (text) => reversed(text)],
  ])('with %s, and no row of it is', async (_what, change) => {
    const fund = await closedYear('Q1');
    await fund.write(kcc, change(await fund.read(kcc)));
    expect(await told(fund)).toEqual(['BCF2630']);
    const [rewritten] = (await verified(fund)).result.rewritten;
    expect(rewritten).toEqual({ file: kcc, rows: 0, how: ['blank lines, totals or the order of rows'] });
  });

  test('with other words in a note says how many', async () => {
    const fund = await closedYear('Q1');
    await fund.edit(districts, 'DFG-0001/1,', 'DFG-0001/1,paid to the builder');
    expect(await told(fund)).toEqual(['BCF2630']);
    expect((await verified(fund)).result.rewritten).toEqual([
      { file: districts, rows: 1, how: ['the words of 1 note'] },
    ]);
  });
});

function reversed(text: string): string {
  const [header, ...rows] = text.trimEnd().split('\r\n');
  return `${[header, ...rows.reverse()].join('\r\n')}\r\n`;
}

describe('a row that says the same elsewhere', () => {
  test('in another file of its ledger is told, with how many and where', async () => {
    const fund = await closedYear('Q1');
    const [header = [], first = [], second = [], ...rest] = await cellsOf(fund, kcc);
    await fund.write(kcc, csvOf([header, ...rest]));
    await fund.write('ledgers/expenditure-kcc-moved.csv', csvOf([header, first, second]));
    expect(new Set(await told(fund))).toEqual(new Set(['BCF2630']));
    const [moved] = (await verified(fund)).result.rewritten;
    expect(moved?.how).toContain('2 now in ledgers/expenditure-kcc-moved.csv');
  });

  test('in a file that has got another name', async () => {
    const fund = await closedYear('Q1');
    await rename(join(fund.path, kcc), join(fund.path, 'ledgers/expenditure-first-quarter.csv'));
    expect(await told(fund)).toEqual(['BCF2630']);
    expect((await verified(fund)).result.rewritten).toEqual([
      { file: kcc, rows: 69, how: ['69 now in ledgers/expenditure-first-quarter.csv'] },
    ]);
  });

  test('twice is one row too many', async () => {
    const fund = await closedYear('Q1');
    const [header = [], first = []] = await cellsOf(fund, kcc);
    await fund.write('ledgers/expenditure-kcc-again.csv', csvOf([header, first]));
    const { result, exitCode } = await verified(fund);
    expect(result.rows).toMatchObject([{ change: 'appeared', file: 'ledgers/expenditure-kcc-again.csv', line: 2 }]);
    // It counts once (BCF3071), and is new in a closed quarter all the same.
    expect(exitCode).toBe(1);
  });
});

describe('a correction', () => {
  test('may stand in the file of the row that it corrects, with its column', async () => {
    const fund = await closedYear('Q1');
    const [header = [], ...rows] = await cellsOf(fund, kcc);
    const row = '06/07/2015,09C,KCC,protection-of-social-care,ccg-minimum,,,-1.00,KCC-A1,a pound too much'.split(',');
    const all = [[...header, 'adjusts'], ...rows.map((cells) => [...cells, '']), [...row, 'KCC-0001/1']];
    await fund.write(kcc, csvOf(all));
    expect(await told(fund)).toEqual(['BCF2630']);
    expect((await verified(fund)).result.adjustments).toMatchObject([{ reference: 'KCC-A1', adjusts: 'KCC-0001/1' }]);
  });
});

describe('a file that ties the books out', () => {
  test('is changed where it says something else', async () => {
    const fund = await closedYear('Q1');
    await saveInExcel(fund, ['controls.csv']);
    expect(await told(fund)).toEqual(['BCF2630']);
    await fund.append('controls.csv', 'One more,plan.applied,1,,nowhere,\r\n');
    expect((await verified(fund)).diagnostics.map(({ code }) => code)).toEqual(['BCF2624']);
  });
});

describe('a header', () => {
  test('that makes other amounts of rows that stand to the letter is one finding', async () => {
    const [small] = fc.sample(smallFunds, { seed: 20_150_411, numRuns: 1 });
    if (small === undefined) throw new Error('no fund');
    const fund = await written(small);
    expect((await close(fund, 'Q1', '--with-differences', 'made up')).exitCode).toBe(0);
    await fund.edit('plan-a.csv', 'amount (£)', 'amount (£000)');
    const { result, diagnostics } = await verified(fund);
    expect(result.rows).toEqual([]);
    const header = diagnostics.filter(({ code }) => code === 'BCF2613');
    expect(header.map(({ message }) => message)).toEqual([
      expect.stringMatching(/and \d+ closed rows? under it says? something else/),
    ]);
    expect(result.conclusion.verified).toBe(false);
  });

  test('whose columns have changed places without their cells', async () => {
    const fund = await closedYear('Q1', 'Q2');
    await fund.edit('ledgers/virements.csv', 'from,to', 'to,from');
    const { diagnostics } = await verified(fund);
    expect(diagnostics.map(({ code }) => code)).toContain('BCF2613');
  });
});

describe('git, where files are handed out', () => {
  needs('git');

  test.each([
    ['on Windows, checked out with CRLF', 'true', false, true],
    ['on Windows, with .gitattributes', 'true', true, false],
    ['from Windows, checked in with LF', 'input', false, true],
    ['from Windows, with .gitattributes', 'input', true, false],
  ])('%s', async (_what, autocrlf, isKept, isTold) => {
    const fund = await closedYear('Q1', 'Q2');
    expect(await fund.read('.gitattributes')).toContain('\n* -text\n');
    if (!isKept) await fund.remove('.gitattributes');
    const git = (cwd: string, ...args: string[]) => {
      const own = ['-c', `core.autocrlf=${autocrlf}`, '-c', 'user.name=A', '-c', 'user.email=a@example.org'];
      return execFileSync('git', [...own, ...args], { cwd, stdio: 'pipe' });
    };
    git(fund.path, 'init', '--quiet');
    git(fund.path, 'add', '--all');
    git(fund.path, 'commit', '--quiet', '--message', 'closed');
    const copy = new FundFolder(join(await temporaryFolder(), 'copy'));
    git(fund.path, 'clone', '--quiet', fund.path, copy.path);
    expect((await copy.read('closes/0001.json')).includes('\r\n')).toBe(autocrlf === 'true' && !isKept);
    const codes = await told(copy);
    expect(new Set(codes)).toEqual(new Set(isTold ? ['BCF2630'] : []));
    const { result } = await verified(copy);
    expect(result.rewritten.some(({ file }) => file === 'closes/0002.json')).toBe(autocrlf === 'true' && isTold);
    expect((await close(copy, 'Q3')).exitCode).toBe(0);
    expect((await verified(copy)).result.conclusion.message).toMatch(/^Verified: Q1, Q2, Q3 closed and unchanged/);
  });
});

describe('what git is told', () => {
  test('a .gitattributes of the user’s own is left as it is, and that is said', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.write('.gitattributes', '*.xlsx binary\n');
    const { stderr, exitCode } = await close(fund, 'Q1');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('warning[BCF2634]');
    expect(await fund.read('.gitattributes')).toBe('*.xlsx binary\n');
    await fund.remove('.gitattributes');
    await symlink('/dev/zero', join(fund.path, '.gitattributes'));
    expect((await close(fund, 'Q2')).stderr).toContain('warning[BCF2634]');
    await fund.remove('.gitattributes');
    await fund.write('.gitattributes', '* text=auto -text\n');
    expect((await close(fund, 'Q3')).stderr).not.toContain('BCF2634');
  });

  test('bcf init tells git too, and says why', async () => {
    const folder = join(await temporaryFolder(), 'fund');
    const { stdout } = await bcf(['init', folder]);
    expect(stdout).toMatch(/\.gitattributes +with it git leaves line ends as they are/);
    expect(await new FundFolder(folder).read('.gitattributes')).toContain('\n* -text\n');
  });
});

test('a row that says something else is told once, and not on both streams', async () => {
  const fund = await closedYear('Q1');
  await fund.edit(kcc, '186,483.89', '186,484.89');
  const { stdout, stderr } = await bcf(['verify', '.'], { cwd: fund.path });
  expect(`${stdout}${stderr}`.split('was “06/04/2015,09C,KCC').length - 1).toBe(1);
  expect(stdout).not.toContain('186,484.89');
  expect(stdout).toContain(`  Q1: ${kcc}, changed: 1 row\n`);
});
