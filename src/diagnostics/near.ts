import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was most likely meant by a misspelt text, or '' where none is near.
 * Case, spaces and dashes do not count; of equals the first wins, so the answer is stable.
 */
export function near(found: string, candidates: Iterable<string>): string {
  const plain = plainly(found);
  if (plain === '') return '';
  let best = '';
  let bestDistance = (plain.length < 4 ? 1 : Math.max(2, Math.floor(plain.length / 3))) + 1;
  for (const candidate of candidates) {
    const other = plainly(candidate);
    const cost = other === plain ? 0 : isBeginning(plain, other) ? 1 : distance(plain, other);
    if (cost < bestDistance) {
      best = candidate;
      bestDistance = cost;
    }
  }
  return best;
}

/** As `near`, for things that have a code and a name: either may have been meant; the code is the answer. */
export function nearCode(found: string, named: Iterable<{ readonly code: string; readonly name: string }>): string {
  const list = [...named];
  const byCode = near(
    found,
    list.map(({ code }) => code),
  );
  if (byCode !== '') return byCode;
  const byName = near(
    found,
    list.map(({ name }) => name),
  );
  return list.find(({ name }) => name === byName)?.code ?? '';
}

function isBeginning(short: string, long: string): boolean {
  return short.length >= 4 && long.startsWith(short);
}

function plainly(text: string): string {
  return text.toLowerCase().replace(/[\s_\-–'’]+/g, '');
}
