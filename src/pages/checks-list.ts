import { pounds } from '../money/pounds-text.js';
import { checkFamilies, familiesInOrder } from '../rules/check-families.js';
import type { Reconciliation, ReconciliationCheck } from '../statement/reconciliation-schema.js';
import type { Line, Part, Span } from './page.js';

/** Each check with its clause, ✓ or ✗ in words; those of one kind on one line, unless one fails or all are wanted. */
export function checksList({ checks }: Pick<Reconciliation, 'checks'>, verbose: boolean): Part {
  const lines = familiesInOrder.flatMap((family) => {
    const alike = checks.filter((check) => check.family === family);
    if (alike.length === 0) return [];
    const shown = verbose ? alike : alike.filter(({ status }) => status === 'fail');
    return [familyLine(checkFamilies[family], alike), ...shown.map(checkLine)];
  });
  return { kind: 'list', title: 'Checks', lines };
}

function familyLine(title: string, alike: readonly ReconciliationCheck[]): Line {
  const met = alike.filter(({ status }) => status === 'pass').length;
  const clauses = [...new Set(alike.map(({ rule, clause }) => `${rule}, ${clause}`))].join('; ');
  const count = `${met} of ${alike.length} met`;
  const isMet = met === alike.length;
  const counted: Span = isMet ? { text: count } : { text: count, tone: 'bad' };
  return {
    spans: [
      isMet ? { text: '✓ ', tone: 'good' } : { text: '✗ ', tone: 'bad' },
      { text: `${title}: ` },
      counted,
      { text: ' ' },
      { text: `(${clauses})`, tone: 'faint' },
    ],
  };
}

function checkLine({ status, message, difference, id }: ReconciliationCheck): Line {
  if (status === 'pass') {
    return { indent: 4, spans: [{ text: '✓ met', tone: 'good' }, { text: `      ${message}` }] };
  }
  return {
    indent: 4,
    spans: [
      { text: '✗ not met', tone: 'bad' },
      { text: `  ${message}: difference ${pounds(difference)} ` },
      { text: `[${id}]`, tone: 'faint' },
    ],
  };
}
