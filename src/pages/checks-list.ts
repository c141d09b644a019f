import { pounds } from '../money/pounds-text.js';
import { checkFamilies, familiesInOrder } from '../rules/check-families.js';
import type { Reconciliation, ReconciliationCheck } from '../statement/reconciliation-schema.js';
import type { Line, Part, Span } from './page.js';

/** Each check with its clause, ✓ or ✗ in words; those of one kind on one line, unless one fails or all are wanted. */
export function checksList(result: Pick<Reconciliation, 'checks'>, verbose: boolean): Part {
  return { kind: 'list', title: 'Checks', lines: checkLines(result, { verbose, isCounted: true }) };
}

interface Shown {
  readonly verbose: boolean;
  /** Whether each kind says how many of its tests are met; of a list that does not, a title counts them. */
  readonly isCounted: boolean;
}

/** The lines of that list. */
export function checkLines({ checks }: Pick<Reconciliation, 'checks'>, { verbose, isCounted }: Shown): Line[] {
  return familiesInOrder.flatMap((family) => {
    const alike = checks.filter((check) => check.family === family);
    if (alike.length === 0) return [];
    const shown = verbose ? alike : alike.filter(({ status }) => status === 'fail');
    return [familyLine(checkFamilies[family], alike, isCounted), ...shown.map(checkLine)];
  });
}

function familyLine(title: string, alike: readonly ReconciliationCheck[], isCounted: boolean): Line {
  const met = alike.filter(({ status }) => status === 'pass').length;
  const clauses = [...new Set(alike.map(({ rule, clause }) => `${rule}, ${clause}`))].join('; ');
  const isMet = met === alike.length;
  const said = isCounted ? `${met} of ${alike.length} met` : isMet ? 'met' : 'not met';
  const standing: Span = isMet ? { text: said } : { text: said, tone: 'bad' };
  return {
    spans: [
      isMet ? { text: '✓ ', tone: 'good' } : { text: '✗ ', tone: 'bad' },
      { text: `${title}: ` },
      standing,
      { text: ' ' },
      { text: `(${clauses})`, tone: 'faint' },
    ],
  };
}

function checkLine({ status, message, expected, actual, difference, id }: ReconciliationCheck): Line {
  const figures = [difference, actual, expected].flatMap(({ name }) => name ?? []);
  if (status === 'pass') {
    return {
      indent: 4,
      spans: [
        { text: '✓ met', tone: 'good' },
        { text: `      ${message}`, figures },
      ],
    };
  }
  return {
    indent: 4,
    spans: [
      { text: '✗ not met', tone: 'bad' },
      { text: `  ${message}: difference ${pounds(difference)} `, figures },
      { text: `[${id}]`, tone: 'faint' },
    ],
  };
}
