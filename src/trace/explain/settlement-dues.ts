import { inFull } from '../../money/decimal.js';
import { sum } from '../../money/pence.js';
import { duePercent } from '../../rules/contributions.js';
import { type DueMoney, dueOut } from '../../rules/due-out.js';
import { viredBody } from '../../rules/variance.js';
import { type Virement, virementsOf } from '../../rules/virements.js';
import type { Step, Term } from '../node.js';
import { added, incomes, plus } from '../terms.js';
import { contributionName, downTo } from './contributions.js';
import { bodyName, headingName, type Traced } from './traced.js';

/** Money that is due out to bodies, and how what goes to each is made. */
export interface Piece {
  readonly pool: string;
  readonly body: string;
  readonly heading: string;
  readonly made: Step;
}

/** What is due in is due out to the bodies that apply it; so are virements, and what was brought forward. */
export function piecesOfDue(traced: Traced): Piece[] {
  const { books, result } = traced;
  const { agreement, actual } = books;
  const ofContributions = result.contributions.flatMap((line) => {
    const heading = line.kind === 'performance' ? agreement.performanceRule?.heading : undefined;
    const money = { pool: line.pool, schedule: line.partner, source: line.source, heading };
    return shared(
      traced,
      money,
      `${line.label}, ${line.sourceLabel}: due to date`,
      plus(`${contributionName(line)}.due-to-date`),
    );
  });
  const ofOpening = actual.list('brought-forward').flatMap((balance) => {
    const { pool, source, partner, purpose } = balance.account;
    const money = { pool, schedule: partner, source, heading: purpose };
    return shared(traced, money, `${bodyName(books, partner)}: brought forward`, incomes([balance]));
  });
  const ofVirements = virementsOf(books)
    .filter(({ breach }) => breach === undefined)
    .flatMap((one) => moved(traced, one));
  return [...ofContributions, ...ofVirements, ...ofOpening];
}

/** A virement takes what is due to date of it from one body's due and adds it to another's. */
function moved({ books }: Traced, virement: Virement): Piece[] {
  const { schedule, from, to } = virement;
  const pool = books.agreement.headings.get(from)?.pool ?? '';
  const percent = duePercent(books);
  const sides = [
    { heading: from, factor: -1n },
    { heading: to, factor: 1n },
  ];
  return sides.map(({ heading, factor }) => ({
    pool,
    body: viredBody(books, schedule, heading),
    heading,
    made: {
      what: `virement of ${bodyName(books, schedule)} ${factor === 1n ? 'to' : 'from'} ${headingName(books, heading)}`,
      how: `${inFull(percent)}% of it, as much as is due of the year${factor === 1n ? '' : ', taken away'}`,
      unit: 'money',
      terms: added(virement.amount),
      formula: ([amount = 0n]) => factor * downTo(amount, percent),
    },
  }));
}

/** One amount that is due, shared over bodies and headings: a step for each. */
function shared({ books }: Traced, money: Omit<DueMoney, 'duePence'>, what: string, terms: readonly Term[]): Piece[] {
  const found = dueOut(books, { ...money, duePence: 0n });
  const targets = new Map(found.map(({ body, heading }) => [`${body}\0${heading}`, { body, heading }]));
  return [...targets.values()].map(({ body, heading }) => ({
    pool: money.pool,
    body,
    heading,
    made: {
      what: `${what}, the part of ${bodyName(books, body)}${heading === '' ? '' : ` for ${headingName(books, heading)}`}`,
      how:
        heading === ''
          ? 'no cell of the plan to go to: it stays its contributor’s'
          : 'in proportion to the planned cells of the schedule',
      unit: 'money',
      terms,
      formula: (amounts) =>
        sum(
          dueOut(books, { ...money, duePence: sum(amounts) })
            .filter((due) => due.body === body && due.heading === heading)
            .map(({ amountPence }) => amountPence),
        ),
    },
  }));
}
