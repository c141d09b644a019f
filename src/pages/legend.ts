/** What the marks mean, for those that stand in a report. */
export function legend({
  isDerived,
  isIllustrative,
}: {
  readonly isDerived: boolean;
  readonly isIllustrative: boolean;
}): string[] {
  return [
    ...(isDerived
      ? ['[d] derived: worked out from what is printed, not itself printed as this; a working assumption']
      : []),
    ...(isIllustrative ? ['[i] illustrative: made up to show the form; nobody’s real figures'] : []),
  ];
}
