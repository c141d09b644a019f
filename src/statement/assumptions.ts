import type { Quarter } from '../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { plainDecimal } from '../money/decimal.js';
import { planOnly } from '../rules/as-at.js';
import type { Change } from '../rules/assumed-admissions.js';
import { booksAsAt, booksFor, type ReadFund } from '../rules/check.js';
import { performanceOf } from '../rules/performance.js';
import { isAnyToCome } from '../rules/what-if.js';

/** One assumption as it was asked for: a partner's code, or * for all that have none of their own. */
export interface Assumption {
  readonly partner: string;
  readonly change: Change;
}

/** What is assumed of a partner: what is said of it, or of all the others. */
export function changeFor(assumptions: readonly Assumption[], partner: string): Change | undefined {
  return (assumptions.find((one) => one.partner === partner) ?? assumptions.find((one) => one.partner === '*'))?.change;
}

/** Assumptions as somebody writes them, each about a partner of the fund and about quarters still to come. */
export function readAssumptions(
  texts: readonly string[],
  fund: ReadFund,
  asAt: Quarter | undefined,
): { readonly assumptions: readonly Assumption[]; readonly faults: readonly Diagnostic[] } {
  const assumptions = new Map<string, Assumption>();
  const faults: Diagnostic[] = [];
  const partners = potPartners(fund);
  for (const text of texts) {
    const assumption = readAssumption(text);
    if (assumption === undefined) {
      faults.push(diagnose('BCF0007', { found: text }));
      continue;
    }
    const { partner } = assumption;
    if (partner !== '*' && !partners.includes(partner)) {
      faults.push(
        diagnose('BCF0008', { found: partner, meant: near(partner, partners), allowed: partners.join(', ') }),
      );
    } else if (assumptions.has(partner)) {
      faults.push(diagnose('BCF0009', { found: partner }));
    }
    assumptions.set(partner, assumption);
  }
  if (texts.length > 0 && faults.length === 0 && !canProject(fund, asAt)) {
    faults.push(diagnose('BCF0010', {}));
  }
  return { assumptions: [...assumptions.values()], faults };
}

/** `99J=-2.1%`, `*=+40`: a partner, and a change against the baseline. */
function readAssumption(text: string): Assumption | undefined {
  const match = /^\s*([^=\s]+)\s*=\s*([+-]?)(\d{1,7}(?:\.\d+)?)\s*(%?)\s*$/.exec(text.replace(/\u2212/g, '-'));
  if (match === null) return undefined;
  const [, partner = '', sign, digits = '', percent] = match;
  const number = plainDecimal(digits)?.times(sign === '-' ? -1 : 1);
  if (number === undefined) return undefined;
  if (percent === '%') return { partner, change: { kind: 'percent', percent: number } };
  return digits.includes('.') ? undefined : { partner, change: { kind: 'exact', admissions: number.toNumber() } };
}

/** The partners that have a pot, which assumptions may be about. */
function potPartners(fund: ReadFund): string[] {
  return performanceOf(booksAsAt(fund, planOnly)).map(({ partner }) => partner);
}

/** Whether anything is still to come as at a quarter, so that something may be assumed. */
function canProject(fund: ReadFund, askedFor: Quarter | undefined): boolean {
  return isAnyToCome(booksFor(fund, askedFor));
}
