import { type Command, Option } from 'commander';
import { asAtOption, type Done, examples, type WorldNow } from './declare.js';

/** The statement as a workbook. */
export function addWorkbook(program: Command, world: WorldNow, done: Done): void {
  program
    .command('workbook')
    .description('Write the statement as a workbook in which each figure is a formula, down to the postings.')
    .addHelpText(
      'before',
      examples(
        'bcf workbook my-fund --as-at Q2 --output q2.xlsx',
        'bcf workbook my-fund --as-at Q2 --for publication --output q2.ods',
      ),
    )
    .argument('[FUND]', 'the fund folder', '.')
    .addOption(asAtOption())
    .addOption(
      new Option('--for <purpose>', 'working: formulas to check and to change; publication: values, accessible to all')
        .choices(['working', 'publication'])
        .default('working'),
    )
    .option('--output <file>', 'write to a file, whole or not at all; - is a pipe')
    .action(async (folder: string, flags: unknown) => {
      const { parseWorkbook, runWorkbook } = await import('./workbook.js');
      done(await runWorkbook(parseWorkbook(folder, flags), world()));
    });
}
