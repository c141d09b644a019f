import { counted, entry, grouped } from '../entry.js';

/** BCF006x and BCF305x: arguments, folders and files that bcf does not take as they are. */
export const openingCodes = {
  BCF0060: entry<{ found: string; unseen: string }>({
    title: 'An argument with something in it that is not seen',
    class: 'usage',
    message: ({ found, unseen }) =>
      unseen === ''
        ? `“${found}” was given with a mark that a CI server would obey: ## before a bracket, or :: before a word`
        : `“${found}” was given with a character that is not seen (${unseen})`,
    help: () => 'type it anew, on one line; a file or a folder that is called so needs another name',
    explain:
      'A path that is copied from a window may bring marks that nobody sees, and then no file has its name. Such marks, and line breaks, would also let an argument write lines of its own into a report or into the log of a CI server.',
  }),
  BCF0061: entry<{ what: string; reason: string }>({
    title: 'A folder or a file that the system refuses',
    class: 'usage',
    message: ({ what, reason }) => `${what} cannot be used: ${reason}`,
    help: () => 'see that it is there, that you may open it, and that its drive answers',
    explain:
      'What the system does not give cannot be read, and no statement is made without it. The system’s reason is given in plain words where it has some, and by its code in brackets where it has none.',
  }),
  BCF3050: entry<{ unseen: string }>({
    title: 'A file whose name has something in it that is not seen',
    class: 'input',
    message: ({ unseen }) =>
      unseen === ''
        ? 'the name of this file has a mark in it that a CI server would obey: ## before a bracket, or :: before a word'
        : `the name of this file has a character in it that is not seen (${unseen}); a space stands for it here`,
    help: () => 'rename it: no rows were read from it',
    explain:
      'Statements name the file of every row. A name with line breaks or marks that nobody sees would write lines of its own into them, and two files could look alike.',
  }),
  BCF3051: entry<{ characters: number; limit: number }>({
    title: 'A pattern of files too long to be one',
    class: 'agreement',
    message: ({ characters, limit }) =>
      `files: is a pattern of ${counted(characters, 'character')}, and may have ${grouped(limit)}`,
    help: () => 'declare several ledgers of the same kind, each with a shorter pattern',
    explain:
      'A pattern such as ledgers/expenditure*.csv says which files are of a kind. Many files have several entries.',
  }),
};
