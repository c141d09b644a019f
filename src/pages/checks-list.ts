import { pounds } from '../money/pounds-text.js';
import type { Reconciliation, ReconciliationCheck } from '../statement/reconciliation-schema.js';
import type { Line, Part, Span } from './page.js';

/** Checks that ask the same of many things, by the beginning of their id, and what they ask. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^plan\.pool\./, 'Plan: contributions = applications, each pool'],
  [/^plan\.partner\./, 'Plan: each partner’s contribution = what its schedule applies'],
  [/^plan\.heading\./, 'Plan: each heading’s allocation = what the schedules apply to it'],
  [/^plan\.source\./, 'Plan: each source = what is applied from it'],
  [/^plan\.nature\./, 'Plan: capital and revenue foot separately'],
  [/^plan\.schemes\./, 'Plan: each schedule’s schemes = its contribution'],
  [/^sources\.agreed$/, 'Money applied on a schedule is its partner’s own'],
  [/^actual\.rows\./, 'Actual: the rows read = the accounts'],
  [/^actual\.pool\./, 'Actual: received + brought forward = applied + fund balance'],
  [/^actual\.balance\./, 'Actual: the same for each part of the pool, and each balance has an owner'],
  [/^forecast\.pool\./, 'Forecast: income + brought forward − expenditure = forecast balance'],
  [/^ring-fence\..*\.purpose$/, 'Ring-fence: money spent under its own heading'],
  [/^ring-fence\..*\.source$/, 'Ring-fence: heading charged to its own source'],
  [/^ring-fence\..*\.body$/, 'Ring-fence: money spent by the body it is for'],
  [/^ring-fence\..*\.amount\.actual\./, 'Ring-fence: actual spending not above the source'],
  [/^ring-fence\..*\.amount\.forecast\./, 'Ring-fence: forecast spending not above the source'],
  [/^ring-fence\..*\.capital\./, 'Ring-fence: capital not spent as revenue'],
  [/^ring-fence\..*\.allocations$/, 'Ring-fence: allocations by body = the heading'],
  [/^ring-fence\..*\.allocation\./, 'Ring-fence: no body paid above its allocation'],
  [/^virements\.fence$/, 'Virements: none across a fence'],
  [/^virements\.budget$/, 'Virements: no heading gives more than it has'],
  [/^performance\..*\.pot\./, 'Performance: each pot = its plan'],
  [/^performance\..*\.sum\./, 'Performance: earned + not earned + still open = pot, each CCG'],
  [/^performance\..*\.received\./, 'Performance: no more paid in than was earned'],
  [/^performance\..*\.spent\./, 'Performance: no more spent than was earned'],
  [/^variance\.attributed$/, 'Variances: all attributed, to the penny'],
  [/^variance\.locality\./, 'Variances: where each body bears its own, none falls on another CCG'],
  [/^settlement\./, 'Settlement: all nets + what the host holds = nothing'],
  [/^balances\.ledgers\./, 'Balances: what bodies agree = what the ledgers say'],
  [/^balances\./, 'Balances: what two bodies say of each other agrees'],
  [/^/, 'Further checks'],
];

/** Each check with its clause, ✓ or ✗ in words; those of one kind on one line, unless one fails or all are wanted. */
export function checksList({ checks }: Pick<Reconciliation, 'checks'>, verbose: boolean): Part {
  const lines = families.flatMap(([pattern, title], index) => {
    const earlier = families.slice(0, index);
    const own = checks.filter(({ id }) => pattern.test(id) && !earlier.some(([other]) => other.test(id)));
    if (own.length === 0) return [];
    const shown = verbose ? own : own.filter(({ status }) => status === 'fail');
    return [familyLine(title, own), ...shown.map(checkLine)];
  });
  return { kind: 'list', title: 'Checks', lines };
}

function familyLine(title: string, own: readonly ReconciliationCheck[]): Line {
  const met = own.filter(({ status }) => status === 'pass').length;
  const clauses = [...new Set(own.map(({ rule, clause }) => `${rule}, ${clause}`))].join('; ');
  const count = `${met} of ${own.length} met`;
  const isMet = met === own.length;
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
