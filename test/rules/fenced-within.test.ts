import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfBase } from '../support/base-fund.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';

const header = 'date,partner,source,heading,amount,reference,note\n';

describe('what is fenced within a contribution that comes in one line', () => {
  test('is met from it: nothing is held below nil, nothing is spent above receipts, and the column is named', async () => {
    const fund = await copyOfBase();
    await fund.write(
      'ledgers/contributions.csv',
      `${header}2015-04-15,CC,dfg,adaptations,1000,C1,\n2015-04-15,CC,grant,,500,C2,\n2015-04-15,01A,minimum,,3000,C3,\n2015-04-15,02B,minimum,,2000,C4,\n`,
    );
    const { document } = await reconciledJson(fund.path);
    expect(document.diagnostics.map(({ code }) => code)).toEqual(['BCF2462']);
    const [said] = document.diagnostics;
    expect(said?.message).toBe(
      'Community services is ring-fenced and was spent (North CCG (01A) £300.00, South CCG (02B) £200.00), and no receipt of that money names it: what is held for it is not known',
    );
    expect(said?.help).toContain('with community in the column heading');
    const fence = document.result?.ringFences.find(({ heading }) => heading === 'community');
    expect([fence?.held, fence?.received, fence?.spent]).toEqual([undefined, undefined, '500.00']);
    const part = document.result?.fundBalance?.parts.find(
      ({ purpose, partner }) => purpose === 'community' && partner === '02B',
    );
    expect(part?.message).toBe('£200.00 spent, met from its receipts that name no heading');
    const traced = await bcf(['trace', 'ring-fences[community-fence].spent', fund.path]);
    expect(traced.exitCode).toBe(0);
  });
});

describe('a fence that was overspent last year', () => {
  test.each([
    ['a grant', 'CC,CC,buildings,grant,,,1200', 'Buildings'],
    ['money within a contribution', '02B,02B,community,minimum,S2,,1900', 'Community services'],
  ])('%s: a new year is made of it, says so, and has its own money whole', async (_what, row, heading) => {
    const last = await copyOfBase();
    await last.append('ledgers/expenditure.csv', `2016-03-31,${row},X1,\n`);
    await last.write(
      'agreement.yaml',
      (await last.read('agreement.yaml')).replace(
        'rules:\n',
        'rules:\n  - { id: grant-fence, kind: ring-fence, clause: s75 schedule 4, source: grant, heading: buildings }\n',
      ),
    );
    const folder = await temporaryFolder();
    const { exitCode, stdout, stderr } = await bcf(['init', 'next', '--from', last.path], { cwd: folder });
    expect(exitCode, stderr).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      new RegExp(`Of that, behind a ring-fence: .*${heading}, £.* It is not taken from what the fence has this year`),
    );
    const next = new FundFolder(join(folder, 'next'));
    const { document } = await reconciledJson(next.path);
    expect(document.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const fence = document.result?.ringFences.find(({ label }) => label === heading);
    // The other CCG left its own unspent, and that is brought forward to it.
    const own = fence?.partners.find(({ partner }) => partner === row.slice(0, row.indexOf(',')));
    expect(own?.available).toBe(heading === 'Buildings' ? '500.00' : '800.00');
    const name = `ring-fences[${heading === 'Buildings' ? 'grant-fence' : 'community-fence'}].available`;
    expect((await bcf(['trace', name, next.path])).exitCode).toBe(0);
  });
});
