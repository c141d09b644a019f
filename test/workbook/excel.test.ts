import fc from 'fast-check';
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { odsBytes } from '../../src/render/ods.js';
import { xlsxBytes } from '../../src/render/xlsx.js';
import type { Workbook } from '../../src/workbook/model.js';
import { publicationWorkbook } from '../../src/workbook/publication.js';
import { workingWorkbook } from '../../src/workbook/working.js';
import { written } from '../property/fund-files.js';
import { smallFunds } from '../property/small-fund.js';
import { partsOf } from '../support/forms/spreadsheet.js';
import { fixture } from '../support/fund-folder.js';
import { elementsOf, parsed, wordsOf } from '../support/html.js';
import { workedFrom } from './funds.js';

/** What ECMA-376 (18.3.1.99) says of a worksheet: its parts in this order. Excel repairs, or refuses, any other. */
const orderOfWorksheet = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
  ...['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
  ...['phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins'],
  ...['pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors'],
  ...['smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls'],
  ...['webPublishItems', 'tableParts', 'extLst'],
];

/** Functions that every Excel since 2007 has under this name: later ones need a prefix that LibreOffice does not. */
const functions = new Set(
  'ABS AND COUNTIF IF IFERROR INDEX INT MATCH MAX MIN MOD NA RANK ROUND SIGN SUM SUMIFS TRUNC'.split(' '),
);

const most = { formula: 8192, depth: 64, arguments: 255, text: 255, cellText: 32_767, sheetName: 31, styles: 64_000 };

describe('a workbook is what Excel opens without repair', { timeout: 300_000 }, () => {
  test.each(['kent-2015-16', 'kent-2015-16-illustrative'])('%s, working and for publication', async (name) => {
    const worked = await workedFrom(fixture(name));
    for (const workbook of [workingWorkbook(worked), publicationWorkbook(worked)]) {
      expect((await faultsOf(workbook)).slice(0, 20)).toEqual([]);
    }
  });

  test('generated funds', async () => {
    for (const fund of fc.sample(smallFunds, { seed: 2016, numRuns: 8 })) {
      expect((await faultsOf(workingWorkbook(await workedFrom((await written(fund)).path)))).slice(0, 20)).toEqual([]);
    }
  });

  test('the header of a table is printed on each of its pages, and every cell may be looked at', async () => {
    const parts = partsOf(await xlsxBytes(workingWorkbook(await workedFrom(fixture('kent-2015-16')))));
    const titles = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<definedName[^>]*Print_Titles[^>]*>([^<]*)</g)];
    expect(titles.map(([, range]) => range)).toEqual([
      'Plan!$4:$4',
      'Postings!$4:$4',
      "'Trial balance'!$4:$5",
      'Workings!$4:$4',
      'Splits!$5:$5',
      "'Other inputs'!$4:$4",
      'Figures!$4:$4',
    ]);
    const ods = partsOf(odsBytes(workingWorkbook(await workedFrom(fixture('kent-2015-16')))));
    const repeated = (ods.get('content.xml') ?? '').match(/<table:table-header-rows>/g);
    expect(repeated).toHaveLength(titles.length);
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<sheetProtection sheet="1" selectLockedCells="0"');
  });

  test('of a publication the header row is, of each sheet with a table, in either form', async () => {
    const workbook = publicationWorkbook(await workedFrom(fixture('kent-2015-16-illustrative')));
    const tables = workbook.sheets.flatMap(({ table }) => table ?? []);
    const xlsx = partsOf(await xlsxBytes(workbook)).get('xl/workbook.xml') ?? '';
    expect(xlsx.match(/Print_Titles/g)).toHaveLength(tables.length);
    const ods = partsOf(odsBytes(workbook)).get('content.xml') ?? '';
    const heads = [...ods.matchAll(/<table:table-header-rows>(.*?)<\/table:table-header-rows>/g)];
    expect(
      heads.map(([, row = '']) =>
        elementsOf(parsed(row.replace(/(<\/?)\w+:/g, '$1')))
          .filter(({ name }) => name === 'p')
          .map(wordsOf),
      ),
    ).toEqual(tables.map(({ headers }) => headers));
  });

  test('what Excel would not open is noticed', () => {
    expect(faultsOfFormula(`${'ROUND('.repeat(65)}1${',2)'.repeat(65)}`, new Set())).toEqual(['65 levels deep']);
    expect(faultsOfFormula(`SUM(${Array(256).fill('A1').join(',')})`, new Set())).toEqual(['256 arguments']);
    expect(faultsOfFormula(`IF(A1=0,"${'x'.repeat(256)}",1)`, new Set())).toEqual(['a text of 256 characters']);
    expect(faultsOfFormula('CONCAT(A1,B1)', new Set())).toEqual(['CONCAT']);
    expect(faultsOfFormula("'No such'!A1+Checks!B2", new Set(['Checks']))).toEqual(['no sheet No such']);
    expect(faultsOfFormula(`1${'+A1'.repeat(4000)}`, new Set())).toEqual(['12001 characters']);
    expect(faultsOfName('Q4')).toBe(true);
    expect(faultsOfName('R1C1')).toBe(true);
    expect(faultsOfName('Price_of_an_admission')).toBe(false);
  });
});

