/** `bcf help quarters`. */
export const quarters = `Quarters, and as at when a report is

  --as-at Q2   as at 30 September: rows dated later are left out, and said to be
  left out     the last quarter that has at least a tenth as many rows (receipts, spending, forecasts) as the
               fullest before it; half as many, where a quarter between has next to none

So a few mistyped dates move nothing: they are named, and so are the first rows of a new quarter until more come.
A fund with opening balances alone has not begun: it is as at the last day of last year, and nothing is overdue.

A quarter has ended where --as-at asks for it, where a forecast or a balance is as at it, where a row is of its last
day, or where a later one is reached. Only then is a forecast missed.
`;
