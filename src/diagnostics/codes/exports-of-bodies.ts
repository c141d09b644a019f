import { counted, entry, orMeant } from '../entry.js';

const waiting = (rows: number, amount: string) =>
  `${counted(rows, 'row')}, ${amount}, wait${rows === 1 ? 's' : ''} for it`;

const patternFaults: Readonly<Record<string, string>> = {
  'part-star': '* stands alone, for any code',
  turned: 'the first number of a range is the smaller',
  noughts: 'both numbers of a range with noughts before them have as many digits',
};

const blank = (text: string) => (text === '' ? 'a blank cell' : `“${text}”`);

/** BCF106x and BCF306x: how the agreement says that a body’s own export is read, and what of an export that does not say. */
export const exportsOfBodiesCodes = {
  BCF1060: entry<{ column: string; isMoney: string }>({
    title: 'Where a column comes from is not understood',
    class: 'agreement',
    message: ({ column }) => `what is declared for ${column} does not say which cell of the export it is`,
    help: ({ column, isMoney }) =>
      isMoney === 'yes'
        ? `write ${column}: Net, or one of { debit: Debit, credit: Credit }, { value: Net, sign: D/C, credit: C }, { value: Net, marked: CR }, { value: Net, times: -1 }`
        : `write ${column}: Header, ${column}: [One spelling, Another], or { from: Header, or: Another header }; bcf help exports-of-your-own has an example of each`,
    explain:
      'Under columns: stands our column, and where its cells come from in the export: a header; several spellings of it, of which a file has one; from and or, where another column is taken if the first is blank. An amount may be debit less credit, a value with a column that says which of the two it is, or a value whose sign is to be turned round.',
  }),
  BCF1061: entry<{ column: string }>({
    title: 'A column that comes from two places',
    class: 'agreement',
    message: ({ column }) => `${column} is declared twice for one ledger`,
    help: () => 'keep one of columns:, constants: and map: for it',
    explain:
      'A column of ours comes from a cell of the export, is the same in every row, or is looked up in a table of codes. Of two such declarations nobody could say which counts.',
  }),
  BCF1062: entry<{ column: string; found: string; meant: string; allowed: string }>({
    title: 'A constant that is no code of the agreement',
    class: 'agreement',
    message: ({ column, found, meant }) => `“${found}” is no code that ${column} may have${orMeant(meant)}`,
    help: ({ allowed }) => `the codes of the agreement: ${allowed}`,
    explain:
      'Under constants: stands what every row of an export has in one of our columns, such as the body whose ledger it is. It is a code of the agreement, as a row’s own would be.',
  }),
  BCF1063: entry<{ key: string; found: string; expected: string }>({
    title: 'A word of a ledger’s entry that is not understood',
    class: 'agreement',
    message: ({ key, found, expected }) => `${key}: has “${found}”, where ${expected} belongs`,
    help: ({ key }) =>
      key === 'dates'
        ? 'write the order of its numbers: dd/mm/yyyy'
        : 'write header: 4 where the header is on the fourth line of each file, or leave it out',
    explain:
      'dates: of a ledger says in which order the numbers of a date stand, where a date could be two days. header: says on which line of each file the names of its columns stand; auto, as where it is left out, is the first line that has them.',
  }),
  BCF1064: entry<{ found: string; codes: string }>({
    title: 'Another name that could mean two',
    class: 'agreement',
    message: ({ found, codes }) => `“${found}” could mean ${codes}`,
    help: () => 'keep it under also: of one of them, and give the other another',
    explain:
      'Under also: stands what the ledgers of bodies call a partner, a heading or a source, beside its code and its name. A name that could mean two of them is taken for neither.',
  }),
  BCF1065: entry<{ found: string; column: string }>({
    title: 'A column that is read and ignored',
    class: 'agreement',
    message: ({ found, column }) => `“${found}” stands under ignore:, and ${column} comes from it`,
    help: ({ column }) => `take it out of ignore:, or give ${column} the header that is meant`,
    explain:
      'Under ignore: stand columns that say nothing of the amount. One that the entry reads is no such column: either it is not to be ignored, or another was meant to be read.',
  }),
  BCF1066: entry<{ kind: string; key: string; other: string }>({
    title: 'Two ways to tell rows apart, or one of a ledger that has none',
    class: 'agreement',
    message: ({ kind, key, other }) =>
      other === ''
        ? `${key} means nothing of ${kind}, whose rows have no reference`
        : `reference: none says that rows have no reference, and ${key} says what theirs is`,
    help: ({ key, other }) => (other === '' ? `take ${key} out` : `keep one of the two: reference: none or ${key}`),
    explain:
      'A row is told from others by its reference; lines_of_a_document: numbered numbers the lines that share one; reference: none says that an export has none, so that a row is told apart by all that it says. An entry says one of these, of a ledger whose rows have references.',
  }),
  BCF3060: entry<{ column: string; word: string; rows: number; amount: string; unread: number }>({
    title: 'Rows that the agreement leaves out',
    class: 'warning',
    message: ({ column, word, rows, amount, unread }) => {
      const without = unread === 0 ? '' : `, and ${unread} of them without an amount that can be read`;
      return `${counted(rows, 'row')}, ${amount} in all${without}, left out: ${column} is ${blank(word)}`;
    },
    help: () => 'nothing to do if they are none of this fund’s money; leave_out: in agreement.yaml says which they are',
    explain:
      'A body’s export may hold rows that are none of the ledger: reversed, parked, not yet approved. leave_out: of the ledger says by which word in which column they are known. They are counted and added up in every run, so that money that was left out is in nobody’s blind spot.',
  }),
  BCF3061: entry<{ code: string; table: string; word: string; line: number; rows: number; amount: string }>({
    title: 'A code that the table does not have',
    class: 'input',
    message: ({ code, table, word, line, rows, amount }) =>
      `${line === 0 ? `no ${word} of ${table} says` : `${word} ${line} of ${table} does not say yet`} what ${code} is with us: ${waiting(rows, amount)}`,
    help: ({ table, word, line }) =>
      line === 0
        ? `add a ${word} for it to ${table}, or one with * that takes every other code; bcf map FILE writes the lines`
        : `fill in ${word} ${line} of ${table}; a code with a blank ${word} waits, and does not fall to *`,
    explain:
      'A body’s ledger has its own codes: cost centres, subjectives. A table in the fund folder says what each is in the agreement. A code without a line, or with one that is not filled in, is not guessed, and its rows are not posted.',
  }),
  BCF3062: entry<{ code: string; table: string; word: string; lines: string; rows: number; amount: string }>({
    title: 'A code for which two lines of a table are meant',
    class: 'input',
    message: ({ code, table, word, lines, rows, amount }) =>
      `${word}s ${lines} of ${table} are for ${code} alike: ${counted(rows, 'row')}, ${amount}, could be either`,
    help: ({ table, word }) => `add a ${word} to ${table} that names the codes themselves`,
    explain:
      'Of the lines of a table the one counts that names the codes most closely: a code before a range, a range before *. Where one line is closer in one column and another in the next, neither is taken.',
  }),
  BCF3063: entry<{ found: string; debit: string; credit: string }>({
    title: 'A sign that is neither debit nor credit',
    class: 'input',
    isOfColumn: true,
    message: ({ found, credit }) => `${blank(found)} says neither debit nor credit: a credit is ${credit}`,
    help: ({ debit }) =>
      debit === ''
        ? 'declare debit: beside credit: for this amount in agreement.yaml, with every word for a debit'
        : `debits are ${debit}: add the word to debit: or credit: in agreement.yaml`,
    explain:
      'Where an export writes amounts without a sign, another column says which they are. The agreement says its words; what is neither of them is not guessed, because a credit taken for a debit is wrong by twice its amount.',
  }),
  BCF3064: entry<{ found: string; sign: string }>({
    title: 'A sign, and a column that says it again',
    class: 'input',
    isOfColumn: true,
    message: ({ found, sign }) => `${found} has a sign of its own beside ${sign}`,
    help: () =>
      'if the amounts are signed already, declare the column alone, and the other under ignore:; a mark in the cell itself is to be corrected',
    explain:
      'An amount of -100.00 beside C may be a credit of £100, or a credit taken back. The two are £200 apart, so that neither is assumed.',
  }),
  BCF3065: entry<{ found: string; order: string }>({
    title: 'A date in another order than is declared',
    class: 'input',
    isOfColumn: true,
    message: ({ found, order }) =>
      `“${found}” is no day where dates stand ${order.replace('-', ' ')}, as dates: declares`,
    help: () => 'correct dates: of this ledger in agreement.yaml, or the date',
    explain:
      'dates: of a ledger says in which order the numbers of a date stand. A date that is none in that order shows that the order is another, in this row or in all.',
  }),
  BCF3066: entry<{ found: string }>({
    title: 'An amount with a point where a comma is declared',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) => `“${found}” is no amount whose pence stand behind a comma, as decimal: comma declares`,
    help: () => 'take decimal: comma out of agreement.yaml if this file has a point, or correct the amount',
    explain:
      'With decimal: comma 1.234,56 is one thousand two hundred and thirty-four pounds. An amount in the other form shows that the file is not written so throughout.',
  }),
  BCF3067: entry<{ code: string; word: string; first: number; line: number }>({
    title: 'A code that is mapped twice',
    class: 'input',
    message: ({ code, word, first }) => `${code} has a ${word} already: ${word} ${first}`,
    help: ({ word }) => `keep the ${word} that is right`,
    explain: 'A table says once what a code of a body is in the agreement. Of two lines nobody could say which counts.',
  }),
  BCF3068: entry<{ column: string; found: string; meant: string; allowed: string }>({
    title: 'A table that gives a code the agreement does not have',
    class: 'input',
    message: ({ column, found, meant }) => `“${found}” is no code that ${column} may have${orMeant(meant)}`,
    help: ({ allowed }) => `the codes of the agreement: ${allowed}`,
    explain: 'What a table of codes gives for a body’s code is a code of the agreement, as a row’s own would be.',
  }),
  BCF3069: entry<{ file: string; reason: string }>({
    title: 'A table of codes cannot be read',
    class: 'input',
    message: ({ file, reason }) => `the table of codes ${file} cannot be read: ${reason}`,
    help: () => 'put it where map: says, or correct table:; bcf map FILE writes one to be filled in',
    explain: 'map: of a ledger names a table in the fund folder that turns a body’s codes into those of the agreement.',
  }),
  BCF3075: entry<{ found: string; column: string }>({
    title: 'A word of a database for a blank cell',
    class: 'input',
    isOfColumn: true,
    message: ({ found, column }) => `“${found}” is what a database writes for a blank cell, and no ${column}`,
    help: () => 'leave the cell blank, or have the export write blank cells for nulls',
    explain:
      'A query that was saved as a file writes NULL where a cell is blank. Taken as a code or as a note it would say something that nobody said.',
  }),
  BCF3071: entry<{ count: number; files: string; rows: number; amount: string }>({
    title: 'A file that repeats another',
    class: 'warning',
    message: ({ count, files, rows, amount }) =>
      count === 1
        ? `this file has the ${counted(rows, 'row')} of ${files} again, ${amount} in all; each counts once`
        : `${counted(count, 'file')} have all rows of earlier ones again, ${counted(rows, 'row')}, ${amount} in all; each counts once`,
    help: ({ count }) =>
      count === 1
        ? 'nothing to do if it is an export of the year to date, as it is sent'
        : 'nothing to do if they are exports of the year to date, as they are sent; bcf reconcile --full says how many rows of each',
    explain:
      'An export of the year to date has the rows of the quarters before, which came in a file of their own; a fund may have several, and then they are told together. Where every row of the one file is in the other, to the letter, each counts once. A row of it that was changed is told by itself.',
  }),
  BCF3072: entry<{ files: string; rows: number; amount: string; lacking: number }>({
    title: 'A file that repeats most of another',
    class: 'input',
    message: ({ files, rows, amount, lacking }) =>
      `this file has ${counted(rows, 'row')} of ${files} again, ${amount} in all, and ${lacking} not as they stand there`,
    help: ({ files }) =>
      `ask who sent it which is right: keep this file and take ${files} out of the folder, or take out of this one what ${files} has`,
    explain:
      'An export of the year to date has the rows of the quarters before. Where some of those are missing in it, or say something else, one of the two files is wrong, and nobody here can say which.',
  }),
  BCF3073: entry<{ first: string }>({
    title: 'A row without a reference that another file has',
    class: 'input',
    message: ({ first }) => `this row says what ${first} says, and no reference tells the two apart`,
    help: () =>
      'if it is one payment, take the row out of one of the files; if there were two, declare a column under reference: that tells them apart',
    explain:
      'Where the agreement declares reference: none, rows are told apart by all that they say. Two that are alike in one file are two payments; in two files they may be one payment that was exported twice, and nobody here can say which.',
  }),
  BCF3074: entry<{ lines: string; first: string; rows: number; amount: string }>({
    title: 'Rows that were pasted twice, it seems',
    class: 'warning',
    message: ({ lines, first, rows, amount }) =>
      `${lines} say what ${first} say, row for row: ${counted(rows, 'row')}, ${amount}, that count`,
    help: () => 'look whether they were pasted twice, and delete them if they were',
    explain:
      'Rows without references may be alike: two payments of one amount on one day. Three rows and more in the order of others above them are more likely a block that was pasted twice. They count until somebody has looked.',
  }),
  BCF3076: entry<{ found: string; fault: string }>({
    title: 'A cell of a table that is neither a code nor a range',
    class: 'input',
    isOfColumn: true,
    message: ({ found, fault }) => `“${found}” is not understood: ${patternFaults[fault] ?? fault}`,
    help: ({ found }) =>
      `write a code, a range as 40310-40319, or * alone; if it is a code of the export as it stands, write '${found} with an apostrophe before it`,
    explain:
      'A line of a table of codes is for one code, for a range, or for any. 3500-3000 or 50* may have been meant as a range; taken for codes, they would be met by no row, and the money that they were written for would fall to another line. A code of a body that is written so has an apostrophe before it in the table; bcf map writes it.',
  }),
  BCF3077: entry<{
    code: string;
    table: string;
    word: string;
    lines: string;
    count: number;
    rows: number;
    amount: string;
  }>({
    title: 'A code that a table has with other noughts',
    class: 'input',
    message: ({ code, table, word, lines, count, rows, amount }) =>
      `${code} is not in ${table}, but differs from ${word}${count === 1 ? '' : 's'} ${lines} by noughts before it alone: ${waiting(rows, amount)}`,
    help: ({ code, table, word }) =>
      `write ${code} into ${table} as the export has it, or a ${word} of its own if it is another code`,
    explain:
      'Excel drops the noughts before a number: 00412 becomes 412 in a table that was saved with it, or in an export that was. Whether the two are one code somebody knows who knows the ledger; the money is not put under another line, nor under *, until then.',
  }),
  BCF3078: entry<{ found: string; column: string; constant: string; rows: string }>({
    title: 'A column that says otherwise than the agreement',
    class: 'warning',
    message: ({ found, column, constant, rows }) =>
      `“${found}” is not read, since constants: says ${column} is ${blank(constant)} in every row; it has ${rows}`,
    help: ({ found, column }) =>
      `if the file is right, take ${column}: out of constants:; if “${found}” is the export’s own word for something else, name it under ignore:`,
    explain:
      'What constants: declares goes for every row of an export. Where the export has a column of that name and says something else in it, its rows may be another body’s, or the column may be called so for another reason: nobody here can say which.',
  }),
  BCF3079: entry<{ declared: number; found: number; word: string }>({
    title: 'A header that is not on the line that is declared',
    class: 'input',
    message: ({ declared, found, word }) =>
      found === 0
        ? `nothing begins on ${word} ${declared}, where the agreement says that the header is`
        : `the header is on ${word} ${found}, and the agreement says that it is on ${word} ${declared}`,
    help: ({ found }) =>
      found === 0
        ? 'correct header: in the entry of agreement.yaml, or leave it out: the header is then the first line that has the columns'
        : `if it is the header, write header: ${found} in the entry of agreement.yaml, or leave header: out: it is then the first line that has the columns`,
    explain:
      'header: of a ledger says on which line of each file the names of its columns stand. Where they stand on another in one file, its title has grown or shrunk, or it is another report: what was meant to be read of it nobody here can say.',
  }),
};
