import { spawnSync } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openedField } from '../support/field-fund.js';
import { temporaryFolder } from '../support/fund-folder.js';
import { needs } from '../support/programs.js';
import { glFund } from '../support/workbook-fund.js';

const rows = [
  ['2015-06-12', 'D1', 1234.56, 'Home care'],
  ['2015-06-13', 'D2', -5, 'credit for D1'],
  ['2015-06-14', 'D3', 1_000_000.1, 'a row that a filter hides'],
  ['2015-06-15', 'D4', 0.29, 'beds'],
] as const;
const hiddenRow = 5;
const unseen = ['BCF3037 *:undefined', `BCF3036 *:${hiddenRow}`];

const text = (words: string) =>
  `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;

/** A ledger as somebody keeps it: a merged title, days as days, money in £ with thousands and brackets, a formula, a filter. */
const ledger = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:number-style style:name="P"><number:text>£</number:text><number:number number:decimal-places="2" number:min-decimal-places="2" number:grouping="true"/></number:number-style>
<number:number-style style:name="N"><number:text>(£</number:text><number:number number:decimal-places="2" number:min-decimal-places="2" number:grouping="true"/><number:text>)</number:text><style:map style:condition="value()&gt;=0" style:apply-style-name="P"/></number:number-style>
<number:date-style style:name="D"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="money" style:family="table-cell" style:data-style-name="N"/>
<style:style style:name="day" style:family="table-cell" style:data-style-name="D"/>
<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="Q1 GL">
<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="5" table:number-rows-spanned="1"><text:p>Ledger of the council</text:p></table:table-cell></table:table-row>
<table:table-row>${['Posting date', 'Document', 'Net', 'Text', 'Running balance'].map(text).join('')}</table:table-row>
${rows
  .map(
    ([day, document, net, words], index) =>
      `<table:table-row${index + 3 === hiddenRow ? ' table:visibility="filter"' : ''}><table:table-cell table:style-name="day" office:value-type="date" office:date-value="${day}"/>${text(document)}<table:table-cell table:style-name="money" office:value-type="float" office:value="${net}"/>${text(words)}<table:table-cell table:style-name="money" table:formula="of:=SUM([.C$3:.C${index + 3}])" office:value-type="float" office:value="0"/></table:table-row>`,
  )
  .join('\n')}
</table:table><table:table table:name="Old" table:style-name="unseen"><table:table-row>${text('last year')}</table:table-row></table:table><table:database-ranges><table:database-range table:name="Spend" table:target-range-address="'Q1 GL'.A2:'Q1 GL'.E6" table:display-filter-buttons="true"/></table:database-ranges></office:spreadsheet></office:body></office:document>`;

test('workbooks that LibreOffice writes are read as the rows that somebody typed', async () => {
  needs('soffice');
  const folder = await temporaryFolder();
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await writeFile(join(folder, 'gl.fods'), ledger);
  for (const [ending, range] of [
    ['xlsx', ''],
    ['ods', ''],
    ['ods', 'Spend'],
  ] as const) {
    const to = ['--headless', profile, '--convert-to', ending, '--outdir', folder, join(folder, 'gl.fods')];
    expect(spawnSync('soffice', to).status).toBe(0);
    const fund = await glFund(['ignore: [Running balance]', ...(range === '' ? [] : [`range: ${range}`])]);
    await copyFile(join(folder, `gl.${ending}`), join(fund.path, `ledgers/gl.${ending}`));
    const { said, spentPence, inputs } = await openedField(fund);
    const input = inputs.at(-1);
    expect([said, spentPence]).toEqual([unseen.map((one) => one.replace('*', `ledgers/gl.${ending}`)), 100_122_995n]);
    expect([input?.sheet, input?.rows, input?.layout?.headerLine]).toEqual(['Q1 GL', rows.length, 2]);
  }
}, 120_000);
