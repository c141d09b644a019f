import { nameOf } from '../agreement/bodies.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { turned } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import { type BalancePair, balancePairs, netTerms, owesInWords, type View } from './agreement-of-balances.js';
import { type Books, type Check, checkOf, type RuleOutcome } from './check.js';

/** R5: what two bodies say they owe each other is the same, and is what the ledgers say. */
export function checkBalances(books: Books): RuleOutcome {
  const { agreement } = books;
  const checks: Check[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const pair of balancePairs(books)) {
    const { one, other, oneSays, otherSays, isAgreed, computed } = pair;
    if (oneSays === undefined || otherSays === undefined) {
      diagnostics.push(...unanswered(books, pair));
      continue;
    }
    const names = { one: nameOf(agreement, one), other: nameOf(agreement, other) };
    const common = { rule: 'R5' as const, clause: agreement.balanceRule.clause, partner: one };
    checks.push(
      checkOf({
        ...common,
        id: `balances.${one}.${other}`,
        family: 'balances.views',
        passed: isAgreed,
        expected: netTerms(oneSays),
        actual: turned(netTerms(otherSays)),
        message: `${names.one} and ${names.other} agree what they owe each other`,
      }),
    );
    if (!isAgreed) diagnostics.push(...disagreement(pair, names));
    if (!isAgreed || computed === undefined) continue;
    const check = checkOf({
      ...common,
      id: `balances.ledgers.${one}.${other}`,
      family: 'balances.ledgers',
      expected: computed,
      actual: turned(netTerms(oneSays)),
      message: `${names.one} and ${names.other}: the agreed balance is what the ledgers say`,
    });
    checks.push(check);
    if (check.passed) continue;
    const args = {
      ...names,
      agreed: owesInWords(names, check.actual.amount),
      computed: owesInWords(names, check.expected.amount),
      difference: inWords(absolute(check.difference.amount)),
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
    .filter(({ creditor, debtor }) => creditor.receivable.amount !== debtor.payable.amount)
    .map(({ one: body, other: counterparty, creditor, debtor }) => {
      const args = {
        one: body,
        other: counterparty,
        receivable: inWords(creditor.receivable.amount),
        payable: inWords(debtor.payable.amount),
        difference: inWords(absolute(creditor.receivable.amount - debtor.payable.amount)),
      };
      return diagnose('BCF2403', args, placesOf(creditor, debtor, 'receivable'));
    });
}

function placesOf(first: View, second: View, column: string) {
  return { place: { ...first.at, field: { name: column } }, alsoAt: [second.at] };
}
