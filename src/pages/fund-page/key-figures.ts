import type { Figure } from '../../figures/figure.js';
import { inUnit, type ShortUnit, unitFor } from '../../money/short-money.js';
import type { Summary } from '../../statement/summary-schema.js';
import type { KeyFigure, PageOf } from './fund-page.js';
import { type Said, type Sentence, say } from './sentence.js';

type Money = Figure<'money'>;

/** The five figures at the top, in one unit: of a year under way where its money is, of a plan whether it balances. */
export function keyFigures({ result, check }: PageOf): KeyFigure[] {
  const { summary } = result;
  return summary === undefined ? ofPlan({ result, check }) : ofYear(summary);
}

interface Shown {
  readonly label: string;
  readonly figure: Money | undefined;
  readonly note: (said: (figure: Money) => Said) => Sentence;
  readonly isAdverse?: boolean;
}

function inOneUnit(shown: readonly Shown[]): KeyFigure[] {
  const known = shown.flatMap(({ figure }) => figure ?? []);
  const unit = unitFor(known.map(({ amount }) => amount));
  return shown.flatMap(({ label, figure, note, isAdverse = false }): KeyFigure[] =>
    figure === undefined
      ? []
      : [
          {
            label,
            figure,
            text: inUnit(figure.amount, unit),
            note: note((other) => saidIn(unit, other)),
            ...(isAdverse && { tone: 'adverse' as const }),
          },
        ],
  );
}

function saidIn(unit: ShortUnit, figure: Money): Said {
  return { figure, text: inUnit(figure.amount, unit) };
}

function ofYear({ lines }: Summary): KeyFigure[] {
  const { broughtForward, in: income, applied, held, outstanding } = lines;
  const isOutstanding = outstanding.actual?.isNil === false;
  return inOneUnit([
    {
      label: 'Come in',
      figure: income.actual,
      note: (said) => (income.planToDate === undefined ? [] : say`of ${said(income.planToDate)} due by now`),
    },
    {
      label: 'Applied',
      figure: applied.actual,
      note: (said) => (applied.plan === undefined ? [] : say`of ${said(applied.plan)} for the year`),
    },
    {
      label: 'Held in the pool',
      figure: held.actual,
      note: (said) =>
        broughtForward.actual?.isNil === false ? say`with ${said(broughtForward.actual)} brought forward` : [],
    },
    {
      label: 'Outstanding',
      figure: outstanding.actual,
      note: () => [isOutstanding ? 'has fallen due and not come' : 'all that fell due has come'],
      isAdverse: isOutstanding,
    },
    {
      label: 'Forecast balance',
      figure: held.forecast,
      note: () => ['at the year end'],
    },
  ]);
}

function ofPlan({ result, check }: Pick<PageOf, 'result' | 'check'>): KeyFigure[] {
  const { sources, applications, difference } = result.flowOfFunds.totals;
  const { agree, accepted, unexplained } = check.counts;
  const counted = (label: string, figure: Figure, note: Sentence, isAdverse = false): KeyFigure => ({
    label,
    figure,
    text: String(figure),
    note,
    ...(isAdverse && { tone: 'adverse' as const }),
  });
  return [
    ...inOneUnit([
      { label: 'Contributed', figure: sources.plan, note: () => ['by the partners, for the year'] },
      { label: 'Applied', figure: applications.plan, note: () => ['to the headings, for the year'] },
      {
        label: 'In less applied',
        figure: difference.plan,
        note: () => [difference.plan?.isNil ? 'so the plan balances' : 'so the plan does not balance'],
        isAdverse: difference.plan?.isNil === false,
      },
    ]),
    ...(check.controls.length === 0
      ? []
      : [
          counted('Published figures that agree', agree, ['to the penny']),
          unexplained.isNil
            ? counted('Differences', accepted, ['each accepted with a reason'])
            : counted('Differences', unexplained, ['that nobody has explained'], true),
        ]),
  ];
}
