import { counted, entry, inRows } from '../entry.js';

/** BCF20xx: the pool balances. */
export const ruleCodes = {
  BCF2001: entry<{ pool: string; agreed: string; applied: string; difference: string; direction: string }>({
    title: 'The pool does not balance',
    class: 'finding',
    message: ({ pool, agreed, applied, difference, direction }) =>
      `${pool}: ${agreed} is contributed and ${applied} applied, ${difference} ${direction}`,
    help: () => 'a heading or a contribution stands in the wrong pool: compare pool: under headings and contributions',
    explain:
      'In the plan, the sum of the contributions equals the sum of the applications. Contributions are agreed in agreement.yaml; applications are the rows of plan.csv.',
  }),
  BCF2002: entry<{ partner: string; agreed: string; applied: string; difference: string; direction: string }>({
    title: 'A partner’s schedule does not foot to its contribution',
    class: 'finding',
    message: ({ partner, agreed, applied, difference, direction }) =>
      `${partner} contributes ${agreed} and its schedule applies ${applied}: ${difference} ${direction}`,
    help: () => 'compare the partner’s rows of plan.csv with its signed schedule',
    explain:
      'What each partner pays in is what is applied on its schedule, partner by partner: one partner’s excess may not hide another’s shortfall.',
  }),
  BCF2003: entry<{ heading: string; agreed: string; applied: string; difference: string; direction: string }>({
    title: 'A heading’s rows do not foot to its allocation',
    class: 'finding',
    message: ({ heading, agreed, applied, difference, direction }) =>
      `${heading} is allotted ${agreed} and the schedules apply ${applied} to it: ${difference} ${direction}`,
    help: () => 'compare the heading’s rows of plan.csv with the flow of funds in the agreement',
    explain: 'The flow of funds allots an amount to each heading; the schedules’ rows for that heading add up to it.',
  }),
  BCF2004: entry<{ source: string; agreed: string; applied: string; difference: string; direction: string }>({
    title: 'A source does not foot',
    class: 'finding',
    message: ({ source, agreed, applied, difference, direction }) =>
      `${source}: ${agreed} is contributed and the schedules apply ${applied} from it, ${difference} ${direction}`,
    help: () => 'see that each row of plan.csv names the source that its money comes from',
    explain: 'The rows of plan.csv that draw on a source add up to what is contributed under it.',
  }),
  BCF2005: entry<{ nature: string; agreed: string; applied: string; difference: string; direction: string }>({
    title: 'Capital and revenue do not foot separately',
    class: 'finding',
    message: ({ nature, agreed, applied, difference, direction }) =>
      `${nature}: ${agreed} is contributed and ${applied} applied to ${nature} headings, ${difference} ${direction}`,
    help: () => 'look for a capital source under a revenue heading, or the other way round',
    explain: 'Capital and revenue are separate money and each balances by itself.',
  }),
  BCF2006: entry<{ partner: string; agreed: string; applied: string; difference: string; direction: string }>({
    title: 'A schedule’s schemes do not foot to its contribution',
    class: 'finding',
    message: ({ partner, agreed, applied, difference, direction }) =>
      `${partner} contributes ${agreed} and its schemes add up to ${applied}: ${difference} ${direction}`,
    help: () => 'compare the partner’s rows of schemes.csv with its signed schedule',
    explain: 'Each schedule lists local schemes, and they add up to what the partner contributes.',
  }),
  BCF2009: entry<{
    partner: string;
    heading: string;
    difference: string;
    direction: string;
    cell: string;
    found: number;
  }>({
    title: 'One cell of the plan is out',
    class: 'finding',
    message: ({ partner, heading, difference, direction }) =>
      `${partner} and ${heading} are both planned at ${difference} ${direction} than agreed`,
    help: ({ cell, found }) =>
      found === 0
        ? 'plan.csv has no row for both of them: it was left out, or stands under another heading'
        : `the row for both of them, ${cell}, is the first to compare with the signed schedule`,
    explain:
      'What a partner pays in is what is applied on its schedule, and a heading’s rows add up to its allocation. Where one partner and one heading are out by the same amount, the cell where they meet is the likeliest cause.',
  }),
  BCF2008: entry<{ missing: string; asAt: string }>({
    title: 'A forecast is missing',
    class: 'warning',
    message: ({ missing, asAt }) => `no forecast as at ${asAt}: ${missing}; totals that need one are left blank`,
    help: () => 'ask each body for its full-year outturn',
    explain:
      'A forecast outturn is the full-year figure that a body expects. Where one is missing, every total that it belongs to is left out rather than taken as nil.',
  }),
  BCF2011: entry<{ partner: string; money: string; amount: string; agreed: string; due: number; before: number }>({
    title: 'Money spent ahead of its receipt',
    class: 'warning',
    message: ({ partner, money, amount, before }) =>
      before > 0
        ? `${partner}, ${money}: ${amount} overspent in the year before, and brought forward`
        : `${partner}, ${money}: ${amount} more spent than received to date`,
    help: ({ agreed, due, before }) =>
      before > 0
        ? 'it is what last year left: collect it from the body that bears it, or meet it from this year’s money'
        : due > 0
          ? 'nothing is overdue: the spending runs ahead of the instalments, so ask the next one early or slow the spending'
          : `all of the ${agreed} agreed has come, and the spending is above it: bcf variance says who pays`,
    explain:
      'Spending may run ahead of an instalment, or above what was agreed. The pool then carries one partner’s spending with another’s money, so it is named.',
  }),
  BCF2010: entry<{ count: number; asAt: string; received: string; applied: string }>({
    title: 'Rows after the quarter are left out',
    class: 'warning',
    message: ({ count, asAt, received, applied }) =>
      `${counted(count, 'row')} dated after ${asAt} left out of the actuals: ${received} received, ${applied} applied`,
    help: () => 'ask for a later quarter with --as-at to include them',
    explain:
      'With --as-at, the actuals are those up to the end of that quarter. Later rows are read and checked, and not added.',
  }),
  BCF2012: entry<{ partner: string; source: string; heading: string; amount: string; rows: number }>({
    title: 'Money of a source that the partner does not contribute',
    class: 'finding',
    message: ({ partner, source, heading, amount, rows }) =>
      `${partner} contributes nothing under ${source}, yet ${amount} of it is applied to ${heading} on its schedule${inRows(rows)}`,
    help: () => 'correct the schedule (whose money it is) or the source of the row',
    explain:
      'Each row spends the money of one partner from one source. Where that partner pays nothing in under that source, the row spends somebody else’s money, or names the wrong source.',
  }),
};
