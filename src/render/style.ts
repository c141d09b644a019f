/** How words are emphasised, and how wide a line may be; each emphasis gives its text back unchanged where there is no colour. */
export interface Style {
  /** In columns: no line is longer. */
  readonly width: number;
  /** One figure a line, for a screen reader. */
  readonly isPlain?: boolean;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
}

const same = (text: string): string => text;

/** How wide a line is where nobody says, such as in a file. */
export const usualWidth = 100;

/** No colour at all. */
export function plainStyle(width: number = usualWidth): Style {
  return { width, strong: same, faint: same, good: same, bad: same, warn: same };
}
