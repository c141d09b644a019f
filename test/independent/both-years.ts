import { openFund } from '../../src/fund/open-fund.js';
import { explainPapers, withPapers } from '../../src/trace/explain-all.js';
import { nextYearOf, type OpeningLine } from '../support/next-year.js';
import type { BroughtForward, RuledFund } from './fund-shape.js';
import type { Digits } from './named.js';
import { writeAsNextYear, writtenFund } from './ruled-fund-files.js';
import { digitsOf, some } from './two-years-by-hand.js';

const compared =
  /^report\.(income|funding|total-income|accrued|total-accrued|headings|bodies|total-spending|pools|natures|net|shares|share-totals|held-for-others|bridge|bridge-totals|notes)\b|^settlement\.(partners.*\.(owes|owed|available)|hosts.*\.held)$/;

/** What bcf says of a year, and of the one after it that goes so: with what that begins, and how it ends. */
export async function bothYears(
  last: RuledFund,
  second: RuledFund,
): Promise<Readonly<Record<'openings' | 'figures', Digits>>> {
  const { folder, openings } = await nextYearOf(await writtenFund(last));
  await writeAsNextYear(folder, second);
  return { openings: digitsOf(linesBroughtForward(openings)), figures: await figuresAt(folder.path) };
}

/** What bcf says of a year at its end, of what is compared; nothing that is nil. */
export async function figuresAt(path: string): Promise<Digits> {
  const { fund, diagnostics } = await openFund(path, path, withPapers);
  if (fund === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { all } = explainPapers(fund, 'Q4');
  const names = all.names.filter((name) => compared.test(name));
  return some(Object.fromEntries(names.map((name) => [name, penceOf(String(all.node(name)))])));
}

/** Lines of opening.csv, as amounts. */
export function linesBroughtForward(openings: readonly OpeningLine[]): BroughtForward[] {
  return openings.map(({ kind, amount, ...line }) => {
    if (kind !== 'balance' && kind !== 'contributions' && kind !== 'variance') throw new Error(`what is ${kind}?`);
    return { ...line, kind, pence: penceOf(amount) };
  });
}

/** `12.5` and `12.50` are 1250. */
function penceOf(pounds: string): bigint {
  const [whole = '', pence = ''] = pounds.split('.');
  return BigInt(whole + pence.padEnd(2, '0'));
}
