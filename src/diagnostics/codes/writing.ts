import { counted, entry } from '../entry.js';

/** `C3 of sheet “Ledger” holds`, `12 cells of sheet “Ledger”, from C3 on, hold`. */
function cells(sheet: string, first: string, count: number): string {
  return count === 1
    ? `${first} of sheet “${sheet}” holds`
    : `${counted(count, 'cell')} of sheet “${sheet}”, from ${first} on, hold`;
}

/** BCF3023 to BCF3039, and BCF3047: how a file is written, byte by byte and line by line. */
export const writingCodes = {
  BCF3023: entry<{ utf8: number; other: number }>({
    title: 'Two encodings in one file',
    class: 'warning',
    message: ({ utf8, other }) =>
      `the file mixes two encodings: line ${utf8} is written in UTF-8 and line ${other} in Windows-1252`,
    help: () => 'each character was read as it is written; save the file as “CSV UTF-8” and compare its names',
    explain:
      'A file that was pasted of two exports may be in two encodings. Letters beyond the English alphabet and the pound sign are read as each is written, figures are the same in both.',
  }),
  BCF3024: entry<Record<string, never>>({
    title: 'A DOS code page',
    class: 'warning',
    message: () => 'the file is written in a DOS code page (437 or 850): its pound sign is byte 9C, and is read as one',
    help: () => 'export it as “CSV UTF-8” if you can; letters with accents may be read wrong',
    explain:
      'Older programs write text as DOS did. A byte 9C before a number can only be their pound sign; other letters beyond the English alphabet differ between the DOS code pages, so names may be wrong. Figures are not.',
  }),
  BCF3025: entry<{ before: string; after: string }>({
    title: 'A file of two encodings that cannot be read as one',
    class: 'input',
    message: ({ before, after }) => `the file is written in ${before} above this line and in ${after} from it on`,
    help: () =>
      'two exports were joined: put each in a file of its own, or open both in Excel and save one “CSV UTF-8”',
    explain:
      'In UTF-16 each letter is two bytes, in other encodings one. Where a script appends an export in one to a file in the other, no program reads both parts.',
  }),
  BCF3026: entry<Record<string, never>>({
    title: 'A NUL byte inside a cell',
    class: 'input',
    message: () => 'a NUL byte stands inside a cell: what was there is lost',
    help: () => 'export the file again; if this is how the program writes it, delete the byte with what belongs there',
    explain:
      'Text has no byte 00. One that is the whole of a cell is an empty text, as some exports write it; one beside other characters is damage, and a figure may have lost a digit to it.',
  }),
  BCF3027: entry<Record<string, never>>({
    title: 'A stray byte at the end',
    class: 'warning',
    message: () => 'the file is in UTF-16 and has an odd byte behind its last row: it was cut or damaged at its end',
    help: () => 'compare its last row with the export’s, and export it again if rows are missing',
    explain:
      'In UTF-16 each character is two bytes. A single one behind the last row is mostly a line end that another program added, and what stands before it is read; it may also be all that is left of rows that were cut off.',
  }),
  BCF3028: entry<Record<string, never>>({
    title: 'A file that is cut short',
    class: 'input',
    message: () => 'the file ends in the middle of a character: it is cut short',
    help: () => 'export or copy it again: what came after this is missing',
    explain: 'A copy that was interrupted ends anywhere. What is missing behind it nobody can know.',
  }),
  BCF3030: entry<Record<string, never>>({
    title: 'A second header with other columns',
    class: 'input',
    message: () => 'a second header stands here, and its columns are not those of the first',
    help: () => 'two exports were joined: put each in a file of its own',
    explain:
      'The rows below a second header would be read by the columns of the first, so that one column’s figures stood in another. They are not read.',
  }),
  BCF3031: entry<Record<string, never>>({
    title: 'Cells in single quotes',
    class: 'input',
    message: () => "the cells of this line stand in single quotes (')",
    help: () => 'export it again with double quotes ("), or with none',
    explain:
      'In CSV a cell is quoted with double quotation marks. Single ones are part of its text, so that a comma inside them separates cells.',
  }),
  BCF3032: entry<{ original: string }>({
    title: 'A copy of another file',
    class: 'input',
    message: ({ original }) => `this file is a copy of ${original}, byte for byte`,
    help: () => 'delete one of the two, or move it out of the folder',
    explain: 'A file that was downloaded or copied twice would count each of its rows twice. A copy is not read.',
  }),
  BCF3033: entry<{ reason: string }>({
    title: 'A workbook of which no sheet can be read',
    class: 'input',
    message: ({ reason }) => `no sheet of this workbook is read: ${reason}`,
    help: () =>
      'name the sheet with sheet: in the ledger’s entry of agreement.yaml, or save the sheet as a workbook of its own',
    explain:
      'A ledger is one sheet of a workbook: the one that the agreement names, or the only one that is shown and holds anything.',
  }),
  BCF3034: entry<{ sheet: string; cell: string; count: number }>({
    title: 'Formulas that were never worked out',
    class: 'input',
    message: ({ sheet, cell, count }) =>
      `${cells(sheet, cell, count)} ${count === 1 ? 'a formula that was' : 'formulas that were'} never worked out`,
    help: () => 'open the workbook in Excel, save it, and put it here again',
    explain:
      'A program that writes workbooks may leave it to Excel to work out their formulas. Until then such a cell has no amount, and none is assumed.',
  }),
  BCF3035: entry<{ sheet: string; cell: string; count: number }>({
    title: 'Cells under merged ones',
    class: 'input',
    message: ({ sheet, cell, count }) =>
      `${cells(sheet, cell, count)} something below merged cells, where nobody sees it`,
    help: () => 'take the merge out, and see what stands there',
    explain:
      'Where cells are merged Excel shows the first. What stands in the others is kept in the file, and may be what somebody meant to delete.',
  }),
  BCF3036: entry<{ sheet: string; rows: number }>({
    title: 'Rows that are not shown',
    class: 'warning',
    message: ({ sheet, rows }) =>
      `${counted(rows, 'row')} of sheet “${sheet}” ${rows === 1 ? 'is' : 'are'} hidden, and read`,
    help: () => 'show them (a filter may hide them), and delete what is none of the ledger',
    explain: 'A filter, or who hid them, keeps rows out of sight and not out of the file. They count like all others.',
  }),
  BCF3037: entry<{ sheet: string; read: string }>({
    title: 'A sheet that is not shown',
    class: 'warning',
    message: ({ sheet, read }) => `sheet “${sheet}” is hidden, and not read: “${read}” is`,
    help: () => 'nothing to do; sheet: of the ledger’s entry names another',
    explain: 'A workbook may have sheets that nobody sees. They are read only where the agreement names them.',
  }),
  BCF3038: entry<{ sheet: string; cell: string; count: number }>({
    title: 'Amounts that are text',
    class: 'warning',
    message: ({ sheet, cell, count }) =>
      `${counted(count, 'amount')} of sheet “${sheet}”, from ${cell} on, ${count === 1 ? 'is' : 'are'} text in a column of numbers, and read: the workbook’s own sums leave ${count === 1 ? 'it' : 'them'} out`,
    help: () => 'compare the workbook’s own total with what is read here',
    explain:
      'An amount that was pasted as text looks like a number, and SUM passes over it: the workbook’s total foots while money is missing in it. Here it counts.',
  }),
  BCF3039: entry<{ sheet: string; range: string; above: number; below: number }>({
    title: 'Rows outside a range',
    class: 'warning',
    message: ({ sheet, range, above, below }) =>
      `${counted(above + below, 'row')} of sheet “${sheet}” ${above + below === 1 ? 'stands' : 'stand'} outside ${range} (${above} above, ${below} below), and ${above + below === 1 ? 'is' : 'are'} not read`,
    help: () =>
      'make range: of the entry longer, or leave its rows out (B:H); a table or a name is made longer in Excel',
    explain:
      'A range of cells ends where it was once declared to end. Rows that were added below it since, or stand on a page above it, are none of the ledger, though they look it: all that hold something in its columns are counted, and of those above it the ones with a number or a day, since a title is words alone.',
  }),
  BCF3047: entry<{ sheet: string; cell: string; count: number }>({
    title: 'Numbers that are shown in thousands',
    class: 'input',
    message: ({ sheet, cell, count }) =>
      `${cells(sheet, cell, count)} ${count === 1 ? 'a number that its format shows' : 'numbers that their format shows'} in thousands or millions, and not as ${count === 1 ? 'it is' : 'they are'}`,
    help: () =>
      'give them a plain format, such as #,##0.00, and see that what then stands there is in the unit of the ledger',
    explain:
      'A number format such as #,##0, shows 500000 as 500. Whoever looks at the sheet sees thousands, and who reads the file finds pounds: a header that says £000 is right of the one and a thousandfold wrong of the other. Which was meant the file does not say, and no such number is booked.',
  }),
};
