import { counted, entry } from '../entry.js';

const putBack =
  'put it back as it was closed, and enter the correction as a row of an open quarter that refers back to it (column adjusts); bcf help close';
const isClosed =
  'A closed quarter does not move (R7): what was signed off stays what it was, and what turns out wrong enters as an adjustment in an open quarter, where everybody sees it. The record of the close holds each row as it stood.';

const anotherWay = {
  title: 'What is closed is written another way, and says the same',
  message: ({ rows, how, since }: { rows: number; how: string; since: string }) =>
    rows === 0
      ? `this file is written another way and says the same: ${how}${since}`
      : `${counted(rows, 'closed row')} ${rows === 1 ? 'is' : 'are'} written another way and ${rows === 1 ? 'says' : 'say'} the same: ${how}${since}`,
  help: () =>
    'nothing: no figure and no meaning has changed; if git turns line ends, a file .gitattributes with the line * -text stops it',
  explain:
    'What must not move in a closed quarter is what a row says: its day, its bodies and codes, its amount and its reference (R7). A file that was opened and saved in Excel, or whose line ends were turned by git, looks different and says the same, and so does a row with another note, or one that stands in another file of its kind. It is told once a file, so that nobody takes it for the file that was signed off to the letter. bcf verify --strict makes it an error.',
};

