import { nameOf } from '../agreement/bodies.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import type { Books, Check, RuleOutcome } from './check.js';
import { settle } from './settlement.js';

/** What one body says of another, and the row that says it. */
export interface View {
  readonly at: { readonly file: string; readonly line: number };
  readonly receivablePence: Pence;
  readonly payablePence: Pence;
}

/** Two bodies, and what each says of the other; a view is absent where it was not sent. */
export interface BalancePair {
  readonly one: string;
  readonly other: string;
  readonly oneSays: View | undefined;
  readonly otherSays: View | undefined;
  /** What one says it is owed, net, less what the other says it owes, net; undefined where a view is missing. */
  readonly differencePence: Pence | undefined;
  readonly isAgreed: boolean;
  /** What the ledgers say that one owes the other, net, where one of them is the host; undefined otherwise. */
  readonly computedPence: Pence | undefined;
}

/** The pairs of bodies that sent balances as at the quarter, in the agreement's order. */
export function balancePairs(books: Books): BalancePair[] {
  const { agreement, balances } = books;
  const order = [...agreement.partners.keys()];
  const owed = netsToHosts(books);
  const pairs = new Map<string, BalancePair>();
  for (const { body, counterparty } of balances) {
    const [one = body, other = counterparty] = [body, counterparty].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const oneSays = viewOf(books, one, other);
    const otherSays = viewOf(books, other, one);
    const both = oneSays !== undefined && otherSays !== undefined;
    const isAgreed =
      both && oneSays.receivablePence === otherSays.payablePence && oneSays.payablePence === otherSays.receivablePence;
    const toHost = owed.get([one, other].join('\0'));
    const fromHost = owed.get([other, one].join('\0'));
    const isWithHost = toHost !== undefined || fromHost !== undefined;
    const computedPence = isWithHost ? (toHost ?? 0n) - (fromHost ?? 0n) : undefined;
    const differencePence = both ? netOf(oneSays) + netOf(otherSays) : undefined;
    pairs.set([one, other].join('\0'), { one, other, oneSays, otherSays, differencePence, isAgreed, computedPence });
  }
  return [...pairs.values()].sort(
    (a, b) => order.indexOf(a.one) - order.indexOf(b.one) || order.indexOf(a.other) - order.indexOf(b.other),
  );
}

/** R5: what two bodies say they owe each other is the same, and is what the ledgers say. */
export function checkBalances(books: Books): RuleOutcome {
  const { agreement } = books;
  const checks: Check[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const pair of balancePairs(books)) {
    const { one, other, oneSays, otherSays, isAgreed, computedPence } = pair;
    if (oneSays === undefined || otherSays === undefined) {
      diagnostics.push(...unanswered(books, pair));
      continue;
    }
    const names = { one: nameOf(agreement, one), other: nameOf(agreement, other) };
    const common = { rule: 'R5' as const, clause: agreement.balanceRule.clause, partner: one };
    checks.push({
      ...common,
      id: `balances.${one}.${other}`,
      passed: isAgreed,
      expectedPence: netOf(oneSays),
      actualPence: -netOf(otherSays),
      message: `${names.one} and ${names.other} agree what they owe each other`,
    });
    if (!isAgreed) diagnostics.push(...disagreement(pair, names));
    if (!isAgreed || computedPence === undefined) continue;
    const agreedPence = -netOf(oneSays);
    checks.push({
      ...common,
      id: `balances.ledgers.${one}.${other}`,
      passed: agreedPence === computedPence,
      expectedPence: computedPence,
      actualPence: agreedPence,
      message: `${names.one} and ${names.other}: the agreed balance is what the ledgers say`,
    });
    if (agreedPence === computedPence) continue;
    const args = {
      ...names,
      agreed: owesInWords(names, agreedPence),
      computed: owesInWords(names, computedPence),
      difference: inWords(absolute(agreedPence - computedPence)),
    };
    diagnostics.push(diagnose('BCF2404', args, placesOf(oneSays, otherSays, 'payable')));
  }
  return { checks, diagnostics };
}

/** A view that has no other to compare it with. */
function unanswered({ agreement }: Books, { one, other, oneSays, otherSays }: BalancePair): Diagnostic[] {
  const sent = oneSays ?? otherSays;
  if (sent === undefined) return [];
  const [sender, silent] = oneSays === undefined ? [other, one] : [one, other];
  const args = { sender: nameOf(agreement, sender), silent: nameOf(agreement, silent) };
  return [diagnose('BCF2405', args, { place: { ...sent.at, field: { name: 'counterparty' } } })];
}

/** Which of two bodies owes the other, in words. */
export function owesInWords(names: { readonly one: string; readonly other: string }, oweePence: Pence): string {
  if (oweePence === 0n) return 'they owe each other nothing';
  const { one, other } = names;
  return oweePence > 0n ? `${one} owes ${inWords(oweePence)}` : `${other} owes ${inWords(-oweePence)}`;
}

function disagreement({ oneSays, otherSays }: BalancePair, names: { one: string; other: string }): Diagnostic[] {
  if (oneSays === undefined || otherSays === undefined) return [];
  const { one, other } = names;
  const sides = [
    { one, other, creditor: oneSays, debtor: otherSays },
    { one: other, other: one, creditor: otherSays, debtor: oneSays },
  ];
  return sides
    .filter(({ creditor, debtor }) => creditor.receivablePence !== debtor.payablePence)
    .map(({ one: body, other: counterparty, creditor, debtor }) => {
      const args = {
        one: body,
        other: counterparty,
        receivable: inWords(creditor.receivablePence),
        payable: inWords(debtor.payablePence),
        difference: inWords(absolute(creditor.receivablePence - debtor.payablePence)),
      };
      return diagnose('BCF2403', args, placesOf(creditor, debtor, 'receivable'));
    });
}

function placesOf(first: View, second: View, column: string) {
  return { place: { ...first.at, field: { name: column } }, alsoAt: [second.at] };
}

function viewOf({ balances }: Books, body: string, counterparty: string): View | undefined {
  return balances.find((row) => row.body === body && row.counterparty === counterparty);
}

function netOf({ receivablePence, payablePence }: View): Pence {
  return receivablePence - payablePence;
}

/** What each partner owes each host, over all the pools of that host. */
function netsToHosts(books: Books): Map<string, Pence> {
  const { partners, hosts } = settle(books);
  const nets = new Map<string, Pence>();
  for (const { pool, host } of hosts) {
    for (const { pool: own, partner, netPence } of partners) {
      if (own !== pool || partner === host) continue;
      const key = [partner, host].join('\0');
      nets.set(key, sum([nets.get(key) ?? 0n, netPence]));
    }
  }
  return nets;
}
