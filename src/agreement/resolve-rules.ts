import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import type { BalanceRule, Heading, PerformancePaymentRule, RingFenceRule, Source } from './agreement.js';
import { requireDeclared } from './declarations.js';
import type { AgreementDocument } from './schema.js';
import type { YamlText } from './yaml-text.js';

interface Rules {
  readonly balanceRule: BalanceRule;
  readonly ringFences: readonly RingFenceRule[];
  readonly performanceRules: readonly PerformancePaymentRule[];
}

interface Declared {
  readonly headings: ReadonlyMap<string, Heading>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** The rules by kind, each checked against the headings and sources it names. */
export function resolveRules(document: AgreementDocument, declared: Declared, yaml: YamlText, report: Report): Rules {
  reportRepeatedIds(document, yaml, report);
  const balances: BalanceRule[] = [];
  const ringFences: RingFenceRule[] = [];
  const performanceRules: PerformancePaymentRule[] = [];
  for (const [index, rule] of document.rules.entries()) {
    if (rule.kind === 'balance') {
      balances.push(rule);
      continue;
    }
    const place = yaml.placeOf(['rules', index, 'heading']);
    requireDeclared('heading', rule.heading, declared.headings.values(), place, report);
    if (rule.kind === 'performance-payment') {
      performanceRules.push(rule);
      continue;
    }
    const { source, ...fence } = rule;
    const resolved: RingFenceRule = source === undefined ? fence : { ...fence, source };
    checkFence(resolved, ringFences, declared, index, yaml, report);
    ringFences.push(resolved);
  }
  const [balanceRule] = balances;
  if (balanceRule === undefined || balances.length > 1) {
    report(diagnose('BCF1016', { count: balances.length }, { place: yaml.placeOfKey([], 'rules') }));
  }
  const none: BalanceRule = { id: '', kind: 'balance', clause: '', unspent: 'carried-forward' };
  return { balanceRule: balanceRule ?? none, ringFences, performanceRules };
}

function reportRepeatedIds(document: AgreementDocument, yaml: YamlText, report: Report): void {
  const lines = new Map<string, number>();
  for (const [index, { id }] of document.rules.entries()) {
    const place = yaml.placeOf(['rules', index, 'id']);
    const line = lines.get(id);
    if (line !== undefined) report(diagnose('BCF1012', { what: 'rule', found: id, line }, { place }));
    else lines.set(id, place.line ?? 1);
  }
}

function checkFence(
  fence: RingFenceRule,
  earlier: readonly RingFenceRule[],
  { headings, sources }: Declared,
  index: number,
  yaml: YamlText,
  report: Report,
): void {
  const place = (key: string) => yaml.placeOf(['rules', index, key]);
  const sameHeading = earlier.find(({ heading }) => heading === fence.heading);
  if (sameHeading !== undefined) {
    const args = { what: 'heading', found: fence.heading, other: sameHeading.id };
    report(diagnose('BCF1017', args, { place: place('heading') }));
  }
  if (fence.source === undefined) return;

  requireDeclared('source', fence.source, sources.values(), place('source'), report);
  const sameSource = earlier.find(({ source }) => source === fence.source);
  if (sameSource !== undefined) {
    const args = { what: 'source', found: fence.source, other: sameSource.id };
    report(diagnose('BCF1017', args, { place: place('source') }));
  }
  if (sources.get(fence.source)?.nature === 'capital' && headings.get(fence.heading)?.nature === 'revenue') {
    const args = { source: fence.source, heading: fence.heading };
    report(diagnose('BCF1020', args, { place: place('heading') }));
  }
}
