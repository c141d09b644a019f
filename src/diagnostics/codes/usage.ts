import { entry, orMeant } from '../entry.js';

/** BCF00xx: the command line, the fund folder, the output file. */
export const usageCodes = {
  BCF0001: entry<{ found: string; meant: string }>({
    title: 'Unknown command',
    class: 'usage',
    message: ({ found, meant }) => `there is no command or topic “${found}”${orMeant(meant)}`,
    help: () => 'bcf help lists the commands',
    explain:
      'The first word after bcf is the command. bcf help lists them, and bcf help COMMAND shows examples of each.',
  }),
  BCF0002: entry<{ problem: string; command: string }>({
    title: 'The command line cannot be understood',
    class: 'usage',
    message: ({ problem }) => problem,
    help: ({ command }) => `${`bcf help ${command}`.trimEnd()} shows the options`,
    explain:
      'An option is unknown, lacks its value, or has a value that is not one of those allowed. Nothing was read.',
  }),
  BCF0003: entry<{ folder: string; found: string }>({
    title: 'No such fund folder',
    class: 'usage',
    message: ({ folder, found }) =>
      found === '' ? `there is no folder ${folder}` : `${folder} is ${found}, not a fund folder`,
    help: () => 'give the folder that holds agreement.yaml, or stand in it and leave FUND out',
    explain:
      'A fund is a folder with agreement.yaml, plan.csv and a folder of ledgers. FUND names that folder, not a file in it.',
  }),
  BCF0004: entry<{ folder: string; meant: string }>({
    title: 'The folder holds no agreement',
    class: 'usage',
    message: ({ folder }) => `${folder === '.' ? 'this folder' : folder} has no agreement.yaml`,
    help: ({ meant }) =>
      meant !== ''
        ? `rename ${meant} to agreement.yaml`
        : 'name the fund folder (bcf reconcile FUND), or write its agreement.yaml: the README shows one',
    explain:
      'Every fund folder has an agreement.yaml: who the partners are, what they pay in, what for, and under which clauses.',
  }),
  BCF0005: entry<{ file: string; reason: string }>({
    title: 'The output file cannot be written',
    class: 'usage',
    message: ({ file, reason }) => `cannot write ${file}: ${reason}`,
    help: () => 'choose another place, in a folder that you may write to; any file that was there is untouched',
    explain:
      'Output goes to a temporary name in the same folder and is renamed when it is complete, so the folder must allow new files. Folders of its path that are not there are made.',
  }),
  BCF0006: entry<{ found: string; meant: string }>({
    title: 'Unknown diagnostic code',
    class: 'usage',
    message: ({ found, meant }) => `there is no code “${found}”${orMeant(meant)}`,
    help: () => 'bcf explain --list shows every code, and every rule',
    explain:
      'Codes are written as they are printed, such as BCF3402, and rules as R1 to R7. bcf explain --list shows all of them.',
  }),
  BCF0007: entry<{ found: string }>({
    title: 'An assumption that cannot be read',
    class: 'usage',
    message: ({ found }) => `--what-if “${found}” is no assumption`,
    help: () => 'write a partner, = and a change: "99J=-2.1%" or "99J=-200"; "*" stands for all others',
    explain:
      'An assumption changes the admissions of each quarter still to come against its baseline: by a percent of it, or by a number of admissions in each quarter. Fewer is negative.',
  }),
  BCF0008: entry<{ found: string; meant: string; allowed: string }>({
    title: 'An assumption about a partner without a pot',
    class: 'usage',
    message: ({ found, meant }) => `--what-if: “${found}” has no performance pot${orMeant(meant)}`,
    help: ({ allowed }) =>
      allowed === '' ? 'the agreement pays nothing for performance' : `name one of ${allowed}, or *`,
    explain: 'Assumptions are about the partners whose performance is paid for, by their codes.',
  }),
  BCF0009: entry<{ found: string }>({
    title: 'Two assumptions about one partner',
    class: 'usage',
    message: ({ found }) => `--what-if says two things of “${found}”`,
    help: () => 'keep one of them; “*” is for the partners that have none of their own',
    explain: 'Each partner has one assumption, for all the quarters still to come.',
  }),
  BCF0010: entry<Record<string, never>>({
    title: 'Nothing is still to come',
    class: 'usage',
    message: () => '--what-if: no quarter with a baseline is still to come, so there is nothing to assume',
    help: () =>
      'look from an earlier quarter (--as-at Q2 takes the quarters paid after it as still to come), or add baselines to ledgers/activity*.csv',
    explain: 'An assumption is about quarters whose admissions are not known as at the quarter asked for.',
  }),
  BCF0011: entry<{ option: string; found: string }>({
    title: 'A side of a comparison that cannot be read',
    class: 'usage',
    message: ({ option, found }) => `${option} “${found}” is nothing to compare`,
    help: () =>
      'write plan, actual or forecast; actual@Q2 or forecast@Q2 for another quarter; Q2 for what was spent in it',
    explain:
      'bcf diff compares two sides: the plan, the actuals to date or the forecast, as at the quarter of --as-at or as at another one, or what was spent in one quarter.',
  }),
  BCF0012: entry<{ found: string }>({
    title: 'A limit that cannot be read',
    class: 'usage',
    message: ({ found }) => `--fail-over “${found}” is no limit`,
    help: () => 'write a percent of the plan, such as 5% or 0.125%, or an amount in pounds, such as 50000',
    explain: 'The limit of bcf diff --fail-over is a percent of each line’s plan, up to 100%, or an amount in pounds.',
  }),
  BCF0013: entry<{ side: string; fund: string }>({
    title: 'A side of a comparison that the fund does not have',
    class: 'usage',
    message: ({ side, fund }) => `${fund} has no ${side}, so there is nothing to compare`,
    help: () => 'add its ledger, ask for another side with --from and --to, or for another quarter with --as-at',
    explain:
      'A fund with a plan only has no actuals and no forecast, and a forecast is made as at a quarter: one as at another quarter is not taken for it.',
  }),
  BCF0014: entry<{ found: string }>({
    title: 'An amount to apportion that cannot be read',
    class: 'usage',
    message: ({ found }) => `“${found}” is no amount to apportion`,
    help: () =>
      'write pounds, such as 1500000 or £1,500,000.00, or the name of a figure, such as "plan.applied[heading=care-act]"',
    explain: 'bcf apportion shares an amount in pounds, or a figure of the fund or of a published table by its name.',
  }),
  BCF0015: entry<{ amount: string; step: string; rest: string }>({
    title: 'An amount that is not whole in the unit it is shared in',
    class: 'usage',
    message: ({ amount, step, rest }) => `${amount} is not a whole number of ${step}: ${rest} would be nobody’s`,
    help: () => 'share it to the penny, or round the total first',
    explain:
      'Shares to £100 or £000 are whole numbers of it, and add up to the total; so the total is a whole number of it too. bcf does not round a total by itself.',
  }),
  BCF0016: entry<{ by: string; problem: string }>({
    title: 'Weights that nothing can be shared by',
    class: 'usage',
    message: ({ by, problem }) => `nothing can be shared by ${by}: ${problem}`,
    help: () => 'weights are never negative, and one of them at least is not nil',
    explain:
      'Each partner gets the total times its weight, divided by all weights. Where all are nil, nobody can be given anything.',
  }),
  BCF0017: entry<{ found: string; meant: string; allowed: string }>({
    title: 'An unknown group',
    class: 'usage',
    message: ({ found, meant }) => `--among: there is no group “${found}”${orMeant(meant)}`,
    help: ({ allowed }) => `groups: ${allowed}`,
    explain: 'bcf apportion --among shares only over the members of a group of the agreement.',
  }),
  BCF0018: entry<{ one: string; other: string; key: string }>({
    title: 'Two schemes that would be matched with one',
    class: 'usage',
    message: ({ one, other, key }) => `“${one}” and “${other}” would both be ${key}, and nobody can say which is meant`,
    help: () => 'give the schemes codes of their own, or compare by another line: --by heading',
    explain:
      'Between two years a CCG’s schemes become those of its successor. Where two CCGs had a scheme of the same code, both would be matched with one of the successor’s.',
  }),
  BCF0028: entry<{ folder: string; year: string }>({
    title: 'A last year of which nobody knows how it closed',
    class: 'usage',
    message: ({ folder, year }) =>
      `--last-year ${folder}: the ledgers of ${year} do not reach its year end, or not all of them have come`,
    help: ({ folder }) =>
      `bcf reconcile ${folder} says what has not come; what is brought forward cannot be checked before`,
    explain: 'What a year closed with is known when all of its contributions, expenditure and openings are.',
  }),
};
