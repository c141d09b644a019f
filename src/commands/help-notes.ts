/** What the help of a command ends with, beside its options. */
export const helpNotes: Readonly<Record<string, string>> = {
  performance: `
-2.1% is 2.1% below the baseline in each quarter still to come, -200 is 200 admissions fewer in each, and * stands for
every CCG without an assumption of its own. The national return nets the whole area; what lies between it and what is
paid, CCG by CCG, is listed below it. How a payment is worked out: bcf explain R3.`,
  variance: `
Of each body, heading and schedule: plan, virements, actual, forecast, the variance, and who bears or holds it, with the
proof that no locality's money covers another's. How it is worked out: bcf explain R4; which policies an agreement may
declare: bcf help agreement. Of each ring-fence: what there is, what was spent, what is held: bcf explain R2.`,
  settle: `
Of each instalment: due, paid, outstanding, how many days late; then who owes what to whom, and why. Where bodies have
sent their own view in ledgers/balances*.csv, the two views are compared with each other and with the ledgers. How it is
worked out: bcf explain R5.`,
  check: `
Every rule of the agreement and every control of controls.csv: bcf help controls. --quiet suits a hook before each
commit; --format github annotates a pull request; --format junit is what most CI servers read.`,
  diff: `
Lines are matched by their codes alone, and between two funds by the successors that their agreements declare (of a body
that is no partner, under successors:). + is added, - removed, ~ changed, ? not known because a part of it has no
forecast. Over- and underspends are those of bcf variance, against the plan and its virements; performance not earned
and grants held stand apart. Of a partner's or a locality's money it says who pays or holds what is over or under.
What is over is not made good by what is under of another body or schedule, unless they share it: both are said, and
such a line is marked by its worst part.

With thresholds in the agreement each line is marked amber or red: bcf help agreement. --fail-over also fails where a
grant is spent above all that there is for it, or a line is not known. Its limit is on the outturn: before the year end,
a forecast that is declared and has not come is an error, unless --to actual asks for what is spent so far.`,
  apportion: `
By contributions, or by a table of agreement.yaml that says under partners: what it calls each partner: percents,
populations, a printed line. The odd pennies, hundreds or thousands go to the largest remainders.`,
  trace: `
bcf reconcile --names lists the names of all its figures, and so does every command that has --names. Codes in brackets
may be left out where one figure only is meant. The amounts below a figure add up to it, with their signs.

What is compared, shared out or assumed says in its name what it was made from:
  diff[by=heading;from=plan;to=forecast@Q2].lines[line=care-act].change
  apportion[amount=1500000;by=contributions;to=penny].shares[partner=10D].share
  what-if[99J=-2.1%].partners[partner=99J].by-year-end.payment

A figure may also be written as controls have it, plan.applied[heading=care-act], or as the amount that a paper prints,
65,536.84: it says which figures of the fund come to it. A large tree is cut, and says so; --depth all shows all of it.`,
  close: `
Quarters are closed in order, and the year after all four, where each line of the annual return, quarter by quarter, is
what the four records say. A quarter can be closed that reconciles, and in which every body that is planned to spend has
sent its spending; another one with --with-differences. A close writes one record to closes/: the statement, the hash of
each input, each row of the quarter, who closed it and when, and the hash of the record before. The plan, the schemes
and what was brought forward are closed with Q1; forecasts, balances and admissions with the quarter that they are as at
or paid in. From then on reconcile, check and verify name every such row that says something else, has vanished or has
appeared, and each figure that differs. Rows of open quarters may be added to the same file.

To correct a closed row, enter a row in an open quarter that names it: bcf help ledgers. Note the seal in the minutes:
whoever can write to the folder can also write every record anew, or take the last one away, and no file in the folder
can tell; bcf verify --seal can. Where there is no .gitattributes, a close writes one, so that git leaves line ends as
they are; one of your own is never touched.`,
  verify: `
What must not move is what a row says: its day, its bodies and codes, its amounts, its reference (of a scheme also its
name, of the plan its provenance). Written another way it is the same row: 06/04/2015 for 2015-04-06, 1234.5 for
1,234.50, another separator, encoding or line ends, columns in another order, a column more, another note, another place
in the file or in another file of its kind. Each such file is a warning, with how many rows and in what. A record in
closes/ may have other line ends or a byte order mark too: any other byte that is changed in it breaks its seal. If the
agreement is varied, that is a warning, and an error only where a closed figure moves. A change to controls or published
tables is said too. Nothing reconciles while a closed quarter has moved. Worked cases: bcf explain R7.`,
  export: `
What is written, and how to check it: bcf help exports`,
  workbook: `
Working: the agreement, the plan, every posting, the trial balance, and each sheet of the statement. A figure is a
formula made from its terms; change a coloured cell, and all that depends on it moves, and the cover says how many
figures no longer are what bcf said. More than 20,000 postings are summed by account and month, and the sheet says so.
What is split to the penny over several at once is worked out on the sheet Splits.

Publication: values alone, one table a sheet, by the accessibility checklist of the Government Analysis Function.

The ending of --output says the form: .xlsx, or .ods for OpenDocument.`,
  preview: `
FILE need not be in the fund folder: it is read by the entry of ledgers: that its name fits, as if it lay where the files
of that entry do, and among the fund’s other ledgers. What bcf preview says of a file, bcf check says of the fund with that
file in it, and the exit code is the file’s. --as expenditure is for a file of another name; it may also be the files: of
an entry, as it stands in agreement.yaml.

Of an export that no entry describes it proposes the lines of agreement.yaml that would read it: columns it finds by their
names and cells. What could be read in two ways is not guessed: FILL IN stands there, with what it may be. What an entry
may say: bcf help exports-of-your-own. Where agreement.yaml has several entries of that kind and the name fits none, the
file is one export more: its entry is proposed, with where it has to stand among them.`,
  map: `
The table goes by the columns that map: of the entry names, or by those of --by, which may be given more than once. A file
that no entry describes yet is read as bcf preview proposes, and bcf map says by which of its columns. Ours
is blank: fill it in, and put the table where map: says. A code that is exactly one of ours, or its name, is filled in
already; “nearest” is a suggestion, and never read. A code whose line is blank waits, and bcf check says how much money
waits for it. Where the table is there already, only codes that wait are written: add them to it.
Beside the codes stand the words most often seen with them, their rows, and the sum of these. The columns that map: does
not name are not read, and may stay.`,
  init: `
Without --from every name and figure is made up, and each output says so until you change provenance to own.
With --from the agreement keeps its comments and its layout; the plan and the schemes are last year’s, marked for
review; opening balances are what was held at the year end. The rows of its ledgers, its controls, its published
tables and its closed quarters stay where they are. A partner whose successor is a partner too gives way to it.`,
};
