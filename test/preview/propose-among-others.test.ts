import { cp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { previewed } from '../support/previewed.js';

const exports = fileURLToPath(new URL('../../fixtures/kent-2015-16-exports', import.meta.url));

/** The fund of seven CCGs’ exports without the entry of one of them. */
async function withoutEntry(files: string): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(exports, fund.path, { recursive: true });
  const [head = '', tail = ''] = (await fund.read('agreement.yaml')).split(/^ledgers:\n/m);
  const entries = tail.split(/^(?= {2}- )/m).filter((entry) => !entry.includes(`files: ${files}`));
  await fund.write('agreement.yaml', `${head}ledgers:\n${entries.join('')}`);
  return fund;
}

function filledIn(proposal: string, answers: Readonly<Record<string, string>>): string {
  let text = proposal;
  for (const [key, answer] of Object.entries(answers)) {
    expect(text).toContain(`${key}: FILL IN`);
    text = text.replace(`${key}: FILL IN`, `${key}: ${answer}`);
  }
  expect(text).not.toContain('FILL IN');
  return text;
}

/** Puts a proposal where it says that it is to stand: above an entry that would take the file too, or anywhere. */
async function put(fund: FundFolder, lines: string): Promise<void> {
  const above = /above the entry (\S+)/.exec(lines.replace(/\n *# /g, ' '))?.[1];
  const text = await fund.read('agreement.yaml');
  const entry =
    above === undefined ? undefined : text.split(/^(?= {2}- )/m).find((one) => one.includes(`files: ${above}`));
  await (entry === undefined
    ? fund.write('agreement.yaml', text + lines)
    : fund.edit('agreement.yaml', entry, lines + entry));
}

const of = (body: string) => ({ schedule: body, applied_by: body, source: 'ccg-minimum' });

describe('the export of one body more', () => {
  test.each([
    ['ledgers/gl-09c.csv', 'gl-09c.csv', of('09C'), '09c'],
    ['ledgers/xx-gl-09e.csv', 'xx-gl-09e.csv', of('09E'), '09e'],
    ['ledgers/dgs-half-*.txt', 'dgs-half-1.txt', of('09J'), '09j'],
    ['ledgers/dgs-half-*.txt', 'dgs-half-2.txt', of('09J'), '09j'],
    ['ledgers/skc-*.csv', 'skc-2015-16.csv', { ...of('10A'), times: '-1' }, ''],
    ['ledgers/swale-*.xlsx', 'swale-2015-16.xlsx', of('10D'), '10d'],
    ['ledgers/thanet-*.ods', 'thanet-2015-16.ods', of('10E'), '10e'],
    ['ledgers/west-kent-ytd-*.csv', 'west-kent-ytd-q4.csv', of('99J'), '99j'],
  ])('%s: what is proposed of %s, filled in, reads it to the same rows', async (files, name, answers, table) => {
    const declared = (await previewed([join(exports, 'ledgers', name), exports])).result;
    const fund = await withoutEntry(files);
    const file = join(fund.path, 'ledgers', name);
    const { result, exitCode } = await previewed([file, fund.path, '--as', 'expenditure']);
    expect([result?.entry.isNew, exitCode]).toEqual([true, 2]);
    const lines = filledIn(result?.proposal ?? '', answers);
    await put(fund, lines);
    const wanted = /table: (.*?)(?: }|$)/m.exec(lines)?.[1];
    if (wanted !== undefined) await rename(join(fund.path, `maps/${table}.csv`), join(fund.path, wanted));
    const read = (await previewed([file, fund.path])).result;
    const { rows, posted, amount, headings, first, last } = read ?? {};
    expect({ rows, posted, amount, headings, first, last }).toEqual({
      rows: declared?.rows,
      posted: declared?.posted,
      amount: declared?.amount,
      headings: declared?.headings,
      first: declared?.first,
      last: declared?.last,
    });
    expect(posted).toBeGreaterThan(50);
  });

  test('has a table of its codes before it has an entry, by the columns that are proposed', async () => {
    const file = 'ledgers/gl-09c.csv';
    const declared = await bcf(['map', file, '.', '--by', 'Cost centre', '--by', 'Account'], { cwd: exports });
    const fund = await withoutEntry(file);
    const found = await bcf(['map', file, '.', '--as', 'expenditure'], { cwd: fund.path });
    expect([found.exitCode, found.stderr.includes('error')]).toEqual([0, false]);
    expect(found.stderr).toContain(
      'No entry describes ledgers/gl-09c.csv yet: it is read as bcf preview proposes, its codes by “Cost centre” and “Account”.\n',
    );
    // The table that there is has been filled in, so that its codes are left out; each of them is in the new one.
    expect(declared.stderr).toContain('mapped already');
    const rows: string[][] = parse(found.stdout);
    const known: string[][] = parse(await fund.read('maps/09c.csv'), { bom: true });
    expect(rows.slice(1).map(([centre, account]) => [centre, account])).toEqual(
      known
        .slice(1)
        .map(([centre, account]) => [centre, account])
        .sort(),
    );
    expect(rows[0]).toEqual(['Cost centre', 'Account', 'heading', 'scheme', 'nearest', 'words', 'rows', 'sum']);
    expect(rows.slice(1).every((row) => /^-?\d+\.\d\d$/.test(row.at(-1) ?? ''))).toBe(true);
  });

  test('whose amount is still to be chosen has its codes without sums', async () => {
    const fund = await withoutEntry('ledgers/gl-09c.csv');
    await fund.write(
      'new.csv',
      'Date,Doc no,Cost centre,Net,Gross\n14-Jun-15,1,40312,1.00,1.20\n15-Jun-15,2,40313,2.00,2.40\n',
    );
    const found = await bcf(['map', 'new.csv', '.', '--as', 'expenditure'], { cwd: fund.path });
    expect(parse(found.stdout).map((row: string[]) => [row[0], row.at(-2), row.at(-1)])).toEqual([
      ['Cost centre', 'rows', 'sum'],
      ['40312', '1', ''],
      ['40313', '1', ''],
    ]);
    expect(found.stderr).toContain('There are no sums: its amount is still to be filled in.\n2 codes: 2 rows\n');
  });

  test('whose name a wider pattern fits stands above that, and takes no file of another entry', async () => {
    const fund = await withoutEntry('ledgers/gl-09c.csv');
    const elsewhere = join(await temporaryFolder(), 'expenditure-ashford.csv');
    await cp(join(exports, 'ledgers/gl-09c.csv'), elsewhere);
    await fund.edit('agreement.yaml', 'files: ledgers/expenditure*.csv', 'files: ledgers/*.csv');
    const wide = await fund.read('agreement.yaml');
    await fund.write(
      'agreement.yaml',
      wide.replace('- { kind: expenditure, files: ledgers/*', '- { kind: balances, files: ledgers/*'),
    );
    const { result } = await previewed([elsewhere, fund.path, '--as', 'expenditure']);
    const lines = (result?.proposal ?? '').replace(/\n *# /g, ' ');
    expect(lines).toContain('# above the entry ledgers/*.csv (line ');
    const gl = join(await temporaryFolder(), 'west-kent-ytd-late.csv');
    await cp(join(exports, 'ledgers/gl-09c.csv'), gl);
    const other = await previewed([gl, fund.path, '--as', 'expenditure']);
    expect(other.result?.proposal ?? '').not.toContain('files: ledgers/west-kent-ytd-*');
  });
});
