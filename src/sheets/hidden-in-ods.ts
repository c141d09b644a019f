import { attributeOf } from './names.js';

/** What a sheet of a workbook of LibreOffice does not show, which the library that reads it leaves out. */
export interface HiddenInOds {
  readonly isHidden: boolean;
  /** Runs of rows, counted from 1. */
  readonly rows: readonly { readonly first: number; readonly last: number }[];
}

const parts = /<table:table\s([^>]*)>|<table:table-row(\s[^>]*)?>|<(\/?)table:table-row-group(\s[^>]*)?>/g;
const hiddenStyle = /<style:style\s([^>]*)>\s*<style:table-properties\s[^>]*table:display="false"/g;

/**
 * The sheets of a workbook of LibreOffice in their order: whether each is shown, and which of its rows are not, be it by
 * themselves or with a group that is folded away.
 */
export function hiddenInOds(content: string): HiddenInOds[] {
  const styles = [...content.matchAll(hiddenStyle)].map(([, attributes = '']) => attributeOf(attributes, 'style:name'));
  const sheets: { isHidden: boolean; rows: { first: number; last: number }[] }[] = [];
  let row = 0;
  let groups: boolean[] = [];
  for (const [, table, attributes = '', end, ofGroup = ''] of content.matchAll(parts)) {
    if (table !== undefined) {
      sheets.push({ isHidden: styles.includes(attributeOf(table, 'table:style-name')), rows: [] });
      row = 0;
      groups = [];
    } else if (end === '/') groups.pop();
    else if (end === '') groups.push(ofGroup.includes('table:display="false"'));
    else {
      const first = row + 1;
      row += Number(attributeOf(attributes, 'table:number-rows-repeated') || '1');
      const isHidden = groups.includes(true) || /table:visibility="(?:collapse|filter)"/.test(attributes);
      if (isHidden) sheets.at(-1)?.rows.push({ first, last: row });
    }
  }
  return sheets;
}
