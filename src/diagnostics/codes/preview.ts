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
  BCF0081: entry<{ file: string; as: string; patterns: string; first: string }>({
    title: 'Several entries could read the file',
    class: 'usage',
    message: ({ file, as, patterns }) => `--as ${as}: which entry is to read ${file}? There are ${patterns}`,
    help: ({ first }) =>
      `give the files: of one of them, such as --as "${first}", or rename the file so that it fits one`,
    explain:
      'Each body’s export has an entry of its own in ledgers:, which says how its files are read. Where an agreement has several of one kind, none is taken by chance.',
  }),
  BCF0082: entry<{ found: string; meant: string; allowed: string }>({
    title: 'No such ledger',
    class: 'usage',
    message: ({ found, meant }) => `--as “${found}” is no kind of ledger, and no files: of an entry${orMeant(meant)}`,
    help: ({ allowed }) => `give one of ${allowed}`,
    explain:
      '--as names a kind of ledger, as agreement.yaml does behind kind:, or the files: of one of its entries, as they stand there.',
  }),
};
