import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bcf, transcript } from '../support/bcf.js';
import { glFund } from '../support/gl-fund.js';
import { previewed } from '../support/previewed.js';

const here = fileURLToPath(new URL('.', import.meta.url));

const table = 'Cost centre,heading,scheme\n40312,adult-social-care,ICB1-01\n41000-41999,adult-social-care,\n';

const rows = [
  'POSTED,Document no,Line,Cost centre,Narrative,Supplier,Status,Debit,Credit,VAT,Period',
  '14-Jun-15,510001,1,40312,Home care,,Posted,"1,200.00",,240.00,P03',
  '14-Jun-15,510001,2,40312,,Care Ltd,Posted,300.50,,60.10,P03',
  '15-Jun-15,510002,1,41010,Beds,,Reversed,99.00,,0.00,P03',
  '16-Jun-15,510003,1,41010,Beds,,Posted,,50.00,0.00,P03',
  '17-Jun-15,510004,1,41999,Night sitting,,Posted,10.00,,2.00,P03',
  '18-Jun-15,510005,1,40312,Meals,,Posted,20.00,,4.00,P03',
  '19-Jun-15,510006,1,40312,Meals,,Posted,30.25,,6.05,P03',
  'Total,,,,,,,"1,560.75",50.00,,',
  'Printed by finance on 1 July',
];

const export_ = `Council general ledger\nRun 01/07/2015 09:12\n${rows.join('\n')}\n`;

/** The fund of the field with an entry that describes the council’s general ledger, and its June beside the fund. */
async function fundWith(text: string) {
  const fund = await glFund({ 'maps/council.csv': table, 'incoming/gl-june.csv': text });
  return fund.path;
}

async function shown(text: string, ...flags: readonly string[]) {
  const cwd = await fundWith(text);
  const ran = await bcf(['preview', 'incoming/gl-june.csv', '.', ...flags], { cwd, environment: {} });
  return transcript(['bcf preview incoming/gl-june.csv .', ...flags].join(' '), ran);
}

describe('a body’s own export, before it is in the fund', () => {
  test.each([60, 80, 120])('as %i columns show it', async (width) => {
    await expect(await shown(export_, '--width', String(width))).toMatchFileSnapshot(`${here}export-${width}.txt`);
  });

  test('as a page of markdown', async () => {
    await expect(await shown(export_, '--format', 'markdown')).toMatchFileSnapshot(`${here}export-markdown.txt`);
  });

  test('with a code that nobody has mapped, and an amount that is none', async () => {
    const text = export_.replace('41999', '40399').replace('20.00,,4', '2O.00,,4');
    await expect(await shown(text)).toMatchFileSnapshot(`${here}export-faults.txt`);
    const cwd = await fundWith(text);
    const { result, exitCode } = await previewed([`${cwd}/incoming/gl-june.csv`, cwd]);
    expect([result?.rows, result?.posted, result?.amount, result?.errors, exitCode]).toEqual([6, 4, '1480.75', 2, 2]);
  });
});

test('columns are told as they are read, and what nobody reads', async () => {
  const cwd = await fundWith(export_);
  const { result, exitCode } = await previewed([`${cwd}/incoming/gl-june.csv`, cwd]);
  const why = result?.columns.map(({ column, from, why: reason }) => [
    column,
    from.map(({ header }) => header).join('+'),
    reason,
  ]);
  expect(why).toEqual([
    ['date', 'POSTED', 'declared'],
    ['schedule', '', 'constant'],
    ['applied_by', '', 'constant'],
    ['heading', 'Cost centre', 'mapped'],
    ['source', '', 'constant'],
    ['scheme', 'Cost centre', 'mapped'],
    ['amount', 'Debit+Credit', 'declared'],
    ['reference', 'Document no+Line', 'declared'],
    ['note', 'Narrative+Supplier', 'declared'],
    ['district', '', 'not-there'],
  ]);
  expect(result?.unread.map(({ header }) => header)).toEqual(['Period']);
  expect(result?.ignored.map(({ header }) => header)).toEqual(['VAT']);
  expect(result?.passedOver.map(({ what, lines, amount }) => [what, lines, amount])).toEqual([
    ['above', 2, undefined],
    ['note', 1, undefined],
    ['total', 1, '1510.75'],
    ['left-out', 1, '99.00'],
  ]);
  expect([result?.rows, result?.posted, result?.amount, exitCode]).toEqual([6, 6, '1510.75', 0]);
  expect(result?.first.map(({ line }) => line)).toEqual([4, 5, 7]);
  expect(result?.last.map(({ line }) => line)).toEqual([9, 10]);
});

