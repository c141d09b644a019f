import type { RuleId } from '../../agreement/rule-ids.js';
import { balance } from './balance.js';
import { closedQuarters } from './closed-quarters.js';
import { contributions } from './contributions.js';
import type { RulePage } from './page.js';
import { performance } from './performance.js';
import { reports } from './reports.js';
import { ringFences } from './ring-fences.js';
import { variances } from './variances.js';

/** The page of each rule. */
export const rulePages: Readonly<Record<RuleId, RulePage>> = {
  R1: balance,
  R2: ringFences,
  R3: performance,
  R4: variances,
  R5: contributions,
  R6: reports,
  R7: closedQuarters,
};
