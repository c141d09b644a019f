import { type Command, Option } from 'commander';
import { asAtOption, type Done, examples, type WorldNow } from './declare.js';

/** The fund's books for other programs. */
export function addExport(program: Command, world: WorldNow, done: Done): void {
  program
    .command('export')
    .description('Write the journal for hledger, ledger or beancount to check, or the books as a data package.')
    .addHelpText(
      'before',
      examples(
        'bcf export my-fund --to hledger --output my-fund.journal',
        'bcf export my-fund --to datapackage --as-at Q2 --output my-fund-q2',
      ),
    )
    .argument('[FUND]', 'the fund folder', '.')
    .addOption(
      new Option('--to <format>', 'for which program')
        .choices(['hledger', 'ledger', 'beancount', 'datapackage'])
        .makeOptionMandatory(),
    )
    .addOption(asAtOption())
    .option('--output <path>', 'write to a file, whole or not at all; - is stdout. Of a data package: its folder')
    .action(async (folder: string, flags: unknown) => {
      const { parseExport, runExport } = await import('./export.js');
      done(await runExport(parseExport(folder, flags), world()));
    });
}
