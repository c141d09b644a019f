import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import type { Partner, TableDeclaration } from './agreement.js';
import { Declarations, requireDeclared } from './declarations.js';
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
  for (const [index, { partners: labels = {}, ...table }] of tables.entries()) {
    const place = yaml.placeOf(['tables', index, 'code']);
    if (!usableCode.test(table.code)) report(diagnose('BCF1026', { found: table.code }, { place }));
    for (const partner of Object.keys(labels)) {
      const at = yaml.placeOfKey(['tables', index, 'partners'], partner);
      requireDeclared('partner', partner, partners.values(), at, report);
    }
    const file = yaml.placeOf(['tables', index, 'file']);
    declared.add({ ...table, partners: new Map(Object.entries(labels)), place: file }, place, report);
  }
  return declared.items;
}
