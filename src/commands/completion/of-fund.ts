import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { Agreement } from '../../agreement/agreement.js';
import { parseQuarter, type Quarter } from '../../agreement/financial-year.js';
import { readAgreement } from '../../agreement/read-agreement.js';
import { findLedgers } from '../../fund/find-files.js';
import type { Fund } from '../../fund/fund.js';
import { agreementBytes, openFund } from '../../fund/open-fund.js';
import { pounds } from '../../money/pounds-text.js';
import { compareFunds } from '../../statement/compare-funds.js';
import { comparisonResultSchema, type Dimension, dimensions } from '../../statement/comparison-schema.js';
import { figuresOf, type NamedFigure } from '../../statement/figure-names.js';
import { reportFigures } from '../../statement/report-figures.js';
import { comparisonName } from '../../statement/side-asked.js';
import type { Asked } from './asked.js';
import type { Candidate } from './candidate.js';
import { staged } from './staged.js';

/** The fund folder that the line names, or the one that the user stands in. */
export function folderOf({ read: { given, options }, cwd }: Asked): string {
  const named = given.get('FUND') ?? (options.has('--from') ? given.get('FIGURE') : undefined) ?? '.';
  return resolve(cwd, named.replace(/^~(?=\/|$)/, homedir()));
}

/** The agreement of the fund; undefined where there is none that can be read. No ledger is opened for it. */
export async function agreementOf(asked: Asked): Promise<Agreement | undefined> {
  const bytes = await agreementBytes(folderOf(asked)).catch(() => undefined);
  return bytes && readAgreement('agreement.yaml', bytes.toString('utf8')).agreement;
}

/** The figures of the fund’s reconciliation, papers and comparisons by their names, in stages, each with its amount. */
export async function figures(asked: Asked): Promise<Candidate[]> {
  const { fund } = await openFund(folderOf(asked), '', ['pro-forma']);
  if (fund === undefined) return [];
  const asAt = parseQuarter(asked.read.options.get('--as-at') ?? '');
  const named = [...reportFigures(fund, asAt).figures.named, ...dimensions.flatMap((by) => compared(fund, by, asAt))];
  const names = named.map(({ name, unit, amount }) => ({
    value: name,
    what: unit === 'money' ? pounds(amount) : unit === 'percent' ? `${amount}%` : amount,
  }));
  return staged(names, asked.word);
}

/** The figures of plan against outturn. */
function compared(fund: Fund, by: Dimension, asAt: Quarter | undefined): NamedFigure[] {
  const sides = { from: undefined, to: undefined, against: undefined, failOver: undefined };
  const { result } = compareFunds({ fund, ...sides, by, asAt });
  return result === undefined ? [] : figuresOf(comparisonResultSchema, result, comparisonName(result));
}

/** The files of the fund that have rows, each with the colon that a line number follows. */
export async function rowPlaces(asked: Asked): Promise<Candidate[]> {
  const agreement = await agreementOf(asked);
  if (agreement === undefined) return [];
  const ledgers = await findLedgers(folderOf(asked), agreement, () => undefined);
  return ledgers.map(({ file, entry }) => ({ value: `${file}:`, what: entry.kind, isPartial: true }));
}

/** What a total may be shared by. */
export async function weights(asked: Asked): Promise<Candidate[]> {
  const tables = [...((await agreementOf(asked))?.tables.values() ?? [])].filter(({ partners }) => partners.size > 0);
  return [
    { value: 'contributions', what: 'what each partner contributes' },
    ...tables.map(({ code, name }) => ({ value: code, what: name })),
  ];
}

export async function groups(asked: Asked): Promise<Candidate[]> {
  const agreement = await agreementOf(asked);
  return [...(agreement?.groups.values() ?? [])].map(({ code, name }) => ({ value: code, what: name }));
}

/** The partners that performance is paid to; a change of their admissions follows. */
export async function whatIfs(asked: Asked): Promise<Candidate[]> {
  const agreement = await agreementOf(asked);
  const rule = agreement?.performanceRule;
  if (agreement === undefined || rule === undefined) return [];
  const codes = rule.pots.size > 0 ? [...rule.pots.keys()] : agreement.contributions.map(({ partner }) => partner);
  return [...new Set(codes)]
    .map((code) => ({ value: `${code}=`, what: agreement.partners.get(code)?.name ?? '', isPartial: true }))
    .concat({ value: '*=', what: 'all others', isPartial: true });
}
