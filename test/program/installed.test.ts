import { execFileSync, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { schemaNames } from '../../src/commands/schema-names.js';
import { performanceDocumentSchema, reconciliationDocumentSchema } from '../../src/statement/document-schema.js';
import { FundFolder, fixture, temporaryFolder } from '../support/fund-folder.js';

const bcf = inject('bcfProgram');

function installed(args: readonly string[], options: { cwd?: string; environment?: Record<string, string> } = {}) {
  // As wide as a line may be, so that words stand where they are looked for.
  const env = { PATH: process.env.PATH, COLUMNS: '200', ...options.environment };
  return spawnSync(bcf, args, { encoding: 'utf8', cwd: options.cwd, env, maxBuffer: 1 << 26 });
}

/** A command line of the shell, with the program as $BCF. */
function shell(command: string, cwd?: string) {
  return spawnSync('bash', ['-o', 'pipefail', '-c', command], {
    encoding: 'utf8',
    cwd,
    env: { PATH: process.env.PATH, COLUMNS: '200', BCF: bcf },
    maxBuffer: 1 << 26,
  });
}

const ansi = '\u001b[';

describe('the packed and installed program: exit codes', () => {
  test('0: Kent reconciles, in silence on stderr', () => {
    const { stdout, stderr, status } = installed(['reconcile', fixture('kent-2015-16')]);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'Reconciled: £101,404,000.00 in = £101,404,000.00 applied; 0 breaches, 0 warnings. Plan only: nothing received or spent yet',
    );
    expect(status).toBe(0);
  });

  test('0: FUND is the folder you stand in', () => {
    expect(installed(['reconcile'], { cwd: fixture('kent-2015-16') }).status).toBe(0);
  });

  test('0 and 2: a file that is not in the fund yet, as it is and spoiled; a table of its codes into a pipe', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    const plan = await fund.read('plan.csv');
    await fund.write('incoming/plan.csv', plan);
    const preview = ['preview', 'incoming/plan.csv', '.', '--as', 'plan'];
    const read = installed(preview, { cwd: fund.path });
    expect([read.stderr, read.status]).toEqual(['', 0]);
    expect(read.stdout.trimEnd().split('\n').at(-1)).toBe('44 rows would be read, £101,404,000.00');
    const mapped = installed(['map', ...preview.slice(1), '--by', 'heading'], { cwd: fund.path });
    expect(mapped.stdout).toMatch(/^heading,/);
    expect(mapped.status).toBe(0);
    await fund.write('incoming/plan.csv', plan.replace('care-act', 'care-atc'));
    expect(installed(preview, { cwd: fund.path }).status).toBe(2);
  });

  test('1: an imbalance', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    await fund.edit('plan.csv', '307000', '307001');
    expect(installed(['reconcile', fund.path]).status).toBe(1);
  });

  test('2: an unusable row, a bad option, no folder', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    await fund.edit('plan.csv', 'care-act', 'care-atc');
    const { stdout, stderr, status } = installed(['reconcile', fund.path]);
    expect(stdout).toBe('');
    expect(stderr).toContain('plan.csv:9, column C (heading)');
    expect(stderr).toContain('did you mean “care-act”?');
    expect(status).toBe(2);
    expect(installed(['reconcile', '--as-at', 'Q5']).status).toBe(2);
    expect(installed(['reconcile', fixture('nowhere')]).status).toBe(2);
    expect(installed([]).status).toBe(2);
  });

  test.each(['performance', 'variance', 'settle'])(
    '%s: 0 clean, 1 a finding, 2 bad input, and JSON in a pipe',
    async (command) => {
      const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
      expect(installed([command, fund.path]).status).toBe(0);
      const piped = shell(
        `"$BCF" ${command} . --json | node -e 'JSON.parse(require("fs").readFileSync(0, "utf8"))'`,
        fund.path,
      );
      expect(piped.status).toBe(0);
      const target = join(await temporaryFolder(), 'report.csv');
      expect(installed([command, fund.path, '--output', target]).stdout).toBe('');
      expect(await readFile(target, 'utf8')).toMatch(/^\ufeff?(table,)?fund,year,as_at,/);

      // More performance money than was earned, a district above its allocation, a balance that disagrees.
      await fund.edit('ledgers/contributions-ccgs.csv', '"68,515.79"', '"68,515.80"');
      await fund.append(
        'ledgers/expenditure-districts.csv',
        '2016-03-30,KCC,districts,disabled-facilities-grant,disabled-facilities-grant,,dover,99999.00,Z1,\n',
      );
      await fund.edit('ledgers/balances.csv', '"210,436.17",0.00', '"210,436.18",0.00');
      expect(installed([command, fund.path]).status).toBe(1);

      await fund.edit('ledgers/activity.csv', '2755', '27.55');
      const { status, stdout, stderr } = installed([command, fund.path]);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('ledgers/activity.csv:2, column E (actual)');
    },
  );

  test('what if, from the shell', () => {
    const { status, stdout } = installed([
      'performance',
      fixture('kent-2015-16-illustrative'),
      '--as-at',
      'Q2',
      '--what-if',
      '*=-3.5%',
      '--json',
    ]);
    expect(status).toBe(0);
    const { result } = performanceDocumentSchema.parse(JSON.parse(stdout));
    expect(result?.whatIf?.partners.map(({ byYearEnd }) => byYearEnd?.payment)).not.toContain(undefined);
  });

  test('3: the agreement is invalid', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    await fund.edit('agreement.yaml', 'host: KCC', 'host: KC');
    expect(installed(['reconcile', fund.path]).status).toBe(3);
  });

  test('70: a fault of bcf is a sentence and a report, not a bare stack', async () => {
    const sabotage = join(await temporaryFolder(), 'sabotage.cjs');
    await writeFile(sabotage, "require('node:crypto').createHash = () => { throw new Error('sabotaged'); };\n");
    const { stdout, stderr, status } = installed(['reconcile', fixture('kent-2015-16')], {
      environment: { NODE_OPTIONS: `--require ${sabotage}` },
    });
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^This is a fault of bcf, not of your files\./);
    expect(stderr).toContain('sabotaged');
    expect(status).toBe(70);
  });

  test('130: interrupted in the middle of a long ledger', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const rows = Array.from(
      { length: 300_000 },
      (_, index) => `2015-05-01,99J,99J,schemes,ccg-minimum,,,0.01,I${index},\n`,
    );
    const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note\n';
    await fund.write('ledgers/expenditure-long.csv', header + rows.join(''));
    const { stdout, status } = shell(`timeout --preserve-status -s INT 0.8 "$BCF" reconcile ${fund.path}`);
    expect([stdout, status]).toEqual(['', 130]);
  });
});

