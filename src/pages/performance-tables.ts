import { grouped } from '../diagnostics/entry.js';
import type { Figure } from '../figures/figure.js';
import { pounds } from '../money/pounds-text.js';
import {
  type CellTable,
  figureColumn,
  money,
  notesSpeakOf,
  type Row,
  speaking,
  wordColumn,
  words,
} from '../statement/cell-table.js';
import type { PerformancePartner, PerformanceStatement } from '../statement/performance-schema.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import { figure, illustrativeMark } from './table-parts.js';

/** Each pot and what has become of it: released, retained, still to come. */
export function potsTable(performance: PerformanceStatement, fund: FundStatement): CellTable {
  const { partners, totals, clause } = performance;
  const rows = partners.map((partner): Row => {
    const last = lastReported(partner);
    return {
      cells: [
        words(`${partner.label} (${partner.partner})`),
        money(partner.pot),
        words(partner.isPotDerived ? '[d]' : ''),
        figure(last?.plannedCumulative),
        figure(last?.achievedCumulative),
        figure(last?.achievedPercent),
        money(partner.totals.payment),
        money(partner.totals.retained),
        money(partner.totals.toCome),
      ],
    };
  });
  rows.push({
    cells: [
      words('All, each by itself'),
      money(totals.pot),
      words(''),
      words(''),
      words(''),
      words(''),
      money(totals.payment),
      money(totals.retained),
      money(totals.toCome),
    ],
    emphasis: 'total',
  });
  return {
    title: `Payment for performance, each CCG by itself (R3, ${clause})${illustrativeMark(fund)}`,
    columns: [
      wordColumn(''),
      figureColumn('Pot £'),
      { header: '', align: 'left', name: 'mark' },
      figureColumn('Planned'),
      figureColumn('Achieved'),
      figureColumn('%'),
      figureColumn('Earned £'),
      figureColumn('Not earned £'),
      figureColumn('Still open £'),
    ],
    rows,
    notes: [
      'Planned and achieved: fewer admissions than the baseline, so far; negative is a rise. %: achieved, of the baseline so far.',
      fund.asAt === 'Q4'
        ? 'Not earned: retained by its CCG, and never due. It is no arrears and no underspend of the pool.'
        : 'Not earned: so far; later quarters may still earn it, and until then its CCG keeps it. It is no arrears and no underspend.',
      'Still open: of quarters not yet due, or whose admissions are not reported. Blank: none of a pot is reported yet.',
      ...(partners.some(({ totals: { retained } }) => retained !== undefined && retained.amount < 0n)
        ? ['Not earned in brackets: earned ahead of the plan.']
        : []),
      ...whyDerived(partners),
    ],
  };
}

/** Why pots are derived, as the agreement says: a note for each reason. */
function whyDerived(partners: PerformanceStatement['partners']): string[] {
  const labels = new Map<string, string[]>();
  for (const { label, isPotDerived, potBecause } of partners) {
    if (isPotDerived && potBecause !== undefined) labels.set(potBecause, [...(labels.get(potBecause) ?? []), label]);
  }
  return [...labels].map(([because, own]) => `[d] ${own.join(', ')}: ${because}.`);
}

/** The terms of the agreement, in a sentence. */
export function termsInWords({ cap, clawback, price, targetPercent, clause }: PerformanceStatement): string {
  const terms = [
    cap === 'planned'
      ? 'a quarter earns up to the reduction planned so far'
      : 'a quarter earns up to the year’s planned reduction',
    clawback ? 'a later rise takes back what was paid' : 'a later rise takes nothing back',
    ...(price === undefined ? [] : [`national price ${pounds(price)} an admission`]),
    ...(targetPercent === undefined ? [] : [`target ${targetPercent}%`]),
  ];
  return `Terms (${clause}): ${terms.join('; ')}.`;
}

/** Admissions by CCG and quarter, and the area’s. */
export function admissionsTable({
  partners,
  nationalReturn: { area },
  targetPercent,
}: PerformanceStatement): CellTable {
  const block = (label: string, quarters: PerformancePartner['quarters']): Row[] => [
    { cells: [words(label), ...Array.from({ length: 7 }, () => words(''))], emphasis: 'head' },
    ...quarters.map(
      (quarter): Row => ({
        cells: [
          words(`${quarter.measured}, paid in ${quarter.paidIn}`, 1),
          figure(quarter.baseline),
          figure(quarter.plan),
          quarter.actual === undefined ? words(statusInWords(quarter.status)) : figure(quarter.actual),
          figure(quarter.plannedCumulative),
          figure(quarter.achievedCumulative),
          figure(quarter.plannedPercent),
          figure(quarter.achievedPercent),
        ],
      }),
    ),
  ];
  return {
    title: 'Admissions',
    columns: [
      wordColumn(''),
      figureColumn('Baseline'),
      figureColumn('Plan'),
      figureColumn('Actual'),
      figureColumn('Planned so far'),
      figureColumn('Achieved so far'),
      figureColumn('Planned %'),
      figureColumn('Achieved %'),
    ],
    rows: [
      ...partners.flatMap(({ label, partner, quarters }) => block(`${label} (${partner})`, quarters)),
      ...block('The whole area', area.quarters),
    ],
    notes: targetPercent === undefined ? [] : [`Percent of the baseline so far; the target is ${targetPercent}%.`],
  };
}

