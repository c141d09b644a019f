import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { FenceTank, PoolTank, TanksPicture } from '../pictures.js';

/** Ring-fences as tanks (R2); undefined where there are none, or where it is not known what is spent and held. */
export function tanksPicture({ fund, ringFences, fundBalance, byPool }: Reconciliation): TanksPicture | undefined {
  const fences = ringFences.flatMap(({ label, available, spent, held }): FenceTank[] =>
    available === undefined || available.amount <= 0n || (spent ?? held) === undefined
      ? []
      : [{ label, available, spent, held }],
  );
  if (fences.length === 0) return undefined;
  const pools = (fundBalance?.fenced ?? [])
    .filter(({ held }) => held.amount > 0n)
    .map(({ pool, held, there, carriesOther }): PoolTank => {
      const label = byPool.find((line) => line.pool === pool)?.label ?? pool;
      return { label, held, there, carriesOther };
    });
  return { kind: 'tanks', title: `Ring-fenced money: spent, held, and still to come, ${fund.year}`, pools, fences };
}
