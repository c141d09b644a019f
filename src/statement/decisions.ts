import type { Thresholds } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { OpeningKind } from '../agreement/opening-kinds.js';
import { inFull } from '../diagnostics/day-in-full.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { counted } from '../diagnostics/entry.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import { absolute } from '../money/pence.js';
import type { Books, FoundAmount, RuleOutcome, SpokenOf } from '../rules/check.js';
import { settle } from '../rules/settlement.js';
import { partInWords } from './bearers-in-words.js';
import { isBreach } from './conclusion.js';
import { overspendsOf, smallerTogether } from './overspends.js';
import type { Reconciliation } from './reconciliation-schema.js';
import type { Decision } from './summary-schema.js';

type Statement = Pick<
  Reconciliation,
  'contributions' | 'fundBalance' | 'variances' | 'byPool' | 'performance' | 'ringFences'
>;

/** What is said by a figure of its own, and what is nobody’s to decide: rows left out after the quarter asked for. */
const saidApart = new Set(['BCF2010', 'BCF2113', 'BCF2401']);

/**
 * What somebody has to decide, or to say (R6): breaches first, then findings, then what has not come, what ring-fenced money
 * carries and what is overspent, each with its amount and the command that shows more; then what else is to know.
 */
export function decisionsOf(books: Books, statement: Statement, outcome: RuleOutcome): Decision[] {
  const { thresholds } = books.agreement;
  const found = foundOf(outcome);
  return [
    ...largestFirst(found.filter(({ kind }) => kind === 'breach')),
    ...largestFirst(found.filter(({ kind }) => kind === 'decide')),
    ...largestFirst([
      ...overdueOf(books, statement),
      ...owedOfEarlierYears(books),
      ...carriedOf(books, statement),
      ...overspentOf(statement, thresholds),
      ...(books.asAt === 'Q4' ? unearnedOf(statement) : []),
    ]),
    ...smallerOf(statement, thresholds),
    ...found.filter(({ kind }) => kind === 'note'),
  ];
}

/** Which command shows more of what was found, by the family of its code. */
const commands: Readonly<Record<string, string>> = {
  BCF20: 'bcf check',
  BCF21: 'bcf variance',
  BCF22: 'bcf performance',
  BCF23: 'bcf variance',
  BCF24: 'bcf settle',
  BCF26: 'bcf verify',
};

/** What the rules found; of several of one code each has its number, in the order of their words. */
function foundOf({ diagnostics, amounts }: RuleOutcome): Decision[] {
  const told = inOwnOrder(
    diagnostics
      .filter(({ code }) => !saidApart.has(code))
      .map((diagnostic) => toldOf(diagnostic, amounts?.get(diagnostic))),
  );
  return told.map((decision, index) => {
    const before = told.slice(0, index).filter(({ id }) => id === decision.id).length;
    return before === 0 ? decision : { ...decision, id: `${decision.id}-${String(before + 1)}` };
  });
}

function toldOf(diagnostic: Diagnostic, found: FoundAmount | undefined): Decision {
  const { code, message, help, rule } = diagnostic;
  const kind = isBreach(diagnostic) ? 'breach' : diagnostic.class === 'finding' ? 'decide' : 'note';
  const command = commands[code.slice(0, 5)] ?? `bcf explain ${code}`;
  const how = found?.sides === undefined ? 'what was found, added up' : 'what is there − what is asked for';
  const amount = found?.terms && Figure.money({ what: message, how, terms: found.terms });
  return {
    id: code,
    kind,
    matter: message,
    ...(amount && { amount }),
    ...found?.sides,
    ...(found?.speaksOf && { speaksOf: spokenOf(found.speaksOf) }),
    action: help,
    clause: rule?.clause ?? '',
    command,
  };
}

function spokenOf({ partners, ...figures }: SpokenOf): NonNullable<Decision['speaksOf']> {
  return { ...figures, ...(partners && { partners: [...partners] }) };
}

