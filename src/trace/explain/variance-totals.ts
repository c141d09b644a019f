import { fromPounds } from '../../money/format-money.js';
import { outsideReason } from '../../rules/variance.js';
import { type Fall, fallOf } from '../../rules/variance-falls.js';
import type { VarianceLineStatement } from '../../statement/variance-schema.js';
import { isOnPlan } from '../../statement/variance-sums.js';
import type { Term } from '../node.js';
import { given, item, minus, plus } from '../terms.js';
import { applicationLine } from './flow-of-funds.js';
import type { Traced } from './traced.js';
import { lineName } from './variances.js';

/** What the variances come to, by body, locality and host, and what stands outside R4. */
export function explainVarianceTotals(traced: Traced): void {
  const { result, all } = traced;
  const lines = result.variances;
  const known = lines.filter(({ variance }) => variance !== undefined);
  const rule = ruleOf(lines);
  for (const key of ['plan', 'virements', 'actual', 'forecast', 'variance'] as const) {
    const own = key === 'variance' ? known : lines;
    all.explain(`variance-totals.${key}`, () => ({
      what: `All lines of R4: ${key}`,
      how: 'the lines, added up',
      rule,
      terms: plus(...all.known(own.map((line) => `${lineName(line)}.${key}`))),
    }));
  }
  all.explain('variance-totals.unknown', () => ({
    what: 'Lines whose outturn is not known',
    how: 'the lines without a forecast, counted',
    rule,
    terms: lines
      .filter(({ variance }) => variance === undefined)
      .map((line) => given({ what: `${line.label}, ${line.scheduleLabel}`, unit: 'number', amount: 1n })),
  }));
  for (const key of ['plan', 'virements', 'actual', 'forecast', 'variance'] as const) {
    all.explain(`variance-totals.on-plan.${key}`, () => ({
      what: `Lines of R4 on plan: ${key}`,
      how: 'the lines without variance or virement, added up',
      rule,
      terms: plus(...all.known(lines.filter(isOnPlan).map((line) => `${lineName(line)}.${key}`))),
    }));
    const outside = result.varianceTotals.outside.map(({ heading }) => item('variance-totals.outside', { heading }));
    all.explain(`variance-totals.with-outside.${key}`, () => ({
      what: `The flow of funds, with what is outside R4: ${key}`,
      how: 'the lines of R4, and the headings that stand outside it',
      rule,
      terms: plus(...all.known(['variance-totals', ...outside].map((name) => `${name}.${key}`))),
    }));
  }
  explainOutside(traced);
  explainBodies(traced, known);
  explainLocalities(traced, known);
  explainHosts(traced, known);
}

function ruleOf(lines: readonly VarianceLineStatement[]) {
  const clauses = [...new Set(lines.map(({ clause }) => clause))];
  return clauses.length === 0 ? undefined : { id: 'R4' as const, clause: clauses.join('; ') };
}

function explainOutside({ books, result, all }: Traced): void {
  for (const { heading, label, actual } of result.varianceTotals.outside) {
    const name = item('variance-totals.outside', { heading });
    const line = applicationLine(heading);
    const fence = books.agreement.ringFences.find((one) => one.heading === heading);
    const isPerformance = outsideReason(books, heading) === 'performance';
    const clause = isPerformance ? books.agreement.performanceRule?.clause : fence?.clause;
    const rule = { id: isPerformance ? ('R3' as const) : ('R2' as const), clause: clause ?? '' };
    for (const key of ['plan', 'actual', 'forecast'] as const) {
      all.explain(`${name}.${key}`, () => ({
        what: `${label}, outside R4: ${key}`,
        how: 'as in the flow of funds',
        rule,
        terms: plus(`${line}.${key}`),
      }));
    }
    all.explain(`${name}.virements`, () => ({
      what: `${label}, outside R4: virements`,
      how: 'none: one to or from it is a breach, and moves nothing',
      rule,
      terms: [],
    }));
    const outturn = books.asAt === 'Q4' && actual !== undefined ? 'actual' : 'forecast';
    all.explain(`${name}.variance`, () => ({
      what: `${label}, outside R4: outturn less plan`,
      how: `${outturn === 'actual' ? 'spent' : 'forecast'} − plan`,
      rule,
      terms: [...plus(`${name}.${outturn}`), ...minus(`${name}.plan`)],
    }));
  }
}

interface Bearing {
  readonly name: string;
  readonly partner: string;
  readonly pence: bigint;
  readonly line: VarianceLineStatement;
}

function bearings(lines: readonly VarianceLineStatement[]): Bearing[] {
  return lines.flatMap((line) =>
    line.borneBy.map(({ partner, amount }) => ({
      name: `${item(`${lineName(line)}.borne-by`, { partner })}.amount`,
      partner,
      pence: fromPounds(amount),
      line,
    })),
  );
}

