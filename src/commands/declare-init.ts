import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseFinancialYear } from '../agreement/financial-year.js';
import { type Done, examples, type WorldNow } from './declare.js';
import { initDefaults } from './init-defaults.js';

/** The beginning of a fund. */
export function addInit(program: Command, world: WorldNow, done: Done): void {
  program
    .command('init')
    .description('Make a fund folder that passes bcf check, and says where to fill it in.')
    .addHelpText(
      'before',
      examples(
        `bcf init new-fund --name "Our Better Care Fund" --year ${initDefaults.year}`,
        'bcf init next-year --from my-fund',
      ),
    )
    .argument('<DIR>', 'the new folder; nothing is overwritten')
    .option('--from <fund>', 'begin from the fund of the year before, and bring its balances forward')
    .addOption(
      new Option(
        '--year <year>',
        `the financial year; left out: ${initDefaults.year}, with --from the year that follows`,
      ).argParser(year),
    )
    .addOption(new Option('--name <name>', 'the name that every output opens with').argParser(filled))
    .option(
      '--follow-successors',
      'with --from: put the successors that its agreement names in the place of its partners',
    )
    .action(async (folder: string, flags: unknown) => {
      const { parseInit, runInit } = await import('./init.js');
      done(await runInit(parseInit(folder, flags), world()));
    });
}

function year(text: string): string {
  if (parseFinancialYear(text) !== undefined) return text;
  throw new InvalidArgumentError('Write it as 2026/27.');
}

function filled(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('Write a name.');
}
