/** A row of a closed quarter, what it is written as later, and whether it still says the same (R7). */
export interface RewrittenRow {
  readonly title: string;
  readonly was: string;
  readonly now: string;
  readonly saysTheSame: boolean;
}

export const rewrittenHeader = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';

/** Run by test/rules/worked-cases.test.ts. */
export const rewrittenRows: readonly RewrittenRow[] = [
  {
    title: 'Saved in Excel, it says the same: a warning, once a file',
    was: '2015-05-12,01A,CC,social-care,minimum,N1,,400,E3,',
    now: '12/05/2015,01A,CC,social-care,minimum,N1,,400.00,E3,',
    saysTheSame: true,
  },
  {
    title: 'Another amount is another row: the quarter has moved',
    was: '2015-05-12,01A,CC,social-care,minimum,N1,,400,E3,',
    now: '2015-05-12,01A,CC,social-care,minimum,N1,,401,E3,',
    saysTheSame: false,
  },
];
