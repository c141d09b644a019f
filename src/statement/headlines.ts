import * as z from 'zod';
import { type Count, Figure } from '../figures/figure.js';
import { plusAll } from '../figures/terms.js';
import { checkFamilies, familiesInOrder } from '../rules/check-families.js';
import { isOfSmaller } from './decisions.js';
import { flowGroups } from './flow-groups.js';
import { headingVariances } from './heading-variances.js';
import type { Reconciliation } from './reconciliation-schema.js';
import { countFigure, listOf, moneyFigure } from './scalars-schema.js';

/** With what the names of these figures begin. */
export const headlinesRoot = 'page';

/** What the titles and pictures of a page say, and no section does. */
export const headlinesSchema = z.strictObject({
  partners: countFigure,
  headings: countFigure,
  checks: countFigure,
  checksNotMet: countFigure,
  tests: countFigure,
  breaches: countFigure,
  decisions: countFigure,
  notes: countFigure,
  bodiesOverdue: countFigure,
  instalmentsOutstanding: countFigure,
  instalmentsLate: countFigure,
  ringFenceBreaches: countFigure,
  bodiesOwing: countFigure,
  bodiesOwed: countFigure,
  bodiesSilent: countFigure,
  smallerOverspends: countFigure,
  flowOthers: listOf(
    { pool: 'pool', side: 'side' },
    z.strictObject({ pool: z.string(), side: z.enum(['sources', 'headings']), count: countFigure }),
  ),
  byHeading: listOf({ heading: 'heading' }, z.strictObject({ heading: z.string(), variance: moneyFigure })),
});

export type Headlines = z.input<typeof headlinesSchema>;

/** What the titles of a page count (R6): checks and decisions, and bodies and instalments by where they stand; headings’ variances (R4). */
export function headlinesOf(result: Reconciliation): Headlines {
  const { checks, decisions, contributions, ringFences, summary, whatHasCome, flowOfFunds, byPartner } = result;
  const families = familiesInOrder.filter((family) => checks.some((check) => check.family === family));
  const isNotMet = (family: string) => checks.some((check) => check.family === family && check.status === 'fail');
  const ofKind = (kind: (typeof decisions)[number]['kind']) =>
    decisions.filter((decision) => decision.kind === kind).map(({ matter, amount }) => amount?.what ?? matter);
  const instalments = (status: string) =>
    contributions.flatMap(({ label, sourceLabel, instalments: own }) =>
      own.filter((one) => one.status === status).map(({ due }) => `${label}, ${sourceLabel}, due ${due}`),
    );
  const overdue = contributions.filter(({ daysLate }) => daysLate !== undefined);
  const bodies = summary?.bodies ?? [];
  const lacking = (whatHasCome?.lines ?? []).filter(({ arrivals }) =>
    arrivals.some(({ standing }) => standing === 'missing' || standing === 'part'),
  );
  return {
    partners: counted(
      'Partners that contribute',
      byPartner.filter(contributes).map(({ label }) => label),
    ),
    headings: counted(
      'Headings of the plan',
      flowOfFunds.applications.map(({ label }) => label),
    ),
    checks: counted(
      'Checks of the rules, those that ask the same as one',
      families.map((family) => checkFamilies[family]),
    ),
    checksNotMet: counted(
      'Checks that are not met',
      families.filter(isNotMet).map((family) => checkFamilies[family]),
    ),
    tests: new Figure('number', {
      what: 'What the checks ask, one by one',
      how: 'counted, by what they ask',
      terms: plusAll(
        families.map((family) => {
          const own = checks.filter((check) => check.family === family);
          return Figure.stated('number', checkFamilies[family], BigInt(own.length));
        }),
      ),
    }),
    breaches: counted('Breaches of the agreement', ofKind('breach')),
    decisions: counted('Matters that need a decision', [...ofKind('breach'), ...ofKind('decide')]),
    notes: counted('Matters to note', ofKind('note')),
    bodiesOverdue: counted('Bodies whose contribution is overdue', distinct(overdue.map(({ label }) => label))),
    instalmentsOutstanding: counted('Instalments that have not come', instalments('outstanding')),
    instalmentsLate: counted('Instalments that came late', instalments('paid-late')),
    ringFenceBreaches: new Figure('number', {
      what: 'Breaches of ring-fences',
      how: 'added up',
      terms: plusAll(ringFences.map(({ breaches }) => breaches)),
    }),
    bodiesOwing: counted(
      'Bodies that owe the pool',
      bodies.filter(({ owes }) => owes.amount > 0n).map(({ label }) => label),
    ),
    bodiesOwed: counted(
      'Bodies that are owed, or may draw',
      bodies.filter(({ owed }) => owed.amount > 0n).map(({ label }) => label),
    ),
    bodiesSilent: counted('Bodies of which something has not come', distinct(lacking.map(({ label }) => label))),
    smallerOverspends: counted(
      'Overspends below the agreement’s threshold, each by itself',
      decisions.filter(isOfSmaller).flatMap(({ amount }) => amount?.terms.map(({ figure }) => figure.what) ?? []),
    ),
    flowOthers: flowOthersOf(result),
    byHeading: headingVariances(result),
  };
}

/** How many bodies, or headings, the picture of the flow of funds has in one band. */
function flowOthersOf(result: Reconciliation): Headlines['flowOthers'] {
  const { sourcesOf, headingsOf } = flowGroups(result);
  return result.byPool.flatMap(({ pool, label }) => {
    const sources = sourcesOf(pool).filter(({ length }) => length > 1);
    const headings = headingsOf(pool).filter(({ length }) => length > 1);
    return [
      ...sources.map((lines) => {
        const bodies = distinct(lines.map(({ partnerLabel }) => partnerLabel));
        return { pool, side: 'sources' as const, count: counted(`Bodies drawn together, into ${label}`, bodies) };
      }),
      ...headings.map((lines) => {
        const labels = lines.map((line) => line.label);
        return { pool, side: 'headings' as const, count: counted(`Headings drawn together, of ${label}`, labels) };
      }),
    ];
  });
}

function contributes({ contributions: { plan } }: Reconciliation['byPartner'][number]): boolean {
  return plan !== undefined && !plan.isNil;
}

function distinct(labels: readonly string[]): string[] {
  return [...new Set(labels)];
}

function counted(what: string, things: readonly string[]): Count {
  const terms = plusAll(things.map((thing) => Figure.stated('number', thing, 1n)));
  return new Figure('number', { what, how: 'counted', terms });
}
