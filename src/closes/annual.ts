import { quarters } from '../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import { pounds, subtract } from '../money/pounds-text.js';
import type { ReadFund } from '../rules/check.js';
import { annualLines } from '../statement/annual-lines.js';
import type { Standing } from './standing.js';

/**
 * Holds each line of the annual return, quarter by quarter, against what the four records say (R7). A record holds amounts to
 * date, so a quarter's own is the difference from the record before.
 */
export function annualDifferences(fund: ReadFund, { closed }: Standing): Diagnostic[] {
  const recorded = quarters.map((quarter) => {
    const lines = closed.get(quarter)?.record.closedWith?.returnToDate ?? [];
    return new Map(lines.map(({ code, toDate }) => [code, toDate]));
  });
  const labels = new Map(
    [...closed.values()].flatMap(({ record }) =>
      (record.closedWith?.returnToDate ?? []).map(({ code, label }) => [code, label] as const),
    ),
  );
  const annual = new Map(annualLines(fund, 'Q4').map((line) => [line.code, line]));
  const codes = [...new Set([...annual.keys(), ...labels.keys()])];
  return codes.flatMap((code) =>
    quarters.flatMap((quarter, index) => {
      const annualAmount = annual.get(code)?.quarters[index] ?? '0.00';
      const sum = subtract(recorded[index]?.get(code) ?? '0.00', recorded[index - 1]?.get(code) ?? '0.00') ?? '0.00';
      if (annualAmount === sum) return [];
      const args = {
        line: plainText(`${annual.get(code)?.label ?? labels.get(code) ?? code}, ${quarter}`),
        annual: pounds(annualAmount),
        sum: pounds(sum),
        difference: pounds(subtract(annualAmount, sum) ?? '0.00'),
      };
      return [diagnose('BCF2623', args)];
    }),
  );
}
