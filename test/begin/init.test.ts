import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture, temporaryFolder } from '../support/fund-folder.js';

const illustrative = fixture('kent-2015-16-illustrative');

async function reconciled(folder: string) {
  const { stdout } = await bcf(['reconcile', folder, '--json']);
  return JSON.parse(stdout).result;
}

async function begun(...args: readonly string[]): Promise<FundFolder> {
  const folder = await temporaryFolder();
  const { exitCode, stderr } = await bcf(['init', 'new', ...args], { cwd: folder });
  expect(exitCode, stderr).toBe(0);
  return new FundFolder(join(folder, 'new'));
}

describe('a fund from nothing', () => {
  test('passes its check without a warning, and reconciles', async () => {
    const fund = await begun();
    const check = await bcf(['check', fund.path]);
    expect([check.exitCode, check.stderr]).toEqual([0, '']);
    expect((await bcf(['check', fund.path, '--quiet'])).stdout).toBe('');
    const reconcile = await bcf(['reconcile', fund.path]);
    expect([reconcile.exitCode, reconcile.stderr]).toEqual([0, '']);
  });

  test('says that its figures are made up until a person says that they are not', async () => {
    const fund = await begun('--name', 'Ours: "own"', '--year', '2027/28');
    expect((await bcf(['reconcile', fund.path])).stdout).toMatch(/^Ours: "own", 2027\/28\n.*\nILLUSTRATIVE/);
    await fund.edit('agreement.yaml', 'provenance: illustrative', 'provenance: own');
    expect((await bcf(['reconcile', fund.path])).stdout).not.toContain('ILLUSTRATIVE');
  });

  test('asks for a person’s own at every block of the agreement', async () => {
    const fund = await begun();
    const paragraphs = (await fund.read('agreement.yaml')).split('\n\n').slice(1);
    expect(paragraphs.length).toBeGreaterThan(9);
    for (const paragraph of paragraphs) {
      if (!paragraph.startsWith('unit:')) expect(paragraph).toContain('FILL IN');
    }
    expect(await fund.read('README.txt')).toContain('FILL IN');
  });

  test('its schema is the one that bcf prints, and its first line names it', async () => {
    const fund = await begun();
    expect(await fund.read('agreement.schema.json')).toBe((await bcf(['schema'])).stdout);
    expect((await fund.read('agreement.yaml')).split('\n')[0]).toBe(
      '# yaml-language-server: $schema=agreement.schema.json',
    );
  });
});

