import { labelOf } from '../agreement/bodies.js';
import { isAligned } from '../agreement/tied-money.js';
import type { Money } from '../figures/books.js';
import { nil, number, times } from '../figures/expression.js';
import { Figure, type Term } from '../figures/figure.js';
import { incomes, plus } from '../figures/terms.js';
import { inFull } from '../money/decimal.js';
import type { Books } from './check.js';
import { contributionStandings } from './contributions.js';
import { type BodyDue, type DueMoney, dueOut } from './due-out.js';
import { duePart, duePercent } from './instalments.js';
import { type Virement, viredBody, virementsOf } from './virements.js';

/** Money that is due out to a body under a heading ('' where there is no budget for it). */
export interface DuePiece {
  readonly pool: string;
  readonly body: string;
  readonly schedule: string;
  readonly heading: string;
  readonly source: string;
  /** Of its heading; where it has none, of its source. */
  readonly nature: string;
  readonly amount: Money;
}

/** What is due in is due out to the bodies that apply it (R5); so are virements, and what was brought forward. */
export function duePieces(books: Books): DuePiece[] {
  const { agreement } = books;
  const ofContributions = contributionStandings(books).flatMap(({ partner, source, pool, kind, dueToDate }) => {
    const heading = kind === 'performance' ? agreement.performanceRule?.heading : undefined;
    const what = `${labelOf(agreement, partner)}, ${agreement.sources.get(source)?.name ?? source}: due to date`;
    const terms = dueToDate === undefined ? [] : plus(dueToDate);
    return shared(books, { pool, schedule: partner, source, heading }, { what, terms });
  });
  const ofVirements = virementsOf(books)
    .filter(({ breach, from }) => breach === undefined && !isAligned(agreement, from))
    .flatMap((virement) => moved(books, virement));
  return [...ofContributions, ...ofVirements, ...openingPieces(books)];
}

/** What was brought forward, by the bodies that it is for. */
export function openingPieces(books: Books): DuePiece[] {
  const { agreement, actual } = books;
  return actual.list('brought-forward', { kind: 'balance' }).flatMap((balance) => {
    const { pool, source, partner, purpose, body } = balance.account;
    const what = `${labelOf(agreement, body || partner)}: brought forward`;
    const terms = incomes([balance]);
    // What has a holder is not divided again by this year’s plan.
    if (body !== '') {
      const nature = (agreement.headings.get(purpose) ?? agreement.sources.get(source))?.nature ?? '';
      const amount = Figure.money({ what, how: 'as it was brought forward', terms });
      return [{ pool, body, schedule: partner, heading: purpose, source, nature, amount }];
    }
    return shared(books, { pool, schedule: partner, source, heading: purpose }, { what, terms });
  });
}

/** A virement takes what is due to date of it from one body's due and adds it to another's. */
function moved(books: Books, { schedule, from, to, amount }: Virement): DuePiece[] {
  const { agreement } = books;
  const percent = duePercent(books);
  const sides = [
    { heading: from, factor: -1n },
    { heading: to, factor: 1n },
  ];
  return sides.map(({ heading, factor }) => ({
    pool: agreement.headings.get(from)?.pool ?? '',
    body: viredBody(books, schedule, heading),
    schedule,
    heading,
    source: '',
    nature: agreement.headings.get(heading)?.nature ?? '',
    amount: Figure.money({
      what: `virement of ${labelOf(agreement, schedule)} ${factor === 1n ? 'to' : 'from'} ${agreement.headings.get(heading)?.name ?? heading}`,
      how: `${inFull(percent)}% of it, as much as is due of the year${factor === 1n ? '' : ', taken away'}`,
      terms: plus(amount),
      formula: ([all = nil]) => times(number(factor), duePart(all, percent)),
    }),
  }));
}

/** One amount that is due, shared over the bodies and headings of its schedule's cells: the parts add up to it. */
function shared(
  books: Books,
  money: Omit<DueMoney, 'due'>,
  { what, terms }: { readonly what: string; readonly terms: readonly Term[] },
): DuePiece[] {
  const { agreement } = books;
  const due = Figure.money({ what, how: 'as it is due', terms });
  const byTarget = new Map<string, BodyDue[]>();
  for (const part of dueOut(books, { ...money, due })) {
    const key = [part.body, part.heading].join('\0');
    byTarget.set(key, [...(byTarget.get(key) ?? []), part]);
  }
  return [...byTarget.values()].flatMap((ofTarget): DuePiece[] => {
    const [first] = ofTarget;
    if (first === undefined) return [];
    const { body, heading } = first;
    const purpose = heading === '' ? '' : ` for ${agreement.headings.get(heading)?.name ?? heading}`;
    const about = {
      what: `${what}, the part of ${labelOf(agreement, body)}${purpose}`,
      how:
        heading === ''
          ? 'no cell of the plan to go to: it stays its contributor’s'
          : 'in proportion to the planned cells of the schedule',
    };
    const [amount, ...others] = ofTarget.map(({ part }) => Figure.money({ ...about, terms, part }));
    if (amount === undefined) return [];
    return [
      {
        pool: money.pool,
        body,
        schedule: money.schedule,
        heading,
        source: money.source,
        nature: (agreement.headings.get(heading) ?? agreement.sources.get(money.source))?.nature ?? '',
        amount: others.length === 0 ? amount : Figure.money({ ...about, terms: plus(amount, ...others) }),
      },
    ];
  });
}
