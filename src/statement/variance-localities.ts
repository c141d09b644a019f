import { labelOf } from '../agreement/bodies.js';
import { toPounds } from '../money/format-money.js';
import { absolute, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import type { VarianceLine } from '../rules/variance.js';
import type { VarianceSection } from './variance-schema.js';

type Falls = Pick<
  VarianceSection['byLocality'][number],
  'overspend' | 'underspend' | 'variance' | 'byItsOwn' | 'byWholeArea' | 'byOthers'
>;

/** Each locality and each CCG in it: its variances, and on whom they fall (R4: no cross-subsidy between any two). */
export function byLocality({ agreement }: Books, lines: readonly VarianceLine[]): VarianceSection['byLocality'] {
  const localityOf = (code: string) => agreement.partners.get(code)?.locality;
  const all = [...agreement.localities.values(), { code: undefined, name: 'Whole area' }];
  return all.flatMap(({ code, name }) => {
    const own = lines.filter(({ schedule }) => localityOf(schedule) === code);
    if (own.length === 0) return [];
    const schedules = [...agreement.partners.keys()].filter((partner) => own.some((line) => line.schedule === partner));
    const isLocal = (body: string) => localityOf(body) !== undefined;
    return [
      {
        ...(code !== undefined && { locality: code }),
        label: name,
        ...fallsOn(own, { isLocal, isOwn: (body) => code !== undefined && localityOf(body) === code }),
        schedules: schedules.map((schedule) => ({
          schedule,
          label: labelOf(agreement, schedule),
          ...fallsOn(
            own.filter((line) => line.schedule === schedule),
            { isLocal, isOwn: (body) => isLocal(body) && body === schedule },
          ),
        })),
      },
    ];
  });
}

/** What lines come to, and who bears it: their own, bodies of no locality, or bodies of another. */
function fallsOn(
  lines: readonly VarianceLine[],
  { isLocal, isOwn }: Readonly<Record<'isLocal' | 'isOwn', (body: string) => boolean>>,
): Falls {
  const variances = lines.map(({ variancePence = 0n }) => variancePence);
  const overspendPence = sum(variances.filter((one) => one > 0n));
  const shares = lines.flatMap(({ borneBy }) => borneBy);
  const borne = (isMeant: (body: string) => boolean) =>
    shares.filter(({ code }) => isMeant(code)).map(({ amountPence }) => amountPence);
  return {
    overspend: toPounds(overspendPence),
    underspend: toPounds(overspendPence - sum(variances)),
    variance: toPounds(sum(variances)),
    byItsOwn: toPounds(sum(borne(isOwn))),
    byWholeArea: toPounds(sum(borne((body) => !isLocal(body)))),
    byOthers: toPounds(sum(borne((body) => isLocal(body) && !isOwn(body)).map(absolute))),
  };
}