describe('the packed and installed program: streams', () => {
  test('more than 64 KiB of JSON comes whole through a pipe, and is valid', () => {
    const { stdout, status } = shell(`"$BCF" reconcile ${fixture('kent-2015-16-illustrative')} --json | cat`);
    expect(Buffer.byteLength(stdout)).toBeGreaterThan(64 * 1024);
    expect(reconciliationDocumentSchema.parse(JSON.parse(stdout)).result?.conclusion.reconciled).toBe(true);
    expect(status).toBe(0);
  });

  test('the exit code survives a pipe', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    await fund.edit('plan.csv', '307000', '307001');
    expect(shell(`"$BCF" reconcile ${fund.path} --json | cat > /dev/null`).status).toBe(1);
  });

  test('a reader that closes early is no fault', () => {
    const { stderr } = shell(`"$BCF" reconcile ${fixture('kent-2015-16-illustrative')} --json | head -c 10`);
    expect(stderr).not.toContain('EPIPE');
    expect(stderr).not.toContain('fault of bcf');
  });

  test('no colour into a pipe; colour where it is asked for, and NO_COLOR goes before a terminal', () => {
    const kent = fixture('kent-2015-16');
    expect(installed(['reconcile', kent]).stdout).not.toContain(ansi);
    expect(installed(['--color', 'always', 'reconcile', kent]).stdout).toContain(ansi);
    expect(installed(['reconcile', kent], { environment: { FORCE_COLOR: '1' } }).stdout).toContain(ansi);
    const inTerminal = (variables: string) =>
      execFileSync('script', ['-qec', `${variables} ${bcf} reconcile ${kent}`, '/dev/null'], { encoding: 'utf8' });
    expect(inTerminal('env -u NO_COLOR TERM=xterm')).toContain(ansi);
    expect(inTerminal('env NO_COLOR=1 TERM=xterm')).not.toContain(ansi);
    expect(inTerminal('env -u NO_COLOR TERM=dumb')).not.toContain(ansi);
  });

  test('an output longer than the terminal goes through the pager, unless it fits, is a pipe or is not wanted', () => {
    const kent = fixture('kent-2015-16');
    const inTerminal = (rows: number, command: string) =>
      execFileSync('script', ['-qec', `stty rows ${rows} cols 100; ${command}`, '/dev/null'], { encoding: 'utf8' });
    const [verdict, pager] = ['Reconciled: £101,404,000.00 in', "env PAGER='sed s/^/paged:/' TERM=xterm NO_COLOR=1"];
    expect(inTerminal(20, `${pager} ${bcf} reconcile ${kent}`)).toContain(`paged:${verdict}`);
    expect(inTerminal(90, `${pager} ${bcf} reconcile ${kent}`)).not.toContain('paged:');
    expect(inTerminal(20, `${pager} ${bcf} --no-pager reconcile ${kent}`)).not.toContain('paged:');
    expect(inTerminal(20, `${pager} ${bcf} reconcile ${kent} | cat`)).not.toContain('paged:');
    // A pager that is not there, and one that is left at once.
    expect(inTerminal(20, `env PAGER=no-such-pager TERM=xterm NO_COLOR=1 ${bcf} reconcile ${kent}`)).toContain(verdict);
    expect(inTerminal(20, `env PAGER=true TERM=xterm ${bcf} reconcile ${kent}; echo exit $?`)).toContain('exit 0');
  });

  test('a workbook goes into a pipe, and never to a terminal', () => {
    const workbook = `${bcf} workbook ${fixture('kent-2015-16')} --output -`;
    const inTerminal = (command: string) =>
      execFileSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8' });
    const refused = inTerminal(`env NO_COLOR=1 TERM=xterm ${workbook}; echo exit $?`);
    expect(refused).toContain('error[BCF0052]');
    expect(refused).toContain('exit 2');
    expect(refused).not.toContain('PK');
    expect(inTerminal(`${workbook} | head -c 2`)).toContain('PK');
    expect(installed(['workbook', fixture('kent-2015-16'), '--output', '-']).stdout.startsWith('PK')).toBe(true);
  });

  test('the same input gives the same bytes, whatever the locale and the time zone', () => {
    const print = (environment: Record<string, string>) =>
      installed(['reconcile', fixture('kent-2015-16-illustrative'), '--json'], { environment }).stdout;
    expect(print({ LANG: 'de_DE.UTF-8', LC_ALL: 'C', TZ: 'Pacific/Auckland' })).toBe(print({ TZ: 'Europe/London' }));
  });
});

