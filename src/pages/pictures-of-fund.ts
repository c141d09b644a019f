export { flowPicture } from './pictures/flow-of-funds.js';
