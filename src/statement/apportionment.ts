import { labelOf, membersOf } from '../agreement/bodies.js';
import type { Quarter } from '../agreement/financial-year.js';
import type { ControlRows } from '../controls/controls.js';
import type { FigureValue } from '../controls/figure.js';
import { type PartnerSeries, partnerSeries } from '../controls/partner-series.js';
import { type FigureSources, readFigure } from '../controls/read-figure.js';
import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.js';
import { counted } from '../diagnostics/entry.js';
import { near } from '../diagnostics/near.js';
import { inWords, toPounds } from '../money/format-money.js';
import { type Fraction, minus, over, rounded, times, whole } from '../money/fraction.js';
import { isName, parseAmount } from '../money/parse-amount.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { placesOfExact, toPlaces } from '../money/places.js';
import { type Share, splitByWeights } from '../money/split.js';
import { booksFor, type ReadFund } from '../rules/check.js';
import { type AskedApportionment, stepOf } from './apportionment-asked.js';
import type { Apportionment } from './apportionment-schema.js';
import { describeFund } from './common.js';

/** What an apportionment is made of. */
export interface Apportioned {
  readonly result: Apportionment;
  /** The figure that is shared; undefined where pounds were asked for. */
  readonly total: FigureValue | undefined;
  readonly weights: PartnerSeries;
  readonly published: PartnerSeries | undefined;
}

/**
 * Shares an amount over partners by declared weights: whole units to each, the odd ones to the largest remainders,
 * ties to the lower code, so that the shares add up to the amount exactly.
 */
export function apportion(
  fund: ReadFund & Omit<ControlRows, 'controls'>,
  asked: AskedApportionment,
  askedFor?: Quarter,
): { readonly made?: Apportioned; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const books = { ...booksFor(fund, askedFor), schemes: fund.schemes };
  const sources: FigureSources = { books, tables: fund.tables };
  const total = totalOf(asked.amount, sources, report);
  const weights = among(partnerSeries(asked.by, sources, undefined, report), asked, sources, report);
  const published = asked.against === undefined ? undefined : partnerSeries(asked.against, sources, undefined, report);
  if (published !== undefined && published.unit !== 'money') {
    report(diagnose('BCF3507', { one: 'money', other: 'what is no money' }));
  }
  if (total === undefined || weights === undefined || diagnostics.length > 0) return { diagnostics };
  const { pence: totalPence, figure } = total;
  const faults = faultsOf(totalPence, weights, asked);
  if (faults.length > 0) return { diagnostics: faults };
  const allWeights = sum(weights.amounts.values());
  if (weights.unit === 'percent' && asked.among === undefined && allWeights !== 10n ** BigInt(weights.places + 2)) {
    report(diagnose('BCF2603', { by: asked.by, total: toPlaces(allWeights, weights.places) }));
  }
  const stepPence = stepOf(asked);
  const parts = splitByWeights(
    totalPence / stepPence,
    [...weights.amounts].map(([code, weight]) => ({ code, weight })),
  );
  const shares = parts.map(({ code, amountPence }) => ({ code, amountPence: amountPence * stepPence }));
  const result = documentOf(asked, sources, totalPence, weights, shares, published);
  return { made: { result, total: figure, weights, published }, diagnostics };
}

interface Total {
  readonly pence: Pence;
  readonly figure?: FigureValue;
}

function totalOf(text: string, sources: FigureSources, report: Report): Total | undefined {
  if (isName(text)) {
    const figure = readFigure(text, sources, undefined, report);
    if (figure === undefined) return undefined;
    if (figure.unit === 'money' && figure.amount.denominator === 1n) return { pence: figure.amount.numerator, figure };
    report(diagnose('BCF0014', { found: text }));
    return undefined;
  }
  const parsed = parseAmount(text, 'pounds');
  if ('pence' in parsed) return { pence: parsed.pence };
  report(diagnose('BCF0014', { found: text }));
  return undefined;
}

function among(
  series: PartnerSeries | undefined,
  { among: group }: AskedApportionment,
  { books: { agreement } }: FigureSources,
  report: Report,
): PartnerSeries | undefined {
  if (group === undefined) return series;
  const groups = [...agreement.groups.keys()];
  if (!agreement.groups.has(group)) {
    report(diagnose('BCF0017', { found: group, meant: near(group, groups), allowed: groups.join(', ') || 'none' }));
    return undefined;
  }
  const members = membersOf(agreement, group);
  return series && { ...series, amounts: new Map([...series.amounts].filter(([code]) => members.includes(code))) };
}

