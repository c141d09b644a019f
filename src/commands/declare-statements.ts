import type { Command } from 'commander';
import { type Done, everyBearer, examples, report, type WorldNow } from './declare.js';

/** The statement, its rules one by one, and the check of all of them. */
export function addStatements(program: Command, world: WorldNow, done: Done): void {
  addReconcile(program, world, done);
  addPerformance(program, world, done);
  addVarianceAndSettle(program, world, done);
  addCheck(program, world, done);
}

function addReconcile(program: Command, world: WorldNow, done: Done): void {
  report(program, 'reconcile', 'Print the flow of funds, whose the balance is, every rule’s section, and each check.')
    .addHelpText(
      'before',
      examples('bcf reconcile my-fund --as-at Q2', 'bcf reconcile my-fund --json --output q2.json'),
    )
    .option('--full', 'print every section, and not only the flow of funds and the screen to sign')
    .option(
      '--verbose',
      'the same, with the SHA-256 of each input, every check, each locality’s headings, and every line',
    )
    .option('--all', everyBearer)
    .action(async (folder: string, flags: unknown) => {
      const [{ runReconcile }, { reportOptions }] = await Promise.all([
        import('./reconcile.js'),
        import('./run-statement.js'),
      ]);
      done(await runReconcile(reportOptions(folder, flags), world()));
    });
}

function addPerformance(program: Command, world: WorldNow, done: Done): void {
  report(program, 'performance', 'Print payment for performance, CCG by CCG, and the national return beside it.')
    .addHelpText(
      'before',
      examples(
        'bcf performance my-fund --as-at Q2 --what-if "99J=-2.1%" --what-if "*=-3.5%"',
        'bcf performance my-fund --sensitivity',
      ),
    )
    .option(
      '--what-if <change>',
      'assume admissions in each quarter still to come, against the baseline: "99J=-2.1%", "10E=+40", "*" for all others',
      (change: string, earlier: readonly string[] = []) => [...earlier, change],
    )
    .option('--sensitivity', 'table payment against reduction, and each CCG’s break-even')
    .option('--verbose', 'list every check')
    .action(async (folder: string, flags: unknown) => {
      const { parsePerformance, runPerformance } = await import('./performance.js');
      done(await runPerformance(parsePerformance(folder, flags), world()));
    });
}

function addVarianceAndSettle(program: Command, world: WorldNow, done: Done): void {
  report(program, 'variance', 'Print over- and underspends, who bears them, and the ring-fences.')
    .addHelpText('before', examples('bcf variance my-fund --as-at Q3', 'bcf variance my-fund --format csv'))
    .option('--verbose', 'list the lines on plan too, and every check')
    .option('--all', everyBearer)
    .action(async (folder: string, flags: unknown) => {
      const [{ runVariance }, { reportOptions }] = await Promise.all([
        import('./variance.js'),
        import('./run-statement.js'),
      ]);
      done(await runVariance(reportOptions(folder, flags), world()));
    });

  report(
    program,
    'settle',
    'Print contributions due and late, who owes what to whom, and what bodies say of each other.',
  )
    .addHelpText('before', examples('bcf settle my-fund --as-at Q2', 'bcf settle my-fund --verbose'))
    .option('--verbose', 'list the pairs of bodies that agree too, and every check')
    .action(async (folder: string, flags: unknown) => {
      const [{ runSettle }, { reportOptions }] = await Promise.all([
        import('./settle.js'),
        import('./run-statement.js'),
      ]);
      done(await runSettle(reportOptions(folder, flags), world()));
    });
}

function addCheck(program: Command, world: WorldNow, done: Done): void {
  report(program, 'check', 'Hold a fund against every rule and every control, and print the schedule of differences.')
    .addHelpText(
      'before',
      examples('bcf check my-fund --quiet --format github', 'bcf check my-fund --last-year last-years-fund'),
    )
    .option('--quiet', 'print nothing where all is well')
    .option('--last-year <folder>', 'hold what is brought forward against what the fund of last year closed with')
    .option('--verbose', 'list the controls that agree too, and every check')
    .action(async (folder: string, flags: unknown) => {
      const { parseCheck, runCheck } = await import('./check.js');
      done(await runCheck(parseCheck(folder, flags), world()));
    });
}
