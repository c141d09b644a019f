/** So many decimals are kept of every number of a page. */
const places = 12;
const scale = 10n ** BigInt(places);

/** A number as a page or a file writes it, exact: `£1,234.00`, `(12.00)`, `−3.5%`; undefined of what is none. */
export function exactOf(text: string): bigint | undefined {
  const match = /^\(?[-−]?£?([\d,]+)(?:\.(\d+))?%?\)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', decimals = ''] = match;
  const amount = BigInt(whole.replaceAll(',', '')) * scale + BigInt(decimals.padEnd(places, '0').slice(0, places));
  return /^\(|[-−]/.test(text.trim()) ? -amount : amount;
}

/** An amount in short as a page shows it, with half of its last place: `£2.21m` is 2,210,000 give or take 5,000. */
function roundedOf(text: string): { readonly amount: bigint; readonly half: bigint } | undefined {
  const match = /^[-−]?£?([\d,]+)(?:\.(\d+))?(k|m|bn)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', decimals = '', unit = ''] = match;
  const each = { k: 1_000n, m: 1_000_000n, bn: 1_000_000_000n }[unit] ?? 1n;
  const amount = (exactOf(`${whole}.${decimals || '0'}`) ?? 0n) * each;
  return { amount, half: (scale * each) / 10n ** BigInt(decimals.length) / 2n };
}

/** Whether an amount that is shown is another to the precision shown; the words beside it may have taken its sign. */
export function isShownAs(shown: string, amount: string): boolean {
  const exact = exactOf(amount);
  if (exact === undefined) return false;
  const own = exactOf(shown);
  if (own !== undefined && sizeOf(own) === sizeOf(exact)) return true;
  const rounded = roundedOf(shown);
  return rounded !== undefined && sizeOf(sizeOf(exact) - rounded.amount) <= rounded.half;
}

function sizeOf(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
