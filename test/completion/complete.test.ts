import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleIds } from '../../src/agreement/rule-ids.js';
import { codes } from '../../src/diagnostics/catalogue.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture, temporaryFolder } from '../support/fund-folder.js';

const fixtures = fixture('');

/** What completes the word marked with | in a line, as the scripts of zsh, fish and PowerShell ask it. */
async function asked(line: string, cwd = fixtures): Promise<string[]> {
  const words = line.split(' ').slice(1);
  const at = words.findIndex((word) => word.includes('|'));
  const given = words.map((word) => `=${word.replace(/\|.*/, '')}`);
  const { stdout, stderr, exitCode } = await bcf(['complete', 'words', `=${at}`, ...given], { cwd });
  expect([stderr, exitCode]).toEqual(['', 0]);
  return stdout.trimEnd().split('\n');
}

async function valuesAt(line: string, cwd?: string): Promise<string[]> {
  return (await asked(line, cwd)).slice(1).map((one) => one.split('\t')[0] ?? '');
}

/** What bash is given in the place of a part of its line. */
async function bashReplies(before: string, part: string, behind = '', cwd = fixtures): Promise<string[]> {
  const { stdout } = await bcf(['complete', 'bash', `=${before}`, `=${behind}`, `=${part}`], { cwd });
  return stdout.trimEnd().split('\n').slice(1);
}

describe('what completes a word', () => {
  test('commands and topics, and nothing hidden', async () => {
    const { stdout } = await bcf(['help']);
    const [commands = ''] = stdout.split('\nTopics');
    const listed = [...commands.matchAll(/^ {2}([a-z]+) .*\S/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'bcf');
    expect(await valuesAt('bcf |')).toEqual(listed);
    expect(await valuesAt('bcf help |')).toEqual(expect.arrayContaining([...listed, 'exit-codes', 'figures']));
    expect(listed).not.toContain('complete');
  });

  test.each([
    ['bcf --color |', ['auto', 'always', 'never']],
    ['bcf reconcile --as-at |', ['Q1', 'Q2', 'Q3', 'Q4']],
    ['bcf reconcile --as-at=q2|', ['--as-at=Q2']],
    ['bcf diff --by l|', ['locality']],
    ['bcf diff --from forecast@|', ['forecast@Q1', 'forecast@Q2', 'forecast@Q3', 'forecast@Q4']],
    ['bcf report q|', ['quarterly']],
    ['bcf preview gl.csv --as exp|', ['expenditure']],
    ['bcf map gl.csv --as exp|', ['expenditure']],
    ['bcf close y|', ['year']],
    ['bcf close q|', ['Q1', 'Q2', 'Q3', 'Q4']],
    ['bcf schema per|', ['performance']],
    ['bcf completion |', ['bash', 'zsh', 'fish', 'powershell']],
    ['bcf check --format j|', ['json', 'junit']],
    ['bcf variance --ver|', ['--verbose']],
    ['bcf variance -|', expect.arrayContaining(['--as-at', '--verbose'])],
    ['bcf export --to h|', ['hledger']],
    ['bcf reconcile --verbose --ver|', ['']],
    ['bcf --color never apportion 5 kent-2015-16 --among |', ['ccgs', 'districts']],
    [
      'bcf apportion 5 --by | kent-2015-16',
      ['contributions', 'locality-spend', 'schedule', 'appendix-3', 'apportionment'],
    ],
    ['bcf performance --what-if 09| kent-2015-16', ['09C=', '09E=', '09J=']],
    [
      'bcf apportion plan.applied[heading=ca| kent-2015-16',
      ['plan.applied[heading=care-act]', 'plan.applied[heading=carers-breaks]'],
    ],
    [
      'bcf apportion plan.applied[heading=care-act;par| kent-2015-16',
      expect.arrayContaining(['plan.applied[heading=care-act;partner=09C]']),
    ],
    ['bcf apportion 5 kent-2015-16 --against appendix-3[line=Car|', ['appendix-3[line=Carers]']],
    ['bcf trace --from plan| kent-2015-16', ['plan.csv:']],
    ['bcf trace agreed.c| kent-2015-16', ['agreed.contribution', 'agreed.contribution[']],
    ['bcf nonsense |', expect.arrayContaining(['reconcile'])],
  ])('%s', async (line, expected) => {
    const found = await valuesAt(line);
    expect(found.length === 0 ? [''] : found).toEqual(expected);
  });

  test('every code, with its title', async () => {
    expect(await valuesAt('bcf explain BCF|')).toEqual([...codes]);
    expect(await valuesAt('bcf explain r|')).toEqual([...ruleIds]);
    expect((await asked('bcf explain BCF2104|'))[1]).toMatch(/^BCF2104\t\S/);
  });

  test('figures in stages, down to each with its amount', async () => {
    const fund = 'kent-2015-16-illustrative';
    expect((await asked(`bcf trace performance.part| ${fund}`))[0]).toBe('nospace');
    expect(await valuesAt(`bcf trace performance.part| ${fund}`)).toContain('performance.partners[partner=09C].');
    const [kind, last] = await asked(`bcf trace performance.partners[partner=09C].quarters[quarter=Q3].pay| ${fund}`);
    expect([kind, last]).toEqual([
      'words',
      'performance.partners[partner=09C].quarters[quarter=Q3].payment\t£65,536.84',
    ]);
    expect(await valuesAt(`bcf trace report.net.| ${fund}`)).toEqual(
      expect.arrayContaining(['report.net.surplus', 'report.net.carried-forward']),
    );
    expect(await valuesAt(`bcf trace --as-at Q2 diff[by=l| ${fund}`)).toEqual([
      'diff[by=locality;from=plan;to=forecast@Q2].lines[',
      'diff[by=locality;from=plan;to=forecast@Q2].totals.',
      'diff[by=locality;from=plan;to=forecast@Q2].summary.',
    ]);
  });

  test.each([
    ['bcf reconcile |', 'folders'],
    ['bcf init --from |', 'folders'],
    ['bcf trace --from plan.csv:2 |', 'folders'],
    ['bcf reconcile --output |', 'files'],
    ['bcf reconcile --output=|', 'files'],
  ])('%s is left to the shell: %s', async (line, kind) => {
    expect(await asked(line)).toEqual([kind]);
  });

  test('a fund that is missing or broken completes to nothing, in silence', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'broken'));
    await writeFile(join(folder, 'broken', 'agreement.yaml'), 'partners: [\n');
    const unreadable = await FundFolder.copyOf('kent-2015-16');
    await unreadable.write('plan.csv', 'nothing\n');
    for (const fund of ['nowhere', 'broken', '', unreadable.path]) {
      for (const line of [
        'trace perf|',
        'apportion 5 --by x --against plan|',
        'apportion 5 --among |',
        'trace --from x|',
      ]) {
        const found = await valuesAt(`bcf ${line} ${fund}`.trimEnd(), folder);
        if (fund !== unreadable.path) expect(found).toEqual([]);
      }
    }
    const { exitCode, stderr } = await bcf(['complete']);
    expect([exitCode, stderr]).toEqual([0, '']);
  });
});

