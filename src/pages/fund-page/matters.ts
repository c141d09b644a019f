import { grouped } from '../../diagnostics/entry.js';
import { pounds } from '../../money/pounds-text.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { Decision } from '../../statement/summary-schema.js';
import type { Matter, PageOf } from './fund-page.js';
import { answering, joined, type Said, type Sentence, say } from './sentence.js';
import { capital, counted } from './words.js';

type Details = Pick<Matter, 'details' | 'toDo'>;
type Money = NonNullable<Decision['amount']>;

/** What a CFO group has to decide, and what it only notes, the worst first. */
export function mattersOf({ result }: PageOf): Matter[] {
  return result.decisions.map((decision) => {
    const { kind, matter, amount, command } = decision;
    const clause = amount?.terms[0]?.figure.rule?.clause;
    return {
      kind,
      title: answering(matter, figuresIn(decision, result)),
      ...(amount && { amount }),
      ...(amount === undefined ? { details: [] } : detailsOf(amount, result)),
      ...(clause !== undefined && { clause }),
      command,
    };
  });
}

/** How many matters there are. */
export function mattersTitle({ headlines: { decisions, notes } }: PageOf): Sentence {
  if (decisions.isNil) return ['Nothing needs a decision'];
  const noted = notes.isNil ? [] : [counted(notes, 'is to note', 'are to note')];
  return capital(
    joined([counted(decisions, 'matter needs a decision', 'matters need a decision'), ...noted], ', and '),
  );
}

/** What is said of a matter beside its title: of which line its amount is, and what to do. */
function detailsOf(amount: Money, { contributions, fundBalance, variances }: Reconciliation): Details {
  const isOf = (figure: object | undefined) => amount.terms.some((term) => term.figure === figure);
  const overdue = contributions.find(({ outstanding }) => isOf(outstanding));
  if (overdue?.dueToDate !== undefined && overdue.received !== undefined) {
    const { sourceLabel, dueToDate, received } = overdue;
    return {
      details: [say`${sourceLabel}: ${inPounds(received)} of ${inPounds(dueToDate)} due by now has come.`],
      toDo: 'Collect it, or record its receipt if it has come.',
    };
  }
  const cash = fundBalance?.fenced.find(({ carriesOther }) => isOf(carriesOther));
  if (cash !== undefined) {
    return {
      details: [say`${inPounds(cash.held)} must be held for ring-fences, and ${inPounds(cash.there)} is there.`],
      toDo: 'Collect what is outstanding and what was overspent.',
    };
  }
  const overspent = variances.find(({ variance }) => isOf(variance));
  if (overspent === undefined) return { details: [] };
  const { plan, forecast, actual, basis, why } = overspent;
  const outturn = basis === 'actual' ? actual : forecast;
  const said =
    outturn === undefined
      ? []
      : [
          say`${basis === 'actual' ? 'Spent' : 'Forecast'} ${inPounds(outturn)} against a plan of ${inPounds(plan)}: ${why}.`,
        ];
  return { details: said, toDo: 'Say how it is met.' };
}

function inPounds(figure: Money): Said {
  return { figure, text: pounds(figure) };
}

/** The figures that the words of a matter may speak of, as they are printed. */
function figuresIn({ amount }: Decision, { contributions }: Reconciliation) {
  const late = contributions.filter(({ outstanding }) => amount?.terms.some(({ figure }) => figure === outstanding));
  const smaller = amount === undefined ? [] : [[pounds(amount), amount] as const];
  return [
    ...smaller,
    ...late.flatMap(({ daysLate }) => (daysLate === undefined ? [] : [[grouped(daysLate.amount), daysLate] as const])),
  ];
}
