import { vi } from 'vitest';
import { Figure } from '../../src/figures/figure.js';
import { plus, turned } from '../../src/figures/terms.js';
import { asDecimal } from '../../src/money/decimal.js';

const splits = '../../src/money/split.js';
const pots = '../../src/rules/pot.js';
const variance = '../../src/rules/variance.js';
const policies = '../../src/rules/variance-policies/policies.js';
const forecasts = '../../src/rules/forecasts.js';
const contributions = '../../src/rules/contributions.js';
const instalments = '../../src/rules/instalments.js';
const virements = '../../src/rules/virements.js';
const dueOut = '../../src/rules/due-out.js';
const duePieces = '../../src/rules/due-pieces.js';

/** The modules of bcf that are given faults, as a test in this folder imports them. */
export const modules = [
  splits,
  pots,
  variance,
  policies,
  forecasts,
  contributions,
  instalments,
  virements,
  dueOut,
  duePieces,
];

/** A mistake for bcf to make, in one of its modules. */
interface SeededFault {
  readonly fault: string;
  readonly module: string;
  readonly faulty: () => Promise<object>;
}

/** How faults are put into what a module exports. */
function faultsIn<M extends object>(module: string) {
  return (fault: string, change: (real: M) => Partial<M>): SeededFault => ({
    fault,
    module,
    faulty: async () => {
      const real = await vi.importActual<M>(module);
      return { ...real, ...change(real) };
    },
  });
}

export const seededFaults: readonly SeededFault[] = [
  ...faultsOfSplits(),
  ...faultsOfPayments(),
  ...faultsOfVariance(),
  ...faultsOfContributions(),
  ...faultsOfVirements(),
  ...faultsOfDueOut(),
];

function faultsOfSplits(): SeededFault[] {
  const seeded = faultsIn<typeof import('../../src/money/split.js')>(splits);
  return [
    seeded('a split by heads, not by weights', ({ splitByWeights }) => ({
      splitByWeights: (pence, weights) =>
        splitByWeights(
          pence,
          weights.map(({ code }) => ({ code, weight: 1n })),
        ),
    })),
    seeded('a penny of a split with another', ({ splitByWeights }) => ({
      splitByWeights: (pence, weights) =>
        splitByWeights(pence, weights).map(({ code, amountPence }, index, { length }) => {
          const moved = length < 2 ? 0n : index === 0 ? 1n : index === length - 1 ? -1n : 0n;
          return { code, amountPence: amountPence + moved };
        }),
    })),
    seeded('a rounding down', () => ({ dividedRounded: (amount, divisor) => amount / divisor })),
  ];
}

function faultsOfPayments(): SeededFault[] {
  type Pots = typeof import('../../src/rules/pot.js');
  type Inputs = Parameters<Pots['payPot']>;
  const inModule = faultsIn<Pots>(pots);
  const seeded = (fault: string, change: (...inputs: Inputs) => Inputs) =>
    inModule(fault, ({ payPot }) => ({ payPot: (...inputs) => payPot(...change(...inputs)) }));
  const onTerms =
    (changed: Partial<Inputs[0]['terms']>) =>
    (of: Inputs[0], admissions: Inputs[1]): Inputs => [{ ...of, terms: { ...of.terms, ...changed } }, admissions];
  return [
    seeded('always the annual cap', onTerms({ cap: 'annual' })),
    seeded('always with clawback', onTerms({ clawback: true })),
    seeded('a quarter paid before it is due', (of, admissions) => [
      of,
      admissions.map((quarter) => ({ ...quarter, isDue: true })),
    ]),
    seeded('plan for a missing actual', (of, admissions) => [
      of,
      admissions.map((quarter) => ({
        ...quarter,
        actual: quarter.actual ?? (quarter.plan && Figure.stated('number', quarter.plan.what, quarter.plan.amount)),
      })),
    ]),
    seeded('a penny less in each pot', ({ pot, ...of }, admissions) => [
      { ...of, pot: pot.amount > 0n ? Figure.stated('money', pot.what, pot.amount - 1n) : pot },
      admissions,
    ]),
  ];
}

