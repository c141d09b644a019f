import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { comparisonResultSchema } from '../../src/statement/comparison-schema.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture, temporaryFolder } from '../support/fund-folder.js';

const kent = fixture('kent-2015-16');
const links = `successors:
  - { code: 91Q, successor: QKS }

`;

/** Kent's plan with one integrated care board in the place of its seven CCGs; with the links that its agreement declares. */
async function underOneBoard(declared: string): Promise<FundFolder> {
  const folder = await temporaryFolder();
  const last = await FundFolder.copyOf('kent-2015-16');
  await last.edit('agreement.yaml', 'groups:', `${links}groups:`);
  // Schemes keep their codes and their schedules are one, so that the codes of each CCG stay apart.
  const { exitCode, stderr } = await bcf(['init', 'now', '--from', last.path, '--follow-successors'], { cwd: folder });
  expect(exitCode, stderr).toBe(0);
  const now = new FundFolder(join(folder, 'now'));
  const text = await now.read('agreement.yaml');
  await now.write('agreement.yaml', text.replace(links, declared));
  return now;
}

async function byPartner(from: string, to: string) {
  const { stdout } = await bcf(['diff', from, to, '--by', 'partner', '--json']);
  return comparisonResultSchema.parse(JSON.parse(stdout).result);
}

describe('a chain of successors is followed to its end', () => {
  test('init puts the last of it in the place of the first', async () => {
    const now = await underOneBoard(links);
    const text = await now.read('agreement.yaml');
    expect(text).toContain('partner: QKS, source: ccg-minimum, amount: 90764000');
    expect(text).not.toMatch(/code: (09C|91Q), scheme/);
    expect(await now.read('plan.csv')).not.toContain('09C');
    expect((await bcf(['check', now.path])).exitCode).toBe(0);
  });

  test.each([['known to the later agreement', links]])(
    'diff matches the seven with the one: %s',
    async (_whose, declared) => {
      const now = await underOneBoard(declared);
      const { lines, summary } = await byPartner(kent, now.path);
      expect(summary).toMatchObject({ added: 0, removed: 0, same: 2 });
      expect(lines.find(({ key }) => key === 'QKS')).toMatchObject({ status: 'same', from: '90764000.00' });
    },
  );

  test('diff matches them too where the first agreement knows, and each figure is explained', async () => {
    const now = await underOneBoard('');
    const last = await FundFolder.copyOf('kent-2015-16');
    expect((await byPartner(kent, now.path)).summary).toMatchObject({ added: 1, removed: 7 });
    await last.edit('agreement.yaml', 'groups:', `${links}groups:`);
    expect((await byPartner(last.path, now.path)).summary).toMatchObject({ added: 0, removed: 0 });
    const { stdout, exitCode } = await bcf([
      'trace',
      'diff[by=partner].lines[QKS].from',
      last.path,
      now.path,
      '--depth',
      '1',
    ]);
    expect([exitCode, stdout.includes('90,764,000.00')]).toEqual([0, true]);
  });

  test('init without --follow-successors names the end of the chain, and takes a partner that stands there', async () => {
    const last = await FundFolder.copyOf('kent-2015-16');
    await last.edit('agreement.yaml', 'groups:', `${links}groups:`);
    const { stdout } = await bcf(['init', 'now', '--from', last.path], { cwd: await temporaryFolder() });
    expect(stdout.replace(/\s+/g, ' ')).toContain('QKS in place of 09C, 09E, 09J, 10A, 10D, 10E, 99J');
  });

  test('a row of the last of the chain is named as what it is', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.edit('agreement.yaml', 'groups:', `${links}groups:`);
    await fund.edit('ledgers/forecast-kcc.csv', 'Q1,09C,KCC', 'Q1,QKS,KCC');
    const { stderr, exitCode } = await bcf(['check', fund.path]);
    expect([exitCode, stderr.includes('[BCF3408]'), stderr.includes('QKS is the successor of 09C')]).toEqual([
      2,
      true,
      true,
    ]);
  });
});

describe('a chain that is none', () => {
  test.each([
    [
      'a circle',
      '  - { code: 91Q, successor: QKS }\n  - { code: QKS, successor: 91Q }\n',
      'BCF1040',
      '91Q → QKS → 91Q',
    ],
    ['a body of itself', '  - { code: QKS, successor: QKS }\n', 'BCF1040', 'QKS → QKS'],
    ['a circle through a partner', '  - { code: 91Q, successor: 09C }\n', 'BCF1040', '09C → 91Q → 09C'],
    ['two of one body', '  - { code: 09C, successor: QKS }\n', 'BCF1041', '09C has a successor already: 91Q'],
  ])('%s is an error of the agreement', async (_what, list, code, words) => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    await fund.edit('agreement.yaml', 'groups:', `successors:\n${list}\ngroups:`);
    const { stderr, exitCode } = await bcf(['reconcile', fund.path]);
    expect(exitCode).toBe(3);
    expect(stderr.match(/\[BCF\d+\]/g)).toEqual([`[${code}]`]);
    expect(stderr).toContain(words);
  });
});