describe('a fund from the one of last year', () => {
  test.each([[[]], [['--follow-successors']]])('conserves money and passes its check %j', async (more) => {
    const fund = await begun('--from', illustrative, ...more);
    const [last, now] = [await reconciled(illustrative), await reconciled(fund.path)];
    expect(now.fundBalance.broughtForward).toBe(last.fundBalance.balance);
    expect(now.fundBalance.broughtForward).toBe('476340.90');
    expect(now.flowOfFunds.totals.sources.plan).toEqual(last.flowOfFunds.totals.sources.plan);
    expect((await bcf(['check', fund.path])).exitCode).toBe(0);
  });

  test('brings each part of the pool forward to its own', async () => {
    const fund = await begun('--from', illustrative);
    const partsOf = (result: { fundBalance: { parts: Record<string, string>[] } }, amount: string) =>
      result.fundBalance.parts
        .filter((part) => part[amount] !== '0.00')
        .map((part) => [part.pool, part.partner, part.source, part.purpose, part[amount]]);
    const [last, now] = [await reconciled(illustrative), await reconciled(fund.path)];
    expect(partsOf(now, 'broughtForward')).toEqual(partsOf(last, 'balance'));
  });

  test('changes no other byte of the agreement', async () => {
    const fund = await begun('--from', illustrative);
    // The note is of last year's paper, and is written anew.
    const withoutNote = (text: string) => text.replace(/^ {2}note:(?: >-?\n(?: {4}.*\n)+| .*\n)/m, '');
    const now = withoutNote(await fund.read('agreement.yaml'))
      .replace(/^# (FILL IN|The forms).*\n/gm, '')
      .replace(/ {3}# FILL IN.*/g, '');
    const last = withoutNote(await readFile(join(illustrative, 'agreement.yaml'), 'utf8'));
    const changed = last.split('\n').filter((line, index) => line !== now.split('\n')[index]);
    expect(now.split('\n').length).toBe(last.split('\n').length);
    expect(changed.map((line) => line.trim().slice(0, 24))).toEqual([
      '# yaml-language-server: ',
      'year: 2015/16',
      '- { quarter: Q1, due: 20',
      '- { quarter: Q2, due: 20',
      '- { quarter: Q3, due: 20',
      '- { quarter: Q4, due: 20',
    ]);
  });

  test('says what is brought forward, kind by kind, and that the year is not closed', async () => {
    const folder = join(await temporaryFolder(), 'next');
    const { stdout } = await bcf(['init', folder, '--from', illustrative]);
    const words = stdout.replace(/\s+/g, ' ');
    expect(words).toContain('Brought forward: £476,340.90');
    expect(words).toContain('Of it £686,777.07 held, not spent.');
    expect(words).toContain(
      'Of it £210,436.17 spent above what was allotted, to be paid in: the receipt says variance 2015/16',
    );
    const opening = await readFile(join(folder, 'ledgers/opening.csv'), 'utf8');
    expect(opening).toContain('kent,,99J,ccg-minimum,KCC,balance,40118.40,');
    expect(opening.match(/disabled-facilities-grant,[a-z-]+,balance/g)).toHaveLength(12);
    expect(words).toContain('2015/16 is not closed, so its figures can still move');
    expect(await readFile(join(folder, 'agreement.yaml'), 'utf8')).toContain(
      'Rolled forward from 2015/16, and not yet agreed for 2016/17.',
    );
  });

  test('marks the plan for review, and what was published as no longer so', async () => {
    const fund = await begun('--from', fixture('kent-2015-16'));
    expect(await fund.read('plan.csv')).not.toContain('stated');
    expect((await fund.read('plan.csv')).match(/,derived$/gm)).toHaveLength(44);
    expect(await fund.read('agreement.yaml')).toContain('provenance: own');
    expect(await fund.read('agreement.yaml')).not.toMatch(/^tables:/m);
    expect((await bcf(['check', fund.path])).exitCode).toBe(0);
    expect(await readdir(fund.path)).not.toContain('published');
  });

  test('a successor that is a partner takes over unasked', async () => {
    const last = await FundFolder.copyOf('kent-2015-16-illustrative');
    await last.edit(
      'agreement.yaml',
      'name: Swale CCG, kind: ccg, locality: NK, successor: 91Q',
      'name: Swale CCG, kind: ccg, locality: NK, successor: 09J',
    );
    const fund = await begun('--from', last.path);
    expect((await reconciled(fund.path)).fundBalance.broughtForward).toBe('476340.90');
    const agreement = await fund.read('agreement.yaml');
    expect(agreement).not.toContain('10D');
    expect(agreement).toContain('partner: 09J, source: ccg-minimum, amount: 21503000 }');
  });

  test('keeps units, names of columns and blocks of lines', async () => {
    const last = await FundFolder.copyOf('kent-2015-16-illustrative');
    const text = await last.read('agreement.yaml');
    await last.write(
      'agreement.yaml',
      text
        .replace(
          '{ kind: opening, files: ledgers/opening*.csv, unit: pounds }',
          '{ kind: opening, files: ledgers/opening*.csv, unit: £000, columns: { amount: Sum } }',
        )
        .replace(
          '{ kind: plan, files: plan.csv, unit: pounds }',
          '{ kind: plan, files: plan.csv, columns: { amount: Sum } }',
        )
        .replace(
          '  - { partner: 09E, source: ccg-minimum, amount: 12564000 }',
          '  - partner: 09E\n    source: ccg-minimum   # theirs\n    amount: 12564000',
        ),
    );
    await last.write('ledgers/opening.csv', 'pool,heading,partner,Sum\nkent,social-care-capital-grant,KCC,150\n');
    await last.write('plan.csv', (await last.read('plan.csv')).replace('amount', 'Sum (£)'));
    const fund = await begun('--from', last.path, '--follow-successors');
    expect(await fund.read('ledgers/opening.csv')).toContain(
      'kent,disabled-facilities-grant,KCC,disabled-facilities-grant,ashford,balance,36.56946,',
    );
    expect((await fund.read('plan.csv')).split('\n')[0]).toBe(
      'contributor,source,heading,applied_by,Sum (pounds),provenance',
    );
    expect((await reconciled(fund.path)).fundBalance.broughtForward).toBe('476340.90');
  });

  test.each([
    ['JSON', (text: string) => JSON.stringify(parseDocument(text, { schema: 'failsafe' }).toJS(), null, 2)],
    ['JSON on one line', (text: string) => JSON.stringify(parseDocument(text, { schema: 'failsafe' }).toJS())],
    ['a byte order mark and CRLF', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('an agreement with %s', async (_form, written) => {
    const last = await FundFolder.copyOf('kent-2015-16-illustrative');
    await last.write('agreement.yaml', written(await last.read('agreement.yaml')));
    const fund = await begun('--from', last.path);
    expect((await reconciled(fund.path)).fundBalance.broughtForward).toBe('476340.90');
    expect((await fund.read('agreement.yaml')).startsWith('# yaml-language-server')).toBe(true);
  });

  test('what a year leaves is not guessed before its end', async () => {
    const fund = await begun();
    const { stderr, exitCode } = await bcf(['init', 'next', '--from', fund.path], { cwd: join(fund.path, '..') });
    expect([exitCode, stderr.includes('[BCF0043]')]).toEqual([0, true]);
    expect(await readdir(join(fund.path, '..', 'next'))).not.toContain('ledgers');
  });

  test('last year’s faults are told, and nothing is made of them', async () => {
    const last = await FundFolder.copyOf('kent-2015-16-illustrative');
    await last.append('ledgers/opening.csv', 'kent,no-such-heading,KCC,1\n');
    const folder = await temporaryFolder();
    const { stderr, exitCode, stdout } = await bcf(['init', 'next', '--from', last.path], { cwd: folder });
    expect([exitCode, stdout, await readdir(folder)]).toEqual([2, '', []]);
    expect(stderr).toContain('ledgers/opening.csv:3');
    expect(stderr.trim().split('\n').at(-1)).toBe('Nothing was made.');
  });
});

describe('nothing is overwritten', () => {
  test.each(['plan.csv', '.hidden', 'ledgers'])('a folder that holds %s', async (name) => {
    const folder = await temporaryFolder();
    await (name === 'ledgers' ? mkdir(join(folder, name)) : writeFile(join(folder, name), 'mine'));
    const { exitCode, stderr } = await bcf(['init', folder]);
    expect([exitCode, stderr.includes('[BCF0040]'), await readdir(folder)]).toEqual([2, true, [name]]);
  });

  test.each([['a file'], ['a link to nothing'], ['no name']])('%s', async (what) => {
    const folder = await temporaryFolder();
    if (what === 'a file') await writeFile(join(folder, 'new'), 'mine');
    if (what === 'a link to nothing') await symlink(join(folder, 'nowhere'), join(folder, 'new'));
    const before = await readdir(folder);
    const { exitCode, stderr } = await bcf(['init', what === 'no name' ? ' ' : 'new'], { cwd: folder });
    expect([exitCode, stderr.includes('[BCF0041]'), await readdir(folder)]).toEqual([2, true, before]);
  });

  test('an empty folder that one stands in, or that a link leads to, is filled', async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    expect((await bcf(['init', '.'], { cwd: folder })).exitCode).toBe(0);
    expect((await bcf(['check', '.', '--quiet'], { cwd: folder })).exitCode).toBe(0);
    await mkdir(join(elsewhere, 'real'));
    await symlink('real', join(elsewhere, 'link'));
    expect((await bcf(['init', 'link'], { cwd: elsewhere })).exitCode).toBe(0);
    expect((await readdir(elsewhere)).sort()).toEqual(['link', 'real']);
    expect(await readdir(join(elsewhere, 'real'))).toContain('agreement.yaml');
  });
});

test('a form has the header by which its entry reads, also below a title, and the tables of codes are there', async () => {
  const fund = await begun('--from', fixture('kent-2015-16-exports'));
  const days = {
    'gl-09c.csv': 'Posting date',
    'dgs-half-1.txt': 'Posting date',
    'dgs-half-2.txt': 'Date posted',
    'xx-gl-09e.csv': 'GL_DATE',
    'skc-2015-16.csv': 'Value date',
    'west-kent-ytd-q1.csv': 'Effective date',
  };
  const cells: Readonly<Record<string, string>> = {
    'Cost centre': '401001',
    SEGMENT2: '401001',
    Account: '52110',
    SEGMENT3: '52110',
    Centre: '401002',
    Subjective: '52110',
    Budget: 'out-of-hospital',
    Scheme: '10A-S01',
    'D/C': 'D',
    Debit: '1.00',
    Credit: '',
    ACCOUNTED_CR: '',
    ACCOUNTED_DR: '1.00',
    Amount: '1.00',
    Value: '1.00',
    'Net (£000)': '-0.001',
  };
  for (const [name, day] of Object.entries(days)) {
    const [header = ''] = (await fund.read(`forms/${name}`)).replace(/^\uFEFF/, '').split('\n');
    const row = header
      .split(',')
      .map((column) => (column === day ? '12/06/2016' : (cells[column] ?? `${name} ${column}`)));
    expect([name, header.split(',').includes(day)]).toEqual([name, true]);
    await fund.write(`ledgers/${name}`, `${header}\n${row.join(',')}\n`);
  }
  const check = await bcf(['reconcile', fund.path, '--json']);
  const { inputs, diagnostics } = JSON.parse(check.stdout);
  const read = (path: string) => inputs.find((input: { path: string }) => input.path === path)?.rows;
  expect(diagnostics.filter((one: { class: string }) => one.class === 'input')).toEqual([]);
  expect(Object.keys(days).map((name) => read(`ledgers/${name}`))).toEqual(Object.keys(days).map(() => 1));
  expect(inputs.map(({ path }: { path: string }) => path)).toContain('maps/09c.csv');
});
