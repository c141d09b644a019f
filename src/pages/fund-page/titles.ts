import type { PageOf } from './fund-page.js';
import type { Sentence } from './sentence.js';

/** What the page says first. */
export function pageTitle({ result }: PageOf): Sentence {
  return [result.conclusion.reconciled ? 'The fund reconciles' : 'The fund does not reconcile'];
}
