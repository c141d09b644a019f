import { counted } from '../diagnostics/entry.js';
import type { Envelope } from '../statement/document-schema.js';

/** A conclusion with the count of what needs a look though it breaks nothing: a verdict is not read without it. */
export function withWarnings(conclusion: string, { counts }: Pick<Envelope, 'counts'>): string {
  return `${conclusion}, ${counted(counts.warnings, 'warning')}`;
}