/** By code and words: where a row stands, in which file, changes nothing. */
function inOwnOrder(decisions: readonly Decision[]): Decision[] {
  const key = ({ id, matter }: Decision) => `${id} ${matter}`;
  return [...decisions].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

function overdueOf(books: Books, { contributions }: Statement): Decision[] {
  return contributions.flatMap(({ partner, source, kind, label, outstanding, daysLate, instalments }): Decision[] => {
    if (outstanding === undefined || outstanding.amount <= 0n || daysLate === undefined) return [];
    const first = instalments.find(({ status }) => status === 'outstanding');
    const day = first === undefined ? '' : ` on ${inFull(first.due)}`;
    const late = counted(daysLate.amount, 'day');
    return [
      {
        id: ['overdue', partner, source, kind].join('.'),
        kind: 'decide',
        matter: `${label} has not paid what was due${day}, ${late} late`,
        amount: sameAs(`${label}: outstanding`, outstanding),
        action: 'collect it, or record its receipt if it has come',
        clause: books.agreement.balanceRule.clause,
        command: 'bcf settle',
      },
    ];
  });
}

const earlierWords: Readonly<Record<OpeningKind, string>> = {
  balance: 'of what was brought forward',
  contributions: 'contributions of last year',
  variance: 'variance of last year',
  handover: 'what it held as an earlier host of the pool',
};

/** What a body still owes of earlier years (R5), a line a kind: no instalment of this year says it. */
function owedOfEarlierYears(books: Books): Decision[] {
  return settle(books).partners.flatMap(({ pool, partner, closing }) => {
    const owed = closing.filter(
      ({ state, isOfEarlierYear, amount }) => state === 'owed' && isOfEarlierYear && amount.amount < 0n,
    );
    const label = labelOf(books.agreement, partner);
    return [...new Set(owed.map(({ kind }) => kind))].map((kind): Decision => {
      const amount = Figure.money({
        what: `${label}: ${earlierWords[kind]} not paid`,
        how: 'what it owes of it, added up',
        rule: ruleOf('R5', books.agreement.balanceRule),
        terms: minus(...owed.filter((line) => line.kind === kind).map((line) => line.amount)),
      });
      return {
        id: ['earlier', pool, partner, kind].join('.'),
        kind: 'decide',
        matter: `${label} has not paid ${earlierWords[kind]}`,
        amount,
        action: 'collect it, or record its receipt if it has come',
        clause: books.agreement.balanceRule.clause,
        command: 'bcf settle',
      };
    });
  });
}

function carriedOf({ agreement }: Books, { fundBalance, byPool, ringFences }: Statement): Decision[] {
  return (fundBalance?.fenced ?? []).flatMap(({ pool, carriesOther }): Decision[] => {
    if (carriesOther.isNil) return [];
    const { host = pool } = byPool.find((other) => other.pool === pool) ?? {};
    return [
      {
        id: `fenced-cash.${pool}`,
        kind: 'decide',
        matter: `${host}, as host: ring-fenced money carries other spending`,
        amount: sameAs(`${host}: ring-fenced money that carries other spending`, carriesOther),
        action: 'collect what is outstanding and what was overspent: the settlement says from whom',
        clause: ringFences.find(({ heading }) => agreement.headings.get(heading)?.pool === pool)?.clause ?? '',
        command: 'bcf variance',
      },
    ];
  });
}

function overspentOf({ variances }: Statement, thresholds: Thresholds | undefined): Decision[] {
  return overspendsOf(variances, thresholds).large.flatMap((line): Decision[] => {
    const { variance, label, scheduleLabel, schedule, heading, appliedBy, why, borneBy, clause } = line;
    if (variance === undefined) return [];
    return [
      {
        id: ['overspend', schedule, heading, appliedBy].join('.'),
        kind: 'decide',
        matter: `${scheduleLabel}: overspend on ${label}`,
        amount: sameAs(`${scheduleLabel}: overspend on ${label}`, variance),
        action: `say how it is met: ${why}`,
        bearers: borneBy.map(partInWords),
        clause,
        command: 'bcf variance',
      },
    ];
  });
}

const smallerId = 'smaller-overspends';

/** Whether a matter is of several overspends at once, each too small to be put by itself. */
export function isOfSmaller({ id }: Pick<Decision, 'id'>): boolean {
  return id === smallerId;
}

function smallerOf({ variances }: Statement, thresholds: Thresholds | undefined): Decision[] {
  const { small } = overspendsOf(variances, thresholds);
  const [first] = small;
  if (first === undefined) return [];
  return [
    {
      id: smallerId,
      kind: 'note',
      matter: `${counted(small.length, 'smaller overspend')}, each below the threshold`,
      amount: smallerTogether(small, thresholds),
      action: 'nothing: each is below the agreement’s threshold, and met by the body that bears it',
      clause: first.clause,
      command: 'bcf variance',
    },
  ];
}

/** What a body has not earned for good: until the year end, later quarters may still earn it. */
function unearnedOf({ performance }: Statement): Decision[] {
  return (performance?.partners ?? []).flatMap(({ partner, label, totals: { retained } }): Decision[] => {
    if (performance === undefined || retained === undefined || retained.amount <= 0n) return [];
    return [
      {
        id: `not-earned.${partner}`,
        kind: 'decide',
        matter: `${label}: performance not earned`,
        amount: sameAs(`${label}: performance not earned`, retained),
        action: 'say what it is used for, in consultation with the Health and Wellbeing Board',
        clause: performance.clause,
        command: 'bcf performance',
      },
    ];
  });
}

/** The same amount, in a place of its own. */
function sameAs(what: string, figure: Figure<'money'>): Figure<'money'> {
  return Figure.money({ what, how: 'as it stands in its section', terms: plus(figure) });
}

function largestFirst(decisions: readonly Decision[]): Decision[] {
  return [...decisions].sort((one, other) => {
    const [a, b] = [absolute(one.amount?.amount ?? 0n), absolute(other.amount?.amount ?? 0n)];
    return a === b ? 0 : a > b ? -1 : 1;
  });
}
