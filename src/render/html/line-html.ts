import type { Line } from '../../pages/page.js';
import { escaped } from './escape.js';

/** A line of words, each span in its tone. */
export function lineHtml({ spans }: Line): string {
  return spans
    .map(({ text, tone }) => {
      const shown = escaped(text.replace(/ {2,}/g, ' '));
      return tone === undefined ? shown : `<span class="${tone}">${shown}</span>`;
    })
    .join('')
    .trim();
}
