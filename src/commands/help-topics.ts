/** Pages of `bcf help TOPIC` that belong to no one command. */
export const helpTopics: Readonly<Record<string, string>> = {
  'exit-codes': `Exit codes, the same for every command

  0    clean
  1    ran, and found a breach, an imbalance or an unexplained difference
  2    could not run: bad options, or files and rows that cannot be used
  3    the agreement itself is invalid
  70   a fault of bcf, with a report to send
  130  interrupted

Warnings change no exit code.
`,
  environment: `Environment

  NO_COLOR     set to anything: no colour
  FORCE_COLOR  set to anything but 0 or false: colour, also into a pipe or a file
  TERM=dumb    no colour

--color always and --color never go before all of these. Nothing else is read from the environment:
no locale, no time zone, no clock. The same folder gives the same output everywhere.
`,
  formats: `Formats

  text   what the CFO group signs: £m to three places for the flow of funds, then pounds and pence
  json   one document, versioned: bcf schema reconciliation, performance, variance or settlement
         describes it. Amounts are text in pounds with two decimals; what is absent is not known,
         and never means nil
  csv    tidy tables, a row a figure, no totals; text that a spreadsheet would run is made harmless

Ledgers are read as UTF-8, UTF-16 or Windows-1252; separated by comma, semicolon, tab or bar, also with
Excel's sep= line; amounts as 1234.56, 1,234.56, £1,234, (1,234.56), -1,234, 1,234- and - for nil; dates
as 2015-06-30 or 30/06/2015. The unit, pounds or £000, stands in the header or in the agreement.
`,
};
