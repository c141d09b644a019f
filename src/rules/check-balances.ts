import { nameOf } from '../agreement/bodies.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import { type BalancePair, balancePairs, netOf, owesInWords, type View } from './agreement-of-balances.js';
import type { Books, Check, RuleOutcome } from './check.js';

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
