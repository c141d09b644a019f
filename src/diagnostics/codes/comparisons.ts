import { entry } from '../entry.js';

/** BCF26xx: one side of a comparison against another, and shares. */
export const comparisonCodes = {
  BCF2601: entry<{ line: string; inWords: string; limit: string }>({
    title: 'A line further off than --fail-over allows',
    class: 'finding',
    message: ({ line, inWords, limit }) => `${line}: ${inWords}, beyond ${limit}`,
    help: () => 'bcf variance says who bears it; or allow more with --fail-over',
    explain:
      'bcf diff --fail-over 5% fails where a line is overspent by more than 5% of its plan, and --fail-over 50000 where it is by more than £50,000. Of two plans, or two quarters, a change in either direction counts.',
  }),
  BCF2602: entry<{ line: string; limit: string }>({
    title: 'A line of which nobody can say whether it is beyond --fail-over',
    class: 'finding',
    message: ({ line, limit }) => `${line}: not known, so nobody can say that it is within ${limit}`,
    help: () => 'ask the body for its forecast; a planned line without one is named by bcf variance',
    explain:
      'A limit is not kept by a line whose figure is missing. Where a part of a line has no forecast, bcf diff --fail-over fails, and says which line it is.',
  }),
  BCF2603: entry<{ by: string; total: string }>({
    title: 'Percents that do not add up to 100',
    class: 'warning',
    message: ({ by, total }) => `the percents of ${by} add up to ${total}%, not 100%`,
    help: () => 'each partner gets its part of what they add up to; see whether one is missing, or stands twice',
    explain:
      'An amount is shared in proportion to the weights, whatever they add up to, and nothing of it is lost. Percents that do not add up to 100 may still be those of another split than was meant.',
  }),
};
