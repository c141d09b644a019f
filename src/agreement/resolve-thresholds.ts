import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { nil } from '../money/decimal.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Threshold, Thresholds } from './agreement.js';
import { parsePercent } from './scalars.js';
import type { AgreementDocument } from './schema.js';
import type { YamlText } from './yaml-text.js';

/** From where variances are marked amber and red; undefined where the agreement does not say. */
export function resolveThresholds(
  { thresholds, unit }: AgreementDocument,
  yaml: YamlText,
  report: Report,
): Thresholds | undefined {
  if (thresholds === undefined) return undefined;
  const read = (level: keyof Thresholds): Threshold => {
    const { amount, percent } = thresholds[level];
    const place = (key: string) => ({ place: yaml.placeOf(['thresholds', level, key]) });
    const parsed = parseAmount(amount, unit);
    const isAmount = 'pence' in parsed && parsed.pence >= 0n;
    if (!isAmount) report(diagnose('BCF1007', { found: amount }, place('amount')));
    const ofPlan = parsePercent(percent);
    if (ofPlan === undefined) report(diagnose('BCF1010', { found: percent }, place('percent')));
    return { amountPence: isAmount ? parsed.pence : 0n, percent: ofPlan ?? nil };
  };
  const resolved = { amber: read('amber'), red: read('red') };
  const { amber, red } = resolved;
  if (red.amountPence < amber.amountPence || red.percent.lessThan(amber.percent)) {
    report(diagnose('BCF1027', {}, { place: yaml.placeOfKey(['thresholds'], 'red') }));
  }
  return resolved;
}
