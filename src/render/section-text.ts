import { inFull } from '../diagnostics/day-in-full.js';
import { grouped } from '../diagnostics/entry.js';
import { pounds, saidOf } from '../money/pounds-text.js';
import { allHasCome, comeTable, missingTable } from '../pages/come-tables.js';
import { admissionsTable, nationalTable, paymentsTable, potsTable, termsInWords } from '../pages/performance-tables.js';
import { breakEvenTable, sensitivityTable, whatIfTable } from '../pages/projection-tables.js';
import { bodiesTable, ringFenceTable } from '../pages/ring-fence-tables.js';
import { contributionTable, pairsTable, settlementTable, whoOwesWhom } from '../pages/settlement-tables.js';
import { bodyTable, hostsInWords, localityProofTable, varianceTable } from '../pages/variance-tables.js';
import { virementTable } from '../pages/virement-table.js';
import { type CellTable, withWholeLists } from '../statement/cell-table.js';
import type { PerformanceResult, SettlementResult, VarianceResult } from '../statement/document-schema.js';
import type { PerformanceStatement, SensitivityStatement } from '../statement/performance-schema.js';
import type { FundStatement, Reconciliation } from '../statement/reconciliation-schema.js';
import type { ContributionTotals, SettlementStatement } from '../statement/settlement-schema.js';
import { checkLines } from './check-lines.js';
import { legend } from './legend.js';
import { opening } from './opening.js';
import type { Style } from './style.js';
import { textTable } from './text-table.js';
import { paragraph } from './wrap.js';

/** What is shown of what is left out where nobody asks. */
interface Wanted {
  /** Every line and every check. */
  readonly verbose: boolean;
  /** Long lists whole. */
  readonly all: boolean;
}

/** The sections of R2 to R5 in the reconciliation, each short; a command of its own has each in full. */
export function ruleSections(result: Reconciliation, style: Style, wanted: Wanted): string[] {
  const { verbose } = wanted;
  const { fund, performance, settlement } = result;
  if (fund.asAt === undefined) {
    return performance === undefined ? [] : [textTable(potsTable(performance, fund), style)];
  }
  return [
    ...(performance === undefined ? [] : [textTable(potsTable(performance, fund), style)]),
    ...fencedSections(result, style),
    ...varianceParts(result, style, wanted),
    ...drawn([contributionTable(result, fund, verbose)], style),
    ...(settlement === undefined ? [] : settlementParts({ fund, settlement }, style, verbose)),
    ...comeParts(result, style, verbose),
  ];
}

