import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { Figure, type Term } from '../figures/figure.js';
import { minus, plus, plusAll, turned } from '../figures/terms.js';
import type { Books } from '../rules/check.js';
import { type Fall, fallOf } from '../rules/variance-falls.js';
import type { VarianceLineStatement, VarianceSection } from './variance-schema.js';
import { ruleOfLines } from './variance-sums.js';

type Falls = Pick<
  VarianceSection['byLocality'][number],
  'overspend' | 'underspend' | 'variance' | 'byItsOwn' | 'byWholeArea' | 'byOthers'
>;

/** Each locality and each CCG in it: its variances, and on whom they fall (R4: no cross-subsidy between any two). */
export function byLocality(
  { agreement }: Books,
  lines: readonly VarianceLineStatement[],
): VarianceSection['byLocality'] {
  const all = [...agreement.localities.values(), { code: undefined, name: 'Whole area' }];
  return all.flatMap(({ code, name }) => {
    const ofLocality = lines.filter(({ locality }) => locality === code);
    if (ofLocality.length === 0) return [];
    return [
      {
        ...(code !== undefined && { locality: code }),
        label: name,
        ...fallsOn(agreement, name, ofLocality),
        schedules: [...agreement.partners.keys()].flatMap((schedule) => {
          const ofSchedule = ofLocality.filter((line) => line.schedule === schedule);
          const label = labelOf(agreement, schedule);
          return ofSchedule.length === 0 ? [] : [{ schedule, label, ...fallsOn(agreement, label, ofSchedule) }];
        }),
      },
    ];
  });
}

/** What lines come to, and on whom it falls; nothing where one of them has no outturn. */
function fallsOn(agreement: Agreement, label: string, lines: readonly VarianceLineStatement[]): Falls {
  const variances = lines.flatMap(({ variance }) => variance ?? []);
  if (variances.length < lines.length) return {};
  const rule = ruleOfLines(lines);
  const figure = (what: string, how: string, terms: readonly Term[]) =>
    Figure.money({ what: `${label}: ${what}`, how, rule, terms });
  const borne = (fall: Fall) =>
    lines.flatMap((line) =>
      line.borneBy.flatMap(({ partner, amount }) => (fallOf(agreement, line, partner) === fall ? [amount] : [])),
    );
  const over = variances.filter(({ amount }) => amount > 0n);
  const under = variances.filter(({ amount }) => amount < 0n);
  const overspend = figure('overspends', 'the lines that are over, added up', plusAll(over));
  const underspend = figure('underspends', 'the lines that are under, added up', turned(plusAll(under)));
  return {
    overspend,
    underspend,
    variance: figure('net variance', 'overspends − underspends', [...plus(overspend), ...minus(underspend)]),
    byItsOwn: figure(
      'borne less held by its own',
      'the parts of bodies in what they applied themselves',
      plusAll(borne('its-own')),
    ),
    byWholeArea: figure(
      'borne less held by bodies of no locality',
      'their parts in what they applied',
      plusAll(borne('whole-area')),
    ),
    byOthers: figure(
      'borne and held by others, without sign',
      'the parts in what another body applied',
      borne('others').flatMap((part) => (part.amount < 0n ? minus(part) : plus(part))),
    ),
  };
}
