import { type bookWords, difference, inBooks, type Money, total } from '../../figures/books.js';
import { largest, less, nil, smallest } from '../../figures/expression.js';
import { type About, Figure } from '../../figures/figure.js';
import { minus, plus } from '../../figures/terms.js';
import { outturnBook } from '../../rules/forecasts.js';
import type { HeadingLine, Reconciliation } from '../reconciliation-schema.js';
import type { NamedReportFigures, ScheduleFigures, ScheduleGroup } from '../report-figures-schema.js';
import { rulesOfPapers } from './rules-of-papers.js';

/** A heading of one schedule, with what R4 says of it. */
export interface ScheduleLine extends ScheduleFigures, Pick<HeadingLine, 'heading' | 'label' | 'provenance'> {
  readonly schedule: string;
}

type ScheduleGroups = Pick<NamedReportFigures, 'schedules' | 'byHeading' | 'byLocality' | 'totals'>;

/** The lines of every schedule, in the agreement’s order. */
export function scheduleLines(statement: Reconciliation): ScheduleLine[] {
  return statement.byPartner.flatMap(({ partner: schedule, label, headings }) =>
    headings.map((line) => ({
      schedule,
      heading: line.heading,
      label: line.label,
      provenance: line.provenance,
      ...figuresOf(statement, schedule, line, `${line.label} on the schedule of ${label}`),
    })),
  );
}

function figuresOf(statement: Reconciliation, schedule: string, line: HeadingLine, what: string): ScheduleFigures {
  const { fund, variances, varianceTotals } = statement;
  const { heading, label } = line;
  const about = (words: string, how: string): About => ({
    what: `${what}: ${words}`,
    how,
    rule: rulesOfPapers.schedules,
  });
  const ofLine = variances.filter((variance) => variance.schedule === schedule && variance.heading === heading);
  const outside = varianceTotals.outside.find((other) => other.heading === heading);
  const kind = outside?.kind;
  const basis = outturnBook(fund);
  const outturn = basis === 'actual' ? 'spent' : 'forecast';
  const apart = (words: string) =>
    difference(about(words, `${outturn} − plan; no over- or underspend`), line[basis], line.plan);
  const isOfYear = outside?.retained !== undefined;
  const ofPot = isOfYear ? potOf(statement, { schedule, line, about }) : {};
  return {
    ...inBooks((book, words) => total(about(words, 'as in the reconciliation'), [line[book]])),
    virements: Figure.money({
      ...about('virements', 'budget moved to it, less what was moved from it'),
      terms: plus(...ofLine.map(({ virements }) => virements)),
    }),
    variance: total(
      about('over- or underspend', 'as R4 has it; of what stands outside R4 none'),
      ofLine.map(({ variance }) => variance),
    ),
    apartBy:
      kind === undefined
        ? []
        : [
            {
              heading,
              label,
              kind,
              amount: apart(apartWords[kind]),
              ...ofPot,
              ...metOf(statement, schedule, line, about),
            },
          ],
  };
}

/** What of a grant’s excess is met from what was brought forward for it on its schedule (R4); absent where nothing is. */
function metOf(
  { fund, ringFences }: Reconciliation,
  schedule: string,
  line: HeadingLine,
  about: LineOfPot['about'],
): { readonly met?: Money } {
  const fence = ringFences.find(({ heading }) => heading === line.heading);
  const available = fence?.partners.find(({ partner }) => partner === schedule)?.available;
  const outturn = line[outturnBook(fund)];
  if (available === undefined || outturn === undefined || line.plan === undefined) return {};
  const met = Figure.money({
    ...about(metWords, 'what is spent above the plan, up to what was brought forward'),
    terms: plus(outturn, line.plan, available),
    formula: ([spent = nil, planned = nil, most = nil]) => largest(nil, less(smallest(spent, most), planned)),
  });
  return met.isNil ? {} : { met };
}

/** When the year has ended, what of a pot was not earned, and what was earned and is not spent (R3). */
function potOf({ performance }: Reconciliation, { schedule, line, about }: LineOfPot): PotOfYear {
  const { payment, retained } = performance?.partners.find(({ partner }) => partner === schedule)?.totals ?? {};
  const spent = line.actual;
  if (spent === undefined) return {};
  const terms = (figure: Money | undefined) => (figure === undefined ? [] : plus(figure));
  return {
    retained: Figure.money({ ...about(potWords.retained, 'what its pot retains'), terms: terms(retained) }),
    unspent: Figure.money({
      ...about(potWords.unspent, 'earned − spent'),
      terms: [...terms(payment), ...minus(spent)],
    }),
  };
}

