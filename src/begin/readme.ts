import { ledgersBegun } from './new-ledgers.js';

interface Described {
  readonly name: string;
  readonly year: string;
  /** What was carried over, where the fund follows another: paragraphs. */
  readonly carried?: readonly string[];
}

/** What stands in README.txt of a new fund: CSV files have no comments, so that what to put in them stands here. */
export function readme({ name, year, carried = [] }: Described): string {
  return `${name}, ${year}

Made by bcf init. Whoever keeps the pool's books fills it in: look for FILL IN in every file here.
${carried.map((paragraph) => `\n${paragraph}\n`).join('')}
1. agreement.yaml. Who the partners are, what they pay in, what for, and under which clauses. Each FILL IN is a comment
   beside what it is about. An editor that knows YAML schemas completes the file and checks it as you type.

${ledgersBegun.map(({ files, example }, index) => `${index + 2}. ${files}. ${example.toFill}\n\n`).join('')}${ledgersBegun.length + 2}. forms/ holds an empty form of each ledger. When its first rows come, copy a form to ledgers/ and put the rows under its
   header: expenditure-council-q1.csv, one file or many. Exports of your own will do as well: bcf help formats. Nothing
   in forms/ is read.

After each change: bcf check . says what does not fit, at its file and line. bcf reconcile . prints the flow of funds.
`;
}
