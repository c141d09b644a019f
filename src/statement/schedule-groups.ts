import { addKnown, totalOf } from '../money/pounds-text.js';
import type { Reconciliation } from './reconciliation-schema.js';
import type { NamedReportFigures, ScheduleGroup } from './report-figures-schema.js';
import type { ScheduleLine } from './schedule-lines.js';

/** The schedules, each by heading, and all of them added into one by heading, by locality and in total (Appendix 5). */
export function scheduleGroups(
  { byPartner, byLocality, flowOfFunds }: Reconciliation,
  lines: readonly ScheduleLine[],
): Pick<NamedReportFigures, 'schedules' | 'byHeading' | 'byLocality' | 'totals'> {
  const group = (code: string | undefined, label: string, isMeant: (line: ScheduleLine) => boolean): ScheduleGroup => ({
    code,
    label,
    ...summed(lines.filter(isMeant)),
  });
  return {
    schedules: byPartner.map(({ partner: schedule, label, headings }) => ({
      code: schedule,
      label,
      lines: headings.map(({ heading, label: name }) => ({
        ...group(heading, name, (line) => line.schedule === schedule && line.heading === heading),
        code: heading,
      })),
      totals: group(schedule, label, (line) => line.schedule === schedule),
    })),
    byHeading: flowOfFunds.applications.map(({ code, label }) => group(code, label, ({ heading }) => heading === code)),
    byLocality: byLocality.map(({ locality, label, partners }) =>
      group(locality, label, ({ schedule }) => partners.includes(schedule)),
    ),
    totals: summed(lines),
  };
}

/** What is apart, heading by heading: one grant’s excess is not another’s saving. */
function apartBy(lines: readonly ScheduleLine[]): NamedReportFigures['totals']['apartBy'] {
  return [...new Set(lines.map(({ heading }) => heading))].flatMap((heading) => {
    const own = lines.filter((line) => line.heading === heading);
    const { kind, label = heading } = own[0] ?? {};
    return kind === undefined ? [] : [{ heading, label, kind, amount: addKnown(own.map(({ apart }) => apart)) }];
  });
}

function summed(lines: readonly ScheduleLine[]): NamedReportFigures['totals'] {
  return {
    plan: totalOf(lines.map(({ plan }) => plan)),
    virements: addKnown(lines.map(({ virements }) => virements)),
    actual: totalOf(lines.map(({ actual }) => actual)),
    forecast: totalOf(lines.map(({ forecast }) => forecast)),
    variance: addKnown(lines.map(({ variance }) => variance)),
    apartBy: apartBy(lines),
  };
}
