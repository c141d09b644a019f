import { entry, orMeant } from '../entry.js';

/** BCF10xx: agreement.yaml. */
export const agreementCodes = {
  BCF1001: entry<{ problem: string }>({
    title: 'agreement.yaml is not YAML',
    class: 'agreement',
    message: ({ problem }) => `this is not YAML: ${problem}`,
    help: () => 'look at this line and the one above it: indentation, a missing colon, an unclosed quote or bracket',
    explain:
      'agreement.yaml is a YAML file: names and values with a colon and a space between, lists with a dash, and indentation with spaces, never tabs. Text that holds a comma, a colon or a # is safest in quotes.',
  }),
  BCF1002: entry<{ key: string }>({
    title: 'A key stands twice',
    class: 'agreement',
    message: ({ key }) => `“${key}” stands twice here`,
    help: () => 'keep one of the two; the second would silently replace the first',
    explain: 'In one block each key may stand once.',
  }),
  BCF1003: entry<{ key: string; meant: string; allowed: string }>({
    title: 'Unknown key',
    class: 'agreement',
    message: ({ key, meant }) => `“${key}” is not known here${orMeant(meant)}`,
    help: ({ allowed }) => `known here: ${allowed}`,
    explain:
      'The agreement has a fixed vocabulary, so that a misspelt key is found and not passed over. bcf schema prints it for your editor.',
  }),
  BCF1004: entry<{ key: string; where: string }>({
    title: 'A key is missing',
    class: 'agreement',
    message: ({ key, where }) => `“${key}” is missing from ${where}`,
    help: ({ key }) => `add “${key}: …” here; bcf schema describes it`,
    explain: 'Some facts have no safe default: what a partner pays in, what a heading is allotted, who applies it.',
  }),
  BCF1005: entry<{ found: string; expected: string }>({
    title: 'The wrong shape',
    class: 'agreement',
    message: ({ found, expected }) => `found ${found} where ${expected} belongs`,
    help: () => 'write a list as [hill, dale] or with a dash before each item, and a block as “name: value” lines',
    explain: 'A list, a block or a single value stands where another of these is expected.',
  }),
  BCF1006: entry<{ found: string; allowed: string; meant: string }>({
    title: 'Not one of the values allowed',
    class: 'agreement',
    message: ({ found, meant }) => `“${found}” is not allowed here${orMeant(meant)}`,
    help: ({ allowed }) => `allowed: ${allowed}`,
    explain: 'The value must be one of a short list, which the message gives.',
  }),
  BCF1007: entry<{ found: string }>({
    title: 'Not an amount',
    class: 'agreement',
    message: ({ found }) =>
      found.startsWith('-') || found.startsWith('(')
        ? `an agreed amount cannot be negative: ${found}`
        : `“${found}” is not an amount of money`,
    help: () => 'write 7208000, 7208000.00 or "7,208,000"; the unit stands once, under unit:',
    explain:
      'Amounts in the agreement are positive, exact to the penny and all in the unit declared at its top; only a price may have parts of a penny.',
  }),
  BCF1008: entry<{ found: string }>({
    title: 'Not a financial year',
    class: 'agreement',
    message: ({ found }) => `“${found}” is not a financial year`,
    help: () => 'write it as 2015/16: April 2015 to March 2016',
    explain: 'A fund covers one financial year, April to March, written as 2015/16, 2015-16 or 2015/2016.',
  }),
  BCF1009: entry<{ found: string; year: string }>({
    title: 'Not a date in the year',
    class: 'agreement',
    message: ({ found, year }) => `“${found}” is not a date in ${year}`,
    help: () => 'write it as 2015-04-15, year first, inside the financial year of the fund',
    explain: 'Instalments fall due inside the financial year of the fund.',
  }),
  BCF1010: entry<{ found: string }>({
    title: 'Not a percentage',
    class: 'agreement',
    message: ({ found }) => `“${found}” is not a percentage`,
    help: () => 'write a number from 0 to 100, such as 25 or 33.333, without a per cent sign',
    explain:
      'Percentages are numbers from 0 to 100, with as many decimals as they are stated with, up to 40. None is rounded.',
  }),
  BCF1011: entry<{ key: string }>({
    title: 'A blank value',
    class: 'agreement',
    message: ({ key }) => `“${key}” is blank`,
    help: () => 'fill it in, or take the line out if it is optional',
    explain: 'A key that is written must have a value: blank could mean nil, none or forgotten.',
  }),
  BCF1012: entry<{ what: string; found: string; line: number }>({
    title: 'A code is used twice',
    class: 'agreement',
    message: ({ what, found, line }) => `the ${what} “${found}” is already declared on line ${line}`,
    help: () => 'give each its own code; a row of a ledger could not tell them apart',
    explain: 'Codes of partners and groups, of sources, headings, pools, localities and rules are each unique.',
  }),
  BCF1013: entry<{ what: string; found: string; meant: string; allowed: string }>({
    title: 'A code that is declared nowhere',
    class: 'agreement',
    message: ({ what, found, meant }) => `there is no ${what} “${found}”${orMeant(meant)}`,
    help: ({ what, allowed }) => (allowed === '' ? `declare the ${what} first` : `declared: ${allowed}`),
    explain:
      'Wherever the agreement names a partner, group, source, heading, pool or locality, that code is declared in it.',
  }),
  BCF1014: entry<{ partner: string; source: string; line: number }>({
    title: 'A contribution is agreed twice',
    class: 'agreement',
    message: ({ partner, source, line }) => `what ${partner} pays in under ${source} is already agreed on line ${line}`,
    help: () => 'keep one line with the full amount',
    explain:
      'Each partner has one agreed amount a source and pool; two lines could be a correction or a sum, and nobody can say which.',
  }),
  BCF1015: entry<{ total: string }>({
    title: 'The instalments do not make the whole',
    class: 'agreement',
    message: ({ total }) => `the instalments add up to ${total}%, not 100%`,
    help: () => 'correct the percentages; leave instalments out for four equal quarters',
    explain: 'Contributions are due by instalment; together the instalments are the whole contribution.',
  }),
  BCF1016: entry<{ count: number }>({
    title: 'The balance rule is missing or stands twice',
    class: 'agreement',
    message: ({ count }) =>
      count === 0 ? 'no rule of kind balance is declared' : `${count} rules of kind balance are declared; there is one`,
    help: () => 'declare one: - { id: pool-balances, kind: balance, clause: s75 para 3.3 }',
    explain:
      'That the pool balances is checked in every fund, and each check names its clause, so the agreement says once which it is.',
  }),
  BCF1017: entry<{ what: string; found: string; other: string }>({
    title: 'Fenced twice',
    class: 'agreement',
    message: ({ what, found, other }) => `the ${what} “${found}” is already fenced by rule “${other}”`,
    help: () => 'keep one ring-fence for it',
    explain:
      'Money behind a fence has one purpose. Two fences for one source or heading would make every row a breach of one of them.',
  }),
  BCF1018: entry<{ found: string; kind: string; block: string; meant: string; allowed: string }>({
    title: 'An alias for a column that the ledger does not have',
    class: 'agreement',
    message: ({ found, kind, block, meant }) =>
      `a ledger of kind ${kind} has no column “${found}”${block === 'map' ? ' that a table of codes may give' : ''}${orMeant(meant)}`,
    help: ({ allowed, block }) =>
      `its columns${block === 'map' ? ' of codes and words' : ''}: ${allowed}; write our name first, then the header in the file`,
    explain:
      'Under columns: our column name stands before the colon, and the header that the body’s export uses after it.',
  }),
  BCF1019: entry<{ what: string; found: string; pools: string }>({
    title: 'Which pool?',
    class: 'agreement',
    message: ({ what, found }) => `the ${what} “${found}” does not say which pool it belongs to`,
    help: ({ pools }) => `add pool: one of ${pools}`,
    explain:
      'Where an agreement establishes more than one pooled fund, every heading and contribution says to which it belongs.',
  }),
  BCF1020: entry<{ source: string; heading: string }>({
    title: 'A capital source fenced to a revenue heading',
    class: 'agreement',
    message: ({ source, heading }) => `the capital source “${source}” is fenced to “${heading}”, a revenue heading`,
    help: () => 'fence the source to a capital heading, or correct the nature of one of them',
    explain: 'Capital grant may not be spent as revenue, so a fence that demands it cannot be kept.',
  }),
  BCF1021: entry<{ reason: string }>({
    title: 'agreement.yaml cannot be read',
    class: 'agreement',
    message: ({ reason }) => `the agreement cannot be read: ${reason}`,
    help: () => 'see that you may open it; in Notepad save it as UTF-8',
    explain: 'The agreement is a text file in UTF-8.',
  }),
  BCF1022: entry<{ policy: string; needs: string }>({
    title: 'A policy for variances that lacks what it needs',
    class: 'agreement',
    message: ({ policy, needs }) => `the policy ${policy} needs ${needs}, and there is none`,
    help: ({ needs }) =>
      needs === 'limit'
        ? 'write limit: how much of a variance is shared before the lead bears the rest'
        : needs === 'shares'
          ? 'list the shares: each partner with its percent, 100 together'
          : 'name partners that contribute, or declare the policy equal',
    explain:
      'A policy says who bears an overspend and holds an underspend. Fixed shares need their percents; a capped share needs its limit.',
  }),
  BCF1023: entry<{ total: string }>({
    title: 'Shares that do not add up to 100%',
    class: 'agreement',
    message: ({ total }) => `the shares add up to ${total}%, not 100%`,
    help: () => 'correct the percents; thirds are written so that they add up, such as 33.333, 33.333 and 33.334',
    explain: 'Fixed shares divide the whole of a variance: what is left over would be nobody’s to bear.',
  }),
  BCF1024: entry<{ kind: string; scope: string; other: string }>({
    title: 'Two rules of one kind for the same thing',
    class: 'agreement',
    message: ({ kind, scope, other }) => `${other} is already the ${kind} rule for ${scope}`,
    help: () => 'keep one of the two; a rule for a heading goes before one for its pool',
    explain:
      'For each heading one rule decides: who bears its variance, or how its performance is paid. Two would give two answers.',
  }),
  BCF1025: entry<{ found: string; heading: string; expected: string }>({
    title: 'An allocation to a body that does not spend the heading',
    class: 'agreement',
    message: ({ found, heading, expected }) => `“${found}” is allotted money of ${heading}, which is for ${expected}`,
    help: () => 'correct the partner, or applied_by of the heading',
    explain:
      'An allocation by body divides a ring-fenced heading among those that spend it, such as a grant among districts.',
  }),
  BCF1026: entry<{ found: string }>({
    title: 'A table that controls could not name',
    class: 'agreement',
    message: ({ found }) => `“${found}” cannot be the code of a table`,
    help: () => 'use letters, figures, - and _, beginning with a letter: appendix-3',
    explain:
      'Controls name a figure of a published table by the table’s code, and a figure of the fund by a name with a dot, such as plan.applied. So a table’s code has no dot, no space and no bracket.',
  }),
  BCF1027: entry<Record<string, never>>({
    title: 'Red before amber',
    class: 'agreement',
    message: () => 'the red threshold is below the amber one',
    help: () => 'a variance turns amber first: raise the amount or the percent of red, or lower those of amber',
    explain:
      'A variance is marked amber or red from an amount and a percent of the plan, both of which must be reached. Red is the graver, so neither of its two may be lower than amber’s.',
  }),
  BCF1040: entry<{ circle: string }>({
    title: 'A circle of successors',
    class: 'agreement',
    message: ({ circle }) => `a body comes after itself: ${circle}`,
    help: () => 'take out the successor that is wrong: a chain ends with the body that is there now',
    explain:
      'A successor takes a body’s place for good, and may have one of its own: 09C gave way to 91Q, and 91Q to QKS. A chain is followed to its end, and a circle has none.',
  }),
  BCF1041: entry<{ found: string; successor: string; line: number }>({
    title: 'Two successors of one body',
    class: 'agreement',
    message: ({ found, successor, line }) => `${found} has a successor already: ${successor}, on line ${line}`,
    help: () => 'keep one of the two; a partner’s own stands beside its code, any other body’s under successors:',
    explain:
      'A body gives way to one other, so that its figures of one year can be matched with those of the next. Under successors: stand bodies that are no partners of the agreement.',
  }),
  BCF1028: entry<{ found: string }>({
    title: 'A table outside the fund folder',
    class: 'agreement',
    message: ({ found }) => `the table “${found}” is not in the fund folder`,
    help: () => 'copy it into the folder, and name it from there: published/appendix-3.csv',
    explain:
      'A fund folder holds all that its statement is made from, so that it can be copied, checked and kept. A table that lies elsewhere would be missing on the next machine.',
  }),
  BCF1029: entry<{ label: string; one: string; other: string }>({
    title: 'Two partners with one name in a table',
    class: 'agreement',
    message: ({ label, one, other }) => `the table calls both ${one} and ${other} “${label}”`,
    help: () => 'correct one of the two: each partner has words of its own',
    explain:
      'A number for each partner is found in a table by what the table calls it. Two partners with the same words would both be given the same number, and another’s would be lost.',
  }),
};
