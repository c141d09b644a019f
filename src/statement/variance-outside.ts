import { fenceOfHeading } from '../agreement/tied-money.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { headingFigures } from '../rules/applied.js';
import type { Books } from '../rules/check.js';
import { outturnBook } from '../rules/forecasts.js';
import { outsideReason } from '../rules/variance-rules.js';
import type { VarianceSection } from './variance-schema.js';

type Outside = VarianceSection['outside'][number];

/** Headings that R4 leaves out, fenced grants and performance: what they come to, and why they are apart. */
export function outsideLines(books: Books): Outside[] {
  return [...books.agreement.headings.values()].flatMap(({ code, name }) => {
    const kind = outsideReason(books, code);
    if (kind === undefined) return [];
    const figures = figuresOf(books, kind, { code, name });
    return [{ kind, heading: code, label: name, ...figures, why: whyOutside(books, kind, code) }];
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

function whyOutside({ agreement, actual }: Books, kind: Outside['kind'], heading: string): string {
  if (kind === 'performance') return 'what is not earned is retained by its CCG, and never paid in';
  const source = fenceOfHeading(agreement, heading)?.source ?? '';
  const broughtForwardPence = actual.broughtForward({ purpose: heading });
  const before = broughtForwardPence === 0n ? '' : `, with ${inWords(broughtForwardPence)} brought forward to it`;
  return `ring-fenced ${agreement.sources.get(source)?.name ?? source}${before}: see Ring-fences`;
}
