/** What the marks mean, for those that stand in a report. */
export function legend({
  isDerived,
  isIllustrative,
}: {
  readonly isDerived: boolean;
  readonly isIllustrative: boolean;
}): string[] {
  const lines: string[] = [];
  if (isDerived) {
    lines.push('[d] derived: worked out from what is printed, not itself printed as this; a working assumption');
  }
  if (isIllustrative) lines.push('[i] illustrative: made up to show the form; nobody’s real figures');
  return lines.length === 0 ? [] : [lines.join('\n')];
}
