import type { FinancialYear } from '../agreement/financial-year.js';
import { columnsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import type { NewFile } from './file.js';
import { csvText, houseHeader } from './house-csv.js';
import { newAgreement } from './new-agreement.js';
import { readme } from './readme.js';

const dfg = 'disabled-facilities-grant';

const plan = [
  ['COUNCIL', dfg, dfg, 'COUNCIL', '1200000', 'illustrative'],
  ['ICB1', 'nhs-minimum', 'adult-social-care', 'COUNCIL', '2400000', 'illustrative'],
  ['ICB1', 'nhs-minimum', 'out-of-hospital', 'ICB1', '3600000', 'illustrative'],
  ['ICB2', 'nhs-minimum', 'adult-social-care', 'COUNCIL', '1200000', 'illustrative'],
  ['ICB2', 'nhs-minimum', 'out-of-hospital', 'ICB2', '1800000', 'illustrative'],
];

const schemes = [
  ['ICB1', 'ICB1-01', 'FILL IN: a scheme, such as Reablement', 'adult-social-care', '2400000'],
  ['ICB1', 'ICB1-02', 'FILL IN: a scheme, such as Community nursing', 'out-of-hospital', '2600000'],
  ['ICB1', 'ICB1-03', 'FILL IN: a scheme, such as Support for care homes', 'out-of-hospital', '1000000'],
  ['ICB2', 'ICB2-01', 'FILL IN: a scheme, such as Reablement', 'adult-social-care', '1200000'],
  ['ICB2', 'ICB2-02', 'FILL IN: a scheme, such as Community nursing', 'out-of-hospital', '1800000'],
];

const controls = [
  ['The pool', 'agreed.contribution', '10200000', '', 'FILL IN: where this total is printed', ''],
  ['Applied', 'plan.applied', '10200000', '', 'FILL IN: where this total is printed', ''],
];

const proForma = [
  ['Adaptations and equipment', '', '', dfg, 'illustrative'],
  ['Reablement', 'ICB1', 'ICB1-01', '', 'illustrative'],
  ['Reablement', 'ICB2', 'ICB2-01', '', 'illustrative'],
  ['Community services', 'ICB1', 'ICB1-02', '', 'illustrative'],
  ['Community services', 'ICB1', 'ICB1-03', '', 'illustrative'],
  ['Community services', 'ICB2', 'ICB2-02', '', 'illustrative'],
];

const ledgers: readonly (readonly [LedgerKind, string])[] = [
  ['opening', 'a form: what was brought forward'],
  ['contributions', 'a form: money that comes in'],
  ['expenditure', 'a form: money that is spent'],
  ['forecast', 'a form: each body’s expected outturn'],
  ['virements', 'a form: budget moved between headings'],
  ['balances', 'a form: what bodies say that they owe each other'],
];

/** The files of a fund that begins from nothing. */
export function newFund(name: string, year: FinancialYear): NewFile[] {
  return [
    { path: 'README.txt', text: readme({ name, year: year.label }), what: 'how to fill the folder in' },
    {
      path: 'agreement.yaml',
      text: newAgreement(name, year),
      what: 'partners, sources, headings, contributions, rules',
    },
    table('plan', plan, 'what each contribution is applied to'),
    table('schemes', schemes, 'the schemes of each schedule'),
    table('controls', controls, 'published totals to agree with'),
    table('pro-forma', proForma, 'the lines of the expenditure pro-forma', ['provenance']),
    ...ledgers.map(([kind, what]) => ({ path: `forms/${kind}.csv`, text: csvText(houseHeader(kind), []), what })),
  ];
}

function table(kind: LedgerKind, rows: readonly string[][], what: string, more: readonly string[] = []): NewFile {
  const { required } = columnsOf(kind);
  return { path: `${kind}.csv`, text: csvText([...required, ...more], rows), what };
}