interface LineOfPot {
  readonly schedule: string;
  readonly line: HeadingLine;
  readonly about: (words: string, how: string) => About;
}

interface PotOfYear {
  readonly retained?: Money;
  readonly unspent?: Money;
}

const metWords = 'met from what was brought forward';

const potWords = {
  retained: 'not earned',
  unspent: 'earned and not spent; negative is spent above what was earned',
} as const;

const apartWords = {
  performance: 'above the pot; negative is not earned',
  'ring-fenced': 'above the year’s grant; negative is held',
} as const;

/** The schedules, each by heading, and all of them added into one by heading, by locality and in total (Appendix 5). */
export function scheduleGroups(
  { byPartner, byLocality, flowOfFunds }: Reconciliation,
  lines: readonly ScheduleLine[],
): ScheduleGroups {
  const group = (
    code: string | undefined,
    label: string,
    what: string,
    isMeant: (line: ScheduleLine) => boolean,
  ): ScheduleGroup => ({ code, label, ...summed(what, lines.filter(isMeant)) });
  return {
    schedules: byPartner.map(({ partner: code, label }) => ({
      code,
      label,
      lines: lines.flatMap(({ schedule, heading, ...line }) => (schedule === code ? [{ ...line, code: heading }] : [])),
      totals: group(code, label, `The schedule of ${label}`, ({ schedule }) => schedule === code),
    })),
    byHeading: flowOfFunds.applications.map(({ code, label }) =>
      group(code, label, `${label} on all schedules`, ({ heading }) => heading === code),
    ),
    byLocality: byLocality.map(({ locality, label, partners }) =>
      group(locality, label, `The schedules of ${label}`, ({ schedule }) => partners.includes(schedule)),
    ),
    totals: summed('All schedules', lines),
  };
}

/** Lines together; what is not known of one is not known of all. */
function summed(what: string, lines: readonly ScheduleLine[]): ScheduleFigures {
  const column = (key: 'virements' | 'variance' | keyof typeof bookWords, words: string) =>
    total(
      aboutSum(`${what}: ${words}`),
      lines.map((line) => line[key]),
    );
  return {
    ...inBooks(column),
    virements: column('virements', 'virements'),
    variance: column('variance', 'over- and underspends; positive is over'),
    apartBy: apartBy(what, lines),
  };
}

/** What is apart, heading by heading: one grant’s excess is not another’s saving. */
function apartBy(what: string, lines: readonly ScheduleLine[]): ScheduleFigures['apartBy'] {
  const parts = lines.flatMap((line) => line.apartBy);
  const headings = new Map(parts.map((part) => [part.heading, part]));
  return [...headings.values()].map(({ heading, label, kind }) => ({
    heading,
    label,
    kind,
    amount: total(
      aboutSum(`${what}: ${label}, ${apartWords[kind]}`),
      parts.filter((part) => part.heading === heading).map(({ amount }) => amount),
    ),
    ...sumsOfPots(
      `${what}: ${label}`,
      parts.filter((part) => part.heading === heading),
    ),
    ...sumOfMet(
      `${what}: ${label}`,
      parts.filter((part) => part.heading === heading),
    ),
  }));
}

function sumOfMet(what: string, parts: ScheduleFigures['apartBy']): { readonly met?: Money } {
  const terms = parts.flatMap(({ met }) => (met === undefined ? [] : plus(met)));
  return terms.length === 0 ? {} : { met: Figure.money({ ...aboutSum(`${what}, ${metWords}`), terms }) };
}

/** What was not earned of several pots, and what is unspent; nothing where that is not known of each. */
function sumsOfPots(what: string, parts: ScheduleFigures['apartBy']) {
  const sum = (key: keyof typeof potWords) =>
    total(
      aboutSum(`${what}, ${potWords[key]}`),
      parts.map((part) => part[key]),
    );
  const [retained, unspent] = [sum('retained'), sum('unspent')];
  return retained && unspent ? { retained, unspent } : {};
}

function aboutSum(what: string): About {
  return { what, how: 'the lines of the schedules, added up', rule: rulesOfPapers.schedules };
}
