import { describe, expect, test } from 'vitest';
import { type Quarter, quarters } from '../../src/agreement/financial-year.js';
import { openFund } from '../../src/fund/open-fund.js';
import { bookColumns, flowTable } from '../../src/pages/reconciliation-tables.js';
import { paperNames } from '../../src/statement/paper-schema.js';
import { reconcile } from '../../src/statement/reconcile.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';

const year = 'kent-2015-16-illustrative';

/** The last lines of a report on stdout. */
async function lastLines(count: number, args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await bcf(args);
  return stdout.trimEnd().split('\n').slice(-count);
}

describe('the last lines say what is plan, what is actual, and what needs a look', () => {
  test('of a plan alone: the plan, and that it is one', async () => {
    expect(await lastLines(1, ['reconcile', fixture('kent-2015-16')])).toEqual([
      'Reconciled: £101,404,000.00 in = £101,404,000.00 applied; 0 breaches, 0 warnings. Plan only: nothing received or spent yet',
    ]);
  });

  test.each([
    ['Q1', 'plan and actuals to 30 June 2015', '0 decisions'],
    ['Q2', 'plan and actuals to 30 September 2015', '3 decisions'],
    ['Q4', 'plan and actuals to 31 March 2016', '7 decisions'],
  ])('as at %s: plan and actuals on lines of their own, each with its name', async (asAt, of, decisions) => {
    const { stdout, stderr } = await bcf(['reconcile', fixture(year), '--as-at', asAt, '--full']);
    const [plan, actual, verdict] = stdout.trimEnd().split('\n').slice(-3);
    expect(plan).toBe('Plan: £101,404,000.00 in = £101,404,000.00 applied');
    expect(actual).toMatch(/^Actual to \d+ \w+ 201[56]: £[\d,.]+ received and £150,000\.00 brought forward = /);
    const warnings = stderr.match(/^warning\[/gm)?.length ?? 0;
    expect(verdict).toBe(
      `Reconciled: ${of}; 0 breaches, ${warnings} warning${warnings === 1 ? '' : 's'}, ${decisions}`,
    );
    expect(await lastLines(2, ['reconcile', fixture(year), '--as-at', asAt])).toEqual([actual, verdict]);
  });

  test('with nothing received, the verdict speaks of no £101,404,000.00', async () => {
    const fund = await FundFolder.copyOf(year);
    for (const file of ['ledgers/contributions-ccgs.csv', 'ledgers/contributions-kcc.csv']) {
      const [header = ''] = (await fund.read(file)).split('\n');
      await fund.write(file, `${header}\n`);
    }
    const [, , verdict] = await lastLines(3, ['reconcile', fund.path, '--as-at', 'Q1']);
    expect(verdict).not.toContain('£');
    expect(verdict).toMatch(/, \d+ warnings?, \d+ decisions?$/);
  });

  test('whose spending has not come is said there, and not only above', async () => {
    const fund = await FundFolder.copyOf(year);
    await fund.remove('ledgers/expenditure-99j.csv');
    const [, , without, verdict] = await lastLines(4, ['reconcile', fund.path, '--as-at', 'Q1']);
    expect(without).toBe('Without spending that has not come, of West Kent CCG: the actuals are not whole');
    expect(verdict).toMatch(/^Reconciled: plan and actuals to 30 June 2015; 0 breaches, \d+ warnings, \d+ decisions?$/);
    for (const paper of paperNames) {
      const { stdout } = await bcf(['report', paper, fund.path, '--as-at', 'Q1']);
      expect([paper, stdout.replace(/\s+/g, ' ').includes(`${without}.`)]).toEqual([paper, true]);
    }
  });

  test('a plan that is out says by how much, beside the actuals that are not', async () => {
    const fund = await FundFolder.copyOf(year);
    await fund.edit('plan.csv', '307000', '307001');
    const [plan, actual, verdict] = await lastLines(3, ['reconcile', fund.path, '--as-at', 'Q2']);
    expect(plan).toBe('Plan: £101,404,000.00 in, £101,404,001.00 applied, £1.00 more than there is');
    expect(actual).toContain('£46,458,165.91 applied + £713,984.01 held');
    expect(verdict).toMatch(/^Not reconciled: plan and actuals to 30 September 2015; 0 breaches, \d+ checks not met, /);
  });

  test('a check counts its warnings in every form', async () => {
    for (const format of ['text', 'markdown', 'github']) {
      const { stdout, stderr } = await bcf(['check', fixture(year), '--as-at', 'Q2', '--format', format]);
      const warnings = stderr.match(/^warning\[/gm)?.length ?? 0;
      expect(warnings).toBeGreaterThan(0);
      expect(stdout.trimEnd().split('\n').at(-1)).toContain(`0 unexplained, ${warnings} warnings`);
    }
  });
});

describe('one table, one unit', () => {
  test.each(quarters)('the flow of funds as at %s has every book in pounds and pence', async (asAt) => {
    const result = await statementIn(fixture(year), asAt);
    const table = flowTable(result, bookColumns(result));
    expect(table.columns.map(({ header }) => header)).toContain('Plan £');
    expect(unitsOf([table])).toEqual([['£']]);
  });

  test('of a plan alone it is in £m, as the paper prints it', async () => {
    const result = await statementIn(fixture('kent-2015-16'));
    expect(unitsOf([flowTable(result, bookColumns(result))])).toEqual([['£m']]);
  });

  test.each(paperNames)('each table of the paper %s', async (paper) => {
    const { stdout } = await bcf(['report', paper, fixture(year), '--as-at', 'Q2', '--json']);
    const { pages } = JSON.parse(stdout).result.paper;
    for (const units of unitsOf(pages.flatMap(({ tables }: { tables: Table[] }) => tables))) {
      expect(units.length).toBeLessThanOrEqual(1);
    }
  });
});

async function statementIn(folder: string, asAt?: Quarter) {
  const { fund } = await openFund(folder);
  if (fund === undefined) throw new Error(`${folder} cannot be read`);
  return reconcile(fund, asAt).result;
}

interface Table {
  readonly rows: readonly { readonly cells: readonly { readonly kind: string; readonly unit?: string }[] }[];
}

/** The units of money that stand in each table. */
function unitsOf(tables: readonly Table[]): string[][] {
  return tables.map(({ rows }) => [
    ...new Set(rows.flatMap(({ cells }) => cells.flatMap(({ kind, unit }) => (kind === 'money' ? [unit ?? ''] : [])))),
  ]);
}
