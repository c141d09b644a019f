import type { RingFenceRule } from '../agreement/agreement.js';
import { nameOf } from '../agreement/bodies.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { BookView } from '../journal/book-view.js';
import { inWords } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import { type Books, type Check, differenceInWords, type RuleOutcome } from './check.js';
import { isKnown } from './known.js';

/** What each body has been paid under a heading: the district where a group spends it. */
export function paidByBody(book: BookView, heading: string): Map<string, Pence> {
  const paid = new Map<string, Pence>();
  for (const { account, amountPence } of book.list('applied', { heading })) {
    const body = account.district || account.appliedBy;
    paid.set(body, (paid.get(body) ?? 0n) + amountPence);
  }
  return paid;
}

/** R2 by body: what the bodies are allotted adds up to the heading, and none is paid more than its own. */
export function checkAllocations(books: Books, fence: RingFenceRule): RuleOutcome {
  const { agreement, actual } = books;
  const heading = agreement.headings.get(fence.heading);
  if (fence.allocations === undefined || heading === undefined) return { checks: [], diagnostics: [] };
  const { pence, place } = fence.allocations;
  const allottedPence = sum(pence.values());
  const common = { rule: 'R2' as const, clause: fence.clause, heading: heading.code };
  const checks: Check[] = [
    {
      ...common,
      id: `ring-fence.${fence.id}.allocations`,
      passed: allottedPence === heading.allocationPence,
      expectedPence: heading.allocationPence,
      actualPence: allottedPence,
      message: `${heading.name}: ${inWords(heading.allocationPence)} in the flow of funds, ${pence.size} allocations of ${inWords(allottedPence)}`,
    },
  ];
  const diagnostics: Diagnostic[] = [];
  if (allottedPence !== heading.allocationPence) {
    const args = {
      heading: heading.name,
      agreed: inWords(heading.allocationPence),
      allotted: inWords(allottedPence),
      ...differenceInWords(heading.allocationPence, allottedPence),
    };
    diagnostics.push(diagnose('BCF2111', args, { rule: fence, place }));
  }
  if (!isKnown(books, 'expenditure')) return { checks, diagnostics };
  const paid = paidByBody(actual, heading.code);
  for (const body of agreement.bodies.keys()) {
    if (!pence.has(body) && !paid.has(body)) continue;
    const allocationPence = pence.get(body) ?? 0n;
    const paidPence = paid.get(body) ?? 0n;
    const name = nameOf(agreement, body);
    checks.push({
      ...common,
      id: `ring-fence.${fence.id}.allocation.${body}`,
      partner: body,
      passed: paidPence <= allocationPence,
      expectedPence: allocationPence,
      actualPence: paidPence,
      message: `${name}: paid ${inWords(paidPence)} of its ${inWords(allocationPence)}`,
    });
    if (paidPence <= allocationPence) continue;
    const args = {
      body: name,
      heading: heading.name,
      paid: inWords(paidPence),
      allocation: inWords(allocationPence),
      excess: inWords(paidPence - allocationPence),
    };
    diagnostics.push(diagnose('BCF2112', args, { rule: fence }));
  }
  return { checks, diagnostics };
}
