/** A whole number of things such as admissions, with or without grouped thousands; undefined where a text is none. */
export function parseCount(text: string): number | undefined {
  const plain = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}
