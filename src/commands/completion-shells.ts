/** The shells that there is a completion script for; here so that help needs to load no more. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

export type Shell = (typeof shells)[number];
