import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading, isAligned } from '../agreement/tied-money.js';
import { Figure, type Term } from '../figures/figure.js';
import { balances, minus, plus, sumOfTerms, turned } from '../figures/terms.js';
import { keyOf, type LineKey, lineOf } from '../rules/lines.js';
import { type VarianceLine, varianceLines } from '../rules/variance.js';
import { outsideReason, ruleFor, ruleOfVariances } from '../rules/variance-rules.js';
import type { Netted, VariancePart } from './comparison-line.js';
import type { LinePair, Sides } from './comparison-match.js';
import { viewOf } from './comparison-side.js';

/**
 * R4: no cross-subsidy. What is over and what is under in a line, where it nets parts that may not be netted: of two
 * bodies or schedules, unless their rule shares them; across a fence; of capital and revenue. Undefined where no part
 * is over while another is under, and of schemes, which are planned for no body.
 */
export function nettedOf(sides: Sides, { key, label }: LinePair): Netted | undefined {
  const parts = partsOf(sides, key);
  const over = parts.filter(({ amount }) => amount.amount > 0n);
  const under = parts.filter(({ amount }) => amount.amount < 0n);
  if (over.length === 0 || under.length === 0) return undefined;
  const figure = (what: string, how: string, terms: readonly Term[]) =>
    Figure.money({ what: `${label}: ${what}`, how, rule: ruleOfVariances(sides.to.books.agreement), terms });
  return {
    parts,
    overspend: figure('what is over', 'its parts that are over, none netted with another', amountsOf(over)),
    underspend: figure('what is under', 'its parts that are under, without sign', turned(amountsOf(under))),
  };
}

function amountsOf(parts: readonly VariancePart[]): Term[] {
  return plus(...parts.map(({ amount }) => amount));
}

/** A line of R4 within a line of the comparison, with what it may spend and how far it is above that. */
interface Cell extends LineKey {
  readonly budget: readonly Term[];
  readonly change: readonly Term[];
}

function partsOf(sides: Sides, key: string): VariancePart[] {
  const { agreement } = sides.to.books;
  const cells = new Map<string, Cell[]>();
  const labels = new Map<string, string>();
  for (const cell of cellsOf(sides, key) ?? []) {
    const { id, label } = partIn(sides, cell);
    cells.set(id, [...(cells.get(id) ?? []), cell]);
    labels.set(id, label);
  }
  return [...cells].map(([id, ofPart]) => {
    const label = labels.get(id) ?? '';
    const amount = Figure.money({
      what: `${label}: over or under`,
      how: 'its lines, added up; positive is over',
      rule: ruleOfVariances(agreement),
      terms: ofPart.flatMap(({ change }) => change),
    });
    return { label, budgetPence: sumOfTerms(ofPart.flatMap(({ budget }) => budget)), amount };
  });
}

/** The part that a line of R4 belongs to. By source no virement says whose budget it moves, so there a schedule is whole. */
function partIn({ to: { books }, by }: Sides, { heading, schedule, appliedBy }: Cell): { id: string; label: string } {
  const { agreement } = books;
  const { declared, policy } = ruleFor(books, heading);
  const declaredHeading = agreement.headings.get(heading);
  const fence = fenceOfHeading(agreement, heading)?.heading ?? '';
  const within = [fence, declaredHeading?.nature, isAligned(agreement, heading) ? 'aligned' : ''];
  if (policy !== 'responsible-body') {
    const label = `what is shared (${declared.clause})`;
    return { id: [declared.id, declaredHeading?.pool, ...within].join('\0'), label };
  }
  const body = by === 'source' ? schedule : appliedBy;
  return { id: [body, schedule, ...within].join('\0'), label: labelOfPart(agreement, body, schedule) };
}

function labelOfPart(agreement: Agreement, body: string, schedule: string): string {
  const label = labelOf(agreement, body);
  return body === schedule ? label : `${label} on the schedule of ${labelOf(agreement, schedule)}`;
}

/** The lines of R4 within a line; undefined where one of them is not known. */
function cellsOf(sides: Sides, key: string): Cell[] | undefined {
  const { to, by, kind } = sides;
  const { partners } = to.books.agreement;
  const ofLines = (isMeant: (line: VarianceLine) => boolean) => {
    const lines = varianceLines(to.books).filter(isMeant);
    const cells = lines.flatMap((line) => cellOf(line, kind) ?? []);
    return cells.length === lines.length ? cells : undefined;
  };
  switch (by) {
    case 'heading':
      return ofLines(({ heading }) => heading === key);
    case 'partner':
      return ofLines(({ schedule }) => schedule === key);
    case 'locality':
      return ofLines(({ schedule }) => (partners.get(schedule)?.locality ?? '') === key);
    case 'source':
      return cellsOfSource(sides, key);
    case 'scheme':
      return [];
  }
}

function cellOf(line: VarianceLine, kind: Sides['kind']): Cell | undefined {
  const { plan, virements, actual, variance, metToDate } = line;
  const budget = plus(plan, virements);
  const met = metToDate === undefined ? [] : minus(metToDate.amount);
  const change =
    kind === 'outturn' ? variance && plus(variance) : actual && [...plus(actual), ...turned(budget), ...met];
  return change && { ...lineOf(line), budget, change };
}

function cellsOfSource({ from, to }: Sides, source: string): Cell[] {
  const cells = new Map<string, Cell>();
  const add = (line: LineKey, budget: readonly Term[], change: readonly Term[]) => {
    const cell = cells.get(keyOf(line));
    cells.set(keyOf(line), {
      ...lineOf(line),
      budget: [...(cell?.budget ?? []), ...budget],
      change: [...(cell?.change ?? []), ...change],
    });
  };
  const isInside = (line: LineKey) => outsideReason(to.books, line.heading) === undefined;
  for (const balance of viewOf(from.books, from.side).list('applied', { source })) {
    const terms = balances([balance]);
    if (isInside(balance.account)) add(balance.account, terms, turned(terms));
  }
  for (const balance of viewOf(to.books, to.side).list('applied', { source })) {
    if (isInside(balance.account)) add(balance.account, [], balances([balance]));
  }
  return [...cells.values()];
}