/** Payment for performance in full. */
export function performanceText(
  result: PerformanceResult,
  style: Style,
  { verbose }: { readonly verbose: boolean },
): string {
  const { fund, performance, whatIf, sensitivity } = result;
  if (performance === undefined) {
    return `${[opening(fund, style), 'The agreement pays nothing for performance.'].join('\n\n')}\n`;
  }
  const { totals } = performance;
  const parts = [
    opening(fund, style),
    paragraph(termsInWords(performance)).join('\n'),
    ...(hasAdmissions(performance)
      ? [textTable(admissionsTable(performance), style), textTable(paymentsTable(performance), style)]
      : [noAdmissions(performance)]),
    ...(hasAdmissions(performance) ? [textTable(nationalTable(performance), style)] : []),
    ...(whatIf === undefined ? [] : [textTable(whatIfTable(whatIf), style)]),
    ...(sensitivity === undefined ? [] : [...sensitivityParts(sensitivity, style)]),
    textTable(potsTable(performance, fund), style),
    ...(result.checks.length === 0 ? [] : [checkLines(result, style, verbose)]),
    ...legend({
      isDerived: performance.partners.some(({ isPotDerived }) => isPotDerived),
      isIllustrative: fund.provenance === 'illustrative',
    }),
    style.strong(potInWords(totals, fund)),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The last line of performance: of what the pots are made up so far. */
function potInWords(
  { pot, payment, retained, toCome }: PerformanceStatement['totals'],
  { asAt }: FundStatement,
): string {
  if (payment === undefined || retained === undefined) {
    return `Pot ${pounds(pot)}: what is earned of it is not known yet; ${pounds(toCome)} still open`;
  }
  return `Pot ${pounds(pot)} = ${pounds(payment)} earned + ${pounds(retained)} not earned${asAt === 'Q4' ? '' : ' so far'} + ${pounds(toCome)} still open`;
}

function hasAdmissions({ partners }: PerformanceStatement): boolean {
  return partners.some(({ quarters }) => quarters.some(({ baseline }) => baseline !== undefined));
}

/** What can be said before any admissions are known. */
function noAdmissions({ totals: { pot, reductionAtPrice }, price }: PerformanceStatement): string {
  const none = 'No admissions in this folder (ledgers/activity*.csv): nothing can be computed yet.';
  if (reductionAtPrice === undefined || price === undefined) return none;
  return `${none}\nAt the price, the pots ask for ${grouped(reductionAtPrice.amount)} fewer admissions: ${pounds(pot)} ÷ ${pounds(price)}.`;
}

function sensitivityParts(sensitivity: SensitivityStatement, style: Style): string[] {
  const isKnown = sensitivity.breakEven.some(({ admissions }) => admissions !== undefined);
  if (!isKnown) return ['Sensitivity: no baseline and plan of admissions is known, so there is nothing to table.'];
  return [textTable(sensitivityTable(sensitivity), style), textTable(breakEvenTable(sensitivity), style)];
}

/** Over- and underspends in full. */
export function varianceText(result: VarianceResult, style: Style, wanted: Wanted): string {
  const { fund } = result;
  const parts =
    fund.asAt === undefined
      ? ['Nothing has been spent or forecast in this folder.']
      : [
          ...fencedSections(result, style),
          ...varianceParts(result, style, wanted),
          checkLines(result, style, wanted.verbose),
          ...legend({ isDerived: false, isIllustrative: fund.provenance === 'illustrative' }),
          style.strong(netInWords(result)),
        ];
  return `${[opening(fund, style), ...parts].join('\n\n')}\n`;
}

/** Contributions and settlement in full. */
export function settlementText(
  result: SettlementResult,
  style: Style,
  { verbose }: { readonly verbose: boolean },
): string {
  const { fund, settlement } = result;
  const parts = [
    ...drawn([contributionTable(result, fund, true)], style),
    ...(settlement === undefined ? [] : settlementParts({ fund, settlement }, style, verbose)),
    ...(result.checks.length === 0 ? [] : [checkLines(result, style, verbose)]),
    ...legend({ isDerived: false, isIllustrative: fund.provenance === 'illustrative' }),
    style.strong(settledInWords({ contributionTotals: result.contributionTotals, settlement })),
  ];
  const none = ['Nothing has been received or spent in this folder.'];
  return `${[opening(fund, style), ...(fund.asAt === undefined ? none : parts)].join('\n\n')}\n`;
}

/** The last line of the variances: what they come to, and that all of it is somebody’s. */
function netInWords({ varianceTotals: { borne, held, variance, unknown } }: VarianceResult): string {
  if (variance === undefined || borne === undefined || held === undefined) {
    return 'No outturn is known: there is no forecast as at this quarter';
  }
  const missing = unknown.isNil ? '' : `; ${unknown} without an outturn`;
  return `Overspends ${pounds(borne)}, underspends ${pounds(held)}, all of it attributed to who bears it${missing}`;
}

interface Settled {
  readonly contributionTotals?: ContributionTotals | undefined;
  readonly settlement: SettlementStatement | undefined;
}

/** The last line of the settlement: what is owed each way, what is held, and what is overdue or not agreed. */
function settledInWords({ contributionTotals, settlement }: Settled): string {
  const { pairs = [], owedToHosts, owedByHosts, held } = settlement ?? {};
  const disagreed = pairs.filter(({ agreed, difference }) => !agreed && difference !== undefined).length;
  const found = [
    saidOf(contributionTotals?.overdue, 'of contributions outstanding'),
    ...(pairs.length === 0 ? [] : [`${disagreed} of ${pairs.length} balances not agreed between bodies`]),
  ];
  const isKnown = owedToHosts !== undefined && owedByHosts !== undefined && held !== undefined;
  const nets = isKnown
    ? `Owed to the host ${pounds(owedToHosts)}, owed by it ${pounds(owedByHosts)}, held ${pounds(held)}`
    : 'Who owes what to whom is not known: it takes what was received, spent and brought forward';
  return [nets, ...found].join('; ');
}

function fencedSections({ ringFences, fund }: Pick<Reconciliation, 'ringFences' | 'fund'>, style: Style): string[] {
  return drawn([ringFenceTable(ringFences, fund), ...ringFences.map((fence) => bodiesTable(fence, fund))], style);
}

function varianceParts(
  result: Pick<Reconciliation, 'variances' | 'varianceTotals' | 'virements' | 'fund'>,
  style: Style,
  { verbose, all }: Wanted,
): string[] {
  const { fund } = result;
  const variances = varianceTable(result, fund, verbose);
  return [
    ...drawn(
      [
        all ? withWholeLists(variances) : variances,
        virementTable(result.virements, fund),
        bodyTable(result),
        localityProofTable(result, fund),
      ],
      style,
    ),
    hostsInWords(result),
  ];
}

function settlementParts(
  { fund, settlement }: { readonly fund: FundStatement; readonly settlement: SettlementStatement },
  style: Style,
  verbose: boolean,
): string[] {
  const nets =
    settlement.hosts.length === 0
      ? []
      : [
          [style.strong(`Who owes whom as at ${inFull(fund.asAtDate ?? '')}`), ...whoOwesWhom(settlement)].join('\n'),
          textTable(settlementTable(settlement, fund), style),
        ];
  return [...nets, ...drawn([pairsTable(settlement, fund, verbose)], style)];
}

/** What has not come, or that all has; the whole where it is wanted. */
function comeParts(result: Pick<Reconciliation, 'fund' | 'whatHasCome'>, style: Style, verbose: boolean): string[] {
  const all = allHasCome(result);
  return [
    ...(verbose ? drawn([comeTable(result)], style) : []),
    ...(all === undefined ? drawn([missingTable(result)], style) : [all]),
  ];
}

function drawn(tables: readonly (CellTable | undefined)[], style: Style): string[] {
  return tables.flatMap((table) => (table === undefined ? [] : [textTable(table, style)]));
}
