import type { Agreement } from '../../agreement/agreement.js';
import { isUpTo, type Quarter, quarters } from '../../agreement/financial-year.js';
import type { Money } from '../../figures/books.js';
import { added, ifPositive, less, nil, partBy } from '../../figures/expression.js';
import { Figure, type Making as MakingOfFigure, type Term } from '../../figures/figure.js';
import { minus, plus } from '../../figures/terms.js';
import { placesFor, total } from '../../money/decimal.js';
import type { Books } from '../../rules/check.js';
import type { Reconciliation } from '../reconciliation-schema.js';
import type { QuarterAmounts } from '../report-figures-schema.js';

/** How what a line has in a quarter is made. */
export type Making = Pick<MakingOfFigure, 'how' | 'terms' | 'formula'>;

/** What was booked in a quarter; nothing where it is not known. */
export function bookedIn(booked: QuarterAmounts, quarter: Quarter): Making | undefined {
  const amount = booked.quarters.find((part) => part.quarter === quarter)?.amount;
  return amount && { how: 'what was booked in it', terms: plus(amount) };
}

/** Performance money as its release is planned; the rest of the year’s plan as contributions fall due. */
export function plannedIn(
  { agreement }: Books,
  statement: Reconciliation,
  annual: Money | undefined,
): (quarter: Quarter) => Making | undefined {
  if (annual === undefined) return () => undefined;
  const releases = quarters.map((quarter) => plannedRelease(statement, quarter));
  const rest = Figure.money({
    what: 'The rest of the plan, without performance',
    how: 'the plan of the year − the planned releases',
    terms: [...plus(annual), ...minus(...releases)],
  });
  const weights = instalmentsDue(agreement, quarters);
  return (quarter) => {
    const at = quarters.indexOf(quarter);
    return {
      how: 'planned release of performance in it + its part of the rest of the plan, by the instalments that fall due',
      terms: [...plus(...releases.slice(at, at + 1), rest), ...weights],
      formula: ([released = nil, left = nil, ...due]) => added(released, partBy(left, due, at)),
    };
  };
}

/** What of the pots is planned to be released in a quarter; nothing of one whose admissions are not planned. */
function plannedRelease({ performance }: Reconciliation, quarter: Quarter): Money {
  const terms = (performance?.partners ?? []).flatMap(({ pot, quarters: own }): Term[] => {
    if (own.at(-1)?.maximum?.amount !== pot.amount) return [];
    const index = own.findIndex(({ paidIn }) => paidIn === quarter);
    const maximum = (at: number) => [own[at]?.maximum].flatMap((figure) => figure ?? []);
    return index === -1 ? [] : [...plus(...maximum(index)), ...minus(...maximum(index - 1))];
  });
  return Figure.money({
    what: `Performance planned to be released in ${quarter}`,
    how: 'the most that may be paid by then − by the quarter before',
    terms,
  });
}

interface Forecast {
  readonly booked: QuarterAmounts;
  readonly overdue: Money | undefined;
  readonly annual: Money | undefined;
}

/** Before Q4: what has been booked; for quarters to come the rest of the outturn, and first of it what is overdue. */
export function forecastIn(
  { agreement, asAt }: Books,
  { booked, overdue, annual }: Forecast,
): (quarter: Quarter) => Making | undefined {
  const isPast = (quarter: Quarter) => asAt !== undefined && isUpTo(quarter, asAt);
  const open = quarters.filter((quarter) => !isPast(quarter));
  const { toDate } = booked;
  // Where it is not known what has happened, nobody knows in which quarter the rest of the outturn falls.
  if (annual === undefined || toDate === undefined) {
    return (quarter) => (isPast(quarter) ? bookedIn(booked, quarter) : undefined);
  }
  const rest = Figure.money({
    what: 'The rest of the forecast',
    how: 'the forecast of the year − what is booked to date',
    terms: [...plus(annual), ...minus(toDate)],
  });
  const first = overdue === undefined ? [] : plus(overdue);
  const weights = instalmentsDue(agreement, open);
  const also = first.length === 0 ? '' : '; what is overdue comes first, in the next quarter';
  const how = `its part of the rest of the forecast, by the instalments that fall due${also}`;
  return (quarter) => {
    if (isPast(quarter)) return bookedIn(booked, quarter);
    const at = open.indexOf(quarter);
    return {
      how,
      terms: [...plus(rest), ...first, ...weights],
      formula: ([left = nil, ...inputs]) => {
        const late = added(...inputs.slice(0, first.length));
        const next = ifPositive(less(left, late), late, nil);
        const part = partBy(less(left, next), inputs.slice(first.length), at);
        return at === 0 ? added(part, next) : part;
      },
    };
  };
}

/** How much of a year’s contributions falls due in each quarter, as the agreement has it. */
function instalmentsDue({ instalments }: Agreement, over: readonly Quarter[]): Term[] {
  const places = placesFor(instalments.map(({ percent }) => percent));
  return over.flatMap((quarter) => {
    const due = instalments.filter((instalment) => instalment.quarter === quarter);
    const percent = total(due.map((instalment) => instalment.percent));
    return plus(Figure.number('percent', `instalments that fall due in ${quarter}`, percent, { places }));
  });
}
