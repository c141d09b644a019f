import { readAgreement } from '../../src/agreement/read-agreement.js';

/** A small agreement in which nothing is wrong; each line stands once, so that a test can name it. */
export const sample = `fund:
  name: Example fund
  year: 2015/16
unit: pounds
partners:
  - { code: CC, scheme: local, name: Example Council, kind: county-council }
  - { code: 09E1, scheme: ods, name: North CCG, kind: ccg, locality: N, successor: 99Z }
  - { code: 0123, scheme: ods, name: South CCG, kind: ccg, locality: S }
  - { code: hill, scheme: local, name: Hill District, kind: district-council }
  - { code: dale, scheme: local, name: Dale District, kind: district-council }
groups:
  - { code: districts, name: Districts, members: [hill, dale] }
localities:
  - { code: N, name: North }
  - { code: S, name: South }
pools:
  - { code: main, name: Pooled fund, host: CC }
sources:
  - { code: dfg, name: Disabled Facilities Grant, nature: capital }
  - { code: minimum, name: CCG minimum, nature: revenue }
headings:
  - { code: adaptations, name: Adaptations, nature: capital, applied_by: districts, allocation: 1000 }
  - { code: social-care, name: Social care, nature: revenue, applied_by: CC, allocation: "3,000.50" }
contributions:
  - { partner: CC, source: dfg, amount: 1000 }
  - { partner: 09E1, source: minimum, amount: 1800 }
  - { partner: 0123, source: minimum, amount: 1200.50 }
instalments:
  - { quarter: Q1, due: 2015-04-15, percent: 33.34 }
  - { quarter: Q3, due: 2015-10-15, percent: 66.66 }
rules:
  - { id: pool-balances, kind: balance, clause: para 3.3 }
  - { id: dfg-fence, kind: ring-fence, clause: para 3.1, source: dfg, heading: adaptations }
ledgers:
  - { kind: plan, files: plan.csv, unit: pounds }
`;

/** The sample with pieces of it replaced, each of which must stand in it. */
export function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the sample does not hold ${from}`);
    return text.replace(from, () => to);
  }, sample);
}

/** Where a piece of text stands: `line:column`, counted from 1. */
export function whereIs(text: string, piece: string, after = ''): string {
  const start = after === '' ? 0 : text.indexOf(after) + after.length;
  const offset = text.indexOf(piece, start);
  if (offset < 0) throw new Error(`there is no ${piece}`);
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** What is wrong with an agreement: `line:column CODE`, in the order it is shown. */
export function faultsOf(text: string): string[] {
  return readAgreement('agreement.yaml', text).diagnostics.map(
    ({ code, place }) => `${place?.line ?? '-'}:${place?.column ?? '-'} ${code}`,
  );
}
