import type { PerformanceTerms, Pot } from './fund-shape.js';

type Terms = Pick<PerformanceTerms, 'cap' | 'clawback'>;

/** A quarter of a pot as R3 has it, in pence and admissions. */
export interface QuarterByHand {
  readonly status: 'reported' | 'not-reported' | 'not-yet-due';
  readonly plannedCumulative: bigint;
  readonly achievedCumulative: bigint | undefined;
  readonly maximum: bigint;
  readonly payment: bigint | undefined;
  readonly retainedToDate: bigint | undefined;
}

/** R3 of DOMAIN.md for one pot, with nothing of src: the first `due` quarters may be paid; `fault`: a mistake to make. */
export function quartersByHand(
  { pence: pot, admissions }: Omit<Pot, 'partner'>,
  { cap, clawback }: Terms,
  due: number,
  fault = '',
): QuarterByHand[] {
  const year = sum(admissions.map(({ baseline, plan }) => BigInt(baseline - plan)));
  const blank = fault === 'blank-is-no-admissions' ? 0 : undefined;
  const firstBlank = admissions.findIndex(({ actual = blank }) => actual === undefined);
  const divided = fault === 'rounded-down' ? (n: bigint, d: bigint) => n / d : rounded;
  // All is counted in pence × `year`, so that the payment is the only rounding.
  const payment = (paid: bigint, planned: bigint, achieved: bigint) => {
    if (year <= 0n) return 0n;
    const most = fault === 'cap-ignored' ? achieved : cap === 'annual' ? year : planned;
    const entitled = smaller(pot * year, larger(0n, smaller(achieved, most)) * pot);
    const due = divided(entitled - paid * year, year);
    return clawback && fault !== 'clawback-ignored' ? due : larger(0n, due);
  };
  let [planned, achieved, paid, maximum] = [0n, 0n, 0n, 0n];
  return admissions.map(({ baseline, plan, actual = 0 }, index) => {
    planned += BigInt(baseline - plan);
    achieved += BigInt(baseline - actual);
    const reachable = year <= 0n ? 0n : divided(smaller(pot * year, larger(0n, planned) * pot), year);
    maximum = fault === 'maximum-not-monotone' ? reachable : larger(maximum, reachable);
    const isReported = index < due && (firstBlank < 0 || index < firstBlank);
    const pays = isReported ? payment(paid, larger(0n, planned), achieved) : undefined;
    paid += pays ?? 0n;
    return {
      status: isReported ? 'reported' : index < due ? 'not-reported' : 'not-yet-due',
      plannedCumulative: planned,
      achievedCumulative: isReported ? achieved : undefined,
      maximum,
      payment: pays,
      retainedToDate: isReported ? (index === admissions.length - 1 ? pot : maximum) - paid : undefined,
    };
  });
}

/** The nearest whole number to n ÷ d, half away from zero. */
export function rounded(n: bigint, d: bigint): bigint {
  return n < 0n ? -((-2n * n + d) / (2n * d)) : (2n * n + d) / (2n * d);
}

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
export const sum = (all: readonly bigint[]): bigint => all.reduce((total, one) => total + one, 0n);
