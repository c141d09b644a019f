import type { Money } from '../../figures/books.js';
import type { PageOf } from './fund-page.js';
import { joined, type Sentence, say } from './sentence.js';
import { amount, capital, counted, inFigures, listed } from './words.js';

/** How many bodies a title names; where they are more it counts them. */
const namedBodies = 3;

/** What has come in of the year, what is applied, what is held; of a plan from how many, and to what. */
export function flowTitle({ result, headlines }: PageOf): Sentence {
  const { sources, applications, balance } = result.flowOfFunds.totals;
  if (sources.plan === undefined) return ['Flow of funds'];
  if (sources.actual === undefined || applications.actual === undefined || balance.actual === undefined) {
    const from = counted(headlines.partners, 'partner', 'partners');
    const to = counted(headlines.headings, 'heading', 'headings');
    return say`${amount(sources.plan)} from ${from}, applied under ${to}`;
  }
  const held =
    balance.actual.amount < 0n
      ? say`the pool is overdrawn by ${amount(balance.actual)}`
      : say`${amount(balance.actual)} is held`;
  return say`${amount(sources.actual)} of the year’s ${amount(sources.plan)} has come in, ${amount(applications.actual)} is applied and ${held}`;
}

/** How far the outturn is from the plan, and the largest part of it that is nobody’s over- or underspend. */
export function spendingTitle({ result }: PageOf): Sentence {
  const { withOutside, outside } = result.varianceTotals;
  const { variance } = withOutside;
  if (variance === undefined) return ['What is planned and what is applied'];
  const isEnded = result.fund.asAt === 'Q4';
  if (variance.isNil) return [isEnded ? 'As much was spent as planned' : 'As much is forecast as planned'];
  const isLess = variance.amount < 0n;
  const [largest] = outside
    .flatMap(({ label, variance: own }) =>
      own === undefined || own.isNil || own.amount < 0n !== isLess ? [] : [{ label, own }],
    )
    .sort((one, other) => compareSizes(other.own, one.own));
  const of = largest === undefined ? [] : say`, ${amount(largest.own)} of it under ${largest.label}`;
  return say`${amount(variance)} ${isLess ? 'less' : 'more'} than planned ${isEnded ? 'was spent' : 'is forecast'}${of}`;
}

/** The body with most to find, and from what the host is protected. */
export function variancesTitle({ result }: PageOf): Sentence {
  const { byBody, hosts } = result.varianceTotals;
  const [payer] = byBody.filter(({ net }) => net.amount > 0n).sort((one, other) => compareSizes(other.net, one.net));
  const [host, ...others] = hosts;
  const protection =
    host?.protectedFrom === undefined || host.protectedFrom.isNil || others.length > 0
      ? []
      : [say`the host is protected from ${amount(host.protectedFrom)} of others’ overspends`];
  const first =
    payer === undefined
      ? ['No body has more to pay than to hold']
      : say`${payer.label} has ${amount(payer.net)} to find`;
  return joined([first, ...protection], '; ');
}

/** What is earned and not earned, and who has earned nothing. */
export function performanceTitle({ result: { performance, fund } }: PageOf): Sentence {
  if (performance === undefined) return [];
  const { payment, retained, pot } = performance.totals;
  if (payment === undefined || retained === undefined)
    return say`${amount(pot)} may be earned; no quarter is reported yet`;
  const without = performance.partners
    .filter(({ totals }) => totals.payment?.isNil && totals.retained !== undefined && !totals.retained.isNil)
    .map(({ label }) => label);
  const silent =
    without.length === 0 || without.length > namedBodies
      ? []
      : [`; ${listed(without)} ${without.length === 1 ? 'has' : 'have'} earned nothing`];
  return [
    ...say`${amount(payment)} is earned${fund.asAt === 'Q4' ? '' : ' so far'} and ${amount(retained)} is not`,
    ...silent,
  ];
}

