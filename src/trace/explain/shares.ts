import type { PartnerSeries } from '../../controls/partner-series.js';
import { counted } from '../../diagnostics/entry.js';
import { fromPounds, inWords } from '../../money/format-money.js';
import { absolute, sum } from '../../money/pence.js';
import { dividedRounded } from '../../money/split.js';
import type { Apportioned } from '../../statement/apportionment.js';
import type { Explanations } from '../explanations.js';
import type { Step } from '../node.js';
import { item, plus, step } from '../terms.js';
import { before, remainderOf, signOf } from './split.js';
import { unitOf } from './written-figures.js';

/** An apportionment whose figures are explained. */
export interface Sharing {
  readonly all: Explanations;
  /** What its names begin with. */
  readonly root: string;
  readonly partners: readonly string[];
  readonly label: (partner: string) => string;
  readonly weights: PartnerSeries;
}

/** The name of a partner's line. */
export function shareName({ root }: Pick<Sharing, 'root'>, partner: string): string {
  return item(`${root}.shares`, { partner });
}

/** Exact share, share and rounding of each partner: by remainders that are worked out here again, and compared. */
export function explainShares(sharing: Sharing, { result }: Apportioned): void {
  const { all, root, partners, label } = sharing;
  const remainders = remaindersOf(sharing, fromPounds(result.total) / fromPounds(result.step));
  for (const partner of partners) {
    const name = shareName(sharing, partner);
    const inputs = plus(`${root}.total`, `${name}.weight`, `${root}.totals.weight`);
    all.explain(`${name}.exact`, () => ({
      what: `${label(partner)}: exact share`,
      how: 'total × weight ÷ all weights, to a millionth of a pound',
      terms: inputs,
      formula: ([total = 0n, weight = 0n, weights = 1n]) => dividedRounded(total * weight * 10_000n, weights),
    }));
    all.explain(`${name}.share`, () => ({
      what: `${label(partner)}: share`,
      how: 'the whole units in its exact share, and an odd one where its remainder is among the largest',
      terms: [step(wholeUnits(sharing, partner)), step(oddUnit(sharing, partner, remainders, inWordsOf(result.step)))],
    }));
    all.explain(`${name}.rounding`, () => ({
      what: `${label(partner)}: rounding`,
      how: 'share − total × weight ÷ all weights, to a millionth of a pound',
      terms: [...plus(`${name}.share`), ...inputs],
      formula: ([share = 0n, total = 0n, weight = 0n, weights = 1n]) =>
        dividedRounded((share * weights - total * weight) * 10_000n, weights),
    }));
  }
}

/** What is left of each partner's part of the whole units, by the same divisor for all: so they can be compared. */
function remaindersOf({ partners, weights }: Sharing, units: bigint): bigint[] {
  const own = partners.map((partner) => weights.amounts.get(partner) ?? 0n);
  return own.map((weight) => remainderOf(units, weight, sum(own)));
}

function wholeUnits(sharing: Sharing, partner: string): Step {
  return {
    what: `${sharing.label(partner)}: whole units in its exact share`,
    how: 'total × weight ÷ all weights, down to a whole number of units',
    unit: 'money',
    terms: inputsOf(sharing, partner),
    formula: ([total = 0n, unit = 1n, weight = 0n, weights = 1n]) =>
      signOf(total) * unit * ((absolute(total / unit) * weight) / weights),
  };
}

function oddUnit(sharing: Sharing, partner: string, remainders: readonly bigint[], unitInWords: string): Step {
  const { root, partners, label } = sharing;
  const index = partners.indexOf(partner);
  const weights = sum([...sharing.weights.amounts.values()]);
  const odd = sum(remainders) / weights;
  const rank = before(partners, remainders, index) + 1;
  const how =
    odd === 0n
      ? 'nothing is left over, so no unit is odd'
      : `${counted(Number(odd), 'unit')} of ${unitInWords} left over (all remainders ÷ all weights), one each to the largest remainders, ties to the lower code: this one is number ${rank} of ${partners.length}`;
  return {
    what: `${label(partner)}: odd unit`,
    how,
    unit: 'money',
    terms: [
      ...plus(`${root}.total`, `${root}.step`, `${root}.totals.weight`),
      ...partners.map((other) => step(remainder(sharing, other))),
    ],
    formula: ([total = 0n, unit = 0n, all = 1n, ...others]) =>
      BigInt(before(partners, others, index)) < sum(others) / all ? signOf(total) * unit : 0n,
  };
}

function remainder(sharing: Sharing, partner: string): Step {
  return {
    what: `${sharing.label(partner)} (${partner}): remainder`,
    how: 'what is left when total ÷ unit × weight is divided by all weights',
    unit: unitOf(sharing.weights.unit),
    places: sharing.weights.places,
    terms: inputsOf(sharing, partner),
    formula: ([total = 0n, unit = 1n, weight = 0n, weights = 1n]) => remainderOf(total / unit, weight, weights),
  };
}

function inputsOf({ root, ...sharing }: Sharing, partner: string) {
  const name = shareName({ root, ...sharing }, partner);
  return plus(`${root}.total`, `${root}.step`, `${name}.weight`, `${root}.totals.weight`);
}

function inWordsOf(step: string): string {
  return inWords(fromPounds(step));
}
