import { reportRoot } from '../../statement/report-figures-schema.js';
import { bookNames } from '../explain/traced.js';
import { lineName } from '../explain/variances.js';
import { item, minus, plus } from '../terms.js';
import { rulesOfPapers, type TracedPapers } from './traced-papers.js';

const rule = rulesOfPapers.schedules;
const columns = [
  ...bookNames,
  { book: 'virements', words: 'virements' },
  { book: 'variance', words: 'over- and underspends; positive is over' },
] as const;

function apartName(group: string, heading: string): string {
  return `${item(`${group}.apart-by`, { heading })}.amount`;
}

/** The schedules by heading, and all of them added into one. */
export function explainSchedules(traced: TracedPapers): void {
  const { all, figures, result } = traced;
  const lineOf = (schedule: string, heading: string) =>
    item(`${item(`${reportRoot}.schedules`, { schedule })}.lines`, { heading });
  const lines = figures.schedules.flatMap(({ code: schedule, label, lines: own }) =>
    own.map((line) => ({ schedule, heading: line.code, what: `${line.label} on the schedule of ${label}` })),
  );
  for (const { schedule, heading, what } of lines) {
    const name = lineOf(schedule, heading);
    const booked = item(`${item('by-partner', { partner: schedule })}.headings`, { heading });
    for (const { book, words } of bookNames) {
      all.explain(`${name}.${book}`, () => ({
        what: `${what}: ${words}`,
        how: 'as in the reconciliation',
        rule,
        terms: plus(`${booked}.${book}`),
      }));
    }
    const moved = result.variances.filter((line) => line.schedule === schedule && line.heading === heading);
    all.explain(`${name}.virements`, () => ({
      what: `${what}: virements`,
      how: 'budget moved to it, less what was moved from it',
      rule,
      terms: plus(...moved.map((line) => `${lineName(line)}.virements`)),
    }));
    all.explain(`${name}.variance`, () => ({
      what: `${what}: over- or underspend`,
      how: 'as R4 has it; of what stands outside R4 none',
      rule,
      terms: plus(...moved.map((line) => `${lineName(line)}.variance`)),
    }));
    all.explain(apartName(name, heading), () => ({
      what: `${what}: no over- or underspend`,
      how: 'forecast − plan: performance not earned, or a grant held or above the year’s',
      rule,
      terms: [...plus(`${booked}.forecast`), ...minus(`${booked}.plan`)],
    }));
  }
  const explainSum = (name: string, what: string, isMeant: (line: (typeof lines)[number]) => boolean) => {
    const own = lines.filter(isMeant);
    for (const { book, words } of columns) {
      all.explain(`${name}.${book}`, () => ({
        what: `${what}: ${words}`,
        how: 'the lines of the schedules, added up',
        rule,
        terms: plus(...own.map(({ schedule, heading }) => `${lineOf(schedule, heading)}.${book}`)),
      }));
    }
    for (const { heading, label } of figures.totals.apartBy) {
      const apart = own.filter((line) => line.heading === heading);
      all.explain(apartName(name, heading), () => ({
        what: `${what}: ${label}, no over- or underspend`,
        how: 'the lines of the schedules, added up',
        rule,
        terms: plus(...apart.map(({ schedule }) => apartName(lineOf(schedule, heading), heading))),
      }));
    }
  };
  for (const { code, label } of figures.schedules) {
    const name = item(`${reportRoot}.schedules`, { schedule: code });
    explainSum(`${name}.totals`, `The schedule of ${label}`, ({ schedule }) => schedule === code);
  }
  for (const { code, label } of figures.byHeading) {
    const name = item(`${reportRoot}.by-heading`, { heading: code });
    explainSum(name, `${label} on all schedules`, ({ heading }) => heading === code);
  }
  for (const { locality, label, partners } of result.byLocality) {
    const name = item(`${reportRoot}.by-locality`, { locality });
    explainSum(name, `The schedules of ${label}`, ({ schedule }) => partners.includes(schedule));
  }
  explainSum(`${reportRoot}.totals`, 'All schedules', () => true);
}
