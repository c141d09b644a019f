import { counted } from '../../diagnostics/entry.js';
import { plainText } from '../../diagnostics/plain-text.js';
import type { Money } from '../../figures/books.js';
import type { GivenBackRows } from '../../journal/given-back.js';
import { inWords } from '../../money/format-money.js';
import { absolute } from '../../money/pence.js';
import type { Books } from '../../rules/check.js';
import { unforecastLines } from '../../rules/forecasts.js';
import type { ReturnLine, ReturnPart } from '../report-figures-schema.js';

/** Why a difference (annual − pooled) is there: `£5.00 less than the pool: £3.00 of this; £2.00 of that.` Nothing where there is none. */
export function commentOf(difference: Money, parts: readonly ReturnPart[]): string {
  if (difference.isNil) return '';
  const isLess = difference.amount < 0n;
  const head = `${sizeOf(difference)} ${isLess ? 'less' : 'more'} than the pool`;
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return `${head}: ${first.words.replace(/^of /, '')}.`;
  const isWith = ({ amount }: ReturnPart) => amount.amount < 0n === isLess;
  const inOrder = [...parts.filter(isWith), ...parts.filter((part) => !isWith(part))];
  const listed = inOrder.map((part) => `${isWith(part) ? '' : 'less '}${sizeOf(part.amount)} ${part.words}`);
  return `${head}: ${listed.join('; ')}.`;
}

function sizeOf({ amount }: Money): string {
  return inWords(absolute(amount));
}

/** What rows below nil say, the largest first: `£9,000.00 back: entered twice (ledgers/contributions.csv:7)`. */
export function givenBackInWords({ largest, others }: GivenBackRows): string | undefined {
  if (largest.length === 0) return undefined;
  const said = largest.map(
    ({ amountPence, note, at }) => `${inWords(absolute(amountPence))} back: ${plainText(note)} (${at.file}:${at.line})`,
  );
  return [...said, ...(others === 0 ? [] : [`${counted(others, 'smaller row')} more`])].join('; ');
}

/** Why an annual total is not known. */
export function whyNotKnown(books: Books, side: ReturnLine['side'], basis: ReturnLine['basis']): string {
  if (basis === 'actual') {
    if (!books.journal.has('actual')) return 'Nothing has been received or spent yet.';
    return `Not known: no ledger says what was ${side === 'income' ? 'received' : 'spent'}.`;
  }
  if (books.forecast.isEmpty) return 'No forecast has been made as at this quarter.';
  return `Not known: ${counted(unforecastLines(books).length, 'line')} of the plan without a forecast.`;
}
