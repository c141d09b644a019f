import type { Command } from 'commander';
import { type Done, examples, type WorldNow, withOutputOptions } from './declare.js';

/** A body’s own export, before it is in the fund: how it is read. */
export function addOwnExports(program: Command, world: WorldNow, done: Done): void {
  const command = program
    .command('preview')
    .description('Show how a file is read before it is in the fund.')
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

const asWords = 'which kind of ledger it is, or the files: of the entry that reads it; left out: as its name says';
