import { entry, orMeant } from '../entry.js';

type Found = { found: string };

/** BCF32xx: the value of one cell. */
export const cellCodes = {
  BCF3201: entry<Record<string, never>>({
    title: 'A blank amount',
    class: 'input',
    isOfColumn: true,
    message: () => 'the amount is blank',
    help: () => 'write the amount, or - for nil',
    explain: 'A blank may be nil, forgotten or not yet known. Only a column that says so reads it as nil.',
  }),
  BCF3202: entry<Found & { what: string }>({
    title: 'A column that was too narrow in Excel',
    class: 'input',
    isOfColumn: true,
    message: ({ found, what }) => `${found} stands where ${what} should be: the column was too narrow in Excel`,
    help: () => 'widen the column in the workbook and save the file again; what it held is lost in this one',
    explain: 'Excel saves what a cell shows. A number wider than its column is shown, and saved, as a row of # marks.',
  }),
  BCF3203: entry<Found>({
    title: 'A formula error from Excel',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) => `${found} is an error of an Excel formula, not a value`,
    help: () => 'mend the formula in the workbook and save the file again',
    explain: '#REF!, #N/A, #VALUE!, #NAME? and #DIV/0! are saved as they are shown.',
  }),
  BCF3204: entry<Found>({
    title: 'An amount in scientific notation',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) => `${found} is in scientific notation: Excel has rounded the amount away`,
    help: () => 'format the column as a number with two decimals and save the file again',
    explain: '1.23E+06 may be any of ten thousand amounts. Pence cannot be got back from it.',
  }),
  BCF3205: entry<{ found: string; unit: string; decimals: number }>({
    title: 'An amount finer than a penny',
    class: 'input',
    isOfColumn: true,
    message: ({ found, unit, decimals }) =>
      `${found} is finer than a penny: in ${unit} there are at most ${decimals} decimals`,
    help: () => 'round it where it is made, so that the rounding is on somebody’s books',
    explain: 'Money is exact, in pence. bcf rounds no row.',
  }),
  BCF3206: entry<Found>({
    title: 'A comma in the wrong place',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) =>
      /,\d{1,2}$/.test(found)
        ? `${found} has a comma where the decimal point belongs`
        : `${found} has a comma where no thousands end`,
    help: () => 'write 1,234.56 or 1234.56',
    explain:
      'Commas stand before each three digits; the decimal point is a point. 1.234,56 and 12,34 could each be two amounts.',
  }),
  BCF3207: entry<Found>({
    title: 'Two signs',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) => `${found} has two signs`,
    help: () => 'use one: -1,234.56, 1,234.56- or (1,234.56)',
    explain: 'A minus inside brackets may be meant as minus or as minus of minus.',
  }),
  BCF3208: entry<Found>({
    title: 'A date where an amount should be',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) => `${found} is a date, where an amount should be`,
    help: () => 'see that the columns have not moved, and that Excel has not read the amount as a date',
    explain: 'Excel turns some numbers into dates, and a row with a field too many moves dates into amounts.',
  }),
  BCF3209: entry<Found>({
    title: 'Not an amount',
    class: 'input',
    message: ({ found }) => `“${found}” is not an amount`,
    help: () => 'write 1234.56, 1,234.56, (1,234.56) or - for nil',
    explain: 'An amount is digits with an optional sign, pound sign, thousands commas and two decimals.',
  }),
  BCF3210: entry<Found>({
    title: 'Not a date',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) => (found === '' ? 'the date is blank' : `“${found}” is not a date`),
    help: () => 'write 2015-06-30 or 30/06/2015',
    explain:
      'A date is read in any form that can mean one day only: 2015-06-30, 30/06/2015, 30.06.2015, 30-Jun-15, 30 June 2015, 20150630, Excel’s day number; with a time of day or without.',
  }),
  BCF3211: entry<{ found: string; meant: string }>({
    title: 'A date with the month first',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) => `${found}: there is no such month; is the month written first?`,
    help: ({ meant }) => `write ${meant}; see that the other dates of this file are day first`,
    explain:
      'Dates with slashes are read day first. Where one row shows that a file is month first, the others of it (04/05/2015) are wrong too, though nothing shows it.',
  }),
  BCF3212: entry<Found>({
    title: 'A day that does not exist',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) => `there is no day ${found}`,
    help: () => 'correct the date',
    explain: 'June has thirty days.',
  }),
  BCF3213: entry<{ found: string; meant: string; year: string }>({
    title: 'A number where a date should be',
    class: 'input',
    isOfColumn: true,
    message: ({ found, meant, year }) =>
      `${found} as Excel’s day number is ${meant}, outside the financial year ${year}, April to March`,
    help: () => 'see whether it is a date at all; a row of another year belongs in that year’s fund folder',
    explain:
      'Excel stores dates as days since 1900, and a column formatted as a number is saved so. Such a number is read as the day that it is, where that is a day of the year.',
  }),
  BCF3214: entry<{ found: string; year: string }>({
    title: 'A date outside the year',
    class: 'input',
    isOfColumn: true,
    message: ({ found, year }) => `${found} is outside the financial year ${year}, April to March`,
    help: () => 'correct the date; a row of another year belongs in that year’s fund folder',
    explain:
      'A fund is one financial year, April to March. What is brought in from the year before is an opening balance.',
  }),
  BCF3215: entry<{ column: string }>({
    title: 'A blank cell',
    class: 'input',
    isOfColumn: true,
    message: ({ column }) => `${column} is blank`,
    help: ({ column }) =>
      column === 'reference'
        ? 'fill it in; where a body numbers some rows not at all, its entry in agreement.yaml may make the reference of several cells: reference: [its number, its date] with lines_of_a_document: numbered'
        : `fill in ${column}`,
    explain: 'Without it the row cannot be posted or traced.',
  }),
  BCF3216: entry<{ found: string; allowed: string; meant: string }>({
    title: 'Not one of the words allowed',
    class: 'input',
    message: ({ found, meant }) => `“${found}” is not allowed here${orMeant(meant)}`,
    help: ({ allowed }) => `allowed: ${allowed}`,
    explain: 'The column takes one of a short list of words.',
  }),
  BCF3217: entry<Found>({
    title: 'Not a number of admissions',
    class: 'input',
    message: ({ found }) =>
      found === '' ? 'the number of admissions is blank' : `“${found}” is not a number of admissions`,
    help: () => 'write a whole number, such as 9650; only the actual of a quarter not yet reported is left blank',
    explain: 'Admissions are counted in whole numbers. A blank actual means not yet reported, which is not nil.',
  }),
  BCF3218: entry<{ found: string; one: string; other: string }>({
    title: 'A date that may be two days',
    class: 'input',
    isOfColumn: true,
    message: ({ found, one, other }) => `${found} may be ${one} or ${other}`,
    help: () => 'write the year in full, and no zone: 2015-06-30 or 30/06/2015',
    explain:
      'Where a year has two digits, day and year may have changed places; and a time with a zone may be of the day before in this country: 23:00 of 30 June in UTC is midnight of 1 July here. Which is meant, the file has to say.',
  }),
  BCF3219: entry<Found>({
    title: 'A period where a date should be',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) => `“${found}” is a month or a period, and says no day`,
    help: () => 'export the day on which the row was posted: quarters, instalments and cut-off go by days',
    explain:
      'Ledgers number their periods, and a thirteenth is no month. A row counts in the quarter of its day, so it needs one.',
  }),
  BCF3220: entry<Found>({
    title: 'A time of day where a date should be',
    class: 'input',
    isOfColumn: true,
    message: ({ found }) => `“${found}” is a time of day: its date is lost`,
    help: () => 'format the column as a date, and save or export it again',
    explain: 'Excel shows a date with its time as minutes and seconds (31:22.0) and saves what it shows.',
  }),
  BCF3221: entry<Found>({
    title: 'An amount marked as credit or debit',
    class: 'input',
    message: ({ found }) => `“${found}” is marked as a credit or a debit, and has no sign`,
    help: () =>
      'write 1,234.56 for what the ledger is of, and (1,234.56) for money that came back; or say amount: { value: its header, marked: CR } in agreement.yaml, and what is marked CR is negative',
    explain:
      'A credit is money that came back where the ledger is of spending, and money that came in where it is of receipts. Which is meant, an amount with a sign says.',
  }),
  BCF3222: entry<Found>({
    title: 'A number that Excel keeps as text',
    class: 'input',
    message: ({ found }) => `“${found}” is a number that Excel keeps as text`,
    help: () => 'format the column as a number, and save or export it again',
    explain: 'An apostrophe or a formula (="1234.56") keeps a number as text. It is added up nowhere in Excel either.',
  }),
  BCF3223: entry<Found>({
    title: 'A shortened amount',
    class: 'input',
    message: ({ found }) => `“${found}” is shortened: what was left out cannot be known to the penny`,
    help: () => 'write the amount in full, or in a column whose unit says £000 or £m',
    explain: 'Twelve thousand written as 12k may be anything from 11,500 to 12,500.',
  }),
  BCF3224: entry<Found>({
    title: 'A word for no amount',
    class: 'input',
    message: ({ found }) => `“${found}” stands where an amount should be`,
    help: () => 'write 0 or - for nil; where nobody knows it yet, leave the row out until it comes',
    explain: 'A database writes NULL for what it does not have, and people nil, n/a or TBC. Not known is not nil.',
  }),
  BCF3225: entry<Found>({
    title: 'A point that may part thousands',
    class: 'input',
    message: ({ found }) => `${found} may be ${found.replace('.', ',')}, or a number with three decimals`,
    help: () => 'write two decimals and a comma for thousands: 1,080.00 or 1.08',
    explain:
      'On the continent a point parts thousands. Money in pounds has two decimals, so a point before three digits is asked about.',
  }),
  BCF3230: entry<Found & { column: string; damage: string; meant: string; lost: string }>({
    title: 'A code that Excel has turned into a number or a date',
    class: 'input',
    message: ({ found, column, damage, meant }) => {
      const was = meant === '' ? `a ${column}` : `the ${column} ${meant}`;
      const into = damage === 'day' ? 'a date' : 'a number';
      return `${found} stands where ${was} was: Excel has turned it into ${into}`;
    },
    help: ({ lost }) =>
      `${lost === '' ? 'what it was is lost in this file: take the column from where it was exported' : `write the codes again: ${lost}`}; in Excel import the file with that column as text`,
    explain:
      'Excel reads 10E-06 as ten times ten to the power of minus six and saves 1.00E-05, keeps a few digits of a long number (5.10839E+17), and makes the first of February of 1-2. Two codes or references that look alike after that may have been different, so none is taken for a copy. A code with a letter that is no E between its digits, such as 10E-S06, is left alone.',
  }),
  BCF3231: entry<Found & { most: number }>({
    title: 'An amount of too many digits',
    class: 'input',
    isOfColumn: true,
    message: ({ found, most }) => `${found} has more than ${most} digits of pounds`,
    help: () => 'look for two amounts keyed as one, a reference in the place of the amount, or a unit that is not £000',
    explain:
      'No pooled fund comes near a thousand million million pounds. An amount that does is two amounts run together, a reference, or a key held down.',
  }),
};
