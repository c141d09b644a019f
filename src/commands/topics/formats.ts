/** `bcf help formats`. */
export const formats = `Formats

  text   what the CFO group signs: £m to three places for the flow of funds, then pounds and pence
  html   one file that a browser shows and prints: tables with their heads, for a paper that is passed on
  json   one document, versioned: bcf schema NAME describes it. Amounts are text in pounds with two
         decimals; what is absent is not known, and never means nil
  markdown   the same for a paper, a wiki or a comment on a pull request
  csv    for a spreadsheet, with numbers exact, and text that it would run made harmless: see below
  github     check: annotations at the file and line, for GitHub Actions
  junit      check: XML that most CI servers read
  xlsx, ods  workbook: a spreadsheet of formulas to check and to change, or of values to publish

Which is for whom:

  the CFO group, to read and to sign    bcf reconcile my-fund --as-at Q2
  who checks in a spreadsheet           bcf workbook my-fund --as-at Q2 --output q2.xlsx
  the public, as a spreadsheet          bcf workbook my-fund --as-at Q2 --for publication --output q2.ods
  a pivot table                         bcf reconcile my-fund --as-at Q2 --output q2.csv
  a system                              bcf reconcile my-fund --as-at Q2 --json
  auditors, in a ledger of their own    bcf export my-fund --to hledger

Every command that reports on a fund has all five; check also has github and junit. bcf page is html, the fund on one
page, in which every figure opens into what it is made of, down to the rows: it has no script, asks for nothing, and may
be sent as it is; or pdf, which a browser that is installed prints of it.

A CSV of reconcile, performance, variance, settle and verify is one tidy table: a row a figure, to be filtered and
pivoted. Its columns are the same in every quarter:

  table          the list or section: by-partner.headings, variances.borne-by, settlement.partners
  fund, year, as_at, fund_provenance    on every row, so that quarters and funds can stand below each other
  figure         what it is there: plan, actual, outstanding, totals.payment
  amount_gbp, number, percent    what it comes to, in the column of its unit
  provenance     stated, derived, illustrative or ledger, where that is said
  partner, source, heading, quarter, ...    by which codes it is told apart
  label, clause, status, why, ...    what else its item says; an item without a figure has a row of its own
  figure_name    what bcf trace takes

Totals and breakdowns of the same money are tables of their own: add up one figure of one table. What is not known has
no row. A CSV of check, diff, report and apportion is its tables: a row a line, with kind = total, head or line, so that
totals can be left out. Of trace it is a row a figure and a row a line of a ledger, by how many levels below it stands.

A CSV file with more than ASCII in it begins with a byte order mark, without which Excel shows £ as Â£; --no-bom leaves
it out, --bom has it in every CSV file. A pipe never has one.

Where --output names a file, its ending says the form: .txt, .html, .json, .csv, .md, .xml (junit), .pdf (page). A name
without an ending takes any form; an ending that contradicts --format, or that the command has no form for, is refused.

Marks: [d] stands beside a figure that is derived, which is worked out from what is printed and not itself printed;
[i] where figures are illustrative. An amount that is not known is left blank; it is never shown as nil.
`;
