import { type Command, InvalidArgumentError, Option } from 'commander';
import { asAtOption, type Done, examples, type WorldNow, withOutputOptions } from './declare.js';

/** Where a figure comes from, and where a row goes. */
export function addTrace(program: Command, world: WorldNow, done: Done): void {
  const command = program
    .command('trace')
    .description('Explain a figure, from its rule and clause down to the rows of the ledgers; or the figures of a row.')
    .addHelpText(
      'before',
      examples(
        'bcf trace "performance.partners[09C].quarters[Q3].payment" my-fund',
        'bcf trace "apportion[amount=1500000;by=contributions].shares[10D].share" my-fund',
        'bcf trace --from ledgers/expenditure-q3.csv:118 my-fund',
        'bcf trace "diff.lines[care-act].change" last-year my-fund',
      ),
    )
    .argument('[FIGURE]', 'the name of a figure, or an amount as it is printed: 65,536.84')
    .argument('[FUND]', 'the fund folder (default: ".")')
    .argument('[AGAINST]', 'the second fund folder, of a figure that bcf diff shows of two')
    .addOption(asAtOption());
  withOutputOptions(command, 'trace')
    .option('--from <row>', 'start at a row, and list the figures that it is part of: ledgers/expenditure-q3.csv:118')
    .addOption(new Option('--depth <levels>', 'how many levels to show below the figure, or all').argParser(levels))
    .addOption(
      new Option('--rows <count>', 'how many rows of each account to list, or all').argParser(levels).default(5),
    )
    .option('--names', 'print the name of every figure in the trace')
    .action(async (figure?: string, folder?: string, against?: string, flags?: unknown) => {
      const { parseTrace, runTrace } = await import('./trace.js');
      done(await runTrace(parseTrace({ figure, folder, against }, flags), world()));
    });
}

const most = 1_000_000;

function levels(text: string): number {
  if (text.toLowerCase() === 'all') return most;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number, or all.');
}
