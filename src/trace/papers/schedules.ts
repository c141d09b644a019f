import { rulesOfPapers } from '../../statement/papers/rules-of-papers.js';
import { reportRoot } from '../../statement/report-figures-schema.js';
import { bookNames } from '../explain/traced.js';
import { added, item, minus, plus } from '../terms.js';
import type { TracedPapers } from './traced-papers.js';

const rule = rulesOfPapers.schedules;
const columns = [
  ...bookNames,
  { book: 'virements', words: 'virements' },
  { book: 'variance', words: 'over- and underspends; positive is over' },
] as const;

const apartWords = {
  performance: 'above the pot; negative is not earned',
  'ring-fenced': 'above the year’s grant; negative is held',
} as const;

function apartName(group: string, heading: string): string {
  return `${item(`${group}.apart-by`, { heading })}.amount`;
}

/** A heading of a schedule. */
interface Line {
  readonly schedule: string;
  readonly heading: string;
  readonly what: string;
}

function lineOf({ schedule, heading }: Pick<Line, 'schedule' | 'heading'>): string {
  return item(`${item(`${reportRoot}.schedules`, { schedule })}.lines`, { heading });
}

/** The schedules by heading, and all of them added into one. */
export function explainSchedules(traced: TracedPapers): void {
  const { figures, result } = traced;
  const lines = figures.schedules.flatMap(({ code: schedule, label, lines: own }) =>
    own.map((line): Line => ({ schedule, heading: line.code, what: `${line.label} on the schedule of ${label}` })),
  );
  for (const line of lines) explainLine(traced, line);
  for (const { code, label } of figures.schedules) {
    const name = item(`${reportRoot}.schedules`, { schedule: code });
    const own = lines.filter(({ schedule }) => schedule === code);
    explainSum(traced, `${name}.totals`, `The schedule of ${label}`, own);
  }
  for (const { code, label } of figures.byHeading) {
    const own = lines.filter(({ heading }) => heading === code);
    explainSum(traced, item(`${reportRoot}.by-heading`, { heading: code }), `${label} on all schedules`, own);
  }
  for (const { locality, label, partners } of result.byLocality) {
    const own = lines.filter(({ schedule }) => partners.includes(schedule));
    explainSum(traced, item(`${reportRoot}.by-locality`, { locality }), `The schedules of ${label}`, own);
  }
  explainSum(traced, `${reportRoot}.totals`, 'All schedules', lines);
}

function explainLine({ all, figures, result }: TracedPapers, line: Line): void {
  const { schedule, heading, what } = line;
  const name = lineOf(line);
  const booked = item(`${item('by-partner', { partner: schedule })}.headings`, { heading });
  for (const { book, words } of bookNames) {
    all.explain(`${name}.${book}`, () => ({
      what: `${what}: ${words}`,
      how: 'as in the reconciliation',
      rule,
      terms: plus(`${booked}.${book}`),
    }));
  }
  const own = result.variances.filter((one) => one.schedule === schedule && one.heading === heading);
  all.explain(`${name}.virements`, () => ({
    what: `${what}: virements`,
    how: 'budget moved to it, less what was moved from it',
    rule,
    terms: added(...own.map(({ virements }) => virements)),
  }));
  all.explain(`${name}.variance`, () => ({
    what: `${what}: over- or underspend`,
    how: 'as R4 has it; of what stands outside R4 none',
    rule,
    terms: added(...own.flatMap(({ variance }) => variance ?? [])),
  }));
  const kind = figures.totals.apartBy.find((one) => one.heading === heading)?.kind;
  all.explain(apartName(name, heading), () => ({
    what: `${what}: ${kind === undefined ? 'apart' : apartWords[kind]}`,
    how: 'forecast − plan; no over- or underspend',
    rule,
    terms: [...plus(`${booked}.forecast`), ...minus(`${booked}.plan`)],
  }));
}

function explainSum({ all, figures }: TracedPapers, name: string, what: string, own: readonly Line[]): void {
  const how = 'the lines of the schedules, added up';
  for (const { book, words } of columns) {
    all.explain(`${name}.${book}`, () => ({
      what: `${what}: ${words}`,
      how,
      rule,
      terms: plus(...own.map((line) => `${lineOf(line)}.${book}`)),
    }));
  }
  for (const { heading, label, kind } of figures.totals.apartBy) {
    const apart = own.filter((line) => line.heading === heading);
    all.explain(apartName(name, heading), () => ({
      what: `${what}: ${label}, ${apartWords[kind]}`,
      how,
      rule,
      terms: plus(...apart.map((line) => apartName(lineOf(line), heading))),
    }));
  }
}
