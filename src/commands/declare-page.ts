import type { Command } from 'commander';
import { type Done, examples, type WorldNow, withReportOptions } from './declare.js';

/** The fund on one page. */
export function addPage(program: Command, world: WorldNow, done: Done): void {
  const command = program
    .command('page')
    .description('Write the fund on one page, in one file, where every figure opens into what it is made of.')
    .addHelpText(
      'before',
      examples('bcf page my-fund --as-at Q2 --output q2.html', 'bcf page my-fund --as-at Q2 --output q2.pdf'),
    );
  withReportOptions(command, 'page')
    .option('--pdf', 'the same as --format pdf, by a browser that is installed')
    .option('--browser <program>', 'the browser that prints a PDF; left out: Chromium, Chrome or Edge where they stand')
    .option('--watch', 'draw it again whenever a file of the fund changes, until you stop it')
    .action(async (folder: string, flags: unknown) => {
      const { parsePage, runPage } = await import('./page.js');
      done(await runPage(parsePage(folder, flags), world()));
    });
}
