import { z } from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import type { Fund } from '../fund/fund.js';
import { performanceCsv } from '../render/section-csv.js';
import { performanceText } from '../render/section-text.js';
import { figuresOf } from '../statement/figure-names.js';
import { performanceSchema } from '../statement/performance-schema.js';
import type { Assumption } from '../statement/projections.js';
import { checkSchema } from '../statement/reconciliation-schema.js';
import { listOf } from '../statement/scalars-schema.js';
import { canProject, performanceSection, potPartners } from '../statement/sections.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';

interface PerformanceOptions extends ReportOptions {
  readonly whatIf: readonly string[];
  readonly sensitivity: boolean;
}

const ownFlags = z.object({
  whatIf: z.array(z.string()).default([]),
  sensitivity: z.boolean().default(false),
});

const namedSchema = z.object({ performance: performanceSchema.optional(), checks: listOf({ id: 'id' }, checkSchema) });

/** Flags as the command line gives them, as plain options. */
export function parsePerformance(folder: string, flags: unknown): PerformanceOptions {
  return { ...reportOptions(folder, flags), ...ownFlags.parse(flags) };
}

/** Payment for performance, and what would be. */
export function runPerformance(options: PerformanceOptions, world: World): Promise<Outcome> {
  return runStatement(options, world, {
    format: 'bcf.performance',
    verb: 'report performance',
    section: (fund) => {
      const { assumptions, faults } = readAssumptions(options, fund);
      if (faults.length > 0) return { diagnostics: faults };
      return performanceSection(fund, options.asAt, { assumptions, withSensitivity: options.sensitivity });
    },
    // What is only assumed has no name: it is of no fund.
    figures: (result) => figuresOf(namedSchema, result),
    forms: { text: (result, _envelope, style) => performanceText(result, style, options), csv: performanceCsv },
  });
}

/** The assumptions that the flags make, each about a partner of the fund and about quarters still to come. */
function readAssumptions(
  { whatIf, asAt }: PerformanceOptions,
  fund: Fund,
): { readonly assumptions: readonly Assumption[]; readonly faults: readonly Diagnostic[] } {
  const assumptions = new Map<string, Assumption>();
  const faults: Diagnostic[] = [];
  const partners = potPartners(fund);
  for (const found of whatIf) {
    const assumption = readAssumption(found);
    if (assumption === undefined) {
      faults.push(diagnose('BCF0007', { found }));
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
  if (whatIf.length > 0 && faults.length === 0 && !canProject(fund, asAt)) {
    faults.push(diagnose('BCF0010', {}));
  }
  return { assumptions: [...assumptions.values()], faults };
}

/** `99J=-2.1%`, `*=+40`: a partner, and a change against the baseline. */
function readAssumption(text: string): Assumption | undefined {
  const match = /^\s*([^=\s]+)\s*=\s*([+-]?)(\d{1,7})(?:\.(\d{1,2}))?\s*(%?)\s*$/.exec(text.replace(/\u2212/g, '-'));
  if (match === null) return undefined;
  const [, partner = '', sign, whole = '', part, percent] = match;
  const factor = sign === '-' ? -1 : 1;
  if (percent === '%') {
    const basisPoints = Number(whole) * 100 + Number((part ?? '').padEnd(2, '0'));
    return { partner, change: { kind: 'percent', basisPoints: factor * basisPoints } };
  }
  if (part !== undefined) return undefined;
  return { partner, change: { kind: 'exact', admissions: factor * Number(whole) } };
}
