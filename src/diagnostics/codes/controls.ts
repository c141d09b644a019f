import { entry, orMeant } from '../entry.js';

/** BCF25xx: published totals; BCF35xx: the controls, tables and mappings that they are written in. */
export const controlCodes = {
  BCF2501: entry<{
    name: string;
    found: string;
    foundAt: string;
    expected: string;
    expectedAt: string;
    difference: string;
    tolerance: string;
  }>({
    title: 'A figure that does not tie out',
    class: 'finding',
    message: ({ name, found, foundAt, expected, expectedAt, difference, tolerance }) =>
      `${name}: ${found} (${foundAt}) against ${expected} (${expectedAt}): ${difference}, tolerance ${tolerance}`,
    help: () =>
      'correct the wrong one of the two; or write why it is accepted in accepted_because, and how much in accepted_difference',
    explain:
      'A control ties a figure out against one published in an independent place. A difference is either mended or accepted by somebody, with a reason; an accepted one is still shown every time.',
  }),
  BCF2502: entry<{ name: string; accepted: string; difference: string }>({
    title: 'An accepted difference that has changed',
    class: 'finding',
    message: ({ name, accepted, difference }) =>
      `${name}: the reason accepts ${accepted}, and the difference is ${difference}`,
    help: () => 'find out what moved; if the new difference is to be accepted too, write it in accepted_difference',
    explain:
      'A reason is for the difference it was given for. Where the difference is another now, or there is none any more, the reason speaks of something else, and what is new would be hidden behind it.',
  }),
  BCF2503: entry<{ name: string; difference: string; lacks: string }>({
    title: 'A reason without its difference, or a difference without its reason',
    class: 'finding',
    message: ({ name, difference, lacks }) =>
      lacks === 'amount'
        ? `${name}: accepted_because gives a reason and accepted_difference says no amount; the difference is ${difference}`
        : `${name}: accepted_difference says an amount and accepted_because gives no reason; the difference is ${difference}`,
    help: ({ lacks }) =>
      lacks === 'amount'
        ? 'write the difference in accepted_difference, found less expected, so that another one is not accepted with it'
        : 'write why it is accepted, or take the amount out',
    explain:
      'A difference is accepted with its amount, so that a later, larger one is not covered by the same reason; and an amount without a reason accepts nothing.',
  }),
  BCF2504: entry<{ figure: string; missing: string }>({
    title: 'A figure that is not known',
    class: 'finding',
    message: ({ figure, missing }) => `${figure} is not known: ${missing}`,
    help: () => 'what is missing is not nil: add it, or take the control out until it comes',
    explain:
      'A control cannot be done on a figure that nobody knows: there are no actuals yet, or a planned line has no forecast. Taking what is missing as nil could make it agree.',
  }),
  BCF3501: entry<{ file: string; reason: string }>({
    title: 'A published table cannot be read',
    class: 'input',
    message: ({ file, reason }) => `the table ${file} cannot be read: ${reason}`,
    help: () => 'put the file where the agreement says, or correct file: under tables:',
    explain: 'Tables that the agreement declares are files of the fund folder: what a paper prints, transcribed.',
  }),
  BCF3502: entry<{ found: string }>({
    title: 'A tolerance below nothing',
    class: 'input',
    message: ({ found }) => `the tolerance “${found}” is negative`,
    help: () => 'write how far the figure may be off in either direction, or leave the cell blank for nothing',
    explain: 'A tolerance says how far two figures may be apart, up or down, without being a difference.',
  }),
  BCF3503: entry<{ line: string }>({
    title: 'A row of the pro-forma that maps two things, or half of one',
    class: 'input',
    message: ({ line }) => `the row of “${line}” does not say plainly what is mapped to it`,
    help: () =>
      'name a schedule and its scheme; or a heading, with or without a schedule; or neither, if nothing belongs to the line',
    explain:
      'Each row of pro-forma.csv maps one thing to a line: a scheme of a schedule, a heading of one schedule, or a heading on all schedules.',
  }),
  BCF3504: entry<{ found: string; problem: string }>({
    title: 'A figure’s name that cannot be read',
    class: 'input',
    message: ({ found, problem }) => `“${found}” names no figure: ${problem}`,
    help: () =>
      'write plan.applied[heading=care-act], or appendix-3[line=Enablement][total_000]; bcf help figures has them all',
    explain:
      'A figure of the fund is named as plan.applied[heading=care-act], a figure of a published table as appendix-3[line=Enablement][total_000]. Figures are added and taken away with + and -. bcf help figures has the rest.',
  }),
  BCF3505: entry<{ what: string; found: string; meant: string; allowed: string }>({
    title: 'A figure’s name that names nothing',
    class: 'input',
    message: ({ what, found, meant }) => `there is no ${what} “${found}”${orMeant(meant)}`,
    help: ({ allowed }) => `there is: ${allowed}`,
    explain:
      'A control names figures by the agreement’s codes and by the columns and words of published tables. A name that nothing answers to would check nothing.',
  }),
  BCF3506: entry<{ table: string }>({
    title: 'Nothing is printed there',
    class: 'input',
    message: ({ table }) => `the cells of ${table} that are named are blank: nothing is printed there`,
    help: () => 'name another row or column; a printed nil is written as 0 or -',
    explain: 'A blank cell of a table is not nil: there is nothing to tie a figure out against.',
  }),
  BCF3507: entry<{ one: string; other: string }>({
    title: 'Figures of two kinds',
    class: 'input',
    message: ({ one, other }) => `${one} and ${other} cannot be added or compared`,
    help: () => 'compare money with money, a percent with a percent; unit: under tables: says what a table holds',
    explain: 'Each table declares what its figures are in. Pounds and percents are different things.',
  }),
  BCF3508: entry<{ found: string; unit: string }>({
    title: 'A cell of a published table that is no number',
    class: 'input',
    message: ({ found, unit }) => `“${found}” is no number in ${unit}`,
    help: () => 'copy the cell again from the paper; leave it blank where nothing is printed',
    explain:
      'The cells of a published table that a control names are numbers in the table’s unit, written as in any ledger; a percent may end in %.',
  }),
  BCF3509: entry<{ table: string }>({
    title: 'A table that does not say what it calls the partners',
    class: 'input',
    message: ({ table }) => `${table} does not say what it calls each partner`,
    help: () =>
      'add partners: { 09C: Ashford } to the table in agreement.yaml: the code, and the words of its header or cell',
    explain:
      'To read a number for each partner out of a published table, bcf must know what the table calls them: the words of a column header, or of a cell, are declared beside each code.',
  }),
  BCF3510: entry<{ table: string; partner: string; label: string; meant: string }>({
    title: 'A partner that a table does not have',
    class: 'input',
    message: ({ table, partner, label, meant }) => `${table} has no “${label}” for ${partner}${orMeant(meant)}`,
    help: () => 'write the words of its column header or of its cell, as they stand in the table',
    explain:
      'Under tables: the agreement says what a table calls each partner. Where no header and no cell is called so, the partner’s number could not be found.',
  }),
  BCF3511: entry<{ file: string; kind: string }>({
    title: 'A table that is a ledger already',
    class: 'input',
    message: ({ file, kind }) => `${file} is already read as the ${kind}, and cannot be a published table too`,
    help: () => 'name the file that was transcribed from the paper',
    explain:
      'A published table is another place than the fund’s own files: that is what makes a control of it. A file that is a ledger cannot be held against itself.',
  }),
};
