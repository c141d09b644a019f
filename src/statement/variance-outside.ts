import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
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
    const why = whyOutside(books, kind, { heading: code, variance: figures.variance });
    return [
      {
        kind,
        heading: code,
        label: name,
        ...figures,
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
  { agreement, actual, asAt }: Books,
  kind: Outside['kind'],
  { heading, variance }: Pick<Outside, 'heading' | 'variance'>,
): string {
  if (kind === 'performance')
    return `what is not earned${asAt === 'Q4' ? '' : ' by the year end'} is retained by its CCG, and never due`;
  const source = fenceOfHeading(agreement, heading)?.source ?? '';
  const broughtForwardPence = actual.broughtForward({ purpose: heading, kind: 'balance' });
  const abovePence = variance === undefined ? 0n : variance.amount;
  const metPence = abovePence < broughtForwardPence ? abovePence : broughtForwardPence;
  const before =
    metPence > 0n
      ? `, ${metInWords(metPence, broughtForwardPence)}`
      : broughtForwardPence === 0n
        ? ''
        : `, with ${inWords(broughtForwardPence)} brought forward to it`;
  return `ring-fenced ${agreement.sources.get(source)?.name ?? source}${before}: see Ring-fences`;
}
