import { entry, inRows } from '../entry.js';

/** BCF21xx: ring-fences, and virements across them. */
export const ringFenceCodes = {
  BCF2104: entry<{ source: string; heading: string; amount: string; own: string; rows: number }>({
    title: 'Ring-fenced money spent on another heading',
    class: 'finding',
    isBreach: true,
    message: ({ source, heading, amount, rows }) =>
      `${source} spent on another heading, ${heading}: ${amount}${inRows(rows)}`,
    help: ({ own }) => `move the row to heading ${own}, or change its source; bcf explain BCF2104`,
    explain:
      'A ring-fenced source may be spent only under its own heading: a disabled facilities grant buys adaptations and nothing else. A refund row that takes the spending back settles the breach.',
  }),
  BCF2105: entry<{ heading: string; source: string; amount: string; own: string; rows: number }>({
    title: 'A ring-fenced heading charged to another source',
    class: 'finding',
    isBreach: true,
    message: ({ heading, source, amount, rows }) =>
      `heading ${heading} charged to another source, ${source}: ${amount}${inRows(rows)}`,
    help: ({ own }) => `change the row’s source to ${own}, or move it to another heading; bcf explain BCF2105`,
    explain:
      'The heading of a ring-fenced source may be paid for only from that source, so that unspent grant is not hidden behind other money.',
  }),
  BCF2106: entry<{ source: string; heading: string; amount: string; rows: number }>({
    title: 'Capital spent as revenue',
    class: 'finding',
    isBreach: true,
    message: ({ source, heading, amount, rows }) =>
      `capital spent as revenue: ${amount} of ${source} under ${heading}, a revenue heading${inRows(rows)}`,
    help: () => 'charge the row to a revenue source, or book it to a capital heading; bcf explain BCF2106',
    explain: 'Capital grant may be used for capital expenditure only. A heading’s nature is declared in the agreement.',
  }),
  BCF2107: entry<{ what: string; book: string; spent: string; available: string; excess: string }>({
    title: 'Spending above the ring-fenced source',
    class: 'finding',
    isBreach: true,
    message: ({ what, book, spent, available, excess }) =>
      `${what}: ${book} spending ${spent} is ${excess} above the ${available} available`,
    help: () => 'charge the excess to another source, or agree a variation; bcf explain BCF2107',
    explain:
      'A ring-fenced source bears spending up to its amount for the year, with what was brought forward. What is beyond that is somebody else’s to pay.',
  }),
  BCF2108: entry<{ heading: string; body: string; expected: string; amount: string; rows: number }>({
    title: 'Ring-fenced money spent by another body',
    class: 'finding',
    isBreach: true,
    message: ({ heading, body, expected, amount, rows }) =>
      `heading ${heading} spent by ${body}, not by ${expected}: ${amount}${inRows(rows)}`,
    help: ({ expected }) =>
      `correct applied_by, or book the row to a heading that is not for ${expected}; bcf explain BCF2108`,
    explain:
      'A fence also says who spends: disabled facilities grant goes to the district councils, the out-of-hospital money is for services commissioned by the NHS.',
  }),
  BCF2109: entry<{ schedule: string; from: string; to: string; amount: string; reason: string }>({
    title: 'A virement across a fence',
    class: 'finding',
    isBreach: true,
    message: ({ schedule, from, to, amount, reason }) =>
      `virement of ${amount} on the schedule of ${schedule} from ${from} to ${to}: ${reason}`,
    help: () => 'withdraw the virement: it is not applied to either budget; bcf explain BCF2109',
    explain:
      'Budget may move between headings of a schedule, but not into or out of a ring-fence or the performance pot, not from capital to revenue, not out of its pool, and not between the pool and aligned money, which changes what is due into the pool and needs a variation of the contribution. Such a virement is named and moves nothing.',
  }),
  BCF2110: entry<{ schedule: string; from: string; plan: string; excess: string }>({
    title: 'A virement of more than there is',
    class: 'finding',
    message: ({ schedule, from, excess }) =>
      `virements on the schedule of ${schedule} take ${excess} more out of ${from} than it has`,
    help: ({ plan }) => `its plan is ${plan}: correct the virement or the heading that it comes from`,
    explain: 'What a heading gives away by virement is at most its plan and what other virements gave it.',
  }),
  BCF2111: entry<{ heading: string; agreed: string; allotted: string; difference: string; direction: string }>({
    title: 'Allocations that do not add up to their heading',
    class: 'finding',
    message: ({ heading, agreed, allotted, difference, direction }) =>
      `${heading} is ${agreed} and the allocations of its bodies add up to ${allotted}: ${difference} ${direction}`,
    help: () => 'compare allocations: in agreement.yaml with the grant determination',
    explain:
      'A ring-fenced grant is divided among the bodies that spend it, such as district councils; the parts add up to the grant.',
  }),
  BCF2113: entry<{ pool: string; held: string; there: string; short: string }>({
    title: 'Ring-fenced money that carries other spending',
    class: 'warning',
    message: ({ pool, held, there, short }) =>
      `${pool}: ${held} is held for ring-fences and ${there} is there: ${short} of it carries other spending`,
    help: () => 'collect what is outstanding and what was overspent; bcf settle says from whom',
    explain:
      'What was received for a ring-fence and not spent is held for its purpose. Where other spending runs ahead of its own money, it is carried with ring-fenced cash, which must come back.',
  }),
  BCF2462: entry<{ heading: string; code: string; spent: string }>({
    title: 'Receipts that do not say what of them is ring-fenced',
    class: 'warning',
    message: ({ heading, spent }) =>
      `${heading} is ring-fenced and was spent (${spent}), and no receipt of that money names it: what is held for it is not known`,
    help: ({ code }) =>
      `in the contributions give the part that is for it a row of its own, with ${code} in the column heading`,
    explain:
      'Money fenced within a contribution is kept account of by its heading. A body that pays its instalment in one line does not say what of it is for the fence; the spending is then met from that line, and nothing is said to be held or short.',
  }),
  BCF2112: entry<{ body: string; heading: string; paid: string; allocation: string; excess: string }>({
    title: 'A body paid more than its allocation',
    class: 'finding',
    isBreach: true,
    message: ({ body, heading, paid, allocation, excess }) =>
      `${body} was paid ${paid} of ${heading}, ${excess} above its allocation of ${allocation}`,
    help: () => 'recover the excess, or agree a new division of the grant; bcf explain BCF2112',
    explain:
      'What one body is paid above its allocation and what it brought forward is money of another. What its group brought forward undivided counts for those that are paid above their own.',
  }),
};