test('where the table of codes is not there yet, nothing is proposed: the file is described', async () => {
  const fund = await glFund({ 'gl-june.csv': export_ });
  const { result, diagnostics } = await previewed([`${fund.path}/gl-june.csv`, fund.path]);
  expect([diagnostics.map(({ code }) => code), result?.proposal]).toEqual([['BCF3069'], undefined]);
});

describe('which entry reads a file', () => {
  test('of a name that fits none it is asked', async () => {
    const { diagnostics, exitCode } = await previewed(['spend.csv', await fundWith(export_)]);
    expect([diagnostics.map(({ code }) => code), exitCode]).toEqual([['BCF0080'], 2]);
  });

  test.each(['expenditure', 'ledgers/gl-*.csv'])('--as %s says it', async (as) => {
    const fund = await glFund({ 'maps/council.csv': table, 'incoming/june.csv': export_ });
    const { result } = await previewed([`${fund.path}/incoming/june.csv`, fund.path, '--as', as]);
    expect([result?.entry.files, result?.posted]).toEqual(['ledgers/gl-*.csv', 6]);
  });

  test('of several none is taken by chance: one more is proposed, and the files: of one says that it is that', async () => {
    const more = ['  - kind: expenditure', '    files: ledgers/other*.csv', '    unit: pounds'];
    const fund = await glFund({
      'maps/council.csv': table,
      'june.txt': export_,
    });
    await fund.edit('agreement.yaml', '  - { kind: plan,', `${more.join('\n')}\n  - { kind: plan,`);
    const asked = await previewed([`${fund.path}/june.txt`, fund.path, '--as', 'expenditure']);
    expect(asked.result?.entry).toEqual({ kind: 'expenditure', files: 'ledgers/june.txt', isNew: true });
    expect(asked.result?.proposal).toContain('  - kind: expenditure\n    files: ledgers/june*.txt\n');
    expect(asked.result?.proposal).toContain('# ledgers/gl-*.csv has the same columns');
    const said = await previewed([`${fund.path}/june.txt`, fund.path, '--as', 'ledgers/gl-*.csv']);
    expect(said.result?.posted).toBe(6);
  });
});

test('an output never takes the place of the file that is previewed', async () => {
  const fund = await fundWith(export_);
  const { stderr, exitCode } = await bcf(['preview', 'incoming/gl-june.csv', '.', '--output', 'incoming/gl-june.csv'], {
    cwd: fund,
  });
  expect([stderr.includes('BCF0005') || stderr.includes('BCF007'), exitCode]).toEqual([true, 2]);
});

test('of an export that nobody has described, the lines that would read it', async () => {
  const fund = await glFund({ 'gl-june.csv': export_ });
  const described = await fund.read('agreement.yaml');
  const [before = '', after = ''] = described.split(/ {2}- kind: expenditure\n(?: {4}.*\n)+/);
  await fund.write('agreement.yaml', before + after);
  const command = 'bcf preview gl-june.csv . --as expenditure --width 60';
  const ran = await bcf(command.split(' ').slice(1), { cwd: fund.path, environment: {} });
  await expect(transcript(command, ran)).toMatchFileSnapshot(`${here}proposal.txt`);
});
