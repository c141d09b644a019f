import { counted } from '../diagnostics/entry.js';
import type { CheckResult, ControlStatement } from '../statement/check-schema.js';
import type { Envelope } from '../statement/document-schema.js';
import { checksList } from './checks-list.js';
import { closedList } from './closed-list.js';
import { codesMetList } from './codes-met.js';
import { differencesOf, differencesTable } from './differences-table.js';
import { legend } from './legend.js';
import { openingOf } from './opening.js';
import { line, type Pages, type Part, type Wanted } from './page.js';
import { passedOverList } from './passed-over.js';
import { withWarnings } from './with-warnings.js';

/** The check as a person reads it: the rules, the schedule of differences, and one last line. */
export function checkPages(
  result: CheckResult,
  envelope: Pick<Envelope, 'counts' | 'inputs'>,
  { verbose }: Pick<Wanted, 'verbose'>,
): Pages {
  const { fund, closes, conclusion } = result;
  return {
    openings: [openingOf(fund)],
    pages: [
      {
        parts: [
          ...passedOverList(envelope.inputs),
          ...codesMetList(envelope.inputs, verbose),
          ...closedList(closes),
          checksList(result, verbose),
          scheduleOf(result, verbose),
        ],
      },
    ],
    legend: legend({
      isDerived: differencesOf(result, verbose).some(({ isDerived }) => isDerived),
      isIllustrative: false,
    }),
    last: [line(withWarnings(conclusion.message, envelope), conclusion.passed ? 'good' : 'bad')],
  };
}

function scheduleOf(result: CheckResult, verbose: boolean): Part {
  const { controls, counts } = result;
  const shown = differencesOf(result, verbose);
  const table = differencesTable(shown, true);
  if (controls.length === 0) {
    const none = 'The fund has no controls: controls.csv says what its figures are to agree with.';
    return { kind: 'lines', lines: [line(table.title, 'strong'), line(none)] };
  }
  const isMore = !verbose && !counts.agree.isNil;
  const notes = isMore ? [`${counted(counts.agree.amount, 'control')} more: no difference`] : [];
  const narrow = { table: { ...differencesTable(shown, false), notes }, below: shown.map(detailsOf) };
  return { kind: 'table', table: { ...table, notes }, narrow };
}

/** Both places and the reason, which have no room in a line of fixed pitch. */
export function detailsOf({ foundAt, expectedAt, status, ...control }: ControlStatement): string[] {
  const { acceptedBecause: because, acceptedBy } = control;
  const by = acceptedBy === undefined ? '' : ` by ${acceptedBy}`;
  const standing = status === 'accepted' ? 'accepted' : 'reason given';
  return [
    `found: ${foundAt}; expected: ${expectedAt}`,
    ...(because === undefined ? [] : [`${standing}${by}: ${because}`]),
  ];
}