describe('what bash is given', () => {
  const fund = ' kent-2015-16';

  test('a word with marks of the shell in quotes, all of them alike', async () => {
    const replies = await bashReplies('bcf apportion plan.appl', 'plan.appl', fund);
    expect(replies).toEqual(['"plan.applied"', '"plan.applied[']);
  });

  test('inside quotes the whole word, and no marks', async () => {
    const before = 'bcf apportion "plan.applied[heading=care-';
    expect(await bashReplies(before, 'plan.applied[heading=care-', fund)).toEqual(['plan.applied[heading=care-act]']);
  });

  test('behind a sign at which bash divides words, the rest alone', async () => {
    expect(await bashReplies('bcf reconcile --as-at=Q', 'Q')).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    expect(await bashReplies('bcf apportion plan.applied[heading=care-', 'care-', fund)).toEqual(['care-act\\]']);
  });

  test('words with blanks and backslashes before and behind the cursor are read as bash reads them', async () => {
    const own = await temporaryFolder();
    await mkdir(join(own, 'my fund'));
    await writeFile(
      join(own, 'my fund', 'agreement.yaml'),
      await (await FundFolder.copyOf('kent-2015-16')).read('agreement.yaml'),
    );
    for (const written of [' my\\ fund', ' "my fund"', " 'my fund' --json"]) {
      expect(await bashReplies('bcf apportion 5 --among cc', 'cc', written.replace('--among', ''), own)).toEqual([
        'ccgs',
      ]);
    }
  });
});