function faultsOf(totalPence: Pence, { amounts }: PartnerSeries, asked: AskedApportionment): Diagnostic[] {
  const { by } = asked;
  const stepPence = stepOf(asked);
  const weights = [...amounts.values()];
  const faults: Diagnostic[] = [];
  if (weights.some((weight) => weight < 0n)) faults.push(diagnose('BCF0016', { by, problem: 'a weight is negative' }));
  else if (sum(weights) === 0n) faults.push(diagnose('BCF0016', { by, problem: 'every weight is nil' }));
  const restPence = absolute(totalPence % stepPence);
  if (restPence !== 0n) {
    faults.push(
      diagnose('BCF0015', { amount: inWords(totalPence), step: inWords(stepPence), rest: inWords(restPence) }),
    );
  }
  return faults;
}

function documentOf(
  asked: AskedApportionment,
  { books }: FigureSources,
  totalPence: Pence,
  weights: PartnerSeries,
  shares: readonly Share[],
  published: PartnerSeries | undefined,
): Apportionment {
  const { agreement } = books;
  const { by, against } = asked;
  const stepPence = stepOf(asked);
  const allWeights = sum(weights.amounts.values());
  const lines = shares.map(({ code, amountPence }) => {
    const weight = weights.amounts.get(code) ?? 0n;
    const exact = over(whole(totalPence * weight), whole(allWeights));
    const wholeSteps = (absolute(exact.numerator) / exact.denominator / stepPence) * stepPence;
    const printed = published?.amounts.get(code);
    return {
      partner: code,
      label: labelOf(agreement, code),
      weight: toPlaces(weight, weights.places),
      exact: sixPlaces(exact),
      exactPence: inTerms(exact),
      share: toPounds(amountPence),
      rounding: sixPlaces(minus(whole(amountPence), exact)),
      roundedUp: absolute(amountPence) > wholeSteps,
      ...(printed !== undefined && { published: toPounds(printed), difference: toPounds(amountPence - printed) }),
    };
  });
  // A published split of other partners than these has no total to hold against.
  const isSame = published !== undefined && [...published.amounts.keys()].every((code) => weights.amounts.has(code));
  const isWhole = isSame && shares.every(({ code }) => published.amounts.has(code));
  const publishedPence = isWhole ? sum(published.amounts.values()) : undefined;
  const sharedPence = sum(shares.map(({ amountPence }) => amountPence));
  return {
    fund: describeFund(books),
    total: toPounds(totalPence),
    by,
    weightUnit: weights.unit,
    step: toPounds(stepPence),
    ...(against !== undefined && { against }),
    shares: lines,
    totals: {
      weight: toPlaces(allWeights, weights.places),
      exact: sixPlaces(whole(totalPence)),
      share: toPounds(sharedPence),
      rounding: sixPlaces(whole(sharedPence - totalPence)),
      ...(publishedPence !== undefined && {
        published: toPounds(publishedPence),
        difference: toPounds(sharedPence - publishedPence),
      }),
    },
    conclusion: conclude(totalPence, by, lines),
  };
}

/** Pounds to six places, half away from zero. */
function sixPlaces(pence: Fraction): string {
  return toPlaces(rounded(times(pence, whole(10_000n))), placesOfExact);
}

function inTerms({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

function conclude(totalPence: Pence, by: string, lines: Apportionment['shares']): string {
  const odd = lines.filter(({ roundedUp }) => roundedUp).map(({ label }) => label);
  const rounding = odd.length === 0 ? 'exact' : `rounded up for ${odd.join('; ')}`;
  const held = lines.filter(({ published }) => published !== undefined);
  const off = held.filter(({ difference }) => difference !== '0.00').length;
  const missing = held.length === lines.length ? '' : `, ${lines.length - held.length} not in it`;
  const against = held.length === 0 ? '' : `; ${off} of ${held.length} differ from the published split${missing}`;
  return `${inWords(totalPence)} over ${counted(lines.length, 'partner')} by ${by}, ${rounding}${against}`;
}