describe('the packed and installed program: --output', () => {
  test('writes the file whole, and nothing else in its folder', async () => {
    const folder = await temporaryFolder();
    const { stdout, status } = installed(['reconcile', fixture('kent-2015-16'), '--json', '--output', 'kent.json'], {
      cwd: folder,
    });
    expect([stdout, status]).toEqual(['', 0]);
    expect(await readdir(folder)).toEqual(['kent.json']);
    expect(JSON.parse(await readFile(join(folder, 'kent.json'), 'utf8'))).toHaveProperty(
      'format',
      'bcf.reconciliation',
    );
  });

  test('a device is refused and left what it is; a full one behind a pipe is exit code 2, not a stack', () => {
    const kent = fixture('kent-2015-16');
    const refused = installed(['reconcile', kent, '--output', '/dev/null']);
    expect([refused.stderr.includes('it is a device or a pipe'), refused.status]).toEqual([true, 2]);
    const full = shell(`"$BCF" reconcile ${kent} > /dev/full`);
    expect(full.stderr).toContain('bcf: the output could not be written (ENOSPC)');
    expect(full.stderr).not.toContain('    at ');
    expect(full.status).toBe(2);
  });

  test('a file that cannot be written is named, and what was there stays', async () => {
    const folder = await temporaryFolder();
    const before = join(folder, 'before.txt');
    await writeFile(before, 'before');
    const { stderr, status } = installed(['reconcile', fixture('kent-2015-16'), '--output', join(before, 'x.txt')]);
    expect(stderr).toContain('cannot write');
    expect(status).toBe(2);
    expect([await readdir(folder), await readFile(before, 'utf8')]).toEqual([['before.txt'], 'before']);
  });
});

test('the package brings the JSON Schemas that `bcf schema` prints', async () => {
  const shipped = join(dirname(realpathSync(bcf)), '../schemas');
  expect(await readdir(shipped)).toEqual(schemaNames.map((name) => `${name}.schema.json`).sort());
  expect(await readFile(join(shipped, 'agreement.schema.json'), 'utf8')).toBe(installed(['schema']).stdout);
});
