import { expect, test } from 'vitest';
import { copyOfBase } from '../support/base-fund.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';

test('a unitary council spends the grant itself, and reports on it', async () => {
  const fund = await copyOfBase();
  for (const file of ['agreement.yaml', 'plan.csv', 'ledgers/expenditure.csv', 'ledgers/forecast.csv']) {
    const text = await fund.read(file);
    await fund.write(
      file,
      text
        .replace('applied_by: districts', 'applied_by: CC')
        .replace('CC,dfg,adaptations,districts', 'CC,dfg,adaptations,CC')
        .replace('CC,districts,adaptations,,', 'CC,CC,adaptations,,')
        .replace(/CC,districts,adaptations,dfg,,(hill|dale)/g, 'CC,CC,adaptations,dfg,,'),
    );
  }
  const { stdout, stderr, exitCode } = await bcf(['report', 'dfg', fund.path]);
  expect(exitCode, stderr).toBe(0);
  expect(stdout).not.toContain('no ring-fenced grant');
  expect(stdout).toMatch(/^Example Council +400\.00 +400\.00$/m);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    'Disabled facilities grant: £400.00 spent of £1,000.00, £600.00 held for it',
  );
  const named = await bcf(['report', 'dfg', fund.path, '--names']);
  const [name = ''] = /\S*grants\[\S*to-date/.exec(named.stdout) ?? [];
  expect((await bcf(['trace', name, fund.path])).exitCode).toBe(0);
});

test('two folders of one fund and one year are told apart', async () => {
  const kent = fixture('kent-2015-16');
  const copy = await FundFolder.copyOf('kent-2015-16');
  const { stdout } = await bcf(['diff', kent, copy.path]);
  expect(stdout).toMatch(/Plan, first\s+fund £/);
  expect(stdout).toMatch(/Plan, second\s+fund £/);
});
