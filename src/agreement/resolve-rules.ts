import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { unhandled } from '../diagnostics/unhandled.js';
import type { Agreement, BalanceRule, PerformancePaymentRule, RingFenceRule, VarianceRule } from './agreement.js';
import { requireDeclared } from './declarations.js';
import { resolvePerformance } from './resolve-performance.js';
import { resolveRingFence } from './resolve-ring-fence.js';
import { resolveVariance } from './resolve-variance.js';
import { type Declared, RuleParts } from './rule-parts.js';
import type { AgreementDocument } from './schema.js';
import type { YamlText } from './yaml-text.js';

type Rules = Pick<Agreement, 'balanceRule' | 'ringFences' | 'performanceRule' | 'varianceRules'>;

/** The rules by kind, each checked against what it names. */
export function resolveRules(document: AgreementDocument, declared: Declared, yaml: YamlText, report: Report): Rules {
  reportRepeatedIds(document, yaml, report);
  const balances: BalanceRule[] = [];
  const ringFences: RingFenceRule[] = [];
  const performanceRules: PerformancePaymentRule[] = [];
  const varianceRules: VarianceRule[] = [];
  for (const [index, rule] of document.rules.entries()) {
    const parts = new RuleParts(declared, { unit: document.unit, yaml, index }, report);
    if (rule.kind === 'ring-fence' || rule.kind === 'performance-payment') {
      requireDeclared('heading', { code: rule.heading, place: parts.placeOf('heading') }, declared.headings, report);
    }
    switch (rule.kind) {
      case 'balance':
        balances.push(rule);
        break;
      case 'ring-fence':
        ringFences.push(resolveRingFence(rule, parts, ringFences));
        break;
      case 'performance-payment':
        performanceRules.push(resolvePerformance(rule, parts, performanceRules));
        break;
      case 'variance':
        varianceRules.push(resolveVariance(rule, parts, varianceRules));
        break;
      default:
        unhandled(rule);
    }
  }
  const [balanceRule] = balances;
  if (balanceRule === undefined || balances.length > 1) {
    report(diagnose('BCF1016', { count: balances.length }, { place: yaml.placeOfKey([], 'rules') }));
  }
  const none: BalanceRule = { id: '', kind: 'balance', clause: '', unspent: 'carried-forward' };
  const [performanceRule] = performanceRules;
  return {
    balanceRule: balanceRule ?? none,
    ringFences,
    ...(performanceRule && { performanceRule }),
    varianceRules,
  };
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
