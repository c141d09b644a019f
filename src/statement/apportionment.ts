import { labelOf, membersOf } from '../agreement/bodies.js';
import type { Quarter } from '../agreement/financial-year.js';
import type { ControlRows } from '../controls/controls.js';
import { type PartnerSeries, partnerSeries } from '../controls/partner-series.js';
import { type FigureSources, readFigure } from '../controls/read-figure.js';
import { makingOf } from '../controls/written-figure.js';
import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.js';
import { counted } from '../diagnostics/entry.js';
import { near } from '../diagnostics/near.js';
import { total as allOf, type Money } from '../figures/books.js';
import { less, nil } from '../figures/expression.js';
import { Figure } from '../figures/figure.js';
import { plus, plusAll, stated } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { type Fraction, over, whole } from '../money/fraction.js';
import { isName, parseAmount } from '../money/parse-amount.js';
import { absolute, sum } from '../money/pence.js';
import { booksFor, type ReadFund } from '../rules/check.js';
import { type AskedApportionment, stepOf } from './apportionment-asked.js';
import { addedUp, lessPublished, publishedOf, type Sharing, sharesOf, weightsOf } from './apportionment-figures.js';
import type { Apportionment } from './apportionment-schema.js';
import { describeFund } from './common.js';

/**
 * Shares an amount over partners by declared weights: whole units to each, the odd ones to the largest remainders,
 * ties to the lower code, so that the shares add up to the amount exactly.
 */
export function apportion(
  fund: ReadFund & Omit<ControlRows, 'controls'>,
  asked: AskedApportionment,
  askedFor?: Quarter,
): { readonly result?: Apportionment; readonly diagnostics: readonly Diagnostic[] } {
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
  const faults = faultsOf(total, weights, asked);
  if (faults.length > 0) return { diagnostics: faults };
  const sharing: Sharing = {
    total,
    step: Figure.money({
      what: 'Unit of the shares, as asked for',
      how: 'every share is a whole number of it',
      terms: stated('unit', stepOf(asked)),
    }),
    ...weightsOf(weights, asked.by, (partner) => labelOf(books.agreement, partner)),
  };
  const { allWeights } = sharing;
  if (
    weights.unit === 'percent' &&
    asked.among === undefined &&
    allWeights.amount !== 10n ** BigInt(weights.places + 2)
  ) {
    report(diagnose('BCF2603', { by: asked.by, total: String(allWeights) }));
  }
  const shares = sharesDocument(sharing, published, asked.against ?? '');
  const result: Apportionment = {
    fund: describeFund(books),
    total,
    by: asked.by,
    weightUnit: weights.unit,
    step: sharing.step,
    ...(asked.against !== undefined && { against: asked.against }),
    shares,
    totals: totalsOf(sharing, shares, published),
    conclusion: conclude(total, asked.by, shares),
  };
  return { result, diagnostics };
}

/** What is shared: pounds, or a figure. */
function totalOf(text: string, sources: FigureSources, report: Report): Money | undefined {
  const what = 'Total to share';
  if (isName(text)) {
    const value = readFigure(text, sources, undefined, report);
    if (value === undefined) return undefined;
    if (value.unit === 'money' && value.amount.denominator === 1n) {
      const making = makingOf(text, value);
      return Figure.money({ ...making, what, how: `${text}: ${making.how}` });
    }
  } else {
    const parsed = parseAmount(text, 'pounds');
    if ('pence' in parsed) {
      return Figure.money({ what: `${what}, as asked for`, how: '', terms: stated(what, parsed.pence) });
    }
  }
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

function faultsOf({ amount: totalPence }: Money, { amounts }: PartnerSeries, asked: AskedApportionment): Diagnostic[] {
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

function sharesDocument(
  sharing: Sharing,
  published: PartnerSeries | undefined,
  against: string,
): Apportionment['shares'] {
  const { total, allWeights } = sharing;
  return sharesOf(sharing).map(({ code, label, weight, exact, share, rounding, odd }) => ({
    partner: code,
    label,
    weight,
    exact,
    exactPence: inTerms(over(whole(total.amount * weight.amount), whole(allWeights.amount))),
    share,
    rounding,
    roundedUp: !odd.isNil,
    ...(published && publishedOf(published, against, { code, label, share })),
  }));
}

function inTerms({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

function totalsOf(
  { total, allWeights }: Sharing,
  lines: Apportionment['shares'],
  published: PartnerSeries | undefined,
): Apportionment['totals'] {
  const share = Figure.money({ what: 'All: share', how: addedUp, terms: plusAll(lines.map((line) => line.share)) });
  // A published split of other partners than these has no total to hold against.
  const isSame = [...(published?.amounts.keys() ?? [])].every((code) => lines.some(({ partner }) => partner === code));
  const printed = isSame
    ? allOf(
        { what: 'All: published', how: addedUp },
        lines.map((line) => line.published),
      )
    : undefined;
  return {
    weight: allWeights,
    exact: new Figure('exact', {
      what: 'All: exact share',
      how: 'the total: the exact shares come to it before they are rounded for showing',
      terms: plus(total),
      formula: ([amount = nil]) => amount,
    }),
    share,
    rounding: new Figure('exact', {
      what: 'All: rounding',
      how: 'shares − total: nothing is lost and nothing is made',
      terms: plus(share, total),
      formula: ([shares = nil, amount = nil]) => less(shares, amount),
    }),
    ...(printed && { published: printed, difference: lessPublished('All', 'shares', share, printed) }),
  };
}

function conclude(total: Money, by: string, lines: Apportionment['shares']): string {
  const odd = lines.filter(({ roundedUp }) => roundedUp).map(({ label }) => label);
  const rounding = odd.length === 0 ? 'exact' : `rounded up for ${odd.join('; ')}`;
  const held = lines.flatMap(({ difference }) => difference ?? []);
  const off = held.filter(({ isNil }) => !isNil).length;
  const missing = held.length === lines.length ? '' : `, ${lines.length - held.length} not in it`;
  const against = held.length === 0 ? '' : `; ${off} of ${held.length} differ from the published split${missing}`;
  return `${inWords(total.amount)} over ${counted(lines.length, 'partner')} by ${by}, ${rounding}${against}`;
}
