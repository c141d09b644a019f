const cell = String.raw`\$?[A-Z]{1,3}\$?\d+`;
const sheet = String.raw`(?:('(?:[^']|'')+'|[A-Za-z_]\w*)!)?`;
const token = new RegExp(String.raw`"[^"]*"|(?<![\w.])${sheet}(${cell})(?::(${cell}))?(?![\w(])|,`, 'g');

/** A formula as OpenDocument writes it: references in brackets, what a function takes apart by semicolons. */
export function openFormula(formula: string): string {
  const text = formula.replace(token, (found, on?: string, first?: string, last?: string) => {
    if (found === ',') return ';';
    if (first === undefined) return found;
    return last === undefined ? `[${on ?? ''}.${first}]` : `[${on ?? ''}.${first}:.${last}]`;
  });
  return `of:=${text}`;
}
