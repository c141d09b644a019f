import { resolve } from 'node:path';
import type { Agreement } from '../agreement/agreement.js';
import type { RuleId } from '../agreement/rule-ids.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { withExcerpts } from '../fund/excerpts.js';
import { openAgreement } from '../fund/open-fund.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { ruleText } from '../render/rule-text.js';
import type { RulePage } from '../rules/pages/page.js';
import { rulePages } from '../rules/pages/pages.js';
import type { Outcome, World } from './io.js';

/** The page of a rule; with a fund, named or where the user stands, its clauses and the cases of its own terms. */
export async function runExplainRule(rule: RuleId, fund: string | undefined, world: World): Promise<Outcome> {
  const folder = resolve(world.cwd, fund ?? '.');
  const { agreement, inputs, diagnostics } = await openAgreement(folder, fund ?? '.');
  const page = rulePages[rule];
  const stdout = ruleText(
    {
      ...page,
      id: rule,
      laidDown: [page.laidDownIn, ...clausesOf(page, agreement)],
      cases: page.casesFor(agreement),
      shownBy: page.shownBy.map((command) => `bcf ${command}`),
    },
    world.stdoutStyle,
  );
  // Where no fund is named and none stands here, there is nothing to say of one.
  const wrong = fund === undefined && inputs.length === 0 ? [] : await withExcerpts(folder, inputs, diagnostics);
  return { stdout, stderr: diagnosticsText(wrong, world.stderrStyle), exitCode: exitCodeFor(wrong) };
}

function clausesOf({ declaredIn }: RulePage, agreement: Agreement | undefined): string[] {
  if (agreement === undefined || declaredIn === undefined) return [];
  const clauses = declaredIn(agreement).map(({ id, clause }) => `  ${clause} (${id})`);
  return [`${agreement.name}, ${agreement.year.label}: ${clauses.length === 0 ? 'none' : ''}`.trimEnd(), ...clauses];
}