function explainBodies({ result, all }: Traced, lines: readonly VarianceLineStatement[]): void {
  for (const [key, what] of [
    ['borne', 'All overspends, by whoever bears them'],
    ['held', 'All underspends, by whoever holds them'],
  ] as const) {
    all.explain(`variance-totals.${key}`, () => ({
      what,
      how: 'what each body has of them, added up',
      rule: ruleOf(lines),
      terms: plus(
        ...result.varianceTotals.byBody.map(({ partner }) => `${item('variance-totals.by-body', { partner })}.${key}`),
      ),
    }));
  }
  for (const { partner, label } of result.varianceTotals.byBody) {
    const name = item('variance-totals.by-body', { partner });
    const own = bearings(lines).filter((one) => one.partner === partner);
    const rule = ruleOf(own.map(({ line }) => line));
    all.explain(`${name}.borne`, () => ({
      what: `${label}: overspends that it bears`,
      how: 'its parts of overspends, added up',
      rule,
      terms: plus(...own.filter(({ pence }) => pence > 0n).map((one) => one.name)),
    }));
    all.explain(`${name}.held`, () => ({
      what: `${label}: underspends that it holds`,
      how: 'its parts of underspends, added up',
      rule,
      terms: minus(...own.filter(({ pence }) => pence < 0n).map((one) => one.name)),
    }));
    all.explain(`${name}.net`, () => ({
      what: `${label}: borne less held`,
      how: 'borne − held',
      rule,
      terms: [...plus(`${name}.borne`), ...minus(`${name}.held`)],
    }));
  }
}

function explainLocalities(traced: Traced, lines: readonly VarianceLineStatement[]): void {
  const localityOf = (code: string) => traced.books.agreement.partners.get(code)?.locality;
  for (const one of traced.result.varianceTotals.byLocality) {
    const own = lines.filter(({ schedule }) => localityOf(schedule) === one.locality);
    const name = item('variance-totals.by-locality', { locality: one.locality });
    explainFalls(traced, { name, label: one.label, lines: own });
    for (const { schedule, label } of one.schedules) {
      explainFalls(traced, {
        name: item(`${name}.schedules`, { schedule }),
        label,
        lines: own.filter((line) => line.schedule === schedule),
      });
    }
  }
}

interface Falls {
  readonly name: string;
  readonly label: string;
  readonly lines: readonly VarianceLineStatement[];
}

function explainFalls({ books, all }: Traced, { name, label, lines }: Falls): void {
  const rule = ruleOf(lines);
  const varianceOf = (line: VarianceLineStatement) => fromPounds(line.variance ?? '0.00');
  const over = lines.filter((line) => varianceOf(line) > 0n).map((line) => `${lineName(line)}.variance`);
  const under = lines.filter((line) => varianceOf(line) < 0n).map((line) => `${lineName(line)}.variance`);
  const explain = (key: string, what: string, how: string, terms: () => readonly Term[]) =>
    all.explain(`${name}.${key}`, () => ({ what: `${label}: ${what}`, how, rule, terms: terms() }));
  explain('overspend', 'overspends', 'the lines that are over, added up', () => plus(...over));
  explain('underspend', 'underspends', 'the lines that are under, added up', () => minus(...under));
  explain('variance', 'net variance', 'overspends − underspends', () => [
    ...plus(`${name}.overspend`),
    ...minus(`${name}.underspend`),
  ]);
  const borne = (fall: Fall) =>
    bearings(lines).filter(({ line, partner }) => fallOf(books.agreement, line, partner) === fall);
  explain('by-its-own', 'borne less held by its own', 'the parts of bodies in what they applied themselves', () =>
    plus(...borne('its-own').map((one) => one.name)),
  );
  explain('by-whole-area', 'borne less held by bodies of no locality', 'their parts in what they applied', () =>
    plus(...borne('whole-area').map((one) => one.name)),
  );
  explain('by-others', 'borne and held by others, without sign', 'the parts in what another body applied', () =>
    borne('others').flatMap(({ name: part, pence }) => (pence < 0n ? minus(part) : plus(part))),
  );
}

function explainHosts({ result, all }: Traced, lines: readonly VarianceLineStatement[]): void {
  for (const { pool, host, hostLabel } of result.varianceTotals.hosts) {
    const name = item('variance-totals.hosts', { pool });
    const over = lines.filter((line) => line.pool === pool && fromPounds(line.variance ?? '0.00') > 0n);
    const parts = bearings(over);
    const rule = ruleOf(over);
    all.explain(`${name}.overspends`, () => ({
      what: 'All the overspends of the pool',
      how: 'what is borne of them, added up',
      rule,
      terms: plus(...parts.map((one) => one.name)),
    }));
    all.explain(`${name}.own`, () => ({
      what: `What ${hostLabel}, the host, bears of the overspends`,
      how: 'its parts of them, added up',
      rule,
      terms: plus(...parts.filter(({ partner }) => partner === host).map((one) => one.name)),
    }));
    all.explain(`${name}.protected-from`, () => ({
      what: `What ${hostLabel}, the host, is protected from`,
      how: 'all the overspends − what the host bears',
      rule,
      terms: [...plus(`${name}.overspends`), ...minus(`${name}.own`)],
    }));
  }
}
