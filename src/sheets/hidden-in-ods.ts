import { textInZip } from '../files/zip-guard.js';
import { attributeOf } from './names.js';

/** What a sheet of a workbook of LibreOffice does not show, which the library that reads it leaves out. */
export interface HiddenInOds {
  readonly isHidden: boolean;
  /** Runs of rows, counted from 1. */
  readonly rows: readonly { readonly first: number; readonly last: number }[];
}

const tableOrRow = /<table:table\s([^>]*)>|<table:table-row(\s[^>]*)?>/g;
const hiddenStyle = /<style:style\s([^>]*)>\s*<style:table-properties\s[^>]*table:display="false"/g;

/** The sheets of a workbook of LibreOffice in their order: whether each is shown, and which of its rows are not. */
export function hiddenInOds(bytes: Buffer): HiddenInOds[] {
  const content = textInZip(bytes, 'content.xml') ?? '';
  const styles = [...content.matchAll(hiddenStyle)].map(([, attributes = '']) => attributeOf(attributes, 'style:name'));
  const sheets: { isHidden: boolean; rows: { first: number; last: number }[] }[] = [];
  let row = 0;
  for (const [, table, attributes = ''] of content.matchAll(tableOrRow)) {
    if (table !== undefined) {
      sheets.push({ isHidden: styles.includes(attributeOf(table, 'table:style-name')), rows: [] });
      row = 0;
      continue;
    }
    const first = row + 1;
    row += Number(attributeOf(attributes, 'table:number-rows-repeated') || '1');
    if (/table:visibility="(?:collapse|filter)"/.test(attributes)) sheets.at(-1)?.rows.push({ first, last: row });
  }
  return sheets;
}
