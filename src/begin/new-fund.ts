import type { FinancialYear } from '../agreement/financial-year.js';
import { columnsOf, factsOf } from '../agreement/ledger-kinds.js';
import type { NewFile } from './file.js';
import { csvText, headerIn } from './house-csv.js';
import { newAgreement } from './new-agreement.js';
import { ledgersBegun, ledgersToCome } from './new-ledgers.js';
import { readme } from './readme.js';

/** The files of a fund that begins from nothing. */
export function newFund(name: string, year: FinancialYear): NewFile[] {
  return [
    { path: 'README.txt', text: readme({ name, year: year.label }), what: 'how to fill the folder in' },
    {
      path: 'agreement.yaml',
      text: newAgreement(name, year),
      what: 'partners, sources, headings, contributions, rules',
    },
    ...ledgersBegun.map(({ kind, files, what, example: { rows } }) => {
      const header = columnsOf(kind).slice(0, rows[0]?.length);
      return { path: files, text: csvText(header, rows), what };
    }),
    ...ledgersToCome.map(({ kind, what }) => {
      const header = headerIn(kind, Object.keys(factsOf(kind).required), undefined);
      return { path: `forms/${kind}.csv`, text: csvText(header, []), what };
    }),
  ];
}
