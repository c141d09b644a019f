import { counted } from '../diagnostics/entry.js';
import { differencesOf } from '../pages/differences-table.js';
import type { CheckResult } from '../statement/check-schema.js';
import type { Envelope } from '../statement/document-schema.js';
import { checkLines } from './check-lines.js';
import { closedLines } from './closed-lines.js';
import { differencesText } from './differences-text.js';
import { legend } from './legend.js';
import { opening } from './opening.js';
import type { Style } from './style.js';
import { withWarnings } from './with-warnings.js';

/** The check as a person reads it: the rules, the schedule of differences, and one last line. */
export function checkText(
  result: CheckResult,
  envelope: Pick<Envelope, 'counts'>,
  style: Style,
  { verbose }: { readonly verbose: boolean },
): string {
  const { fund, controls, counts, conclusion } = result;
  const shown = differencesOf(result, verbose);
  const verdict = withWarnings(conclusion.message, envelope);
  const agreeing =
    verbose || counts.agree === 0 ? [] : [style.faint(`${counted(counts.agree, 'control')} more: no difference`)];
  const parts = [
    opening(fund, style),
    ...closedLines(result.closes, style),
    checkLines(result, style, verbose),
    controls.length === 0
      ? `${style.strong('Schedule of differences')}\nThe fund has no controls: controls.csv says what its figures are to agree with.`
      : [differencesText(shown, style), ...agreeing].join('\n'),
    ...legend({ isDerived: shown.some(({ isDerived }) => isDerived), isIllustrative: false }),
    conclusion.passed ? style.good(verdict) : style.bad(verdict),
  ];
  return `${parts.join('\n\n')}\n`;
}
