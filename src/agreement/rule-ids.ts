/** The rules of a pooled budget, as outputs name them. */
export const ruleIds = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;

export type RuleId = (typeof ruleIds)[number];
