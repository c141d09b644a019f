import { nameOf } from '../agreement/bodies.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import type { Term } from '../figures/figure.js';
import { balances, plus, sumOfTerms } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { type Books, outcomeOf, type RuleOutcome } from './check.js';
import { type ComeLine, isLacking, whatHasCome } from './what-has-come.js';

/**
 * Who is planned to spend and has sent no spending: one diagnostic for each body with its quarters, or for a group or
 * everybody where all lack the same. What is not paid, forecast, reported or agreed is told by the rules of each.
 */
export function checkWhatHasCome(books: Books): RuleOutcome {
  const spenders = whatHasCome(books).filter(({ spender }) => spender !== undefined);
  const silent = spenders.filter(({ arrivals }) => arrivals.some(isLacking));
  const told = new Set<ComeLine>();
  const found = silent.flatMap((line) => {
    if (told.has(line)) return [];
    const { bodies, lines } = toldTogether(books, line, spenders);
    for (const toldLine of lines) told.add(toldLine);
    const terms = lines.flatMap(plannedOfMissing);
    const args = {
      body: listed(bodies.map((body) => nameOf(books.agreement, body))),
      missing: missingInWords(books, line),
      planned: inWords(sumOfTerms(terms)),
    };
    return [{ diagnostic: diagnose('BCF2450', args), terms }];
  });
  return outcomeOf([], found);
}

/** What is planned of what is missing: of the schedules, where nothing but these is. */
function plannedOfMissing({ planned, spender, arrivals }: ComeLine): Term[] {
  if (arrivals.some(({ standing }) => standing === 'missing')) return planned === undefined ? [] : plus(planned);
  const lacking = new Set(arrivals.flatMap((arrival) => arrival.lacking));
  return balances(spender?.cells.filter(({ account }) => lacking.has(account.schedule)) ?? []);
}

interface Together {
  readonly bodies: readonly string[];
  readonly lines: readonly ComeLine[];
}

/** Everybody where all lack the same, or all the members of a group; else the body alone. */
function toldTogether(books: Books, line: ComeLine, spenders: readonly ComeLine[]): Together {
  const words = missingInWords(books, line);
  const isSame = (other: ComeLine) => missingInWords(books, other) === words;
  if (spenders.every(isSame)) {
    return { bodies: [...new Set(spenders.map(({ body, spender }) => spender?.group ?? body))], lines: spenders };
  }
  const group = line.spender?.group;
  const members = spenders.filter(({ spender }) => spender?.group === group);
  return group !== undefined && members.every(isSame)
    ? { bodies: [group], lines: members }
    : { bodies: [line.body], lines: [line] };
}

/** `Q1 and Q2`; `Q3 of the schedule of West Kent CCG (99J)`. */
function missingInWords({ agreement }: Books, { arrivals }: ComeLine): string {
  const whole = arrivals.filter(({ standing }) => standing === 'missing').map(({ quarter = '' }) => quarter);
  const inPart = arrivals.filter(({ standing }) => standing === 'part');
  const ofSchedules = inPart.map(({ quarter = '', lacking }) => {
    const names = lacking.map((schedule) => nameOf(agreement, schedule));
    return `${quarter} of the schedule${names.length === 1 ? '' : 's'} of ${listed(names)}`;
  });
  return [...(whole.length === 0 ? [] : [listed(whole)]), ...ofSchedules].join('; ');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
