import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import type { LedgerEntry } from './agreement.js';
import { columnsOf, factsOf, ledgerKindNames } from './ledger-kinds.js';
import type { AgreementDocument } from './schema.js';
import type { YamlText } from './yaml-text.js';

/** No pattern of files is this long; the library that reads them throws at 64 KiB. */
const longestPattern = 1000;

/** The declared patterns in their order, then the built-in ones: the first that matches a file counts. */
export function resolveLedgers(document: AgreementDocument, yaml: YamlText, report: Report): LedgerEntry[] {
  const declared = document.ledgers.map(
    ({ kind, files, unit, columns = {}, ignore, has_totals }, index): LedgerEntry => {
      const known = columnsOf(kind);
      if (files.length > longestPattern) {
        const args = { characters: files.length, limit: longestPattern };
        report(diagnose('BCF3051', args, { place: yaml.placeOf(['ledgers', index, 'files']) }));
      }
      for (const name of Object.keys(columns)) {
        if (known.includes(name)) continue;
        const place = yaml.placeOfKey(['ledgers', index, 'columns'], name);
        const args = { found: name, kind, meant: near(name, known), allowed: known.join(', ') };
        report(diagnose('BCF1018', args, { place }));
      }
      return {
        kind,
        files,
        ...(unit && { unit }),
        columns: new Map(Object.entries(columns)),
        ...(ignore && { ignore }),
        ...(has_totals !== undefined && { hasTotals: ['yes', 'true'].includes(has_totals) }),
        place: yaml.placeOf(['ledgers', index, 'files']),
      };
    },
  );
  const builtIn = ledgerKindNames.map((kind) => ({ kind, files: factsOf(kind).files, columns: new Map() }));
  return [...declared, ...builtIn];
}
