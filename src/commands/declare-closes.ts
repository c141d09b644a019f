import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { type Done, examples, type WorldNow, withOutputOptions } from './declare.js';

/** Closing a quarter, and verifying that what is closed has not moved. */
export function addCloses(program: Command, world: WorldNow, done: Done): void {
  addClose(program, world, done);
  addVerify(program, world, done);
}

function addClose(program: Command, world: WorldNow, done: Done): void {
  program
    .command('close')
    .description('Close a quarter that reconciles, or the year: what is closed can no longer move unseen.')
    .addHelpText(
      'before',
      examples(
        'bcf close Q1 my-fund --by "A. Smith, head of finance" --on 2015-07-10',
        'bcf close Q1 my-fund --by "A. Smith" --on 2015-07-20 --reopen "09C sent its June ledger twice"',
      ),
    )
    .addArgument(new Argument('<WHAT>', 'Q1 to Q4, or year').argParser(quarterOrYear))
    .argument('[FUND]', 'the fund folder', '.')
    .requiredOption('--by <name>', 'who closes it')
    .requiredOption('--on <day>', 'when: 2015-07-10')
    .addOption(
      new Option('--with-differences <reason>', 'close it though it does not reconcile, and say why').conflicts(
        'reopen',
      ),
    )
    .option('--reopen <reason>', 'open what was closed last again, and say why')
    .option('--json', 'print what was done as one document')
    .action(async (what: string, folder: string, flags: unknown) => {
      const { parseClose, runClose } = await import('./close.js');
      done(await runClose(parseClose(what, folder, flags), world()));
    });
}

function addVerify(program: Command, world: WorldNow, done: Done): void {
  const command = program
    .command('verify')
    .description('Verify that every closed quarter is what it was: records, rows and figures.')
    .addHelpText('before', examples('bcf verify my-fund', 'bcf verify my-fund --seal 5f0c3a9be2d41c77'))
    .argument('[FUND]', 'the fund folder', '.')
    .option(
      '--seal <seal>',
      'hold the records against a seal in the minutes, and say how many were written since; its first 16 digits are enough',
    )
    .option(
      '--strict',
      'make it an error where a closed file is written another way and says the same: saved in Excel, line ends turned by git',
    );
  withOutputOptions(command, 'verify').action(async (folder: string, flags: unknown) => {
    const { parseVerify, runVerify } = await import('./verify.js');
    done(await runVerify(parseVerify(folder, flags), world()));
  });
}

/** A quarter or the year in any case; anything else is refused here, before a file is read. */
function quarterOrYear(text: string): string {
  if (/^q[1-4]$/i.test(text)) return text.toUpperCase();
  if (/^year$/i.test(text)) return 'year';
  throw new InvalidArgumentError('Allowed choices are Q1, Q2, Q3, Q4, year.');
}
