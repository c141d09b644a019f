import { total } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { plus, sumOfTerms } from '../figures/terms.js';
import { viredTerms } from '../rules/virements.js';
import { apartOf, bearersOf } from './comparison-apart.js';
import { apartWords } from './comparison-change.js';
import type { BothSides, MatchedLine } from './comparison-line.js';
import { areOfTwoFunds, type LinePair, type Sides } from './comparison-match.js';
import { metOf } from './comparison-met.js';
import { nettedOf } from './comparison-parts.js';
import type { ComparisonLine } from './comparison-schema.js';

/** What the lines come to on each side. */
export function linesOf(sides: Sides, pairs: readonly LinePair[]): MatchedLine[] {
  const { to, by, kind } = sides;
  const vired = pairs.map(({ key }) => (kind === 'plain' || by !== 'heading' ? [] : viredTo(to, key)));
  const isVired = vired.some((terms) => sumOfTerms(terms) !== 0n);
  return pairs.map((pair, index) => lineOf(sides, pair, isVired ? vired[index] : undefined));
}

/** What allowed virements have moved to a heading and from it, over all schedules. */
function viredTo({ books }: Sides['to'], heading: string): Term[] {
  return [...books.agreement.partners.keys()].flatMap((schedule) => viredTerms(books, schedule, heading));
}

function lineOf(sides: Sides, pair: LinePair, vired: readonly Term[] | undefined): MatchedLine {
  const { to, kind } = sides;
  const { key, label, formerLabel } = pair;
  const [from, after] = [sideFigure(sides, pair, 'from'), sideFigure(sides, pair, 'to')];
  const virements =
    vired &&
    Figure.money({
      what: `${label}: budget moved to it`,
      how: 'virements to it − virements from it; refused ones move nothing',
      rule: ruleOf('R2', to.books.agreement.balanceRule),
      terms: vired,
    });
  const isOfPlan = kind !== 'plain' && from !== undefined && after !== undefined;
  const isOutturn = isOfPlan && kind === 'outturn';
  const apartBy = isOutturn ? apartOf(sides, pair) : [];
  const apart = isOutturn
    ? Figure.money({
        what: `${label}: ${apartWords}`,
        how: 'no over- or underspend: grants held or spent from another year, and performance not earned',
        terms: plus(...apartBy.map(({ amount }) => amount)),
      })
    : undefined;
  const met = isOfPlan ? metOf(sides, pair) : undefined;
  const both = { label, from, virements, to: after, apart, isPartApart: apartBy.length > 0, met };
  const borneBy = isOutturn ? bearersOf(sides, pair) : [];
  const netted = kind === 'plain' || after === undefined ? undefined : nettedOf(sides, pair);
  return { ...both, key, formerLabel, status: statusOf(sides, pair, both), apartBy, borneBy, netted };
}

function sideFigure(sides: Sides, { key, label, before, after }: LinePair, which: 'from' | 'to') {
  const { books, side } = sides[which];
  const line = which === 'from' ? before : after;
  if (line?.isKnown === false) return undefined;
  const isPlanned = sides.by === 'scheme' && side.book === 'plan';
  const ofScheme = key.endsWith('/') ? 'what its schedule plans and no scheme has' : 'as schemes.csv has it';
  return Figure.money({
    what: `${label}: ${side.label}`,
    how: isPlanned ? ofScheme : 'its accounts, added up',
    rule: ruleOf('R1', books.agreement.balanceRule),
    terms: line?.terms ?? [],
  });
}

function statusOf(
  sides: Sides,
  { before, after }: LinePair,
  { from, virements, to }: BothSides,
): ComparisonLine['status'] {
  if (from === undefined || to === undefined) return 'not-known';
  if (before === undefined) return 'added';
  // Within one fund, a line without spending or a forecast is still there.
  if (after === undefined && areOfTwoFunds(sides)) return 'removed';
  return to.amount === from.amount + (virements?.amount ?? 0n) ? 'same' : 'changed';
}

/** All the lines together. */
export function allLines({ from, to, kind }: Sides, lines: readonly MatchedLine[]): BothSides {
  const added = (what: string, part: 'from' | 'virements' | 'to' | 'apart', side?: Sides['to']) =>
    total(
      {
        what: `All lines: ${what}`,
        how: 'the lines, added up',
        rule: side && ruleOf('R1', side.books.agreement.balanceRule),
      },
      lines.map((line) => line[part]),
    );
  const met = lines.flatMap((line) => line.met ?? []);
  const isVired = lines.some(({ virements }) => virements !== undefined);
  return {
    label: 'All lines',
    from: added(from.side.label, 'from', from),
    virements: isVired ? added('budget moved between them', 'virements') : undefined,
    to: added(to.side.label, 'to', to),
    apart: kind === 'outturn' ? added(apartWords, 'apart') : undefined,
    isPartApart: lines.some(({ isPartApart }) => isPartApart),
    met:
      met.length === 0
        ? undefined
        : Figure.money({
            what: 'All lines: met from what was brought forward',
            how: 'the lines, added up',
            terms: plus(...met),
          }),
  };
}
