import { grouped } from '../../diagnostics/entry.js';
import type { Figure } from '../../figures/figure.js';
import { pounds, unsigned } from '../../money/pounds-text.js';
import { saidOfLine } from '../../statement/bearers-in-words.js';
import { isOfSmaller } from '../../statement/decisions.js';
import type { Headlines } from '../../statement/headlines.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { Decision } from '../../statement/summary-schema.js';
import type { Matter, PageOf } from './fund-page.js';
import { answering, joined, type Said, type Sentence, say } from './sentence.js';
import { capital, counted } from './words.js';

type Money = NonNullable<Decision['amount']>;

/** A figure, and how words print it. */
type Printed = readonly [printed: string, figure: Figure];

/** What a CFO group has to decide, and what it only notes, the worst first. */
export function mattersOf({ result, headlines }: PageOf): Matter[] {
  return result.decisions.map((decision) => {
    const { kind, matter, amount, action, clause, command } = decision;
    const own = ownOf(decision);
    const said = spokenIn(decision).flatMap(printed);
    const others = figuresIn(decision, result, headlines);
    return {
      kind,
      title: capital(answering(matter, [...own, ...said, ...others])),
      ...(amount && { amount }),
      details: amount === undefined ? [] : detailsOf(amount, result),
      toDo: capital(answering(`${action}.`, [...said, ...others, ...own])),
      ...(clause !== '' && { clause }),
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

/** What is said of a matter beside its title: what the line has of which its amount is; of several lines nothing. */
function detailsOf(amount: Money, { contributions, fundBalance, variances }: Reconciliation): Sentence[] {
  const [only, ...others] = amount.terms.map(({ figure }) => figure);
  if (only === undefined || others.length > 0) return [];
  const overdue = contributions.find(({ outstanding }) => outstanding === only);
  if (overdue?.dueToDate !== undefined && overdue.received !== undefined) {
    const { sourceLabel, dueToDate, received } = overdue;
    return [say`${sourceLabel}: ${inPounds(received)} of ${inPounds(dueToDate)} due by now has come.`];
  }
  const cash = fundBalance?.fenced.find(({ carriesOther }) => carriesOther === only);
  if (cash !== undefined) {
    return [say`${inPounds(cash.held)} must be held for ring-fences, and ${inPounds(cash.there)} is there.`];
  }
  const overspent = variances.find(({ variance }) => variance === only);
  if (overspent === undefined) return [];
  const { plan, virements, forecast, actual, basis } = overspent;
  const outturn = basis === 'actual' ? actual : forecast;
  if (outturn === undefined) return [];
  const spent = say`${basis === 'actual' ? 'Spent' : 'Forecast'} ${inPounds(outturn)}`;
  const moved = { figure: virements, text: pounds(unsigned(virements)) };
  const vired = virements.isNil ? [] : say`, and ${moved} vired ${virements.amount > 0n ? 'to' : 'away from'} it`;
  return [say`${spent} against a plan of ${inPounds(plan)}${vired}.`];
}

function inPounds(figure: Money): Said {
  return { figure, text: pounds(figure) };
}

/** What a matter comes to, and its two sides, as they are printed. */
function ownOf({ amount, expected, actual }: Decision): Printed[] {
  return [amount, expected, actual].flatMap(printed);
}

/** What else its words say, in their order. */
function spokenIn({ speaksOf: { partners = [], ...figures } = {} }: Decision): (Money | undefined)[] {
  return [...Object.values(figures), ...partners.map(({ spent }) => spent)];
}

/** What else the words of a matter may speak of. */
function figuresIn(
  decision: Decision,
  { contributions, variances }: Reconciliation,
  { smallerOverspends }: Headlines,
): Printed[] {
  const { amount } = decision;
  const isOfAmount = (figure: Figure | undefined) => amount?.terms.some((term) => term.figure === figure) === true;
  const said = variances.filter(({ variance }) => isOfAmount(variance)).flatMap(saidOfLine);
  const late = contributions.filter(({ outstanding }) => isOfAmount(outstanding));
  return [
    ...(isOfSmaller(decision) ? [[grouped(smallerOverspends.amount), smallerOverspends] as const] : []),
    ...said.flatMap(printed),
    ...late.flatMap(({ daysLate }) => (daysLate === undefined ? [] : [[grouped(daysLate.amount), daysLate] as const])),
    ...(amount === undefined ? [] : madeOf(amount)).flatMap(printed),
  ];
}

/** How deep words go into what an amount is made of: what a finding is out by, of its check, what is there and what is asked for. */
const deepest = 3;

/** The figures of money that an amount is made of, the nearest first; those without a name answer nowhere. */
function madeOf(amount: Money): Money[] {
  let level: readonly Figure[] = [amount];
  const found = new Set<Money>();
  for (let depth = 0; depth < deepest; depth += 1) {
    level = level.flatMap(({ terms }) => terms.map(({ figure }) => figure));
    for (const figure of level) if (isMoney(figure) && figure.name !== undefined) found.add(figure);
  }
  return [...found];
}

function isMoney(figure: Figure): figure is Money {
  return figure.unit === 'money';
}

function printed(figure: Money | undefined): Printed[] {
  return figure === undefined
    ? []
    : [
        [pounds(figure), figure],
        [pounds(unsigned(figure)), figure],
      ];
}
