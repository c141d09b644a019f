/** `bcf help environment`. */
export const environment = `Environment

  NO_COLOR     set to anything: no colour
  FORCE_COLOR  set to anything but 0 or false: colour, also into a pipe or a file
  TERM=dumb    no colour

--color always and --color never go before all of these. Nothing else is read from the environment:
no locale, no time zone, no clock. The same folder gives the same output everywhere.
`;
