/** `bcf help environment`. */
export const environment = `Environment

  NO_COLOR     set to anything: no colour
  FORCE_COLOR  set to anything but 0 or false: colour, also into a pipe or a file
  TERM=dumb    no colour, no pager
  PAGER        what an output longer than the terminal goes through; else less, where there is one; cat for none
  COLUMNS      how wide a line of text may be; else it is as wide as the terminal, or 100 where there is none

--color always, --color never and --width 120 go before all of these. A line is 60 to 200 wide. Where a table is
wider, its labels wrap, then its pence go, then its columns, and it says so; a figure is never cut. Figures to the
penny are in every other form, and with --width 200. --no-pager prints all of it at once; --plain has one figure a
line and no table, for a screen reader. Nothing else is read from the environment: no locale, no time
zone, no clock. The same folder gives the same output everywhere.
`;
