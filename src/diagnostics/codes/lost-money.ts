import { counted, entry } from '../entry.js';

/** BCF304x: what a file holds and a reading of its columns would lose. */
export const lostMoneyCodes = {
  BCF3040: entry<{ column: string; opens: number; closes: number; rows: number }>({
    title: 'Rows inside a cell',
    class: 'input',
    message: ({ column, opens, closes, rows }) =>
      `the quotation mark that opens a cell in line ${opens}, column ${column}, is closed only in line ${closes}: ${counted(rows, 'row')} of the file would be lost in it`,
    help: ({ opens, closes }) =>
      `take the stray mark out of line ${opens} and of line ${closes}; or, where a cell is to hold a mark such as 24", quote the whole cell and write the mark twice: "monitor 24"""`,
    explain:
      'In CSV a cell may run over several lines where it stands in quotation marks. A mark that was typed for inches or left open makes one cell of all the rows up to the next mark, and their money is gone without a trace. A note, an address or a list of several lines is no fault: a line counts as a row only where it has the fields of one.',
  }),
  BCF3041: entry<{ column: string; found: string }>({
    title: 'A column of signs that is not read',
    class: 'input',
    message: ({ column, found }) =>
      `the column “${column}” holds nothing but ${found}, and is not read: it says which amounts are credits`,
    help: ({ column }) =>
      `declare amount: { value: its header, sign: "${column}", credit: the word for a credit } under columns: of this ledger in agreement.yaml; if it says nothing of the amounts, ignore: ["${column}"]`,
    explain:
      'Some exports write every amount without a sign and keep D or C, DR or CR, + or -, Debit or Credit in a column beside it. Unless the agreement says so, a credit would be added where it is to be taken away.',
  }),
  BCF3042: entry<{ column: string; amount: string }>({
    title: 'A column of amounts that is not read',
    class: 'input',
    message: ({ column, amount }) =>
      `the column “${column}” holds nothing but amounts, ${amount} in all, and is not read`,
    help: ({ column }) =>
      `if debits and credits stand in two columns, declare amount: { debit: one, credit: the other } under columns: of this ledger in agreement.yaml; if it is not the ledger’s money, such as VAT or a running balance, ignore: ["${column}"]`,
    explain:
      'An export may have its credits in a column of their own, or the net and the gross amount side by side. Money in a column that nobody reads would be left out in silence. What each column is the agreement says once, for the ledger’s files.',
  }),
  BCF3043: entry<{ text: string }>({
    title: 'A line of words that speaks of money',
    class: 'warning',
    message: ({ text }) => `a line of words and no row, passed over, though it speaks of money: “${text}”`,
    help: () => 'if it is a payment, give it a row of its own with its amount; if not, nothing is to be done',
    explain:
      'A line with words in one cell and nothing else, such as a note below the rows, is no row: it is counted with the file’s other lines that are none. Where its words have an amount in them it is named as well, since somebody may have meant a payment by it.',
  }),
  BCF3045: entry<{ shownBy: string }>({
    title: 'A file pasted into another',
    class: 'warning',
    message: ({ shownBy }) =>
      `another file was pasted in here, it seems: ${shownBy === 'mark' ? 'a second byte order mark stands before this row' : 'from this row on, lines end in another way'}`,
    help: () => 'nothing to do if the rows below are meant to be here; see that none is in another file too',
    explain:
      'A file begins with its mark and ends its lines in one way throughout. Where a second mark stands, or lines end in another way from some row on, two files were put together. All rows are read; which of them came from where only the sender can say.',
  }),
  BCF3046: entry<{ sheets: string; count: number; read: string }>({
    title: 'Other sheets with the ledger’s columns',
    class: 'warning',
    message: ({ sheets, count, read }) =>
      count === 1
        ? `sheet ${sheets} has the columns of this ledger too, and is not read: “${read}” is`
        : `sheets ${sheets} have the columns of this ledger too, and are not read: “${read}” is`,
    help: () =>
      'put rows that are of the ledger on the sheet that is read, or save their sheet as a workbook of its own; if they are none, delete or hide it',
    explain:
      'A workbook may have a sheet for each month, or last year’s beside this year’s, while the agreement names one. What stands below the same columns on another looks to be of the ledger, and is not.',
  }),
  BCF3052: entry<{ rows: number; header: number; text: string }>({
    title: 'Rows above the header',
    class: 'input',
    message: ({ rows, header, text }) =>
      `${counted(rows, 'row')} above the header in line ${header}, with a day and an amount in its columns, and not read: “${text}”`,
    help: () =>
      'where two exports were put together, send them apart, or declare both spellings of a header, as in date: [Posting date, Date posted]',
    explain:
      'What stands above the header of an export is what it is called and when it was run. A line with a day and an amount, where the header has those columns, is a row of another export whose own header is not the declared one: its money would be lost.',
  }),
  BCF3053: entry<{ rows: number; header: number; text: string }>({
    title: 'Lines above the header that speak of money',
    class: 'warning',
    message: ({ rows, header, text }) =>
      `${counted(rows, 'line')} above the header in line ${header} with a day and an amount, passed over: “${text}”`,
    help: () => 'nothing to do if it is a summary; if it is a row, its export has another header: send it apart',
    explain:
      'Some exports begin with a summary: a period and a total. A row of another export looks the same, so that such a line is named.',
  }),
};
