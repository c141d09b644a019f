import { ledgersWith } from '../ledger-help.js';

/** `bcf help ledgers`. */
export const ledgers = `Ledgers, as Excel saves them

UTF-8, UTF-16 (“Unicode text”) or Windows-1252; separated by comma, semicolon, tab or bar, also with Excel's sep= line;
amounts as 1234.56, 1,234.56, £1,234, (1,234.56), -1,234, 1,234- and - for nil; dates in any form that can mean one day
only: 2015-06-30, 30/06/2015, 30.06.15, 30-Jun-15, 30 June 2015, 20150630, Excel’s day number, with or without a time.
Amounts are net of VAT that can be recovered.

The unit is never guessed. Write it in the header, as amount (£) or amount (£000), or under ledgers: in agreement.yaml.
Where a body's export has other column names, declare them there once; the first line that matches a file counts:

  ledgers:
    - kind: expenditure
      files: ledgers/expenditure-10e.csv
      unit: pounds
      columns: { date: "Posting date", amount: "Net amount", reference: "Doc no" }
    - { kind: expenditure, files: ledgers/expenditure*.csv, unit: pounds }

Debits and credits in two columns, a column of signs, a body's own codes, what is the same in every row: bcf help
exports-of-your-own. A column of signs (D or C), or of amounts that is not read, is an error; ignore: [VAT, Balance]
beside unit: says which are the export's own. A total is compared with its rows and never added; has_totals: no says that
a row which looks like one counts.

A row that corrects another is one of an open quarter. ${ledgersWith('adjusts').replace(/^c/, 'C')} may have a column
adjusts: the reference of a row of an earlier quarter, of the same body and kind of ledger. It may stand in the file of
the row that it corrects, or in one of its own, such as ledgers/expenditure-adjustments.csv:

  date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note,adjusts
  2015-10-20,09C,KCC,protection-of-social-care,ccg-minimum,09C-S07,,-100.00,KCC-A1,invoice was £100 too high,KCC-0001/1

bcf verify lists such rows. A row of an earlier year is named with its year, 2014/15:KCC-0001/1. It cannot be looked up
here, so it is taken as said. Spending that adjusts one is this year's; a receipt that does is no contribution to this
year. Both are shown apart, as prior-year items.

A receipt is a contribution, of the oldest instalment due. Contributions may have a column for, which says otherwise:

  instalment Q3, performance Q2    of that quarter, before what is older; of an earlier year: instalment 2014/15
  variance, variance 2014/15       it settles an over- or underspend: no contribution; nobody is ahead or late by it;
                                   schedule names whose money it makes good, where that is another’s;
                                   a member pays for a group whose spending the plan does not divide
  refund                           a contribution given back, as a negative amount
  handover                         of what an earlier host of the pool held

A receipt that names no heading is of all that its contributor's plan does not tie. Where some of that is aligned, so
much of the receipt, in proportion to the plan, is its owner's and never came into the pool. A receipt of pooled money
alone names a pooled heading; one of aligned money names that, or is left out.

A year begins with what the one before it closed with, in ledgers/opening.csv: bcf init --from writes it. The column
body says whose an amount is, and kind what it is. Positive is held for the body or owed to it, negative is
owed by it, and all of it together is what the host holds:

  balance          not spent, and kept: it is available to its body, and what is ring-fenced to nobody else
  contributions    of last year: owed, which receipts that do not say what they are for settle first; or paid ahead
  variance         of last year: to be paid in, or owed back; a row for variance 2014/15 settles it
  handover         of a host before the last, which has not handed over all that it held

  pool,heading,partner,source,body,kind,amount (£),host,note
  kent,care-act,09C,ccg-minimum,KCC,balance,900.00,KCC,not spent in 2014/15

The column host says who held it when last year ended. Where the agreement's pool has another host now, the last one
owes it what it held, whoever's that is, until a receipt for handover says that it came.

bcf check my-fund --last-year last-years-fund holds the two against each other: each body, each ring-fence, each kind.

Spending that is not paid yet is an accrual: expenditure may have a column accrual, with the word accrual. When the
invoice comes, a negative row with the word reversal takes it back, of the same money, in the same quarter or a later
one, and adjusts names the accrual; the invoice is a row of its own. A row of period 13 is dated 31 March:

  date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note,adjusts,accrual
  2015-09-30,09C,KCC,care-act,ccg-minimum,,,900.00,KCC-A2,care in September,,accrual
  2015-10-12,09C,KCC,care-act,ccg-minimum,,,-900.00,KCC-A3,the invoice has come,KCC-A2,reversal
  2015-10-12,09C,KCC,care-act,ccg-minimum,,,880.00,KCC-A4,care in September,,
  2016-03-31,09C,KCC,care-act,ccg-minimum,,,700.00,KCC-A5,period 13: care in March,,accrual

An accrual of last year is reversed by a row that names it with its year; the invoice names it too, so that what the two
leave is a prior-year item. The statement shows what is accrued, reversed and not reversed, by heading and body.
delivered_by names who delivers, freely: it is kept in the data package, and bcf trace shows it.
`;
