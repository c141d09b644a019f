import { addKnown, totalOf } from '../money/pounds-text.js';
import type { Reconciliation } from './reconciliation-schema.js';
import type { NamedReportFigures, ScheduleGroup } from './report-figures-schema.js';
import type { ScheduleLine } from './schedule-lines.js';

/** The schedules, each by heading, and all of them added into one by heading, by locality and in total (Appendix 5). */
export function scheduleGroups(
  { byPartner, byLocality, flowOfFunds }: Reconciliation,
  lines: readonly ScheduleLine[],
): Pick<NamedReportFigures, 'schedules' | 'byHeading' | 'byLocality' | 'totals'> {
  const group = (code: string, label: string, isMeant: (line: ScheduleLine) => boolean): ScheduleGroup => ({
    code,
    label,
    ...summed(lines.filter(isMeant)),
  });
  return {
    schedules: byPartner.map(({ partner: schedule, label, headings }) => ({
      code: schedule,
      label,
      lines: headings.map((own) =>
        group(own.heading, own.label, (line) => line.schedule === schedule && line.heading === own.heading),
      ),
      totals: group(schedule, label, (line) => line.schedule === schedule),
    })),
    byHeading: flowOfFunds.applications.map(({ code, label }) => group(code, label, ({ heading }) => heading === code)),
    byLocality: byLocality.map(({ locality = 'none', label, partners }) =>
      group(locality, label, ({ schedule }) => partners.includes(schedule)),
    ),
    totals: summed(lines),
  };
}

function summed(lines: readonly ScheduleLine[]): NamedReportFigures['totals'] {
  return {
    plan: totalOf(lines.map(({ plan }) => plan)),
    virements: addKnown(lines.map(({ virements }) => virements)),
    actual: totalOf(lines.map(({ actual }) => actual)),
    forecast: totalOf(lines.map(({ forecast }) => forecast)),
  };
}
