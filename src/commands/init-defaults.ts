/** What bcf init takes where nothing is said; there is no clock to ask for the year. */
export const initDefaults = { name: 'Better Care Fund', year: '2026/27' } as const;