async function faultsOf(workbook: Workbook): Promise<string[]> {
  const parts = partsOf(await xlsxBytes(workbook));
  const sheets = new Set(workbook.sheets.map(({ name }) => name));
  const styles = Number(/<cellXfs count="(\d+)"/.exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? 0);
  const differences = Number(/<dxfs count="(\d+)"/.exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? 0);
  const strings = (parts.get('xl/sharedStrings.xml') ?? '').split('<si>').length - 1;
  const of = { sheets, styles, differences, strings };
  return [
    ...(styles > most.styles ? ['too many styles'] : []),
    ...[...sheets].filter((name) => name.length > most.sheetName || /[[\]:*?/\\]|^'|'$/.test(name)),
    ...(new Set([...sheets].map((name) => name.toLowerCase())).size < workbook.sheets.length ? ['a name twice'] : []),
    ...workbook.names.filter(({ name }) => faultsOfName(name)).map(({ name }) => name),
    ...faultsOfPackage(parts),
    ...[...parts].flatMap(([name, text]) =>
      name.startsWith('xl/worksheets/sheet') ? faultsOfSheet(text, of).map((fault) => `${name}: ${fault}`) : [],
    ),
  ];
}

/** Every part has a type, and what a part refers to is there. */
function faultsOfPackage(parts: ReadonlyMap<string, string>): string[] {
  const types = parts.get('[Content_Types].xml') ?? '';
  const untyped = [...parts.keys()].filter(
    (name) => name !== '[Content_Types].xml' && !name.endsWith('.rels') && !types.includes(`PartName="/${name}"`),
  );
  const missing = [...parts].flatMap(([name, text]) => {
    if (!name.endsWith('.rels')) return [];
    const folder = name.replace(/_rels\/[^/]*$/, '');
    return [...text.matchAll(/Target="([^"]*)"/g)].flatMap(([, target = '']) => {
      const path = new URL(target, `file:///${folder}`).pathname.slice(1);
      return parts.has(path) ? [] : [`${name}: no ${path}`];
    });
  });
  return [...untyped.map((name) => `no type of ${name}`), ...missing];
}

/** A name must not look like a cell, in either notation. */
function faultsOfName(name: string): boolean {
  return !/^[A-Za-z_][A-Za-z0-9_.]{0,254}$/.test(name) || /^([A-Z]{1,3}\d+|R\d*C\d*|R\d*|C\d*)$/i.test(name);
}

interface Of {
  readonly sheets: ReadonlySet<string>;
  readonly styles: number;
  readonly differences: number;
  readonly strings: number;
}

