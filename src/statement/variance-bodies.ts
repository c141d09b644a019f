import { labelOf } from '../agreement/bodies.js';
import { isAligned } from '../agreement/tied-money.js';
import { difference, type Money } from '../figures/books.js';
import { Figure, type RuleOfFigure } from '../figures/figure.js';
import { minus, plus, plusAll, turned } from '../figures/terms.js';
import type { Books } from '../rules/check.js';
import { paidOfOverspends } from './paid-of-overspends.js';
import type { VarianceLineStatement, VarianceSection } from './variance-schema.js';
import { ruleOfLines } from './variance-sums.js';

type OfBody = VarianceSection['byBody'][number];

/** A body’s part of a line. */
interface Bearing {
  readonly partner: string;
  readonly amount: Money;
  readonly line: VarianceLineStatement;
}

function bearings(lines: readonly VarianceLineStatement[]): Bearing[] {
  return lines.flatMap((line) => line.borneBy.map(({ partner, amount }) => ({ partner, amount, line })));
}

/** What each body bears and holds of the lines. */
export function byBody({ agreement }: Books, lines: readonly VarianceLineStatement[]): OfBody[] {
  const byPartner = new Map<string, Bearing[]>();
  for (const bearing of bearings(lines)) {
    const ofPartner = byPartner.get(bearing.partner);
    if (ofPartner === undefined) byPartner.set(bearing.partner, [bearing]);
    else ofPartner.push(bearing);
  }
  return [...agreement.bodies.keys()].flatMap((partner) => {
    const ofPartner = byPartner.get(partner);
    if (ofPartner === undefined) return [];
    const label = labelOf(agreement, partner);
    const rule = ruleOfLines(ofPartner.map(({ line }) => line));
    const parts = (sign: 1n | -1n) => ofPartner.flatMap(({ amount }) => (amount.amount * sign > 0n ? [amount] : []));
    const borne = Figure.money({
      what: `${label}: overspends that it bears`,
      how: 'its parts of overspends, added up',
      rule,
      terms: plusAll(parts(1n)),
    });
    const held = Figure.money({
      what: `${label}: underspends that it holds`,
      how: 'its parts of underspends, added up',
      rule,
      terms: turned(plusAll(parts(-1n))),
    });
    const net = Figure.money({
      what: `${label}: borne less held`,
      how: 'borne − held',
      rule,
      terms: [...plus(borne), ...minus(held)],
    });
    return [{ partner, label, borne, held, net }];
  });
}

/** What all bodies bear and hold. */
export function ofAllBodies(
  bodies: readonly OfBody[],
  rule: RuleOfFigure | undefined,
): Pick<VarianceSection, 'borne' | 'held'> {
  const how = 'what each body has of them, added up';
  return {
    borne: Figure.money({
      what: 'All overspends, by whoever bears them',
      how,
      rule,
      terms: plus(...bodies.map(({ borne }) => borne)),
    }),
    held: Figure.money({
      what: 'All underspends, by whoever holds them',
      how,
      rule,
      terms: plus(...bodies.map(({ held }) => held)),
    }),
  };
}

/**
 * The overspends of each pool, and what its host is protected from; without amounts where a line has no outturn. What is
 * aligned is not the pool’s.
 */
export function byHost(books: Books, lines: readonly VarianceLineStatement[]): VarianceSection['hosts'] {
  const { agreement } = books;
  return [...agreement.pools.values()].flatMap(({ code, host }) => {
    const ofPool = lines.filter(({ pool, heading }) => pool === code && !isAligned(agreement, heading));
    const hostLabel = labelOf(agreement, host);
    const named = { pool: code, host, hostLabel };
    if (ofPool.length === 0) return [];
    if (ofPool.some(({ variance }) => variance === undefined)) return [named];
    const over = ofPool.filter(({ direction }) => direction === 'overspend');
    const parts = bearings(over);
    const rule = ruleOfLines(over);
    const overspends = Figure.money({
      what: 'All the overspends of the pool',
      how: 'what is borne of them, added up',
      rule,
      terms: plusAll(parts.map(({ amount }) => amount)),
    });
    const ofHost = Figure.money({
      what: `What ${hostLabel}, the host, bears of the overspends`,
      how: 'its parts of them, added up',
      rule,
      terms: plusAll(parts.flatMap(({ partner, amount }) => (partner === host ? [amount] : []))),
    });
    const protectedFrom = difference(
      {
        what: `What ${hostLabel}, the host, is protected from`,
        how: 'all the overspends − what the host bears',
        rule,
      },
      overspends,
      ofHost,
    );
    const others = parts.filter(({ partner }) => partner !== host);
    const paidIn = paidOfOverspends(books, { pool: code, label: hostLabel, borne: others, rule });
    return [{ ...named, overspends, own: ofHost, protectedFrom, ...(!paidIn.isNil && { paidIn }) }];
  });
}
