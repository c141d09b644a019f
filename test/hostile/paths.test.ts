import { execFileSync, spawn } from 'node:child_process';
import {
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryName } from '../../src/files/temporary.js';
import { isOfSystem, reasonOf } from '../../src/fund/system-error.js';
import { harmless } from '../../src/render/harmless.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { smallFund } from './spoiled-fund.js';

/** Files that a fund reads, and a command that reads them. */
const read: readonly (readonly [file: string, args: readonly string[]])[] = [
  ['agreement.yaml', ['reconcile', '.']],
  ['plan.csv', ['reconcile', '.']],
  ['schemes.csv', ['reconcile', '.']],
  ['ledgers/expenditure.csv', ['reconcile', '.']],
  ['controls.csv', ['check', '.']],
  ['pro-forma.csv', ['check', '.']],
  ['paper.csv', ['check', '.']],
  ['closes/0001.json', ['verify', '.']],
  ['agreement.yaml', ['init', 'new', '--from', '.']],
  ['ledgers/expenditure.csv', ['trace', '--from', 'ledgers/expenditure.csv:2', '.']],
  ['paper.csv', ['apportion', '100', '.', '--by', 'paper[amount]']],
  ['agreement.yaml', ['complete', 'words', '2', '=bcf', '=apportion', '=1', '=.', '=--among', '=']],
  ['package/datapackage.json', ['export', '.', '--to', 'datapackage', '--output', 'package']],
];

/** What may stand where a file belongs, and what is said of it. A pipe that was waited for would stop the test. */
const strange: readonly (readonly [what: string, make: (path: string) => Promise<void>, said: RegExp])[] = [
  [
    'a pipe',
    (path) => Promise.resolve(void execFileSync('mkfifo', [path])),
    /a device or a pipe|no data package|other files/,
  ],
  ['a link to a device', (path) => symlink('/dev/zero', path), /a link leads out|other files/],
  ['a link out of the folder', (path) => symlink('/etc/hostname', path), /a link leads out|other files/],
  ['a link to nothing', (path) => symlink('nowhere', path), /a link to something that is not there|other files/],
  ['a link to itself', (path) => symlink(path, path), /leads back to itself|other files/],
  [
    'a file too large',
    (path) => writeFile(path, '').then(() => truncate(path, 5e9)),
    /larger than (4 GiB|256 MiB|512 KiB)|other files/,
  ],
];

async function fundWithTable(): Promise<FundFolder> {
  const fund = await smallFund();
  await fund.edit(
    'agreement.yaml',
    'ledgers:\n',
    'tables:\n  - { code: paper, name: P, file: paper.csv, unit: pounds }\nledgers:\n',
  );
  await fund.write('paper.csv', 'line,amount\nx,1\n');
  await mkdir(join(fund.path, 'closes'));
  await mkdir(join(fund.path, 'package'));
  return fund;
}

describe('what is no file of the folder is refused, and nothing of it is shown', () => {
  for (const [what, make, said] of strange) {
    test.each(read)(`${what} as %s: %j`, async (file, args) => {
      const fund = await fundWithTable();
      await rm(join(fund.path, file), { force: true });
      await make(join(fund.path, file));
      const { stdout, stderr, exitCode } = await bcf(args, { cwd: fund.path });
      if (args[0] === 'complete') {
        expect(stdout).not.toContain('ccgs');
        return;
      }
      expect(stderr).toMatch(said);
      expect(exitCode).toBeGreaterThan(0);
      expect(exitCode).toBeLessThan(4);
      expect(stdout + stderr).not.toContain((await readFile('/etc/hostname', 'utf8')).trim() || '\0');
    });
  }

  test.each(['ledgers', 'closes'])('%s that is a link out of the folder is not listed', async (folder) => {
    const fund = await fundWithTable();
    const outside = await temporaryFolder();
    await writeFile(join(outside, 'secret.csv'), 'x\n');
    await rm(join(fund.path, folder), { recursive: true });
    await symlink(outside, join(fund.path, folder));
    const { stdout, stderr, exitCode } = await bcf(['check', '.'], { cwd: fund.path });
    expect(stderr).toContain('a link leads out of the fund folder');
    expect(stdout + stderr).not.toContain('secret');
    expect([1, 2]).toContain(exitCode);
  });

  test('links in the folder to files in it, and a link to the folder, are fine', async () => {
    const fund = await smallFund();
    const before = (await bcf(['reconcile', '.'], { cwd: fund.path })).stdout;
    await mkdir(join(fund.path, 'kept'));
    await writeFile(join(fund.path, 'kept/e.txt'), await readFile(join(fund.path, 'ledgers/expenditure.csv')));
    await fund.remove('ledgers/expenditure.csv');
    await symlink('../kept/e.txt', join(fund.path, 'ledgers/expenditure.csv'));
    const elsewhere = await temporaryFolder();
    await symlink(fund.path, join(elsewhere, 'fund'));
    expect((await bcf(['reconcile', 'fund'], { cwd: elsewhere })).stdout).toBe(before);
  });

  test('an agreement of very many aliases, or of very many blocks in blocks, is refused in words', async () => {
    const aliases = await FundFolder.of({ 'agreement.yaml': `a: &a x\nb: [${'*a, '.repeat(9_000)}*a]` });
    const blocks = await FundFolder.of({ 'agreement.yaml': `a: ${'['.repeat(9000)}` });
    expect((await bcf(['reconcile', '.'], { cwd: aliases.path })).stderr).toContain('it has more than 1000 aliases');
    expect((await bcf(['reconcile', '.'], { cwd: blocks.path })).stderr).toContain(
      'blocks stand in blocks more deeply',
    );
  });
});

