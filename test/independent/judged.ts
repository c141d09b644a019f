import { statementOf } from '../support/reconciled.js';
import { type Figures, figuresOfStatement } from './figures.js';
import type { RuledFund } from './fund-shape.js';
import { writtenFund } from './ruled-fund-files.js';

export const seed = 20_150_401;

/** What `bcf reconcile --json` says of a fund written to files; by another `statementOf`, what a faulty bcf says. */
export async function judged(fund: RuledFund, reconciled = statementOf): Promise<Figures> {
  return figuresOfStatement(await reconciled(await writtenFund(fund), '--as-at', fund.asAt));
}
