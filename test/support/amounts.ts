/** The amounts in a text, to the penny, as signed pence: `(1,234.50)` and `-1234.50` are both -123450. */
export function amountsIn(text: string): bigint[] {
  return [...text.matchAll(/(\(|-)?£?(\d{1,3}(?:,\d{3})+|\d+)\.(\d\d)(?![\d%])/g)].map(
    ([, sign, whole = '', pence = '']) => {
      const size = BigInt(whole.replaceAll(',', '') + pence);
      return sign === undefined ? size : -size;
    },
  );
}

/** Amounts in the order of their size. */
export function inOrder(amounts: readonly bigint[]): bigint[] {
  return [...amounts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A document’s amount as pence. */
export function penceOf(pounds: string | undefined): bigint {
  if (pounds === undefined || !/^-?\d+\.\d\d$/.test(pounds)) throw new Error(`no amount: ${pounds}`);
  return BigInt(pounds.replace('.', ''));
}
