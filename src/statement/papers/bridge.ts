import { labelOf } from '../../agreement/bodies.js';
import { fenceOfHeading, isAligned } from '../../agreement/tied-money.js';
import type { Money } from '../../figures/books.js';
import { Figure, ruleOf, type Term } from '../../figures/figure.js';
import { minus, plus, turned } from '../../figures/terms.js';
import type { Books } from '../../rules/check.js';
import { isBalanceKnown } from '../../rules/known.js';
import { settle } from '../../rules/settlement.js';
import { varianceLines } from '../../rules/variance.js';
import type { AnnualFigures, SurplusShare } from '../report-figures-schema.js';
import { standingMoney } from './standing-money.js';

type Bridge = Pick<AnnualFigures, 'heldForOthers' | 'bridge' | 'bridgeTotals'>;
type BridgeLine = AnnualFigures['bridge'][number];

/**
 * From each body’s share of what is carried forward to what it settles with the hosts (R5, R6): a share has what is left of
 * its schedule, also where another body is to spend it, and that body settles it. None where not all of the actuals are known.
 */
export function bridgeOf(books: Books, shares: readonly SurplusShare[]): Bridge {
  const { agreement } = books;
  if (!isBalanceKnown(books)) return { heldForOthers: [], bridge: [] };
  const heldForOthers = pairsOf(books);
  const bridge = [...agreement.bodies.keys()].flatMap((body): BridgeLine[] => {
    const line = lineOf(books, body, { shares, heldForOthers });
    const { carriedForward, forOthers, elsewhere, settles } = line;
    return [carriedForward, forOthers, elsewhere, settles].every(({ isNil }) => isNil) ? [] : [line];
  });
  return { heldForOthers, bridge, ...(bridge.length > 0 && { bridgeTotals: totalsOf(books, bridge) }) };
}

/** What is in the share of one body and settled with another, gross. */
function pairsOf(books: Books): AnnualFigures['heldForOthers'] {
  const { agreement } = books;
  const pairs = new Map<string, { share: string; body: string; terms: Term[] }>();
  const note = (share: string, body: string, terms: readonly Term[]) => {
    if (share === body || terms.length === 0) return;
    const key = [share, body].join('\0');
    const pair = pairs.get(key) ?? { share, body, terms: [] };
    pair.terms.push(...terms);
    pairs.set(key, pair);
  };
  for (const { partner, lines } of settle(books).partners) {
    for (const { schedule, left } of lines) note(schedule, partner, plus(left));
  }
  // A variance has left the share of its schedule for those who bear it.
  for (const { schedule, heading, appliedBy, met, borneBy } of books.asAt === 'Q4' ? varianceLines(books) : []) {
    if (isAligned(agreement, heading)) continue;
    // So has what its own money brought forward meets.
    if (met !== undefined && fenceOfHeading(agreement, heading) === undefined) {
      note(schedule, appliedBy, plus(met.amount));
    }
    for (const { code, amount } of borneBy) note(schedule, code, plus(amount));
  }
  for (const { of, share, holder, schedule, terms } of standingMoney(books)) {
    if (holder === undefined) continue;
    if (of === 'balance') {
      if (share !== schedule) note(schedule, holder, turned(terms));
    } else note(share, holder, terms);
  }
  return [...pairs.values()].flatMap(({ share, body, terms }) => {
    const [shareLabel, label] = [labelOf(agreement, share), labelOf(agreement, body)];
    const amount = Figure.money({
      what: `In the share of ${shareLabel}, and settled with ${label}`,
      how: 'left of its schedule to that body, without the variances that have left the share',
      rule: ruleOf('R5', agreement.balanceRule),
      terms,
    });
    return amount.isNil ? [] : [{ share, body, label, amount }];
  });
}

function lineOf(
  books: Books,
  body: string,
  { shares, heldForOthers }: { readonly shares: readonly SurplusShare[] } & Pick<Bridge, 'heldForOthers'>,
): BridgeLine {
  const label = labelOf(books.agreement, body);
  const rule = ruleOf('R5', books.agreement.balanceRule);
  const figure = (what: string, how: string, terms: readonly Term[]): Money =>
    Figure.money({ what: `${label}: ${what}`, how, rule, terms });
  const closing = shares.filter((share) => share.body === body).map((share) => share.closing);
  const held = heldForOthers.filter(({ share }) => share === body).map(({ amount }) => amount);
  const there = heldForOthers.filter((pair) => pair.body === body).map(({ amount }) => amount);
  const carriedForward = figure('carried forward, its share', 'its share', plus(...closing));
  const forOthers = figure('of its share, settled with others', 'body by body', plus(...held));
  const elsewhere = figure('in the shares of others, settled with it', 'share by share', plus(...there));
  const settles = figure('settles with the hosts', 'its share − settled with others + in the shares of others', [
    ...plus(carriedForward, elsewhere),
    ...minus(forOthers),
  ]);
  return { body, label, carriedForward, forOthers, elsewhere, settles };
}

function totalsOf(books: Books, bridge: readonly BridgeLine[]): NonNullable<Bridge['bridgeTotals']> {
  const all = (what: string, key: 'carriedForward' | 'forOthers' | 'elsewhere' | 'settles') =>
    Figure.money({
      what: `All bodies: ${what}`,
      how: 'the bodies, added up',
      rule: ruleOf('R5', books.agreement.balanceRule),
      terms: plus(...bridge.map((line) => line[key])),
    });
  return {
    carriedForward: all('carried forward', 'carriedForward'),
    forOthers: all('settled with others', 'forOthers'),
    elsewhere: all('in the shares of others', 'elsewhere'),
    settles: all('settles with the hosts', 'settles'),
  };
}
