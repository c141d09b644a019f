import { inflateRawSync } from 'node:zlib';
import { type Element, elementsOf, parsed, wordsOf } from '../html.js';
import { shifted } from './read-table.js';

/** What stands in the cells of a sheet, by row and column; nothing in one that is blank. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The parts of a zip that holds no more than it says. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + packed);
    parts.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** The sheets of a workbook of either kind, as its parts have them: of a formula what the file says that it comes to. */
export function gridsOf(parts: ReadonlyMap<string, string>): Grid[] {
  return parts.has('content.xml') ? openDocumentGrids(parts) : xlsxGrids(parts);
}

function named(element: Element, name: string): Element[] {
  return elementsOf(element).filter((own) => own.name === name);
}

function xlsxGrids(parts: ReadonlyMap<string, string>): Grid[] {
  const part = (name: string) => parsed(parts.get(name) ?? '');
  const strings = named(part('xl/sharedStrings.xml'), 'si').map((item) => named(item, 't').map(wordsOf).join(''));
  const files = new Map(
    named(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      attributes.Target,
    ]),
  );
  return named(part('xl/workbook.xml'), 'sheet').map(({ attributes }) => {
    const file = (files.get(attributes['r:id']) ?? '').replace(/^\/?(xl\/)?/, 'xl/');
    const rows: string[][] = [];
    for (const cell of named(part(file), 'c')) {
      const [, letters = '', line = ''] = /^([A-Z]+)(\d+)$/.exec(cell.attributes.r ?? '') ?? [];
      const row = rows[Number(line) - 1] ?? [];
      row[columnOf(letters)] = xlsxValue(cell, strings);
      rows[Number(line) - 1] = row;
    }
    return {
      name: attributes.name ?? '',
      rows: Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? '')),
    };
  });
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function xlsxValue(cell: Element, strings: readonly string[]): string {
  const value = named(cell, 'v').map(wordsOf).join('');
  if (cell.attributes.t === 's') return strings[Number(value)] ?? '';
  return cell.attributes.t === 'inlineStr' ? named(cell, 't').map(wordsOf).join('') : withoutPower(value);
}

/** `1e-8` as 0.00000001. */
function withoutPower(value: string): string {
  const [, digits, power] = /^(-?[\d.]+)e-(\d+)$/i.exec(value) ?? [];
  return digits === undefined ? value : shifted(digits, Number(power));
}

function openDocumentGrids(parts: ReadonlyMap<string, string>): Grid[] {
  return named(parsed(parts.get('content.xml') ?? ''), 'table:table').map((table) => ({
    name: table.attributes['table:name'] ?? '',
    rows: named(table, 'table:table-row').flatMap((row) => {
      const cells = named(row, 'table:table-cell').flatMap((cell) =>
        repeated(cell, 'columns', openDocumentValue(cell)),
      );
      return repeated(row, 'rows', cells);
    }),
  }));
}

function repeated<T>({ attributes }: Element, what: string, value: T): T[] {
  return Array.from({ length: Number(attributes[`table:number-${what}-repeated`] ?? 1) }, () => value);
}

function openDocumentValue(cell: Element): string {
  const value = cell.attributes['office:value'];
  return value ?? named(cell, 'text:p').map(wordsOf).join('\n');
}
