import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { decodeWindows1252 } from '../../src/ledger/windows-1252.js';
import type { FundFolder } from './fund-folder.js';

/** The cells of a CSV file in whatever encoding, the header first; a `sep=` line is Excel’s own, and no row. */
export async function cellsOf(fund: FundFolder, file: string): Promise<string[][]> {
  const text = decoded(await readFile(join(fund.path, file))).replace(/^sep=.\r?\n/, '');
  const separator = [...',;\t'].sort((a, b) => countOf(text, b) - countOf(text, a))[0] ?? ',';
  return parse(text, { delimiter: separator, relax_column_count: true, skip_empty_lines: true });
}

function countOf(text: string, separator: string): number {
  return (text.split('\n', 1)[0] ?? '').split(separator).length;
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff) return bytes.subarray(2).toString('utf16le');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? decodeWindows1252(bytes) : text.replace(/^\ufeff/, '');
}

/** Cells as a CSV text; quotation marks only where they must be. */
export function csvOf(rows: readonly (readonly string[])[], separator = ',', lineEnd = '\r\n'): string {
  const cell = (text: string) =>
    text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => `${row.map(cell).join(separator)}${lineEnd}`).join('');
}

/** What Excel makes of a file that is opened and saved as CSV: days day first, plain numbers, CRLF, a blank column behind. */
export function asExcelSaves(rows: readonly (readonly string[])[]): string[][] {
  const [header = [], ...others] = rows;
  const isMoney = header.map((name) => /^(amount|receivable|payable|expected|tolerance)/i.test(name.trim()));
  const saved = others.map((row) => [...row.map((cell, index) => inExcel(cell, isMoney[index] === true)), '']);
  return [[...header, ''], ...saved];
}

function inExcel(cell: string, isMoney: boolean): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell) ?? [];
  if (year !== undefined) return `${day}/${month}/${year}`;
  if (!isMoney || !/^-?[\d,]+(\.\d+)?$/.test(cell)) return cell;
  const plain = cell.replaceAll(',', '');
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/** Every CSV file of a fund. */
export async function csvFilesOf(fund: FundFolder): Promise<string[]> {
  const names = await readdir(fund.path, { recursive: true });
  return names.filter((name) => name.endsWith('.csv')).sort();
}

/** Opens each CSV file of a fund in Excel, so to speak, and saves it. */
export async function saveInExcel(fund: FundFolder, files: readonly string[]): Promise<void> {
  for (const file of files) await writeFile(join(fund.path, file), csvOf(asExcelSaves(await cellsOf(fund, file))));
}
