import { counted, entry, orMeant } from '../entry.js';

const isWorkbook = (found: string) => found.includes('workbook') && !found.includes('no workbook');

/** BCF30xx: files of the fund folder, their text and their columns. */
export const fileCodes = {
  BCF3001: entry<{ meant: string; patterns: string }>({
    title: 'A file that no pattern matches',
    class: 'input',
    message: ({ meant }) => `this file is no ledger that the agreement names${orMeant(meant)}`,
    help: ({ patterns }) =>
      `rename it to fit one of ${patterns}; or declare it under ledgers: in agreement.yaml; or move it out. A workbook is saved as CSV first`,
    explain:
      'Every file of the ledgers folder, and every CSV beside agreement.yaml, must fit a pattern, so that no ledger is left out because of its name.',
  }),
  BCF3002: entry<{ file: string; meant: string }>({
    title: 'The plan is missing',
    class: 'input',
    message: ({ file, meant }) => `the fund has no ${file}${orMeant(meant)}`,
    help: () => 'the plan is the agreement’s schedules: contributor, source, heading, applied_by, amount, provenance',
    explain: 'Without plan.csv there is nothing to reconcile the contributions to.',
  }),
  BCF3003: entry<Record<string, never>>({
    title: 'An empty file',
    class: 'input',
    message: () => 'the file is empty: not even a header line',
    help: () => 'export it again, or take it out of the folder if there is nothing to report',
    explain: 'An export that failed often leaves an empty file. A ledger with nothing in it still has its header line.',
  }),
  BCF3004: entry<Record<string, never>>({
    title: 'A header and no rows',
    class: 'warning',
    message: () => 'the file has a header and no rows',
    help: () => 'right if nothing happened; otherwise export it again',
    explain: 'A ledger without rows is allowed, and named, because an export that failed looks the same.',
  }),
  BCF3005: entry<{ column: string; name: string; meant: string }>({
    title: 'A column is missing',
    class: 'input',
    message: ({ column, meant }) => `there is no column “${column}”${orMeant(meant)}`,
    help: ({ column, name, meant }) =>
      `rename the column to ${column}, or add columns: { ${name}: "${meant || 'its header'}" } to this ledger in agreement.yaml`,
    explain:
      'The order of columns is free, their names are fixed. Where a body’s export uses other names, the agreement declares them once as aliases.',
  }),
  BCF3006: entry<{ column: string; first: string; second: string }>({
    title: 'A column stands twice',
    class: 'input',
    message: ({ column, first, second }) => `column “${column}” stands twice, in ${first} and ${second}`,
    help: () => 'delete one of them: nobody can say which is meant',
    explain: 'Two columns of one name are a common result of copying, and programs differ in which of them they read.',
  }),
  BCF3007: entry<{ columns: string; count: number }>({
    title: 'Columns that are not read',
    class: 'warning',
    message: ({ columns, count }) => `${counted(count, 'column')} not read: ${columns}`,
    help: () => 'nothing to do if they are the export’s own',
    explain:
      'A body’s export may carry more than the ledger needs. What is not read is named, in case a name was misspelt.',
  }),
  BCF3008: entry<{ column: string }>({
    title: 'The unit of the amounts is not declared',
    class: 'input',
    message: ({ column }) => `nothing says whether “${column}” is in pounds, £000 or £m`,
    help: () => 'write it in the header, as amount (£) or amount (£000), or declare unit: under ledgers:',
    explain: 'Units are declared and never guessed: a column of 307 and 469 could be either.',
  }),
  BCF3009: entry<{ column: string; header: string; declared: string }>({
    title: 'Two units for one column',
    class: 'input',
    message: ({ column, header, declared }) =>
      `the header “${column}” says ${header}, and the agreement declares ${declared} for this file`,
    help: () => 'correct the one that is wrong',
    explain: 'Header and agreement may both declare the unit of a column; then they must say the same.',
  }),
  BCF3010: entry<{ found: number; expected: number }>({
    title: 'A row with too many or too few fields',
    class: 'input',
    isOfColumn: true,
    message: ({ found, expected }) => `${counted(found, 'field')} where the header has ${expected}`,
    help: () => 'an amount or a name with a comma in it needs quotes: "1,234.56"; a row cut short must be completed',
    explain: 'Each row has as many fields as the header. One comma too many moves every later field by one column.',
  }),
  BCF3011: entry<{ lost: number }>({
    title: 'A stray quotation mark',
    class: 'input',
    isOfColumn: true,
    message: ({ lost }) =>
      lost === 0
        ? 'a quotation mark in the middle of a field'
        : 'text after the quotation mark that closes a field; the rows that follow could not be told apart',
    help: () => 'put the whole field in quotes and double the mark inside it: "the ""old"" rate"',
    explain: 'In CSV a field is quoted whole, and a quotation mark inside it is written twice.',
  }),
  BCF3012: entry<Record<string, never>>({
    title: 'A quotation mark that is never closed',
    class: 'input',
    message: () => 'a quoted field opens in this row and is never closed',
    help: () => 'close it with a second "; the rows after it were not read',
    explain: 'Everything after an open quotation mark belongs to one field, so the rest of the file is lost to it.',
  }),
  BCF3013: entry<{ limit: string }>({
    title: 'A row too long to be one',
    class: 'input',
    message: ({ limit }) => `a row of more than ${limit} characters`,
    help: () => 'look for an open quotation mark above this line, or a file that is no CSV',
    explain: 'No ledger row is that long; it is nearly always an unclosed quotation mark.',
  }),
  BCF3014: entry<{ bytes: string }>({
    title: 'A character that its encoding does not have',
    class: 'warning',
    message: ({ bytes }) => `it holds a character (byte ${bytes}) that Windows-1252 does not have`,
    help: () => 'save the file from Excel as “CSV UTF-8”',
    explain:
      'A file that is not UTF-8 is read as Windows-1252, as Excel saves it. Five byte values have no character there; where one occurs the file is probably in yet another encoding, and its names may be wrong.',
  }),
  BCF3015: entry<{ found: string }>({
    title: 'Neither CSV text nor a workbook that can be read',
    class: 'input',
    message: ({ found }) => {
      if (!isWorkbook(found)) return `this is ${found}, and neither CSV text nor a workbook`;
      return `this is ${found}${found.includes('not read') ? '' : ', which cannot be read as it is'}`;
    },
    help: ({ found }) =>
      isWorkbook(found)
        ? 'open it in Excel or LibreOffice and save it as a workbook (.xlsx or .ods), or ask who sent it to do so'
        : 'export it again, as CSV or as a workbook (.xlsx or .ods)',
    explain:
      'A file is read by what is in it, whatever it is called: text, or a workbook of the kinds .xlsx, .xlsm and .ods, of which every part is whole. Where a system asks for a sign-in first, what was downloaded is a web page.',
  }),
  BCF3018: entry<{ found: string; amount: string; difference: string }>({
    title: 'A total row that does not agree',
    class: 'input',
    message: ({ found, amount, difference }) =>
      `a total row says ${found}, and the rows above it add up to ${amount}: ${difference} between them`,
    help: () => 'a row was lost, changed or added since the total was made: export the file again',
    explain: 'Where an export carries its own total, it must be the total of the rows above it.',
  }),
  BCF3019: entry<{ reason: string }>({
    title: 'A file that cannot be read',
    class: 'input',
    message: ({ reason }) => `the file cannot be read: ${reason}`,
    help: () => 'see that you may open it, and that the drive it is on is there',
    explain: 'Every file that the agreement names must be readable; a statement without it would be short.',
  }),
  BCF3020: entry<{ patterns: string; count: number }>({
    title: 'A pattern that matches no file',
    class: 'warning',
    message: ({ patterns }) => `no file matches ${patterns}`,
    help: ({ count }) =>
      count === 1
        ? 'right if that ledger has not come yet; otherwise compare the pattern with the file’s name'
        : 'right if those ledgers have not come yet; otherwise compare the patterns with the files’ names',
    explain:
      'A ledger that the agreement names and the folder does not hold has perhaps not been sent. Until it comes, what it would say is not known: it is left blank, and so is what is made of it.',
  }),
  BCF3021: entry<{ workbook: string }>({
    title: 'A file is open in Excel',
    class: 'warning',
    message: ({ workbook }) => `${workbook} seems to be open in Excel; what is not saved there is not read here`,
    help: () => 'save and close it and run again; if nobody has it open, Excel left this file behind: delete it',
    explain: 'Excel leaves a file whose name begins with ~$ beside a workbook that somebody has open.',
  }),
  BCF3022: entry<{ expected: string }>({
    title: 'No line is the header',
    class: 'input',
    message: ({ expected }) => `none of the first lines names the columns of this ledger: ${expected}`,
    help: () =>
      'a line above the rows names the columns; what a body’s own export calls them, and which of them it has, columns: of the ledger in agreement.yaml says: bcf preview FILE proposes it',
    explain:
      'A ledger is read by the names of its columns. They stand in its first line, or below a title: the first of the first fifty lines that has the columns is the header.',
  }),
};
