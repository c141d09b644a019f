import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { toPounds } from '../money/format-money.js';
import { absolute, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import type { VarianceLine } from '../rules/variance.js';
import { type Fall, fallOf } from '../rules/variance-falls.js';
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
    return [
      {
        ...(code !== undefined && { locality: code }),
        label: name,
        ...fallsOn(agreement, own),
        schedules: schedules.map((schedule) => ({
          schedule,
          label: labelOf(agreement, schedule),
          ...fallsOn(
            agreement,
            own.filter((line) => line.schedule === schedule),
          ),
        })),
      },
    ];
  });
}

/** What lines come to, and on whom it falls; nothing where one of them has no outturn. */
function fallsOn(agreement: Agreement, lines: readonly VarianceLine[]): Falls {
  const variances = lines.flatMap(({ variancePence }) => variancePence ?? []);
  if (variances.length < lines.length) return {};
  const overspendPence = sum(variances.filter((one) => one > 0n));
  const borne = (fall: Fall) =>
    lines.flatMap((line) =>
      line.borneBy.filter(({ code }) => fallOf(agreement, line, code) === fall).map(({ amountPence }) => amountPence),
    );
  return {
    overspend: toPounds(overspendPence),
    underspend: toPounds(overspendPence - sum(variances)),
    variance: toPounds(sum(variances)),
    byItsOwn: toPounds(sum(borne('its-own'))),
    byWholeArea: toPounds(sum(borne('whole-area'))),
    byOthers: toPounds(sum(borne('others').map(absolute))),
  };
}