describe('--output', () => {
  const statement = ['reconcile', '.', '--format', 'csv', '--output'];

  /** Names by which a file of the fund is reached. */
  const names: readonly (readonly [what: string, make: (fund: FundFolder) => Promise<string>])[] = [
    ['its own', () => Promise.resolve('plan.csv')],
    ['by a way round', () => Promise.resolve('./ledgers/../plan.csv')],
    ['a link', (fund) => symlink('plan.csv', join(fund.path, 'out.txt')).then(() => 'out.txt')],
    [
      'a link to a link',
      async (fund) => {
        await symlink('agreement.yaml', join(fund.path, 'one'));
        await symlink('one', join(fund.path, 'two'));
        return 'two';
      },
    ],
    [
      'a link from elsewhere',
      async (fund) => {
        const path = join(await temporaryFolder(), 'out.csv');
        await symlink(join(fund.path, 'plan.csv'), path);
        return path;
      },
    ],
    [
      'a hard link',
      (fund) => link(join(fund.path, 'ledgers/expenditure.csv'), join(fund.path, 'out.txt')).then(() => 'out.txt'),
    ],
    [
      'a folder that is a link',
      async (fund) => {
        const elsewhere = await temporaryFolder();
        await symlink(fund.path, join(elsewhere, 'there'));
        return join(elsewhere, 'there', 'ledgers', 'new.csv');
      },
    ],
    ['a new ledger', () => Promise.resolve('ledgers/expenditure-new.csv')],
  ];

  test.each(names)('a file of the fund is not overwritten by %s name', async (_what, make) => {
    const fund = await smallFund();
    const name = await make(fund);
    const before = await everyFile(fund);
    const { stderr, exitCode } = await bcf([...statement, name], { cwd: fund.path });
    expect(stderr).toContain('it is, or would be read as, a file of a fund');
    expect(exitCode).toBe(2);
    expect(await everyFile(fund)).toEqual(before);
  });

  test.each([
    ['the plan, by a schema', ['schema', 'agreement'], 'plan.csv'],
    ['a ledger, by a schema', ['schema', 'agreement'], 'ledgers/expenditure.csv'],
    ['what tells git to leave it', ['check', '.'], '.gitattributes'],
    ['its README', ['check', '.'], 'README.txt'],
  ])('no command overwrites %s', async (_what, args, name) => {
    const fund = await smallFund();
    await fund.write('.gitattributes', '* -text\n');
    await fund.write('README.txt', 'ours\n');
    const before = await everyFile(fund);
    const { stderr, exitCode } = await bcf([...args, '--output', name], { cwd: fund.path });
    expect([exitCode, stderr.includes('a file of a fund')]).toEqual([2, true]);
    expect(await everyFile(fund)).toEqual(before);
  });

  test.each(['plan.csv', 'ledgers/expenditure.csv', 'closes/0001.json', 'agreement.yaml'])(
    'a report of one fund does not overwrite %s of another',
    async (file) => {
      const [fund, other] = [await smallFund(), await smallFund()];
      const before = await everyFile(other);
      const { stderr, exitCode } = await bcf(['reconcile', fund.path, '--output', join(other.path, file)]);
      expect([exitCode, stderr.includes('BCF00')]).toEqual([2, true]);
      expect(await everyFile(other)).toEqual(before);
    },
  );

  const refused: readonly (readonly [what: string, make: (fund: FundFolder) => Promise<string>, said: string])[] = [
    [
      'a read-only file',
      async (fund) => {
        await fund.write('old.out', 'old');
        await chmod(join(fund.path, 'old.out'), 0o444);
        return 'old.out';
      },
      'it is read-only',
    ],
    ['a folder', () => Promise.resolve('ledgers'), 'it is a folder'],
    ['the name of a folder', () => Promise.resolve('new/'), 'it is the name of a folder'],
    [
      'a link to nothing',
      (fund) => symlink('nowhere', join(fund.path, 'x')).then(() => 'x'),
      'it is a link to something that is not there',
    ],
    [
      'a link to itself',
      (fund) => symlink('x', join(fund.path, 'x')).then(() => 'x'),
      'it is a link that leads back to itself',
    ],
    ['a device', () => Promise.resolve('/dev/null'), 'it is a device or a pipe'],
    [
      'a pipe',
      (fund) => Promise.resolve(void execFileSync('mkfifo', [join(fund.path, 'x')])).then(() => 'x'),
      'it is a device or a pipe',
    ],
    ['a name too long', () => Promise.resolve('x'.repeat(300)), 'its name is too long'],
    ['a part that is a file', () => Promise.resolve('plan.csv/x'), 'a part of its path is a file'],
  ];

  test.each(refused)('%s is refused, and left as it is', async (_what, make, said) => {
    const fund = await smallFund();
    const name = await make(fund);
    const { stderr, exitCode } = await bcf([...statement, name], { cwd: fund.path });
    expect(stderr).toContain(said);
    expect(exitCode).toBe(2);
    expect(await readdir(fund.path)).not.toContain('nowhere');
  });

  test('a file keeps its permissions, and a link stays a link', async () => {
    const fund = await smallFund();
    await fund.write('old.out', 'old');
    await chmod(join(fund.path, 'old.out'), 0o640);
    await symlink('old.out', join(fund.path, 'to-old'));
    expect((await bcf([...statement, 'to-old'], { cwd: fund.path })).exitCode).toBe(0);
    expect((await stat(join(fund.path, 'old.out'))).mode & 0o777).toBe(0o640);
    expect(await fund.read('old.out')).toContain('fund,year');
  });

  test('a new fund and a data package go through no link to nothing', async () => {
    const fund = await smallFund();
    await symlink('nowhere', join(fund.path, 'x'));
    const made = await bcf(['init', 'x'], { cwd: fund.path });
    expect(made.stderr).toContain('it is a link to something that is not there');
    const exported = await bcf(['export', '.', '--to', 'datapackage', '--output', 'x'], { cwd: fund.path });
    expect([made.exitCode, exported.exitCode]).toEqual([2, 2]);
  });
});

