import type { Picture } from '../../pages/pictures.js';
import type { Answers } from './answers.js';
import { drawArrivals } from './pictures/arrivals.js';
import { drawBalance } from './pictures/balance.js';
import { barStyles } from './pictures/bar-styles.js';
import { drawBars } from './pictures/bars.js';
import { drawEarnings } from './pictures/earnings.js';
import { drawFlow } from './pictures/flow.js';
import { flowStyles } from './pictures/flow-styles.js';
import { drawTanks } from './pictures/tanks.js';

/**
 * A picture as HTML with SVG in it: without script, and without a style of its own. Each amount is a link to its working,
 * where `answers` has its address.
 */
export function drawPicture(picture: Picture, answers: Answers): string {
  switch (picture.kind) {
    case 'flow':
      return drawFlow(picture, answers);
    case 'bars':
      return drawBars(picture, answers);
    case 'balance':
      return drawBalance(picture, answers);
    case 'earnings':
      return drawEarnings(picture, answers);
    case 'tanks':
      return drawTanks(picture, answers);
    case 'arrivals':
      return drawArrivals(picture);
  }
}

/** The styles of all pictures. Colours are properties of the page: `--paper`, `--ink`, `--council` and others. */
export const pictureStyles: string = [barStyles, flowStyles].join('\n');
