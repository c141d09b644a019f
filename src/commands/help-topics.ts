import { limits, sizeInWords } from '../files/limits.js';
import { ledgerHelp, ledgersWith } from './ledger-help.js';

/** Pages of `bcf help TOPIC` that belong to no one command. */
export const helpTopics: Readonly<Record<string, string>> = {
  'exit-codes': `Exit codes, the same for every command

  0    clean
  1    ran, and found a breach, an imbalance or an unexplained difference
  2    could not run: bad options, or files and rows that cannot be used
  3    the agreement itself is invalid
  70   a fault of bcf, with a report to send
  130  interrupted

Warnings change no exit code.
`,
  environment: `Environment

  NO_COLOR     set to anything: no colour
  FORCE_COLOR  set to anything but 0 or false: colour, also into a pipe or a file
  TERM=dumb    no colour

--color always and --color never go before all of these. Nothing else is read from the environment:
no locale, no time zone, no clock. The same folder gives the same output everywhere.
`,
  formats: `Formats

  text   what the CFO group signs: £m to three places for the flow of funds, then pounds and pence
  json   one document, versioned: bcf schema NAME describes it. Amounts are text in pounds with two
         decimals; what is absent is not known, and never means nil
  csv    tables for a spreadsheet; text that it would run is made harmless. Of the statements (reconcile,
         performance, variance, settle): tidy, a row a figure, no totals. Of check, diff, report and
         apportion: a row a line, with kind = total or line, so that totals can be left out
  markdown   check, diff, report, apportion: for a paper or a comment on a pull request
  github     check: annotations at the file and line, for GitHub Actions
  junit      check: XML that most CI servers read

Where --output names a file, its ending says the form: .txt, .json, .csv, .md, .xml (junit). A name without an ending
takes any form; an ending that contradicts --format, or that the command has no form for, is refused.

Ledgers are read as UTF-8, UTF-16 or Windows-1252; separated by comma, semicolon, tab or bar, also with
Excel's sep= line; amounts as 1234.56, 1,234.56, £1,234, (1,234.56), -1,234, 1,234- and - for nil; dates
as 2015-06-30 or 30/06/2015. The unit, pounds or £000, stands in the header or in the agreement.

${ledgersWith('adjusts').replace(/^c/, 'C')} may have a column adjusts: the reference of a row of an earlier quarter,
of the same body and kind of ledger, that the row corrects. bcf verify lists such rows. closes/0001.json and so on
are the records of bcf close: bcf schema close describes them.
`,
  ledgers: ledgerHelp,
  limits: `What is read, and how large it may be

  ${sizeInWords(limits.agreementBytes)}   agreement.yaml
  ${sizeInWords(limits.fileBytes)}   any other file: a ledger, controls.csv, a published table, a record of a close

  a row of a ledger or a published table   65,536 characters; of a longer line the first 65,536 are looked at
  an amount                                15 digits of pounds: more are two amounts run together, or a slip

There is no limit to the rows of a file but its size: they are read one at a time, and add to balances.

A file that is larger is refused, and so is what is no file: a device, a pipe, a folder where a file belongs. Links
are followed inside the fund folder, to a file or a folder in it. A link that leads out of it is refused, for a fund
is what stands in its folder. The fund folder itself may be reached by a link, and may be on a shared drive.

What bcf writes goes to a new file under a hidden name that ends in .bcf-tmp, which then takes the place of the old
one and has its permissions. What an interrupted run left under such a name is removed by the next that writes there.
`,
  quarters: `Quarters, and as at when a report is

  --as-at Q2   as at 30 September: rows dated later are left out, and said to be
  left out     the last quarter that has at least a tenth as many rows (receipts, spending, forecasts) as the
               fullest before it; half as many, where a quarter between has next to none

So a few mistyped dates move nothing: they are named, and so are the first rows of a new quarter until more come.
A fund with opening balances alone has not begun: it is as at the last day of last year, and nothing is overdue.

A quarter has ended where --as-at asks for it, where a forecast or a balance is as at it, where a row is of its last
day, or where a later one is reached. Only then is a forecast missed.
`,
  figures: `Figures, as controls.csv and bcf apportion name them

  plan.applied[heading=care-act]                a figure of the fund: a name with a dot, picked by its parts
  plan.applied[partner=09C;heading=care-act]    by several parts
  actual.applied[by=KCC;to=Q2]                  up to a quarter; without to=, the quarter of the report
  appendix-3[line=Enablement][total_000]        a published table: the rows, then the column
  appendix-3[line!=TOTAL][Ashford..West Kent]   all rows but one; the columns from one to another
  annex[scheme=Support for Care Homes*][amount_gbp]   * stands for whatever follows
  plan.applied[heading=schemes] + plan.applied[heading=performance]      spaces around + - * /
  agreed.contribution[group=ccgs] * 1000000 / 3460000                    numbers without commas

Figures of the fund, and the parts they are picked by
  agreed.contribution      partner, group, locality, source, pool, nature
  agreed.allocation        heading, by, pool, nature
  plan.applied             partner, group, locality, source, heading, by, pool, nature
  plan.schemes             partner, group, locality, heading, scheme, name
  actual.received          partner, group, locality, source, heading, pool, nature, to
  actual.brought-forward   partner, group, locality, source, heading, pool, nature
  actual.applied           partner, group, locality, source, heading, by, pool, nature, scheme, district, to
  forecast.applied         partner, group, locality, source, heading, by, pool, nature, scheme, to

partner is whose money it is, by is who spends it. Published tables are declared under tables: in agreement.yaml,
each with the unit of its figures. Rows of a table are picked by the words in its columns.
`,
  exports: `Exports of the books, as bcf export writes them

  hledger      hledger -f FILE check --strict       and the plan: hledger -f FILE balance --budget
  ledger       ledger --strict --pedantic -f FILE balance       and the plan: ledger -f FILE budget
  beancount    bean-check FILE       the plan stands under Equity:Plan: beancount has no budget
  datapackage  a folder of tidy CSV tables, with datapackage.json to say what is in them

Each row of the actuals up to the quarter is a transaction on its own day, with its reference, and with its file
and line as row:. What was brought forward is dated the first day of the year. Money that is tied to no heading is
Untied. A code is a name of letters, digits and hyphens with a capital first; bcf: beside an account has its codes.

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
`,
};
