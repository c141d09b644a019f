import { Argument, type Command, Option } from 'commander';
import type { PaperName } from '../statement/paper-schema.js';
import {
  type Done,
  everyBearer,
  examples,
  type WorldNow,
  withNames,
  withOutputOptions,
  withReportOptions,
} from './declare.js';
import { papers } from './paper-names.js';

/** Comparisons, the papers of regulation, and apportionments. */
export function addPapers(program: Command, world: WorldNow, done: Done): void {
  addDiff(program, world, done);
  addReport(program, world, done);
  addApportion(program, world, done);
}

function addDiff(program: Command, world: WorldNow, done: Done): void {
  const command = program
    .command('diff')
    .description('Compare plan and outturn, two funds, or two quarters, line by line.')
    .addHelpText(
      'before',
      examples(
        'bcf diff my-fund --as-at Q2 --by scheme',
        'bcf diff last-year my-fund',
        'bcf diff my-fund --from Q1 --to Q2',
      ),
    );
  withReportOptions(command, 'diff')
    .argument('[AGAINST]', 'a second fund folder; its plan is the new one')
    .option('--from <side>', 'plan, actual, forecast, actual@Q1, forecast@Q1, or Q1 for what was spent in it')
    .option('--to <side>', 'the same; left out: the forecast, the actuals where there is none, of two funds the plan')
    .addOption(
      new Option('--by <lines>', 'what to compare by')
        .choices(['scheme', 'heading', 'partner', 'locality', 'source'])
        .default('heading'),
    )
    .option('--all', 'list the unchanged lines too, and every body that bears a variance')
    .option('--names', 'list every figure with its name, which bcf trace explains')
    .option('--exit-code', 'exit with 1 where anything differs')
    .option('--fail-over <limit>', 'exit with 1 where a line is over by more than this: 5%, or pounds')
    .action(async (folder: string, against: string | undefined, flags: unknown) => {
      const { parseDiff, runDiff } = await import('./diff.js');
      done(await runDiff(parseDiff(folder, against, flags), world()));
    });
}

function addReport(program: Command, world: WorldNow, done: Done): void {
  const names = Object.keys(papers);
  const widest = Math.max(...names.map((name) => name.length));
  const list = Object.entries(papers).map(([name, what]) => `  ${name.padEnd(widest)}  ${what}`);
  const command = program
    .command('report')
    .description('Print one of the papers that regulation and the finance group ask for.')
    .addHelpText(
      'before',
      examples(
        'bcf report quarterly my-fund --as-at Q2',
        'bcf report pro-forma my-fund --format csv',
        'bcf report annual my-fund --last-year last-years-fund',
      ),
    )
    .addHelpText('after', `\nPapers:\n${list.join('\n')}`)
    .addArgument(new Argument('<PAPER>', 'which paper').choices(names));
  withNames(withReportOptions(command, 'report'))
    .option('--all', everyBearer)
    .option('--last-year <folder>', 'the fund of the year before, closed: the annual return has it beside this year')
    .action(async (paper: PaperName, folder: string, flags: unknown) => {
      const { parseReport, runReport } = await import('./report.js');
      done(await runReport(parseReport(paper, folder, flags), world()));
    });
}

function addApportion(program: Command, world: WorldNow, done: Done): void {
  const command = program
    .command('apportion')
    .description('Share a total over partners by declared weights, to the penny, to £100 or to £000.')
    .addHelpText(
      'before',
      examples(
        'bcf apportion 1500000 my-fund --by contributions --among ccgs',
        'bcf apportion 1500000 my-fund --by apportionment --to 100 --against "appendix-3[line=Carers]"',
      ),
    )
    .argument('<AMOUNT>', 'pounds, or the name of a figure: bcf help figures');
  withOutputOptions(command.argument('[FUND]', 'the fund folder', '.'), 'apportion')
    .requiredOption('--by <weights>', 'contributions, or a published table that says what it calls each partner')
    .option('--among <group>', 'only the members of this group')
    .addOption(
      new Option('--to <unit>', 'shares are whole pennies, hundreds or thousands of pounds')
        .choices(['penny', '100', '1000'])
        .default('penny'),
    )
    .option('--against <split>', 'hold the shares against a published split')
    .option('--names', 'list every figure with its name, which bcf trace explains')
    .action(async (amount: string, folder: string, flags: unknown) => {
      const { parseApportion, runApportion } = await import('./apportion.js');
      done(await runApportion(parseApportion(amount, folder, flags), world()));
    });
}
