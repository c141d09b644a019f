import { labelOf } from '../agreement/bodies.js';
import { inWords } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import type { BalancePair, Side } from '../rules/agreement-of-balances.js';
import type { Books } from '../rules/check.js';
import type { SettlementStatement } from './settlement-schema.js';

type PairStatement = SettlementStatement['pairs'][number];

/** What two bodies say of each other (R5), side by side and gross, with what lies between. */
export function pairStatement({ agreement }: Books, pair: BalancePair): PairStatement {
  const { one, other, oneSays, otherSays, sides, isAgreed } = pair;
  const labels = { one: labelOf(agreement, one), other: labelOf(agreement, other) };
  return {
    one,
    oneLabel: labels.one,
    other,
    otherLabel: labels.other,
    ...(oneSays && { oneSays: figuresOf(oneSays) }),
    ...(otherSays && { otherSays: figuresOf(otherSays) }),
    ...(sides.length > 0 && {
      differences: Object.fromEntries(sides.map(({ aspect, difference }) => [aspect, difference])),
    }),
    agreed: isAgreed,
    message: pairWords(pair, labels),
  };
}

function figuresOf({ at: _, ...says }: NonNullable<BalancePair['oneSays']>): NonNullable<PairStatement['oneSays']> {
  return says;
}

interface Labels {
  readonly one: string;
  readonly other: string;
}

function pairWords({ oneSays, otherSays, sides, isAgreed }: BalancePair, labels: Labels): string {
  if (oneSays === undefined) return `${labels.one} has not sent its view`;
  if (otherSays === undefined) return `${labels.other} has not sent its view`;
  const apart = sides.filter(({ difference }) => !difference.isNil).map((side) => apartInWords(side, labels));
  if (!isAgreed) return `not agreed: ${apart.join('; ')}`;
  const owed = [
    ...(oneSays.payable.isNil ? [] : [`${labels.one} owes ${inWords(oneSays.payable.amount)}`]),
    ...(oneSays.receivable.isNil ? [] : [`${labels.other} owes ${inWords(oneSays.receivable.amount)}`]),
  ];
  return `agreed: ${owed.length === 0 ? 'they owe each other nothing' : owed.join(', and ')}`;
}

function apartInWords({ aspect, difference }: Side, { one, other }: Labels): string {
  const of = {
    receivable: `what ${other} owes`,
    payable: `what ${one} owes`,
    income: `the income of ${one}`,
    expenditure: `the income of ${other}`,
  }[aspect];
  return `${inWords(absolute(difference.amount))} apart on ${of}`;
}
