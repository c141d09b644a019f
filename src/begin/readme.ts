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

2. plan.csv. What each partner pays in, by heading: contributor, source, heading, applied_by (who spends it), amount,
   provenance. FILL IN: your amounts. The rows of a partner add up to its contribution, the rows of a heading to its
   allocation. provenance is stated for a figure that the agreement prints, derived for one that you worked out,
   illustrative for one that is made up.

3. schemes.csv. The schemes of each schedule: schedule (whose), scheme (a code of your own), name, heading (blank where it
   is not agreed), amount. FILL IN: yours. They add up to the contribution. Delete the file if you have no schemes.

4. controls.csv. Totals that are printed somewhere else, to agree with: bcf help figures lists what can be named. FILL IN:
   yours, with the place where each is printed.

5. pro-forma.csv. Which scheme or heading belongs to which line of the expenditure pro-forma. FILL IN: your lines.

6. forms/ holds an empty form of each ledger. When its first rows come, copy a form to ledgers/ and put the rows under its
   header: expenditure-council-q1.csv, one file or many. Exports of your own will do as well: bcf help formats. Nothing
   in forms/ is read.

After each change: bcf check . says what does not fit, at its file and line. bcf reconcile . prints the flow of funds.
`;
}
