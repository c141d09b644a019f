import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { keyed } from './figure-names.js';

/** What shares may be whole numbers of, in pence. */
const unitsPence = { penny: 1n, '100': 10_000n, '1000': 100_000n } as const;

type ShareUnit = keyof typeof unitsPence;

/** The names of what shares may be whole numbers of. */
export const shareUnits: readonly ShareUnit[] = ['penny', '100', '1000'];

/** What is to be shared, and how. */
export interface AskedApportionment {
  /** Pounds, or the name of a figure. */
  readonly amount: string;
  /** What to share by: a series by partner. */
  readonly by: string;
  /** Only over the members of this group. */
  readonly among: string | undefined;
  /** Shares are whole numbers of it. */
  readonly to: ShareUnit;
  /** A published split to hold the shares against. */
  readonly against: string | undefined;
}

/** What shares are whole numbers of. */
export function stepOf({ to }: Pick<AskedApportionment, 'to'>): bigint {
  return unitsPence[to];
}

const parts = ['amount', 'by', 'among', 'to', 'against'] as const;

/** What the names of an apportionment's figures begin with: all that it was made from. */
export function apportionmentRoot(asked: AskedApportionment): string {
  const said = parts.map((part): [string, string | undefined] => [part, asked[part]]);
  return `apportion[${keyed(said.filter(([, value]) => value !== undefined))}]`;
}

/** What the codes of such a name ask for. What cannot be read is reported as the command line's own. */
export function askedByCodes(codes: ReadonlyMap<string, string>, report: Report): AskedApportionment | undefined {
  const problems: string[] = [];
  for (const key of codes.keys()) {
    if (parts.some((part) => part === key)) continue;
    const meant = near(key, parts);
    problems.push(`there is no code “${key}”${meant === '' ? '' : `; did you mean “${meant}”?`}`);
  }
  const [amount, by] = [codes.get('amount'), codes.get('by')];
  if (amount === undefined) problems.push('amount must be given');
  if (by === undefined) problems.push('by must be given');
  const asTo = codes.get('to') ?? 'penny';
  const to = shareUnits.find((unit) => unit === asTo);
  if (to === undefined) problems.push(`to cannot be “${asTo}”: write one of ${shareUnits.join(', ')}`);
  for (const problem of problems) {
    report(diagnose('BCF0002', { problem: `apportion[…]: ${problem}`, command: 'apportion' }));
  }
  if (amount === undefined || by === undefined || to === undefined || problems.length > 0) return undefined;
  return { amount, by, among: codes.get('among'), to, against: codes.get('against') };
}