function faultsOfSheet(xml: string, of: Of): string[] {
  const faults: string[] = [];
  const path: string[] = [];
  const seen: number[] = [];
  let [row, column, type, text] = [0, 0, '', ''];
  const parser = new SaxesParser({ xmlns: true });
  const place = () => `row ${row} column ${column}`;
  parser.on('opentag', ({ local, attributes }) => {
    const value = (key: string) => textOf(attributes[key]);
    text = '';
    if (path.length === 1) seen.push(orderOfWorksheet.indexOf(local));
    path.push(local);
    if (local === 'row') {
      if (Number(value('r')) <= row || Number(value('r')) > 1_048_576) faults.push(`row ${value('r')} after ${row}`);
      if (Number(value('ht') || 15) > 409) faults.push(`row ${value('r')} is ${value('ht')} points high`);
      [row, column] = [Number(value('r')), 0];
    }
    if (local === 'c') {
      const at = columnOf(value('r'));
      if (at <= column || value('r').replace(/\D/g, '') !== String(row)) faults.push(`${value('r')} after ${place()}`);
      [column, type] = [at, value('t')];
      if (!['', 's', 'str', 'n'].includes(type)) faults.push(`${value('r')} is of type ${type}`);
      if (Number(value('s') || 0) >= of.styles) faults.push(`${value('r')}: no style ${value('s')}`);
    }
    // What stays where it is must leave room for what moves.
    if (local === 'pane' && Number(value('ySplit') || 0) > 10) faults.push(`${value('ySplit')} rows that stay`);
    if (local === 'cfRule' && Number(value('dxfId')) >= of.differences) faults.push('no format of a condition');
    if (local === 'col' && Number(value('width')) > 255) faults.push(`a column of ${value('width')}`);
    // A cell that may not be selected does not show its formula.
    if (local === 'sheetProtection' && value('selectLockedCells') === '1') faults.push('formulas cannot be looked at');
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ local }) => {
    path.pop();
    if (local === 'f') faults.push(...faultsOfFormula(text, of.sheets).map((fault) => `${place()}: ${fault}`));
    if (local === 'v' && path.at(-1) === 'c')
      faults.push(...faultsOfValue(type, text, of).map((fault) => `${place()}: ${fault}`));
  });
  parser.write(xml).close();
  if (seen.includes(-1) || seen.some((at, index) => at < (seen[index - 1] ?? 0))) faults.push('parts out of order');
  return faults;
}

function textOf(attribute: SaxesAttributeNS | undefined): string {
  return attribute?.value ?? '';
}

function columnOf(cell: string): number {
  return [...cell.replace(/\d/g, '')].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function faultsOfValue(type: string, text: string, { strings }: Of): string[] {
  if (type === 's') return Number(text) < strings ? [] : [`no text ${text}`];
  if (type === 'str') return text.length > most.cellText ? ['a text that is too long'] : [];
  return text !== '' && Number.isFinite(Number(text)) ? [] : [`not a number: ${text}`];
}

/** Why Excel would not take a formula. */
function faultsOfFormula(formula: string, sheets: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  if (formula.length > most.formula) faults.push(`${formula.length} characters`);
  for (const [, text = ''] of formula.matchAll(/"([^"]*)"/g)) {
    if (text.length > most.text) faults.push(`a text of ${text.length} characters`);
  }
  const bare = formula.replace(/"[^"]*"/g, '""');
  for (const [, quoted, plain] of bare.matchAll(/(?:'((?:[^']|'')+)'|([A-Za-z_]\w*))!/g)) {
    const sheet = quoted?.replaceAll("''", "'") ?? plain ?? '';
    if (!sheets.has(sheet)) faults.push(`no sheet ${sheet}`);
  }
  const code = bare.replace(/'(?:[^']|'')+'!/g, '');
  for (const [, name = ''] of code.matchAll(/([A-Za-z_.][\w.]*)\(/g)) if (!functions.has(name)) faults.push(name);
  const counts: number[] = [];
  let [deepest, widest] = [0, 0];
  for (const character of code) {
    if (character === '(') counts.push(1);
    if (character === ',') counts.push((counts.pop() ?? 0) + 1);
    deepest = Math.max(deepest, counts.length);
    if (character === ')') widest = Math.max(widest, counts.pop() ?? 0);
  }
  if (deepest > most.depth) faults.push(`${deepest} levels deep`);
  if (widest > most.arguments) faults.push(`${widest} arguments`);
  return faults;
}