function faultsOfVariance(): SeededFault[] {
  const seeded = faultsIn<typeof import('../../src/rules/variance.js')>(variance);
  return [
    seeded('only lines that are planned', ({ varianceLines }) => ({
      varianceLines: (books) => varianceLines(books).filter(({ plan }) => !plan.isNil),
    })),
    seeded('a budget that no virement moves', ({ varianceLines }) => ({
      varianceLines: (books) =>
        varianceLines(books).map(({ variance, virements, ...line }) => ({
          ...line,
          virements,
          variance: variance && Figure.money({ what: '', how: '', terms: plus(variance, virements) }),
        })),
    })),
    faultsIn<typeof import('../../src/rules/variance-policies/policies.js')>(policies)(
      'ring-fenced and capital money that weighs',
      ({ weightsBy }) => ({ weightsBy: ({ by }, sharers) => weightsBy({ by, weigh: 'all' }, sharers) }),
    ),
    faultsIn<typeof import('../../src/rules/forecasts.js')>(forecasts)('a year that comes to its forecast', () => ({
      outturnBook: () => 'forecast',
    })),
  ];
}

function faultsOfContributions(): SeededFault[] {
  const seeded = faultsIn<typeof import('../../src/rules/contributions.js')>(contributions);
  const ofInstalments = faultsIn<typeof import('../../src/rules/instalments.js')>(instalments);
  return [
    ofInstalments('a virement due at once', () => ({ duePercent: () => asDecimal(100) })),
    seeded('a year due at once', ({ contributionStandings }) => ({
      contributionStandings: (books) =>
        contributionStandings(books).map((one) => ({
          ...one,
          dueToDate: Figure.money({ what: '', how: '', terms: plus(one.agreed) }),
          outstanding:
            one.received &&
            Figure.money({ what: '', how: '', terms: [...plus(one.agreed), ...turned(plus(one.received))] }),
        })),
    })),
    seeded('nobody paid ahead', ({ contributionStandings }) => ({
      contributionStandings: (books) =>
        contributionStandings(books).map((one) => ({
          ...one,
          outstanding:
            (one.outstanding?.amount ?? 0n) < 0n ? Figure.money({ what: '', how: '', terms: [] }) : one.outstanding,
        })),
    })),
  ];
}

function faultsOfVirements(): SeededFault[] {
  const seeded = faultsIn<typeof import('../../src/rules/virements.js')>(virements);
  return [
    seeded('a breach that moves money', ({ virementsOf }) => ({
      virementsOf: (books) => virementsOf(books).map((one) => ({ ...one, breach: undefined })),
    })),
    seeded('a virement the wrong way', ({ viredTerms }) => ({
      viredTerms: (...where) => turned(viredTerms(...where)),
    })),
    seeded('a virement given and never taken', ({ viredTerms }) => ({
      viredTerms: (...where) => viredTerms(...where).filter(({ sign }) => sign === 1n),
    })),
    seeded('a virement that is always the schedule’s own', () => ({ viredBody: (_, schedule) => schedule })),
  ];
}

function faultsOfDueOut(): SeededFault[] {
  const seeded = faultsIn<typeof import('../../src/rules/due-out.js')>(dueOut);
  return [
    seeded('general money brought forward to all cells', (real) => ({
      dueOut: (books, money) => real.dueOut(books, { ...money, heading: money.heading || undefined }),
    })),
    seeded('fenced money brought forward as general', (real) => ({
      dueOut: (books, money) => real.dueOut(books, { ...money, heading: money.heading === undefined ? undefined : '' }),
    })),
    faultsIn<typeof import('../../src/rules/due-pieces.js')>(duePieces)('virements never due', (real) => ({
      duePieces: (books) => real.duePieces(books).filter(({ amount }) => !amount.what.startsWith('virement ')),
    })),
  ];
}
