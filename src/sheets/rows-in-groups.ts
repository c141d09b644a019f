import { zipBytes } from '../files/zip.js';

/** Elements round rows: an outline of any depth, a header that is printed on each page, rows that are only held together. */
const holders = /<\/?table:table-(?:row-group|header-rows|rows)(?:\s[^>]*)?>/g;

/**
 * A workbook of LibreOffice with every row directly in its table, in order: the library that reads workbooks leaves out
 * those that stand in anything else, and counts the rows below them by what is left.
 */
export function withoutGroups(bytes: Buffer, content: string): Uint8Array {
  const plain = content.replace(holders, '');
  if (plain.length === content.length) return bytes;
  return zipBytes([
    { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
    { name: 'content.xml', text: plain, isStored: true },
  ]);
}
