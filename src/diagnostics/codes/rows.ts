import { entry, orMeant } from '../entry.js';

type Unknown = { found: string; meant: string; allowed: string };

/** BCF34xx: what a row says against the agreement, and against the other rows. */
export const rowCodes = {
  BCF3401: entry<Unknown>({
    title: 'Unknown partner',
    class: 'input',
    message: ({ found, meant }) => `there is no partner or group “${found}” in the agreement${orMeant(meant)}`,
    help: ({ allowed }) => `declared: ${allowed}`,
    explain:
      'Rows name partners by the code that the agreement gives them. Excel may have taken a leading nought away: 9C for 09C.',
  }),
  BCF3402: entry<Unknown>({
    title: 'Unknown heading',
    class: 'input',
    message: ({ found, meant }) => `there is no heading “${found}” in the agreement${orMeant(meant)}`,
    help: ({ allowed }) => `headings: ${allowed}`,
    explain:
      'Rows name headings by their code. Money under a heading that nobody agreed would belong to no line of the flow of funds.',
  }),
  BCF3403: entry<Unknown>({
    title: 'Unknown source',
    class: 'input',
    message: ({ found, meant }) => `there is no source “${found}” in the agreement${orMeant(meant)}`,
    help: ({ allowed }) => `sources: ${allowed}`,
    explain: 'Rows name funding sources by their code.',
  }),
  BCF3404: entry<{ found: string; schedule: string; meant: string }>({
    title: 'Unknown scheme',
    class: 'input',
    message: ({ found, schedule, meant }) => `${schedule} has no scheme “${found}” in schemes.csv${orMeant(meant)}`,
    help: () => 'correct the code, or leave the scheme blank if the row belongs to none',
    explain: 'Schemes are listed in schemes.csv, each on the schedule of one partner.',
  }),
  BCF3405: entry<{ found: string; allowed: string }>({
    title: 'Unknown quarter',
    class: 'input',
    message: ({ found }) => (found === '' ? 'the quarter is blank' : `“${found}” is not a quarter that belongs here`),
    help: ({ allowed }) => `write one of: ${allowed}`,
    explain:
      'Quarters are Q1 (April to June) to Q4 (January to March). Admissions may also name the last quarter of the year before.',
  }),
  BCF3406: entry<Unknown>({
    title: 'Unknown pool',
    class: 'input',
    message: ({ found, meant }) => `there is no pool “${found}” in the agreement${orMeant(meant)}`,
    help: ({ allowed }) => `pools: ${allowed}`,
    explain: 'Rows name pools by their code.',
  }),
  BCF3407: entry<{ found: string; group: string; meant: string; allowed: string }>({
    title: 'Not a member of the group',
    class: 'input',
    message: ({ found, group, meant }) =>
      found === '' ? `the row names no member of ${group}` : `“${found}” is no member of ${group}${orMeant(meant)}`,
    help: ({ allowed }) => `write one of: ${allowed}`,
    explain: 'Where money is applied by a group, such as the districts, the district column says by which of them.',
  }),
  BCF3408: entry<{ found: string; former: string; year: string }>({
    title: 'A code of a later body',
    class: 'input',
    message: ({ found, former, year }) =>
      `${found} is the successor of ${former}; in ${year} the money was still theirs`,
    help: ({ former }) => `write the code that was in force: ${former}`,
    explain: 'CCGs merged and became parts of integrated care boards. The books of a year use the bodies of that year.',
  }),
  BCF3409: entry<{ found: string; owner: string; schedule: string }>({
    title: 'A scheme of another schedule',
    class: 'input',
    message: ({ found, owner, schedule }) =>
      `scheme ${found} is on the schedule of ${owner}, and the row on that of ${schedule}`,
    help: () => 'correct the scheme or the schedule: money may not cross between schedules',
    explain:
      'A scheme belongs to one partner’s schedule. Charging it to another would let one locality’s money cover another’s.',
  }),
  BCF3410: entry<{ found: string; owner: string; heading: string }>({
    title: 'A scheme of another heading',
    class: 'input',
    message: ({ found, owner, heading }) => `scheme ${found} belongs to heading ${owner}, and the row says ${heading}`,
    help: () => 'correct the scheme or the heading',
    explain: 'Where schemes.csv names a scheme’s heading, its rows are booked there.',
  }),
  BCF3411: entry<{ found: string; body: string; first: string }>({
    title: 'A reference used twice',
    class: 'input',
    isOfColumn: true,
    message: ({ found, body, first }) => `reference ${found} of ${body} is already used at ${first}`,
    help: () =>
      'delete the row if it was copied; if one document covers several rows, declare lines_of_a_document: numbered for this ledger in agreement.yaml: INV-8841/1, INV-8841/2',
    explain: 'A row pasted twice is the commonest way to overstate spending. Each row of a body has its own reference.',
  }),
  BCF3412: entry<{ what: string; first: string }>({
    title: 'A line that stands twice',
    class: 'input',
    message: ({ what, first }) => `${what} already stands at ${first}`,
    help: () => 'keep one line with the right figure',
    explain:
      'Two lines for one cell of the plan, one scheme, one forecast or one quarter’s admissions may be a copy or a correction, and nobody can say which.',
  }),
  BCF3413: entry<{ amount: string }>({
    title: 'A negative row that does not say what it corrects',
    class: 'input',
    isOfColumn: true,
    message: ({ amount }) => `a negative amount, ${amount}, with nothing in note`,
    help: () => 'say in note what it refunds or corrects, with that row’s reference',
    explain: 'Refunds and corrections are rows of their own that say what they correct; history is not edited.',
  }),
  BCF3414: entry<{ partner: string; source: string; pools: string }>({
    title: 'Which pool?',
    class: 'input',
    message: ({ partner, source, pools }) =>
      `${partner} pays ${source} into more than one pool (${pools}), and the row does not say into which`,
    help: () => 'add a column pool, or name a heading of the pool',
    explain: 'Each pool balances by itself, so each receipt belongs to one.',
  }),
  BCF3415: entry<{ partner: string; heading: string; sources: string }>({
    title: 'From which source?',
    class: 'input',
    message: ({ partner, heading, sources }) =>
      sources === ''
        ? `the plan has no money of ${partner} for ${heading || 'this row'}, so its source cannot be told`
        : `${heading || 'this money'} of ${partner} comes from more than one source (${sources}), and the row does not say from which`,
    help: () => 'add a column source and name it there, or correct the partner or the heading',
    explain: 'An opening balance or a forecast takes its source from the plan where the plan has only one.',
  }),
  BCF3416: entry<{ partner: string; source: string; pool: string; allowed: string }>({
    title: 'A contribution that nobody agreed',
    class: 'input',
    message: ({ partner, source, pool }) =>
      `the agreement has no contribution of ${partner} under ${source}${pool === '' ? '' : ` into the pool ${pool}`}`,
    help: ({ partner, allowed }) =>
      allowed === ''
        ? `correct the partner: ${partner} contributes nothing`
        : `correct the partner, the source or the pool; ${partner} contributes ${allowed}`,
    explain:
      'What each partner pays in is agreed, by source and pool. Money under another would belong to no line of the flow of funds.',
  }),
  BCF3417: entry<{ heading: string; source: string }>({
    title: 'A receipt tied to a heading of other money',
    class: 'input',
    message: ({ heading, source }) =>
      `money of ${source} cannot be tied to ${heading}: that heading is fenced to another source, or this source to another heading`,
    help: () => 'correct the heading or the source of the receipt',
    explain: 'A ring-fenced source can be received only for its own heading, and that heading only from it.',
  }),
  BCF3418: entry<{ pool: string; heading: string; owner: string }>({
    title: 'A heading of another pool',
    class: 'input',
    message: ({ pool, heading, owner }) =>
      `the row names the pool ${pool}, and its heading ${heading} belongs to ${owner}`,
    help: () => 'correct the pool or the heading',
    explain: 'Each pooled fund balances by itself, and each heading belongs to one of them.',
  }),
  BCF3419: entry<{ heading: string }>({
    title: 'A virement from a heading to itself',
    class: 'input',
    message: ({ heading }) => `the virement goes from ${heading} to ${heading}: nothing moves`,
    help: () => 'correct the heading that it comes from, or the one that it goes to',
    explain: 'A virement moves budget from one heading of a schedule to another.',
  }),
  BCF3420: entry<{ amount: string }>({
    title: 'A virement of nothing or less',
    class: 'input',
    message: ({ amount }) => `a virement of ${amount}: a virement moves a positive amount`,
    help: () => 'to undo a virement, write another the other way round, with its own approval and reference',
    explain: 'A virement says from where to where; its amount is always positive, and it is never edited afterwards.',
  }),
  BCF3422: entry<{ found: string; year: string }>({
    title: 'A receipt for something unknown',
    class: 'input',
    isOfColumn: true,
    message: ({ found, year }) => `“${found}” is nothing that a receipt of ${year} can be for`,
    help: () =>
      'instalment or performance, with a quarter or an earlier year where you know it (instalment Q3, instalment 2014/15); variance, alone or of an earlier year (variance 2014/15); refund; handover, of what an earlier host of the pool held; or leave it blank',
    explain:
      'The column for says what a receipt settles. Blank is the oldest instalment due. Only instalments and performance count against what is due; what settles a variance clears it and is no contribution.',
  }),
  BCF3423: entry<{ word: string }>({
    title: 'A schedule where no variance is settled',
    class: 'input',
    isOfColumn: true,
    message: ({ word }) => `a schedule is named, and the receipt is for ${word}, which is its payer’s own`,
    help: () => 'leave schedule blank, or say for: variance where it makes good what was overspent of another’s money',
    explain: 'A contribution is the payer’s own money. Only a variance can be of the money of another.',
  }),
  BCF3424: entry<{ heading: string; own: string }>({
    title: 'Performance money under another heading',
    class: 'input',
    isOfColumn: true,
    message: ({ heading, own }) =>
      own === ''
        ? 'the receipt is for performance, and the agreement pays none'
        : `the receipt is for performance, and its heading is ${heading}`,
    help: ({ own }) => (own === '' ? 'say what it is for' : `give it the heading ${own}, or leave its heading blank`),
    explain: 'Performance money is received under its own heading, as it is released (R3).',
  }),
  BCF3426: entry<{ partner: string; pools: string }>({
    title: 'A handover of a pool that the payer did not host',
    class: 'input',
    isOfColumn: true,
    message: ({ partner, pools }) =>
      pools === ''
        ? `the receipt hands over what ${partner} held as a pool’s host, and no opening balance says that it held any`
        : `the receipt hands over what ${partner} held as a pool’s host, which was of ${pools}`,
    help: ({ partner, pools }) =>
      pools === ''
        ? `say in the column host of the opening ledger what ${partner} held when last year ended, or say what else the receipt is for`
        : `name the pool in the column pool: ${pools}`,
    explain:
      'Where the host of a pool changes between years, the new one is owed what the old one still holds, until a row of the contributions says that it came. What the old one held is in the opening ledger: its column host says so, and bcf init --from writes it.',
  }),
  BCF3427: entry<{ host: string; pool: string }>({
    title: 'A handover of a host to itself',
    class: 'input',
    isOfColumn: true,
    message: ({ host, pool }) => `${host} is the host of ${pool}, and has nothing to hand over to itself`,
    help: () => 'take the row out; or say in the column host who held the pool when last year ended',
    explain:
      'A handover is what an earlier host of a pool holds and the host of this year does not. A host that returns after another has it already: the row of that year names the other in its column host, and is kept.',
  }),
  BCF3450: entry<{ group: string; heading: string; asAt: string; first: string }>({
    title: 'A group’s forecast beside its members’',
    class: 'input',
    message: ({ group, heading, asAt, first }) =>
      `${group} as a whole and its members both forecast ${heading} as at ${asAt}, the other in ${first}: it would count twice`,
    help: () => 'keep the row of the group, or the rows of its members',
    explain:
      'Where the plan has a heading under a group, such as the districts, each member may forecast its own part, and the parts are the group’s forecast; or one row may forecast for all. Both together count the same money twice.',
  }),
  BCF3451: entry<{ group: string; members: string; heading: string }>({
    title: 'A group’s forecast where its members are planned',
    class: 'input',
    message: ({ group, members, heading }) =>
      `the plan has ${heading} under ${members}, and this row forecasts it for ${group} as a whole`,
    help: ({ members }) => `write a row for each of them in applied_by: ${members}`,
    explain:
      'A forecast is compared with the plan of the same body. Where the plan has the members of a group one by one, a forecast of the group cannot be said to be any one’s.',
  }),
  BCF3421: entry<{ body: string }>({
    title: 'A body’s balance with itself',
    class: 'input',
    message: ({ body }) => `${body} is its own counterparty`,
    help: () => 'name the other body in the column counterparty',
    explain: 'The agreement of balances compares what two bodies say of each other.',
  }),
};
