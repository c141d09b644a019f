import { factsOf, ledgerKindNames } from '../../agreement/ledger-kinds.js';
import { ledgerInWords } from '../ledger-help.js';

const ledgers = ledgerKindNames.flatMap((kind) => [`  ${factsOf(kind).files}`, `      ${ledgerInWords(kind)}`]);

/** `bcf help folder`. */
export const folder = `A fund folder: its files, and what each holds

A fund is a folder that a finance team keeps on a shared drive or in git, and edits with Excel and a text editor.

  agreement.yaml
      partners and groups of them, pools and their host, sources, headings, what each partner pays in, the rules and \
their clauses, which files are which ledger: bcf help agreement
${ledgers.join('\n')}
  closes/
      one record for each close, written by bcf close and by nobody else
  .gitattributes
      keeps git from turning line ends; written by bcf init and bcf close where there is none

Each body can keep its own files: expenditure-09c.csv, expenditure-kcc-q3.csv. The order of columns is free. How cells
may be written, and what to do where a body's export calls files or columns otherwise: bcf help ledgers.

What is agreed stands in agreement.yaml, and what it is made up of in plan.csv and schemes.csv. bcf compares them, so
that a slip in either is found.
`;