/** BCF2610 to BCF2639: what was closed and is no longer what it was. */
export const closeCodes = {
  BCF2610: entry<{ quarter: string; was: string; now: string; since: string; moved: string }>({
    title: 'A closed row was changed',
    class: 'finding',
    message: ({ quarter, was, now, since, moved }) =>
      `a row of closed ${quarter} was changed${moved}: was “${was}”, now “${now}” (${since})`,
    help: () => putBack,
    explain: `${isClosed} What the row says decides: its day, its bodies and codes, its amount and its reference. The same said another way (06/04/2015 for 2015-04-06, 1234.5 for 1,234.50, another note) is told as BCF2630, and is no change.`,
  }),
  BCF2611: entry<{ quarter: string; was: string; line: number; since: string }>({
    title: 'A closed row has vanished',
    class: 'finding',
    message: ({ quarter, was, line, since }) =>
      `a row of closed ${quarter} has vanished: was “${was}” on line ${line} (${since})`,
    help: () => putBack,
    explain: `${isClosed} A row that was entered in error is taken back by a row of the opposite amount in an open quarter.`,
  }),
  BCF2612: entry<{ quarter: string; now: string; since: string }>({
    title: 'A row has appeared in a closed quarter',
    class: 'finding',
    message: ({ quarter, now, since }) => `a row has appeared in closed ${quarter}: “${now}” (${since})`,
    help: () =>
      'take it out, and enter it in an open quarter; if it corrects a row, name that row in its column adjusts; bcf help close',
    explain: `${isClosed} An invoice that comes late is entered in the quarter that is open when it comes.`,
  }),
  BCF2613: entry<{ was: string; now: string; rows: number; since: string }>({
    title: 'The header of a file with closed rows was changed',
    class: 'finding',
    message: ({ was, now, rows, since }) =>
      `the header of a file with closed rows ${rows === 0 ? 'cannot be used any more' : `was changed, and ${counted(rows, 'closed row')} under it ${rows === 1 ? 'says' : 'say'} something else`}: was “${was}”, now “${now}” (${since})`,
    help: () => 'put the header back as it was closed; rows that need other columns go into a file of their own',
    explain:
      'The header says what the cells of the closed rows mean, and in which unit their amounts are: with another header the same rows may be other rows (R7). Columns in another order, with their cells, are no change.',
  }),
  BCF2615: entry<{ problem: string }>({
    title: 'The record of a close is not what was written',
    class: 'finding',
    message: ({ problem }) => `the record of a close is not what bcf wrote: ${problem}`,
    help: () =>
      'put the file back from a copy, as bcf close wrote it; until then what it and the records after it closed cannot be verified',
    explain:
      'A record bears a seal over its own bytes, and the hash of the record before it (R7). Records are never edited: a quarter is reopened with bcf close --reopen, and that is a record too.',
  }),
  BCF2616: entry<{ missing: string }>({
    title: 'The record of a close is missing',
    class: 'finding',
    message: ({ missing }) => `${missing} is missing, and this record comes after it`,
    help: () => 'put the missing record back from a copy; records are never deleted',
    explain: 'Records are numbered from 0001 without gaps, and each holds the hash of the one before (R7).',
  }),
  BCF2617: entry<{ quarter: string; rows: number; reason: string; since: string }>({
    title: 'A file with closed rows is gone',
    class: 'finding',
    message: ({ quarter, rows, reason, since }) =>
      `${counted(rows, 'row')} of closed ${quarter} cannot be found: ${reason} (${since})`,
    help: () => 'put the file back where it was, and let a line under ledgers: in agreement.yaml match it',
    explain: `${isClosed} A file with closed rows keeps its name and its place.`,
  }),
  BCF2618: entry<Record<string, never>>({
    title: 'A file among the records that is none',
    class: 'warning',
    message: () => 'this file stands among the records of closes, and is none',
    help: () =>
      'move it elsewhere; if a shared drive made it, as a conflicting copy, two people closed at once: keep the one that bcf verify accepts',
    explain: 'The folder closes/ holds 0001.json, 0002.json and so on, as bcf close writes them, and nothing else.',
  }),
  BCF2619: entry<{ quarter: string; count: number; figures: string; since: string }>({
    title: 'Figures of a closed quarter are no longer what they were',
    class: 'finding',
    message: ({ quarter, count, figures, since }) =>
      `${counted(count, 'figure')} of closed ${quarter} ${count === 1 ? 'differs' : 'differ'}: ${figures} (${since})`,
    help: () =>
      'bcf verify lists every one; they follow from the rows, the agreement or the version of bcf that changed',
    explain:
      'The record of a close holds every figure of the statement that was signed off. The same statement is made again from today’s files, and each figure that differs is named with both amounts (R7).',
  }),
  BCF2620: entry<{ quarter: string; count: number; line: number; since: string }>({
    title: 'Closed rows that are swallowed by another',
    class: 'finding',
    message: ({ quarter, count, line, since }) =>
      `${counted(count, 'row')} of closed ${quarter}, from line ${line} on, ${count === 1 ? 'is' : 'are'} no longer read: a quotation mark before makes ${count === 1 ? 'it' : 'them'} part of another row (${since})`,
    help: () => 'look for a quotation mark that was added or taken away, and put that row back as it was closed',
    explain:
      'Between two quotation marks a line end is text. One mark too many, or too few, joins rows that stand below each other, so that they are no longer rows of their own.',
  }),
  BCF2621: entry<{ since: string }>({
    title: 'The agreement was changed since the last close',
    class: 'warning',
    message: ({ since }) => `the agreement was changed since the last close (${since})`,
    help: () =>
      'nothing, if it was meant: no figure of a closed quarter differs because of it, or that would be an error',
    explain:
      'An agreement may be varied in the year. Where a variation would change a statement that is signed off, each figure is named as BCF2619.',
  }),
  BCF2624: entry<{ what: string; since: string }>({
    title: 'A file of controls was changed since the last close',
    class: 'warning',
    message: ({ what, since }) => `this file ${what} since the last close (${since})`,
    help: () => 'nothing, if it was meant; bcf check says what the controls come to now',
    explain:
      'Controls, published tables and the lines of the pro-forma tie the books out. They move no figure of a closed quarter, but what was tied out when it was signed off may no longer be.',
  }),
  BCF2622: entry<{ given: string; last: string }>({
    title: 'The last record has another seal',
    class: 'finding',
    message: ({ given, last }) =>
      `no record has the seal ${given}${last === '' ? ': there is none' : `; the last has ${last}`}`,
    help: () =>
      'compare with the seal in the minutes: if that is right, records were taken away or written anew since, and the copy that was minuted is the one to go by',
    explain:
      'Whoever can write to the folder can write all records anew, each with a seal that fits. The seal that was minuted when the quarter was closed cannot be made to fit: it tells a chain that was written anew, or cut short, from the one that was signed off.',
  }),
  BCF2623: entry<{ line: string; annual: string; sum: string; difference: string }>({
    title: 'The annual return is not the sum of its quarters',
    class: 'finding',
    message: ({ line, annual, sum, difference }) =>
      `${line}: the annual return says ${annual}, the closed quarters ${sum}, a difference of ${difference}`,
    help: () => 'bcf verify names what was changed since the quarters were closed; put it back, or reopen the quarter',
    explain:
      'The year can be closed only where four quarters have been, and each line of the annual return is the sum of what the four records say (R7).',
  }),
  BCF2630: entry<{ rows: number; how: string; since: string }>({ ...anotherWay, class: 'warning' }),
  BCF2631: entry<{ rows: number; how: string; since: string }>({
    ...anotherWay,
    title: 'What is closed is written another way, and --strict asks that it is not',
    class: 'finding',
    help: () => 'put the file back from a copy, as it was closed; without --strict this is a warning',
  }),
  BCF2632: entry<{ problem: string; what: string; flag: string }>({
    title: 'A record says what cannot be',
    class: 'finding',
    message: ({ problem, what }) => `what ${what} was closed with cannot be read from its record: ${problem}`,
    help: ({ flag }) =>
      `put the record back from a copy, as bcf close wrote it; or take the close back with bcf close ${flag} --reopen "why", and close again`,
    explain:
      'The record bears a seal that fits, and yet holds something that bcf close does not write, such as a figure without an amount: somebody has written it anew. What it closed cannot be verified. The seal in the minutes says which copy is the right one.',
  }),
  BCF2633: entry<{ found: string; own: string }>({
    title: 'A record of another fund or year',
    class: 'finding',
    message: ({ found, own }) => `this record is of ${found}, and the fund is ${own}`,
    help: () =>
      'move the records of the other fund out of closes/; if the fund has got a new name since it was closed, put the old name back in agreement.yaml until the year is over',
    explain:
      'A record says of which fund and year it is. A folder that was copied to begin another year, or another fund, takes the records with it, and they close nothing there: bcf init --from leaves them out.',
  }),
  BCF2634: entry<{ reason: string }>({
    title: 'Git is not told to leave line ends as they are',
    class: 'warning',
    message: ({ reason }) => `no line “* -text” was written to .gitattributes: ${reason}`,
    help: () =>
      'if the folder is kept in git, add the line * -text to it; else git on Windows turns line ends, and bcf verify tells every file as written another way',
    explain:
      'bcf init and bcf close write a file .gitattributes with the line * -text to the fund folder, so that git hands out every file as it was signed off. A file of that name that is there already is never changed.',
  }),
};
