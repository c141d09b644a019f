import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readXlsx } from 'hucre/xlsx';
import { xlsxBytes } from '../../src/render/xlsx.js';
import type { Content, SheetCell, Workbook } from '../../src/workbook/model.js';
import { temporaryFolder } from './fund-folder.js';

/** What stands in each cell of a workbook, by sheet, row and column. */
export type Values = ReadonlyMap<string, readonly (readonly unknown[])[]>;

/** LibreOffice keeps what a file says of its formulas, unless it is told always to work them out anew. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>`;

/** A workbook whose formulas all say that they come to something else, so that a pass means that they were worked out. */
export function withWrongResults(workbook: Workbook): Workbook {
  const wrong = (content: Content): Content =>
    content.kind === 'formula'
      ? { ...content, exact: '999' }
      : content.kind === 'verdict'
        ? { ...content, text: 'not worked out' }
        : content;
  return withCells(workbook, (cell) => ({ ...cell, content: wrong(cell.content) }));
}

/** A workbook with other cells. */
export function withCells(workbook: Workbook, change: (cell: SheetCell, sheet: string) => SheetCell): Workbook {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => cell && change(cell, sheet.name))),
  }));
  return { ...workbook, sheets };
}

/** What workbooks come to when LibreOffice works them out anew, in one run, for it is slow to start. */
export async function recalculated(workbooks: ReadonlyMap<string, Workbook>): Promise<Map<string, Values>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, workbook] of workbooks) files.set(`${name}.xlsx`, await xlsxBytes(withWrongResults(workbook)));
  return converted(files);
}

/** The values of spreadsheets by the names of their files, as LibreOffice reads them. */
export async function converted(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Values>> {
  const folder = await temporaryFolder();
  const [profile, output] = [join(folder, 'profile'), join(folder, 'out')];
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate);
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  const paths = [...files.keys()].map((name) => join(folder, name));
  const installation = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  await run('soffice', ['--headless', installation, '--convert-to', 'xlsx', '--outdir', output, ...paths]);
  const values = new Map<string, Values>();
  for (const file of await readdir(output)) {
    const { sheets } = await readXlsx(await readFile(join(output, file)));
    values.set(file.replace(/\.xlsx$/, ''), new Map(sheets.map(({ name, rows }) => [name, rows])));
  }
  return values;
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text) => (said += String(text)));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command}: ${code}: ${said}`))));
  });
}

/** Where the values are not what the formulas of a workbook should come to, each as one line. */
export function differencesFrom(workbook: Workbook, values: Values | undefined): string[] {
  return workbook.sheets.flatMap(({ name, rows }) =>
    rows.flatMap((row, at) =>
      row.flatMap((cell, column) => {
        const found = values?.get(name)?.[at]?.[column];
        return cell === undefined || isSame(cell.content, found)
          ? []
          : [`${name} row ${at + 1} column ${column + 1}: ${JSON.stringify(cell.content)}, not ${String(found)}`];
      }),
    ),
  );
}

/** To the last decimal that is shown. */
function isSame(content: Content, found: unknown): boolean {
  switch (content.kind) {
    case 'formula':
    case 'number': {
      const places = content.exact.split('.')[1]?.length ?? 0;
      return typeof found === 'number' && Math.abs(found - Number(content.exact)) < 0.4 * 10 ** -places;
    }
    case 'words':
      return content.text === '' || String(found) === content.text;
    case 'verdict':
    case 'link':
      return found === content.text;
  }
}
