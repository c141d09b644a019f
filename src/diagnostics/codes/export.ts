import { entry } from '../entry.js';

/** BCF005x: exports to other programs. */
export const exportCodes = {
  BCF0050: entry<Record<string, never>>({
    title: 'A data package without a folder to go to',
    class: 'usage',
    message: () => 'a data package is several files, so it cannot go to the screen',
    help: () => 'name a folder for it: --output my-fund-q2; bcf makes it where it is not there',
    explain:
      'bcf export --to datapackage writes a table a file and a descriptor of all of them. They need a folder of their own, which --output names.',
  }),
  BCF0052: entry<Record<string, never>>({
    title: 'A workbook without a file to go to',
    class: 'usage',
    message: () => 'a workbook is no text, so it cannot go to the screen',
    help: () => 'name a file for it: --output q2.xlsx; - is a pipe',
    explain:
      'bcf workbook writes a spreadsheet, which a terminal cannot show. --output names the file; its ending says which form it has.',
  }),
  BCF0051: entry<{ folder: string; reason: string }>({
    title: 'A folder that a data package may not go to',
    class: 'usage',
    message: ({ folder, reason }) => `no data package is written to ${folder}: ${reason}`,
    help: () => 'name a folder that is empty, is not there yet, or holds an earlier data package of bcf',
    explain:
      'A data package has a folder of its own, so that nothing else is overwritten and no table of it is taken for a ledger. bcf replaces a data package that it wrote itself, and nothing else.',
  }),
};
