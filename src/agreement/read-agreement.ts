import { Collector } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Agreement } from './agreement.js';
import { mended, unknownValue } from './mend.js';
import { resolveAgreement } from './resolve.js';
import { agreementSchema } from './schema.js';
import { reportShapeFaults } from './shape-faults.js';
import { readYaml } from './yaml-text.js';

interface ReadAgreement {
  /** Present only where nothing is wrong. */
  readonly agreement?: Agreement;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the text of agreement.yaml. Every mistake in it is among the diagnostics, at its line and column. */
export function readAgreement(file: string, text: string): ReadAgreement {
  const problems = new Collector();
  const yaml = readYaml(file, text, problems.report);
  if (yaml === undefined) return { diagnostics: problems.all() };

  const parsed = agreementSchema.safeParse(yaml.data);
  if (!parsed.success) {
    reportShapeFaults(parsed.error.issues, yaml, problems.report);
    const rest = agreementSchema.safeParse(mended(yaml.data, parsed.error.issues));
    if (rest.success) {
      resolveAgreement(file, rest.data, yaml, (diagnostic) => {
        if (!Object.values(diagnostic.args).includes(unknownValue)) problems.report(diagnostic);
      });
    }
    return { diagnostics: problems.all() };
  }
  const agreement = resolveAgreement(file, parsed.data, yaml, problems.report);
  const diagnostics = problems.all();
  return agreement === undefined || diagnostics.length > 0 ? { diagnostics } : { agreement, diagnostics };
}
