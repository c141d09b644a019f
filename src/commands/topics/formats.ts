/** `bcf help formats`. */
export const formats = `Formats

  text   what the CFO group signs: £m to three places for the flow of funds, then pounds and pence
  json   one document, versioned: bcf schema NAME describes it. Amounts are text in pounds with two
         decimals; what is absent is not known, and never means nil
  csv    tables for a spreadsheet; text that it would run is made harmless. Of the statements (reconcile,
         performance, variance, settle): tidy, a row a figure, no totals. Of check, diff, report and
         apportion: a row a line, with kind = total or line, so that totals can be left out
  markdown   check, diff, report, apportion: for a paper or a comment on a pull request
  github     check: annotations at the file and line, for GitHub Actions
  junit      check: XML that most CI servers read

Where --output names a file, its ending says the form: .txt, .json, .csv, .md, .xml (junit). A name without an ending
takes any form; an ending that contradicts --format, or that the command has no form for, is refused.

Marks: [d] stands beside a figure that is derived, which is worked out from what is printed and not itself printed;
[i] where figures are illustrative. An amount that is not known is left blank; it is never shown as nil.
`;
