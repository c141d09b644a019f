import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import type { Money } from '../figures/books.js';
import { smallest } from '../figures/expression.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { incomes, minus, plus } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { headingFigures } from '../rules/applied.js';
import type { Books } from '../rules/check.js';
import { outturnBook } from '../rules/forecasts.js';
import { potsOfYear } from '../rules/performance-unspent.js';
import { outsideReason } from '../rules/variance-rules.js';
import { bearerInWords, metInWords } from './bearers-in-words.js';
import type { VarianceSection } from './variance-schema.js';

type Outside = VarianceSection['outside'][number];

/** Headings that R4 leaves out, fenced grants and performance: what they come to, and why they are apart. */
export function outsideLines(books: Books): Outside[] {
  return [...books.agreement.headings.values()].flatMap(({ code, name }) => {
    const kind = outsideReason(books, code);
    if (kind === undefined) return [];
    const figures = figuresOf(books, kind, { code, name });
    const ofPots = kind === 'performance' ? potFigures(books, name) : undefined;
    const borneBy = ofPots?.borneBy ?? [];
    const before = kind === 'ring-fenced' ? beforeFigures(books, { code, name }, figures.variance) : {};
    const why = whyOutside(books, kind, { heading: code, ...before });
    return [
      {
        kind,
        heading: code,
        label: name,
        ...figures,
        ...before,
        ...ofPots,
        borneBy,
        why: [why, ...borneBy.map(bearerInWords)].join('; '),
      },
    ];
  });
}

function figuresOf(
  books: Books,
  kind: Outside['kind'],
  { code, name }: { readonly code: string; readonly name: string },
): Pick<Outside, 'plan' | 'virements' | 'actual' | 'forecast' | 'variance'> {
  const { agreement } = books;
  const rule =
    kind === 'performance'
      ? agreement.performanceRule && ruleOf('R3', agreement.performanceRule)
      : ruleOf('R2', fenceOfHeading(agreement, code) ?? { clause: '' });
  const about = (what: string, how: string) => ({ what: `${name}, outside R4: ${what}`, how, rule });
  const ofFlow = headingFigures(books).get(code) ?? {};
  const inFlow = (figure: Money | undefined, book: string) =>
    Figure.money({ ...about(book, 'as in the flow of funds'), terms: plus(...(figure === undefined ? [] : [figure])) });
  const plan = inFlow(ofFlow.plan, 'plan');
  const actual = ofFlow.actual && inFlow(ofFlow.actual, 'actual');
  const forecast = ofFlow.forecast && inFlow(ofFlow.forecast, 'forecast');
  const basis = outturnBook(books);
  const outturn = { actual, forecast }[basis];
  return {
    plan,
    virements: Figure.money({
      ...about('virements', 'none: one to or from it is a breach, and moves nothing'),
      terms: [],
    }),
    actual,
    forecast,
    variance:
      outturn &&
      Figure.money({
        ...about('outturn less plan', `${basis === 'actual' ? 'spent' : 'forecast'} − plan`),
        terms: [...plus(outturn), ...minus(plan)],
      }),
  };
}

/** What was brought forward under a fence, and what of the spending above the plan it meets. */
function beforeFigures(
  { agreement, actual }: Books,
  { code, name }: { readonly code: string; readonly name: string },
  variance: Money | undefined,
): Pick<Outside, 'broughtForward' | 'metFromIt'> {
  const rule = ruleOf('R2', fenceOfHeading(agreement, code) ?? { clause: '' });
  const broughtForward = Figure.money({
    what: `${name}, outside R4: brought forward`,
    how: 'the opening balances of the ring-fence',
    rule,
    terms: incomes(actual.list('brought-forward', { purpose: code, kind: 'balance' })),
  });
  if (broughtForward.isNil) return {};
  if (variance === undefined || variance.amount <= 0n || broughtForward.amount < 0n) return { broughtForward };
  const metFromIt = Figure.money({
    what: `${name}, outside R4: met from what was brought forward`,
    how: 'the outturn above the plan, up to what was brought forward',
    rule,
    terms: plus(variance, broughtForward),
    formula: (amounts) => smallest(...amounts),
  });
  return { broughtForward, metFromIt };
}

/** When the year has ended: what of the pots is retained, and what was earned and is not spent, by who holds it. */
function potFigures(books: Books, name: string): Pick<Outside, 'retained' | 'unspent' | 'borneBy'> | undefined {
  const { agreement } = books;
  const pots = potsOfYear(books);
  if (pots === undefined) return undefined;
  const rule = agreement.performanceRule && ruleOf('R3', agreement.performanceRule);
  const summed = (words: string, parts: readonly Money[]) =>
    Figure.money({ what: `${name}: ${words}`, how: 'the pots, added up', rule, terms: plus(...parts) });
  return {
    retained: summed(
      'not earned in the year',
      pots.map(({ retained }) => retained),
    ),
    unspent: summed(
      'earned and not spent',
      pots.map(({ unspent }) => unspent),
    ),
    borneBy: pots
      .filter(({ unspent }) => !unspent.isNil)
      .map(({ partner, unspent }) => {
        const label = labelOf(agreement, partner);
        const what = `${label}: what it pays of performance money; negative is held`;
        return { partner, label, amount: Figure.money({ what, how: 'its pot', rule, terms: minus(unspent) }) };
      }),
  };
}

function whyOutside(
  { agreement, asAt }: Books,
  kind: Outside['kind'],
  { heading, broughtForward, metFromIt }: Pick<Outside, 'heading' | 'broughtForward' | 'metFromIt'>,
): string {
  if (kind === 'performance')
    return `what is not earned${asAt === 'Q4' ? '' : ' by the year end'} is retained by its CCG, and never due`;
  const source = fenceOfHeading(agreement, heading)?.source ?? '';
  const before =
    broughtForward === undefined
      ? ''
      : metFromIt === undefined
        ? `, with ${inWords(broughtForward.amount)} brought forward to it`
        : `, ${metInWords(metFromIt.amount, broughtForward.amount)}`;
  return `ring-fenced ${agreement.sources.get(source)?.name ?? source}${before}: see Ring-fences`;
}
