import { entry } from '../entry.js';

/** BCF23xx: over- and underspends, and the forecasts that they are read from. */
export const varianceCodes = {
  BCF2301: entry<{ body: string; schedule: string; amount: string; what: string }>({
    title: 'A variance that falls on another CCG',
    class: 'finding',
    isBreach: true,
    message: ({ body, schedule, amount, what }) => `${body} would carry ${amount} of the money of ${schedule}: ${what}`,
    help: () => 'correct schedule or applied_by of the rows, or declare a policy that shares; bcf explain BCF2301',
    explain:
      'There is no cross-subsidy between localities, nor between CCGs inside one. A variance falls on the body to which the funds were applied; where that is another CCG than the one whose money it is, one’s money covers the other’s.',
  }),
  BCF2302: entry<{ lines: string; asAt: string; last: string }>({
    title: 'A forecast older than the quarter',
    class: 'warning',
    message: ({ lines, asAt, last }) => `the last forecast is as at ${last}, and none is as at ${asAt}: ${lines}`,
    help: () => 'ask each body for its outturn as at this quarter; the older one is not used',
    explain:
      'Bodies forecast their full-year outturn each quarter (proper forecasting of underspends will be required). A forecast of an earlier quarter does not know of what happened since, so totals that need one are left blank.',
  }),
  BCF2461: entry<{ group: string; heading: string; asAt: string; missing: string }>({
    title: 'Members of a group without a forecast',
    class: 'warning',
    message: ({ group, heading, asAt, missing }) =>
      `${heading}: not every member of ${group} has a forecast as at ${asAt}, and nothing is counted for who has none: ${missing}`,
    help: () => 'ask each for its full-year outturn; a member that expects to spend nothing forecasts nil',
    explain:
      'Where the members of a group forecast one by one, the group’s forecast is what they come to. One that has not come makes it too low, and an underspend of nobody.',
  }),
  BCF2303: entry<{ line: string; forecast: string; spent: string; rest: string }>({
    title: 'A forecast below what was spent',
    class: 'warning',
    message: ({ line, forecast, spent, rest }) =>
      `${line}: forecast outturn ${forecast} is less than the ${spent} already spent: ${rest} for the rest of the year`,
    help: () => 'ask the body for a new forecast, or for the refund that it expects',
    explain:
      'A forecast outturn is what was spent to date and what is still expected. One below what was spent expects money back.',
  }),
  BCF2304: entry<{
    heading: string;
    schedule: string;
    body: string;
    forecast: string;
    spent: string;
    difference: string;
  }>({
    title: 'A forecast that is not what the year came to',
    class: 'finding',
    message: ({ heading, schedule, body, forecast, spent, difference }) =>
      `${heading} on the schedule of ${schedule}, spent by ${body}: the forecast as at Q4 is ${forecast} and ${spent} was spent: ${difference} was forecast`,
    help: () =>
      'post what is missing, or correct the forecast; bcf close Q4 accepts the difference with --with-differences "why"',
    explain:
      'From Q4 on the outturn is what was spent, with accruals: no variance, share or return is made of a forecast. One that says something else is either wrong, or knows of spending that is not in the ledgers, so a quarter with one is not closed before somebody says why.',
  }),
  BCF2305: entry<{ variances: string; pool: string; lead: string }>({
    title: 'A variance to share, and nobody with money at risk',
    class: 'finding',
    message: ({ variances, pool, lead }) =>
      `nobody who would share ${variances} has money at risk in ${pool}: ${lead} bears or holds all of it`,
    help: () =>
      'declare weigh: all where ring-fenced and capital contributions count too, or a policy without weights such as equal',
    explain:
      'What is ring-fenced or capital bears no variance that is shared, so it weighs nothing in a share pro rata. Where all that the sharing partners contribute to a pool is of that kind, or none of them contributes to it, there is nothing to share by, and what is over or under is left with the lead. The agreement has to say who bears it.',
  }),
};
