import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import type { Partner, TableDeclaration } from './agreement.js';
import { Declarations, requireDeclared } from './declarations.js';
import { partOf } from './part-of-workbook.js';
import type { AgreementDocument } from './schema.js';
import type { YamlText } from './yaml-text.js';

/** What a table may be called, so that a figure of it can be told from a figure of the fund, which has a dot. */
const usableCode = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** The published tables, each with what it calls the partners. */
export function resolveTables(
  { tables }: AgreementDocument,
  partners: ReadonlyMap<string, Partner>,
  yaml: YamlText,
  report: Report,
): ReadonlyMap<string, TableDeclaration> {
  const declared = new Declarations<TableDeclaration>('table');
  for (const [index, { partners: labels = {}, sheet, range, ...table }] of tables.entries()) {
    const place = yaml.placeOf(['tables', index, 'code']);
    const file = yaml.placeOf(['tables', index, 'file']);
    if (!usableCode.test(table.code)) report(diagnose('BCF1026', { found: table.code }, { place }));
    if (isOutside(table.file)) report(diagnose('BCF1028', { found: table.file }, { place: file }));
    const partnerPlaces = new Map<string, Place>();
    for (const [partner, label] of Object.entries(labels)) {
      const key = yaml.placeOfKey(['tables', index, 'partners'], partner);
      const at = yaml.placeOf(['tables', index, 'partners', partner]);
      requireDeclared('partner', { code: partner, place: key }, partners, report);
      const [other] = [...partnerPlaces.keys()].filter((earlier) => labels[earlier] === label);
      if (other !== undefined) report(diagnose('BCF1029', { label, one: other, other: partner }, { place: at }));
      partnerPlaces.set(partner, at);
    }
    const called = { partners: new Map(Object.entries(labels)), place: file, partnerPlaces };
    declared.add({ ...table, ...partOf({ sheet, range }), ...called }, place, report);
  }
  return declared.items;
}

/** Whether a path leaves the fund folder, or is none of a fund folder at all. */
export function isOutside(file: string): boolean {
  return /^([\\/]|[A-Za-z]:)/.test(file) || file.split(/[\\/]/).includes('..');
}
