/** One way in which a word may go on. */
export interface Candidate {
  readonly value: string;
  readonly what?: string;
  /** Whether more has to follow in the same word: no space is put behind it. */
  readonly isPartial?: boolean;
}

/** What may stand where the cursor is: words that bcf knows, or paths, which each shell completes by itself. */
export type Completion =
  | { readonly kind: 'words'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'files' | 'folders' };

/** Words without more. */
export function words(values: Iterable<string>, what?: string): Candidate[] {
  return [...values].map((value) => ({ value, ...(what !== undefined && { what }) }));
}
