import { nameOf } from '../agreement/bodies.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { plus } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import { type BalancePair, balancePairs, opposites, type Side } from './agreement-of-balances.js';
import { type Books, type Check, checkOf, outBy, outcomeOf, type RuleOutcome, together } from './check.js';

/** R5: what two bodies say of each other is the same, each way by itself, and what they owe is what the ledgers say. */
export function checkBalances(books: Books): RuleOutcome {
  return together(
    balancePairs(books).flatMap((pair) => [
      { checks: [], diagnostics: unanswered(books, pair) },
      ...pair.sides.flatMap((side) => [checkViews(books, pair, side), checkLedgers(books, pair, side)]),
    ]),
  );
}

interface Names {
  readonly one: string;
  readonly other: string;
}

function namesOf({ agreement }: Books, { one, other }: BalancePair): Names {
  return { one: nameOf(agreement, one), other: nameOf(agreement, other) };
}

/** What a side is of, in words, as both bodies see it. */
function inWordsOf({ aspect }: Pick<Side, 'aspect'>, { one, other }: Names): string {
  return {
    receivable: `what ${other} owes ${one}`,
    payable: `what ${one} owes ${other}`,
    income: `the income of ${one} from ${other}`,
    expenditure: `the income of ${other} from ${one}`,
  }[aspect];
}

function checkViews(books: Books, pair: BalancePair, side: Side): RuleOutcome {
  const { one, other } = pair;
  const names = namesOf(books, pair);
  const check = checkOf({
    rule: 'R5',
    clause: books.agreement.balanceRule.clause,
    partner: one,
    id: `balances.${one}.${other}.${side.aspect}`,
    family: 'balances.views',
    expected: plus(side.oneSays.amount),
    actual: plus(side.otherSays.amount),
    message: `${names.one} and ${names.other} agree on ${inWordsOf(side, names)}`,
  });
  return outcomeOf([check], check.passed ? [] : [outBy(check, disagreement(side, names))]);
}

/** Of the year, and no balance at its end. */
function isOfYear({ aspect }: Side): boolean {
  return aspect === 'income' || aspect === 'expenditure';
}

/** What both agree that they owe, where one of them is a host, against what the ledgers say. */
function checkLedgers(books: Books, pair: BalancePair, side: Side): RuleOutcome {
  const { one, other, computed } = pair;
  const { aspect } = side;
  const isHeld = computed !== undefined && pair.sides.every((each) => isOfYear(each) || each.difference.isNil);
  if (!isHeld || aspect === 'income' || aspect === 'expenditure') return { checks: [], diagnostics: [] };
  const names = namesOf(books, pair);
  const check: Check = checkOf({
    rule: 'R5',
    clause: books.agreement.balanceRule.clause,
    partner: one,
    id: `balances.ledgers.${one}.${other}.${aspect}`,
    family: 'balances.ledgers',
    expected: computed[aspect],
    actual: plus(side.oneSays.amount),
    message: `${names.one} and ${names.other}: ${inWordsOf(side, names)}, as they agree, is what the ledgers say`,
  });
  if (check.passed) return { checks: [check], diagnostics: [] };
  const [debtor, creditor] = aspect === 'payable' ? [names.one, names.other] : [names.other, names.one];
  const args = {
    debtor,
    creditor,
    agreed: inWords(check.actual.amount),
    computed: inWords(check.expected.amount),
    difference: inWords(absolute(check.difference.amount)),
  };
  return outcomeOf([check], [outBy(check, diagnose('BCF2404', args, placesOf(side.oneSays, side.otherSays, aspect)))]);
}

/** A view, or income or expenditure of one, that has no other to compare it with. */
function unanswered({ agreement }: Books, { one, other, oneSays, otherSays }: BalancePair): Diagnostic[] {
  const senders = [
    { sender: one, silent: other, sent: oneSays, answer: otherSays },
    { sender: other, silent: one, sent: otherSays, answer: oneSays },
  ];
  return senders.flatMap(({ sender, silent, sent, answer }) => {
    if (sent === undefined) return [];
    const unsaid =
      answer === undefined
        ? ([['balance with', 'counterparty']] as const)
        : (
            [
              ['income from', 'income'],
              ['expenditure to', 'expenditure'],
            ] as const
          ).filter(([, aspect]) => sent[aspect] !== undefined && answer[opposites[aspect]] === undefined);
    return unsaid.map(([what, column]) => {
      const args = { sender: nameOf(agreement, sender), silent: nameOf(agreement, silent), what };
      return diagnose('BCF2405', args, { place: { ...sent.at, field: { name: column } } });
    });
  });
}

/** Two views of one thing that are not alike, told from the side of whoever is owed, or has the income. */
function disagreement({ aspect, oneSays, otherSays, difference }: Side, { one, other }: Names): Diagnostic {
  const isFirst = aspect === 'receivable' || aspect === 'income';
  const names = isFirst ? { one, other } : { one: other, other: one };
  const [said, answered] = isFirst ? [oneSays, otherSays] : [otherSays, oneSays];
  const [own, others] = [inWords(said.amount.amount), inWords(answered.amount.amount)];
  const apart = { ...names, difference: inWords(absolute(difference.amount)) };
  return aspect === 'income' || aspect === 'expenditure'
    ? diagnose('BCF2406', { ...apart, income: own, expenditure: others }, placesOf(said, answered, 'income'))
    : diagnose('BCF2403', { ...apart, receivable: own, payable: others }, placesOf(said, answered, 'receivable'));
}

function placesOf(first: Side['oneSays'], second: Side['oneSays'], column: string) {
  return { place: { ...first.at, field: { name: column } }, alsoAt: [second.at] };
}
