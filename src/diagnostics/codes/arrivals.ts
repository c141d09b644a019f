import { entry } from '../entry.js';

/** BCF245x: what has come from the bodies, and what is missing. */
export const arrivalCodes = {
  BCF2450: entry<{ body: string; missing: string; planned: string }>({
    title: 'A body whose spending has not come',
    class: 'warning',
    message: ({ body, missing, planned }) =>
      `${body}: no spending has come for ${missing}, of ${planned} planned for the year`,
    help: () =>
      'ask for the ledger, and see that its file is in ledgers/; where nothing was spent, ask for one row of nil that says so',
    explain:
      'A body that is planned to spend and has no row in a quarter that has ended has most likely not sent its ledger. Until it comes, its spending stands as nothing: as an underspend that it holds, and as money that the host owes it. What is aligned, in kind or paid for performance is not looked for, nor is capital of a body that spends revenue too.',
  }),
};
