import { entry, orMeant } from '../entry.js';

/** BCF0080 to BCF0089: what bcf preview and bcf map are asked of a body’s own export. */
export const previewCodes = {
  BCF0080: entry<{ file: string; patterns: string }>({
    title: 'No entry takes a file of this name',
    class: 'usage',
    message: ({ file, patterns }) =>
      patterns === ''
        ? `no entry of ledgers: takes ${file}: agreement.yaml declares none`
        : `no entry of ledgers: takes ${file} by its name; they take ${patterns}`,
    help: () => 'say which ledger it is, such as --as expenditure',
    explain:
      'A file is read by the entry of ledgers: whose files: its name fits, wherever the file lies now. Of another name, --as says which ledger it is, or by which entry it is to be read.',
  }),
  BCF0082: entry<{ found: string; meant: string; allowed: string }>({
    title: 'No such ledger',
    class: 'usage',
    message: ({ found, meant }) => `--as “${found}” is no kind of ledger, and no files: of an entry${orMeant(meant)}`,
    help: ({ allowed }) => `give one of ${allowed}`,
    explain:
      '--as names a kind of ledger, as agreement.yaml does behind kind:, or the files: of one of its entries, as they stand there.',
  }),
  BCF0083: entry<{ file: string; columns: string }>({
    title: 'No column to map codes by',
    class: 'usage',
    message: ({ file, columns }) =>
      columns === ''
        ? `the entry that reads ${file} has no map: and no --by says which of its columns holds the codes`
        : `the entry that reads ${file} has a map: for each of ${columns}`,
    help: ({ columns }) =>
      columns === ''
        ? 'name the column: --by "Cost centre"'
        : `say for which the table is: --for ${columns.split(', ')[0]}`,
    explain:
      'A table of codes goes by one or more columns of an export, such as its cost centre and its subjective, and says what each code is in one column of ours, such as its heading.',
  }),
  BCF0084: entry<{ column: string; kind: string; meant: string; allowed: string }>({
    title: 'A column that no table of codes is for',
    class: 'usage',
    message: ({ column, kind, meant }) => `--for “${column}” is no column of codes of ${kind}${orMeant(meant)}`,
    help: ({ allowed }) => (allowed === '' ? 'a ledger of this kind has none' : `give one of ${allowed}`),
    explain: '--for names the column of ours that a table gives: heading, or another that holds codes or bodies.',
  }),
  BCF0085: entry<{ column: string; file: string; meant: string }>({
    title: 'No such column in the export',
    class: 'usage',
    message: ({ column, file, meant }) => `--by “${column}” is no column of ${file}${orMeant(meant)}`,
    help: () => 'name a header of the file: bcf preview shows how it is read',
    explain:
      '--by names the column of the export that holds its codes, as its header line has it, however it is spaced, cased or marked.',
  }),
};
