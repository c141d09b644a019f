/** How words are emphasised; each gives its text back unchanged where there is no colour. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour at all. */
export const plainStyle: Style = { strong: same, faint: same, good: same, bad: same, warn: same };