/** Breaches first; else whether what must be held for ring-fences is there. */
export function ringFencesTitle({ result, headlines }: PageOf): Sentence {
  const { ringFenceBreaches } = headlines;
  if (!ringFenceBreaches.isNil)
    return capital(counted(ringFenceBreaches, 'payment breaks a ring-fence', 'payments break a ring-fence'));
  const none = 'No ring-fenced money was spent outside its purpose';
  const [cash, ...others] = (result.fundBalance?.fenced ?? []).filter(({ held }) => !held.isNil);
  if (cash === undefined || others.length > 0) return [none];
  return cash.carriesOther.isNil
    ? say`${none}, and all ${amount(cash.held)} that must be held is there`
    : say`${none}, but the pool holds ${amount(cash.there)} of the ${amount(cash.held)} that it must`;
}

/** Who owes the pool, by name where it is one, and to how many the pool owes. */
export function settlementTitle({ result, headlines }: PageOf): Sentence {
  const { settlement, summary } = result;
  if (settlement?.owedToHosts === undefined || summary === undefined) return ['Who owes what to whom'];
  const { bodiesOwing, bodiesOwed } = headlines;
  const debtors = summary.bodies.filter(({ owes }) => owes.amount > 0n);
  const [only] = debtors;
  const owing =
    only === undefined
      ? ['No body owes the pool']
      : debtors.length === 1
        ? say`${only.label} owes the pool ${amount(only.owes)}`
        : capital(say`${counted(bodiesOwing, 'body owes', 'bodies owe')} the pool ${amount(summary.totals.owes)}`);
  const owed = summary.totals.owed.isNil
    ? 'it owes nothing'
    : say`${amount(summary.totals.owed)} is owed to ${counted(bodiesOwed, 'body, or may be drawn', 'bodies, or may be drawn')}`;
  return say`${owing}; ${owed}`;
}

/** Instalments that have not come or came late, and of how many bodies something is missing. */
export function arrivalsTitle({ result, headlines }: PageOf): Sentence {
  const { instalmentsOutstanding: missing, instalmentsLate: late, bodiesSilent } = headlines;
  const instalments = [
    ...(missing.isNil ? [] : [counted(missing, 'instalment has not come', 'instalments have not come')]),
    ...(late.isNil ? [] : [counted(late, 'came late', 'came late')]),
  ];
  if (result.whatHasCome?.complete === true)
    return capital(
      joined(
        [
          ['all that is looked for has come'],
          ...(late.isNil ? [] : [counted(late, 'instalment late', 'instalments late')]),
        ],
        ', ',
      ),
    );
  const silent = bodiesSilent.isNil ? [] : [say`of ${counted(bodiesSilent, 'body', 'bodies')} something is missing`];
  return capital(joined([...(instalments.length === 0 ? [] : [joined(instalments, ' and ')]), ...silent], '; '));
}

/** What no one has explained; else what differs with a reason; else that all agree. */
export function differencesTitle({ check: { counts } }: PageOf): Sentence {
  const { agree, withinTolerance, accepted, unexplained } = counts;
  if (!unexplained.isNil)
    return inFigures(
      unexplained,
      'published figure differs and is unexplained',
      'published figures differ and are unexplained',
    );
  const agreed = inFigures(agree, 'published figure agrees', 'published figures agree');
  return accepted.isNil
    ? say`${withinTolerance.isNil ? 'All ' : ''}${agreed}`
    : say`${agreed}; ${inFigures(accepted, 'differs, with an accepted reason', 'differ, each with an accepted reason')}`;
}

/** Whether every check is met. */
export function checksTitle({ headlines: { checks, checksNotMet, tests } }: PageOf): Sentence {
  return checksNotMet.isNil
    ? say`All ${inFigures(checks, 'check is met', 'checks are met')}, ${inFigures(tests, 'test', 'tests')} in all`
    : say`${inFigures(checksNotMet, '', '')}of ${inFigures(checks, 'check is not met', 'checks are not met')}`;
}

function compareSizes(one: Money, other: Money): number {
  const [a, b] = [sizeOf(one), sizeOf(other)];
  return a === b ? 0 : a > b ? 1 : -1;
}

function sizeOf({ amount: pence }: Money): bigint {
  return pence < 0n ? -pence : pence;
}
