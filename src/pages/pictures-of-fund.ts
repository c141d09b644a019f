export { arrivalsPicture } from './pictures/arrivals.js';
export { bearersPicture, settlementPicture } from './pictures/balances.js';
export { earningsPicture } from './pictures/earnings.js';
export { flowPicture } from './pictures/flow-of-funds.js';
export { tanksPicture } from './pictures/ring-fences.js';
export { headingsPicture, localitiesPicture } from './pictures/spending.js';
