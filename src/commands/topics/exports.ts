/** `bcf help exports`. */
export const exports = `Exports of the books, as bcf export writes them

  hledger      hledger -f FILE check --strict       and the plan: hledger -f FILE balance --budget
  ledger       ledger --strict --pedantic -f FILE balance       and the plan: ledger -f FILE budget
  beancount    bean-check FILE       the plan stands under Equity:Plan: beancount has no budget
  datapackage  a folder of tidy CSV tables, with datapackage.json to say what is in them

Each row of the actuals up to the quarter is a transaction on its own day, with its reference, and with its file
and line as row:. What was brought forward is dated the first day of the year. Money that is tied to no heading is
Untied; what is aligned stands under Assets:Aligned, with its owner: what its receipts say of it, less what was spent.
A code is a name of letters, digits and hyphens with a capital first; bcf: beside an account has its codes.

After each quarter stand the totals that bcf reconcile prints as at its end, taken from the statement: the program
adds up the rows by itself, and refuses the journal if a penny is out. Where hledger and beancount cannot say a total
of several accounts, two transactions of the last day, Proof, put it together and take it apart; hledger -R leaves
them out. Figures that are no sum of the books, such as performance not earned, are not among them.

The plan is the budget of the year, and an allowed virement moves it from its day. hledger balances the plan only when
it reports on it, so check has to be both commands above. ledger shows no budget where there are no transactions.
A forecast is no transaction: it is in the data package alone, and so is each figure of the statement (totals.csv).
Cells of a data package are exact, and for programs: a spreadsheet may run one that begins with =, +, - or @.

In words of yours a mark that another program would obey is written %XX, as in a web address. Words that are not
plain ASCII need a UTF-8 locale for hledger, such as LC_ALL=C.UTF-8. Findings stop no export, and exit with 1.
`;
