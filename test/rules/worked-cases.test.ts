import { describe, expect, test } from 'vitest';
import { ruleIds } from '../../src/agreement/rule-ids.js';
import { figureCases } from '../../src/rules/pages/figures.cases.js';
import { rulePages } from '../../src/rules/pages/pages.js';
import { rewrittenHeader, rewrittenRows } from '../../src/rules/pages/same-rows.cases.js';
import { copyOfBase } from '../support/base-fund.js';
import { bcf } from '../support/bcf.js';
import { close } from '../support/closing.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';

const cases = Object.entries(figureCases).flatMap(([rule, of]) => of.map((example) => ({ rule, ...example })));

test.each(cases)('$rule: $title', async ({ command, ledgers, figures }) => {
  const fund = await copyOfBase();
  for (const [file, text] of Object.entries(ledgers)) await fund.write(file, text);
  const { stdout } = await bcf([...command, '--names'], { cwd: fund.path });
  const amounts = new Map(
    [...stdout.matchAll(/^ *(\S+) {2}(\S+)$/gm)].map(([, amount = '', name = '']) => [name, amount]),
  );
  for (const { name, amount } of figures) expect([name, amounts.get(name)]).toEqual([name, amount]);
});

test.each(rewrittenRows)('R7: $title', async ({ was, now, saysTheSame }) => {
  const fund = await copyOfBase();
  await fund.write('ledgers/expenditure.csv', `${rewrittenHeader}\n${was}\n`);
  const accepted = ['--with-differences', 'made up'];
  expect((await close(fund, 'Q1', ...accepted)).exitCode).toBe(0);
  await fund.write('ledgers/expenditure.csv', `${rewrittenHeader}\n${now}\n`);
  expect((await bcf(['verify', '.'], { cwd: fund.path })).exitCode).toBe(saysTheSame ? 0 : 1);
});

describe('the page of a rule', () => {
  test.each(ruleIds)('%s names commands that there are, and comes in any case', async (id) => {
    for (const command of rulePages[id].shownBy) {
      const [name = ''] = command.split(' ');
      expect([command, (await bcf(['help', name])).exitCode]).toEqual([command, 0]);
    }
    const { stdout, exitCode } = await bcf(['explain', id.toLowerCase()]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${id}: ${rulePages[id].title}`);
  });

  test('of the fund where one stands: its clause', async () => {
    const fund = await copyOfBase();
    const { stdout } = await bcf(['explain', 'R1'], { cwd: fund.path });
    expect(stdout).toContain('  Example fund, 2015/16:\n    s75 schedule 1 (pool-balances)\n');
  });

  test('of an agreement without such a rule: none', async () => {
    const fund = await copyOfBase();
    const { stdout } = await bcf(['explain', 'R3', fund.path]);
    expect(stdout).toContain('  Example fund, 2015/16: none\n');
  });

  test('of an agreement that is invalid: the page, and what is wrong', async () => {
    const fund = await copyOfBase();
    await fund.edit('agreement.yaml', 'host: CC', 'host: CX');
    const { stdout, stderr, exitCode } = await bcf(['explain', 'R1', fund.path]);
    expect(stdout).toContain('R1: ');
    expect(stderr).toContain('agreement.yaml:');
    expect(exitCode).toBe(3);
  });

  test('of a folder that is no fund: said where it is named, and nothing where it is not', async () => {
    const empty = new FundFolder(await temporaryFolder());
    expect((await bcf(['explain', 'R1'], { cwd: empty.path })).stderr).toBe('');
    const named = await bcf(['explain', 'R1', '.'], { cwd: empty.path });
    expect(named.stderr).toContain('BCF0004');
    expect(named.exitCode).toBe(2);
  });

  test('a code takes no fund', async () => {
    const { stderr, exitCode } = await bcf(['explain', 'BCF2104', 'kent']);
    expect(stderr).toContain('BCF2104 is the same in every fund');
    expect(exitCode).toBe(2);
  });
});
