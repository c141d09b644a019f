import type { Line } from '../../pages/page.js';
import { type Answers, wordsHtml } from './answers.js';

/** A line of words, each span in its tone. */
export function lineHtml({ spans }: Line, answers: Answers): string {
  return spans
    .map(({ text, tone, figures = [] }) => {
      const shown = wordsHtml(text.replace(/ {2,}/g, ' '), figures, answers);
      return tone === undefined ? shown : `<span class="${tone}">${shown}</span>`;
    })
    .join('')
    .trim();
}