async function everyFile(fund: FundFolder): Promise<string[]> {
  const names = (await readdir(fund.path, { recursive: true })).sort();
  const isFile = async (name: string) => (await stat(join(fund.path, name))).isFile();
  return Promise.all(names.map(async (name) => `${name} ${(await isFile(name)) ? await fund.read(name) : ''}`));
}

describe('what the system refuses has words', () => {
  test('every code, known or not, and no bug', () => {
    for (const code of [
      'EACCES',
      'ENAMETOOLONG',
      'EFBIG',
      'ELOOP',
      'EMFILE',
      'ENOSPC',
      'EROFS',
      'EIO',
      'ESTALE',
      'EBUSY',
      'EWHATEVER',
    ]) {
      const error = Object.assign(new Error(code), { code, syscall: 'open' });
      expect(reasonOf(error)).toMatch(/^[a-z ’-]+( \(EWHATEVER\))?$/);
    }
    expect(isOfSystem(new TypeError('x'))).toBe(false);
    expect(() => reasonOf(new TypeError('a bug'))).toThrow('a bug');
  });

  test('a folder that may not be listed, read as another user where this one is root', async () => {
    const isRoot = process.getuid?.() === 0;
    const fund = await smallFund();
    await chmod(fund.path, 0o755);
    await chmod(join(fund.path, 'ledgers'), 0o700);
    // Of root the effective user is another for as long as bcf runs; of others the folder is shut.
    if (isRoot) process.seteuid?.(65534);
    else await chmod(join(fund.path, 'ledgers'), 0o000);
    try {
      const { stderr, exitCode } = await bcf(['reconcile', '.'], { cwd: fund.path });
      expect(stderr).toContain('the file cannot be read: you may not open it');
      expect(exitCode).toBe(2);
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(join(fund.path, 'ledgers'), 0o700);
    }
  });
});

describe('what an interrupted run left', () => {
  test('is swept by the next; of a run that goes on, and of another machine, nothing is', async () => {
    const fund = await smallFund();
    const out = join(fund.path, 'out');
    await mkdir(out);
    const mine = await temporaryName();
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.on('exit', resolve));
    const [, machine = ''] = /^\.([0-9a-f]{12})\./.exec(mine) ?? [];
    const left = `.${machine}.${gone.pid}.0123456789ab.bcf-tmp`;
    const others = `.ffffffffffff.${gone.pid}.0123456789ab.bcf-tmp`;
    const old = '.eeeeeeeeeeee.1.0123456789ab.bcf-tmp';
    const anybodys = '.notes.bcf-tmp';
    for (const name of [mine, left, others, old, anybodys]) await writeFile(join(out, name), 'x');
    const longAgo = new Date('2015-04-01');
    await utimes(join(out, old), longAgo, longAgo);
    await utimes(join(out, anybodys), longAgo, longAgo);
    expect((await bcf(['reconcile', '.', '--output', 'out/x.txt'], { cwd: fund.path })).exitCode).toBe(0);
    expect((await readdir(out)).sort()).toEqual([mine, others, anybodys, 'x.txt'].sort());
  });
});

test.each([
  '=1',
  '+1',
  '-1',
  '@x',
  '\t=1',
  '\r=1',
  ' =1',
  '\u00a0@x',
  '\uff1d1',
  '\uff0b1',
  '\uff0d1',
  '\uff20x',
  '\u3000\uff1d1',
])('a spreadsheet takes %j for no formula', (text) => {
  expect(harmless(text)).toMatch(/^'/);
  expect(harmless(`a${text}`)).not.toMatch(/^'/);
});
