import { grouped } from '../diagnostics/entry.js';
import { pounds } from '../money/pounds-text.js';
import type { PerformanceResult } from '../statement/document-schema.js';
import type { PerformanceStatement, SensitivityStatement } from '../statement/performance-schema.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import { checksList } from './checks-list.js';
import { legend } from './legend.js';
import { openingOf } from './opening.js';
import { line, lines, type Pages, type Part, tables, type Wanted } from './page.js';
import { admissionsTable, nationalTable, paymentsTable, potsTable, termsInWords } from './performance-tables.js';
import { breakEvenTable, sensitivityTable, whatIfTable } from './projection-tables.js';

/** Payment for performance in full. */
export function performancePages(result: PerformanceResult, { verbose }: Pick<Wanted, 'verbose'>): Pages {
  const { fund, performance, whatIf, sensitivity, checks } = result;
  const openings = [openingOf(fund)];
  if (performance === undefined) {
    return { openings, pages: [], legend: [], last: [line('The agreement pays nothing for performance.')] };
  }
  const parts: Part[] = [
    { kind: 'paragraph', text: termsInWords(performance) },
    ...(hasAdmissions(performance)
      ? tables(admissionsTable(performance), paymentsTable(performance), nationalTable(performance))
      : [lines(...noAdmissions(performance))]),
    ...tables(whatIf && whatIfTable(whatIf)),
    ...(sensitivity === undefined ? [] : sensitivityParts(sensitivity)),
    ...tables(potsTable(performance, fund)),
    ...(checks.length === 0 ? [] : [checksList(result, verbose)]),
  ];
  return {
    openings,
    pages: [{ parts }],
    legend: legend({
      isDerived: performance.partners.some(({ isPotDerived }) => isPotDerived),
      isIllustrative: fund.provenance === 'illustrative',
    }),
    last: [line(potInWords(performance.totals, fund), 'strong')],
  };
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
function noAdmissions({ totals: { pot, reductionAtPrice }, price }: PerformanceStatement): string[] {
  const none = 'No admissions in this folder (ledgers/activity*.csv): nothing can be computed yet.';
  if (reductionAtPrice === undefined || price === undefined) return [none];
  return [
    none,
    `At the price, the pots ask for ${grouped(reductionAtPrice.amount)} fewer admissions: ${pounds(pot)} ÷ ${pounds(price)}.`,
  ];
}

function sensitivityParts(sensitivity: SensitivityStatement): Part[] {
  const isKnown = sensitivity.breakEven.some(({ admissions }) => admissions !== undefined);
  if (!isKnown)
    return [lines('Sensitivity: no baseline and plan of admissions is known, so there is nothing to table.')];
  return tables(sensitivityTable(sensitivity), breakEvenTable(sensitivity));
}
