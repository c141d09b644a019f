/** `bcf help exit-codes`. */
export const exitCodes = `Exit codes, the same for every command

  0    clean
  1    ran, and found a breach, an imbalance or an unexplained difference
  2    could not run: bad options, or files and rows that cannot be used
  3    the agreement itself is invalid
  70   a fault of bcf, with a report to send
  130  interrupted

Warnings change no exit code.
`;
