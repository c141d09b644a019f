import type { Command } from 'commander';
import { type Done, examples, type WorldNow, withReportOptions } from './declare.js';

/** The fund on one page. */
export function addPage(program: Command, world: WorldNow, done: Done): void {
  const command = program
    .command('page')
    .description('Write the fund on one page, in one file, where every figure opens into what it is made of.')
    .addHelpText(
      'before',
      examples('bcf page my-fund --as-at Q2 --output q2.html', 'bcf page my-fund --output plan.html'),
    );
  withReportOptions(command, 'page').action(async (folder: string, flags: unknown) => {
    const [{ runPage }, { reportOptions }] = await Promise.all([import('./page.js'), import('./run-statement.js')]);
    done(await runPage(reportOptions(folder, flags), world()));
  });
}