/** What each quarter paid, and why. */
export function paymentsTable({ partners, price }: PerformanceStatement): CellTable {
  const rows = partners.flatMap(({ label, partner, quarters, ...own }): Row[] => [
    {
      cells: [
        words(`${label} (${partner})`),
        words(''),
        words(''),
        words(''),
        words(''),
        speaking(valueInWords(own, price), [...valueFigures(own), price]),
      ],
      emphasis: 'head',
    },
    ...quarters.map(
      (quarter): Row => ({
        cells: [
          words(`${quarter.measured}, paid in ${quarter.paidIn}`, 1),
          money(quarter.maximum),
          money(quarter.payment),
          money(quarter.paidCumulative),
          money(quarter.retainedToDate),
          speaking(quarter.why, [quarter.achievedCumulative, quarter.plannedCumulative, quarter.payment]),
        ],
      }),
    ),
  ]);
  return {
    title: 'What each quarter earns',
    columns: [
      wordColumn(''),
      figureColumn('Maximum so far £'),
      figureColumn('Earned £'),
      figureColumn('Earned so far £'),
      figureColumn('Not earned so far £'),
      wordColumn('Why', 72),
    ],
    rows,
    notes: [
      'An admission is worth its pot ÷ its planned reduction; a payment is rounded once, to the penny.',
      'What was earned is due from the CCG in that quarter: bcf settle says whether it came.',
    ],
  };
}

/** The area as the national return has it, and what lies between. */
export function nationalTable({ nationalReturn }: PerformanceStatement): CellTable {
  const { ours, items, payment, upTo, difference, area } = nationalReturn;
  const rows: Row[] = [
    { cells: [words('Paid under this agreement, each CCG by itself'), money(ours)], emphasis: 'head' },
    ...items.map(
      ({ message, admissions, amount }): Row => ({
        cells: [{ ...speaking(message, [admissions]), indent: 1 }, money(amount)],
      }),
    ),
    { cells: [words('Difference'), money(difference)], emphasis: 'total' },
    { cells: [words('The national return, the whole area netted'), money(payment)], emphasis: 'head' },
  ];
  const value =
    area.plannedReduction === undefined || area.valuePerAdmission === undefined
      ? []
      : [`The area’s value: ${valueInWords(area, undefined)}.`];
  return {
    title: upTo === undefined ? 'National return' : `National return, admissions to ${upTo}`,
    columns: [wordColumn('', 92), figureColumn('£')],
    rows: upTo === undefined ? [] : rows,
    notes: upTo === undefined ? ['Not yet: no quarter has been reported by every CCG.'] : value,
    ...notesSpeakOf(valueFigures(area)),
  };
}

type Value = Pick<PerformancePartner, 'pot' | 'plannedReduction' | 'valuePerAdmission'>;

function valueFigures({ pot, plannedReduction, valuePerAdmission }: Value): (Figure | undefined)[] {
  return [pot, plannedReduction, valuePerAdmission];
}

function valueInWords(own: Value, price: Figure<'money'> | undefined): string {
  const { pot, plannedReduction, valuePerAdmission } = own;
  if (plannedReduction === undefined) return `pot ${pounds(pot)}`;
  if (valuePerAdmission === undefined) return `pot ${pounds(pot)}, no reduction planned`;
  const value = `pot ${pounds(pot)} ÷ ${grouped(plannedReduction.amount)} = ${pounds(valuePerAdmission)} an admission`;
  return price === undefined || String(price) === String(valuePerAdmission)
    ? value
    : `${value} (price ${pounds(price)})`;
}

function statusInWords(status: PerformancePartner['quarters'][number]['status']): string {
  return status === 'not-yet-due' ? 'not yet due' : 'not reported';
}

function lastReported({ quarters }: PerformancePartner): PerformancePartner['quarters'][number] | undefined {
  return quarters.filter(({ status }) => status === 'reported').at(-1);
}
