import type { Picture } from '../../pages/pictures.js';
import { drawFlow } from './pictures/flow.js';
import { flowStyles } from './pictures/flow-styles.js';
import type { Answers } from './pictures/markup.js';

/**
 * A picture as HTML with SVG in it: without script, and without a style of its own. Each amount is a link to its working,
 * where `answers` has its address.
 */
export function drawPicture(picture: Picture, answers: Answers): string {
  switch (picture.kind) {
    case 'flow':
      return drawFlow(picture, answers);
    case 'bars':
    case 'balance':
    case 'earnings':
    case 'tanks':
    case 'arrivals':
      return '';
  }
}

/** The styles of all pictures. Colours are properties of the page: `--paper`, `--ink`, `--council` and others. */
export const pictureStyles: string = [flowStyles].join('\n');
