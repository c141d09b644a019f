import { entry, orMeant } from '../entry.js';

/** BCF00xx: the command line, the fund folder, the output file. */
export const usageCodes = {
  BCF0001: entry<{ found: string; meant: string }>({
    title: 'Unknown command',
    class: 'usage',
    message: ({ found, meant }) => `there is no command or topic “${found}”${orMeant(meant)}`,
    help: () => 'bcf help lists the commands',
    explain:
      'The first word after bcf is the command. bcf help lists them, and bcf help COMMAND shows examples of each.',
  }),
  BCF0002: entry<{ problem: string; command: string }>({
    title: 'The command line cannot be understood',
    class: 'usage',
    message: ({ problem }) => problem,
    help: ({ command }) => `${`bcf help ${command}`.trimEnd()} shows the options`,
    explain:
      'An option is unknown, lacks its value, or has a value that is not one of those allowed. Nothing was read.',
  }),
  BCF0003: entry<{ folder: string; found: string }>({
    title: 'No such fund folder',
    class: 'usage',
    message: ({ folder, found }) =>
      found === '' ? `there is no folder ${folder}` : `${folder} is ${found}, not a fund folder`,
    help: () => 'give the folder that holds agreement.yaml, or stand in it and leave FUND out',
    explain:
      'A fund is a folder with agreement.yaml, plan.csv and a folder of ledgers. FUND names that folder, not a file in it.',
  }),
  BCF0004: entry<{ folder: string; meant: string }>({
    title: 'The folder holds no agreement',
    class: 'usage',
    message: ({ folder }) => `${folder === '.' ? 'this folder' : folder} has no agreement.yaml`,
    help: ({ meant }) =>
      meant !== ''
        ? `rename ${meant} to agreement.yaml`
        : 'name the fund folder (bcf reconcile FUND), or write its agreement.yaml: the README shows one',
    explain:
      'Every fund folder has an agreement.yaml: who the partners are, what they pay in, what for, and under which clauses.',
  }),
  BCF0005: entry<{ file: string; reason: string }>({
    title: 'The output file cannot be written',
    class: 'usage',
    message: ({ file, reason }) => `cannot write ${file}: ${reason}`,
    help: () => 'choose a folder that exists and that you may write to; any file that was there is untouched',
    explain:
      'Output goes to a temporary name in the same folder and is renamed when it is complete, so the folder must exist and allow new files.',
  }),
  BCF0006: entry<{ found: string; meant: string }>({
    title: 'Unknown diagnostic code',
    class: 'usage',
    message: ({ found, meant }) => `there is no code “${found}”${orMeant(meant)}`,
    help: () => 'bcf explain --list shows every code',
    explain: 'Codes are written as they are printed, such as BCF3402. bcf explain --list shows all of them.',
  }),
};
