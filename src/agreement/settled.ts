/** What a receipt can settle beside this year's contributions (R5). */
export type Settled = 'variance' | 'contribution';
