import type { Command } from 'commander';
import { type Done, examples, type WorldNow, withOutputOptions } from './declare.js';

/** A body’s own export, before it is in the fund: how it is read, and a table of its codes. */
export function addOwnExports(program: Command, world: WorldNow, done: Done): void {
  addPreview(program, world, done);
  addMap(program, world, done);
}

function addPreview(program: Command, world: WorldNow, done: Done): void {
  const command = program
    .command('preview')
    .description('Show how a file is read before it is in the fund, and propose what agreement.yaml is to say of it.')
    .addHelpText(
      'before',
      examples('bcf preview gl-june.csv my-fund', 'bcf preview gl-june.csv my-fund --as expenditure'),
    )
    .argument('<FILE>', 'the file, which may lie anywhere')
    .argument('[FUND]', 'the fund folder', '.')
    .option('--as <ledger>', asWords);
  withOutputOptions(command, 'preview').action(async (file: string, folder: string, flags: unknown) => {
    const { parsePreview, runPreview } = await import('./preview.js');
    done(await runPreview(parsePreview(file, folder, flags), world()));
  });
}

function addMap(program: Command, world: WorldNow, done: Done): void {
  program
    .command('map')
    .description('Write a table of an export’s codes to fill in: each code with its rows, its money and its words.')
    .addHelpText(
      'before',
      examples(
        'bcf map gl-june.csv my-fund --output codes-to-fill-in.csv',
        'bcf map gl-june.csv my-fund --by "Cost centre" --by Subjective',
      ),
    )
    .argument('<FILE>', 'the export, which may lie anywhere')
    .argument('[FUND]', 'the fund folder', '.')
    .option('--as <ledger>', asWords)
    .option(
      '--by <column>',
      'the column of the export that holds the codes, or one of several; left out: as map: says',
      (column: string, earlier: readonly string[] = []) => [...earlier, column],
    )
    .option('--for <column>', 'our column for which the table is; left out: the one under map:, or heading')
    .option('--output <file>', 'write to a file, whole or not at all; - is stdout')
    .option('--bom', 'begin it with a byte order mark; left out: where it has more than ASCII, for Excel')
    .option('--no-bom', 'begin it without one; a pipe never has one')
    .action(async (file: string, folder: string, flags: unknown) => {
      const { parseMap, runMap } = await import('./map.js');
      done(await runMap(parseMap(file, folder, flags), world()));
    });
}

const asWords = 'which kind of ledger it is, or the files: of the entry that reads it; left out: as its name says';
