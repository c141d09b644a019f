/** `bcf help exports-of-your-own`. */
export const exportsOfYourOwn = `A body’s own export: how the agreement says that it is read

A finance system has its own columns, dates, signs and codes. The agreement says once how each body’s export is read, and \
from then on the file is put into ledgers/ as it comes: nobody retypes it. An entry of ledgers: in agreement.yaml, with \
as much of this as the export needs:

  ledgers:
    - kind: expenditure
      files: ledgers/gl-council*.csv
      unit: pounds
      columns:
        date: [Posting date, Date posted]
        amount: { debit: Debit, credit: Credit }
        reference: [Document no, Line]
        note: { from: Narrative, or: Supplier }
      constants: { schedule: ICB1, applied_by: COUNCIL, source: nhs-minimum }
      map:
        heading: { by: [Cost centre, Subjective], table: maps/council.csv }
      leave_out: { Status: [Reversed, Parked] }

bcf preview gl-council-june.csv my-fund shows how such a file is read, before it is in ledgers/. Of one that no entry \
describes yet, bcf preview FILE my-fund --as expenditure proposes these lines, with FILL IN where it does not guess.

columns: our column, and where its cells come from.

  date: Posting date                             that header, however it is spaced, cased or marked
  date: [Posting date, Date posted]              one of these headers, as they change from month to month
  reference: [Document no, Line]                 for a reference: both cells together, 510001/2
  note: { from: Narrative, or: Supplier }        the second where the first is blank
  amount: { debit: Debit, credit: Credit }       debit less credit
  amount: { value: Net, sign: D/C, credit: C }   a credit is negative; debit: says other words than D, DR, Debit
  amount: { value: Net, marked: CR }             120.00 CR is negative: the mark stands in the cell itself
  amount: { value: Net, times: -1 }              the sign turned round; beside debit and credit too

Columns whose cells may all be blank may be missing: scheme, district and note of expenditure, note of contributions. \
A column that holds signs or money and is not read is an error, unless ignore: names it.

A workbook, .xlsx, .xlsm or .ods, may stand wherever a CSV file may: a ledger, a table of map:, a published table. It is \
read as its cells show, macros are not run, and what is hidden, merged or never worked out in it is told. sheet: names its sheet, where more than \
one holds anything; range: says which of its cells, or the name that a range or a table has in the workbook, which says \
the sheet too. Rows that go on below a range are told:

  - { kind: expenditure, files: ledgers/gl-*.xlsx, sheet: Ledger, range: B4:H200, unit: pounds }
  - { kind: expenditure, files: ledgers/gl-*.xlsx, range: Spend, unit: pounds }

The header is the first line that has these columns, among the first fifty; header: 4 says that it is on the fourth line of each file, and on no other. What is surely no row is passed over and counted: lines above the header, the header again on each page, blank rows, notes, totals that agree with the rows above them. bcf check says how many of each; one that may be a row, or a total that does not agree, is named.

constants: what is the same in each row, such as whose ledger it is. heading: none says of contributions that they are \
tied to no heading.

map: a table in the fund folder says what each code of the body is in the agreement. Its columns are the headers that it \
goes by, then ours; others are the body’s own, and are not read:

  Cost centre,Subjective,heading,scheme,what it is
  40312,*,adult-social-care,ICB1-01,home care
  40310-40319,3020,adult-social-care,,beds
  *,*,out-of-hospital,,everything else

A code goes before a range, and a range before *. A range has codes of digits, 900-1100, or with the same letters before \
both, A100-A199; a code that is itself written so, or has a * in it, has an apostrophe before it. A code without a line, \
or with one whose heading is blank, waits, also beside *, and so does one that a line has with other noughts before it: bcf \
says how many rows and how much money wait for it, and reads all others in the same run. bcf map \
writes such a table from an export, with each code, its rows, its money and the words beside it, to be filled in.

bcf check says how many rows and how much money fell to a line for any code, *, and how many lines no row has met; with \
--verbose which codes, and which lines.

A code may stand in another case, or as the name that the agreement prints, where that can mean one only; reconcile \
--full --verbose says which were taken so. What else a body is called stands in the agreement, and goes for headings, \
sources and pools too:

  partners:
    - { code: 09C, scheme: ods, name: Ashford CCG, also: [NHS Ashford, Ashford], kind: ccg }

dates: mm/dd/yyyy says the order of the numbers where a date could be two days. Without it numbers are day first, and a \
date that could be two is refused.

decimal: comma says that pence stand behind a comma: 1.234,56.

lines_of_a_document: numbered says that rows with one reference are lines of one document: they are 510001/1, 510001/2 in \
the order of the file. Where an export has no number at all, cells that it has make one: reference: [Posting date, \
Supplier], numbered.

reference: none says that rows have none: two that are alike in every column are two payments. Three rows and more that \
come again in one order are told, as pasted twice perhaps.

An export of the year to date has the rows of the last one. Where all rows of one file are in another, to the letter, \
each counts once, and the later file is named. Where most are and some are not, one of \
the two is wrong, and bcf says how many rows; a single row that stands in two files is named, and never counted twice.

leave_out: rows that are none of the ledger, by a word in one of the export’s columns. They are counted and added up in a \
warning in each run.

A close closes what the rows of an export say, in our columns. A table or an entry that gives a closed row another \
meaning is found by bcf verify like a row that was changed.
`;
