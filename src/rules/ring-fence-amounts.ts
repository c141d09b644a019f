import type { RingFenceRule } from '../agreement/agreement.js';
import { nameOf } from '../agreement/bodies.js';
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.js';
import type { BookView } from '../journal/book-view.js';
import { inWords } from '../money/format-money.js';
import type { Books, Check, RuleOutcome } from './check.js';
import { availableTo, behind, partnersBehind, spentBehind } from './fenced-money.js';
import { isKnown, isOpeningKnown } from './known.js';

/**
 * R2: fenced money bears spending up to its amount, partner by partner: what is agreed or planned for the year, and
 * what was brought forward; where that is not known, nothing can be judged. Of a forecast, the outturn is held against the
 * same.
 */
export function checkFenceAmounts(books: Books, fence: RingFenceRule): RuleOutcome {
  if (!isOpeningKnown(books)) return { checks: [], diagnostics: [] };
  const { agreement, actual, forecast } = books;
  const checks: Check[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const partner of partnersBehind(books, fence)) {
    const availablePence = availableTo(books, fence, partner);
    for (const book of [actual, forecast]) {
      if (book === actual ? !isKnown(books, 'expenditure') : book.isEmpty) continue;
      const spentPence = spentBehind(book, fence, partner);
      const name = `${nameOf(agreement, partner)}, ${agreement.headings.get(fence.heading)?.name ?? fence.heading}`;
      const words = book.book === 'forecast' ? 'forecast' : 'actual';
      checks.push({
        id: `ring-fence.${fence.id}.amount.${words}.${partner}`,
        rule: 'R2',
        clause: fence.clause,
        partner,
        heading: fence.heading,
        passed: spentPence <= availablePence,
        expectedPence: availablePence,
        actualPence: spentPence,
        message: `${name}: ${words} spending ${inWords(spentPence)} against ${inWords(availablePence)} available`,
      });
      if (spentPence <= availablePence) continue;
      const args = {
        what: name,
        book: words,
        spent: inWords(spentPence),
        available: inWords(availablePence),
        excess: inWords(spentPence - availablePence),
      };
      diagnostics.push(diagnose('BCF2107', args, { rule: fence, place: firstRow(book, fence, partner) }));
    }
  }
  return { checks, diagnostics };
}

function firstRow(book: BookView, fence: RingFenceRule, partner: string): Place | undefined {
  const [first] = book.list('applied', behind(fence, partner)).flatMap(({ firstRows }) => firstRows);
  return first && { ...first, field: { name: 'amount' } };
}
