import { labelOf } from '../agreement/bodies.js';
import { inWords } from '../money/format-money.js';
import type { Books } from '../rules/check.js';
import type { PartnerSettlement } from '../rules/settlement.js';
import { partsInWords } from './settlement-reasons.js';
import type { Reason } from './settlement-schema.js';

/** What stands between a body and its host, in words: who owes whom, what may be drawn, what was drawn ahead (R5). */
export function settlementWords(books: Books, line: PartnerSettlement, reasons: readonly Reason[]): string {
  const { agreement, asAt } = books;
  const label = labelOf(agreement, line.partner);
  const pool = agreement.pools.get(line.pool);
  const host = pool?.host === line.partner ? 'the pool' : labelOf(agreement, pool?.host ?? '');
  const isOver = asAt === 'Q4';
  const undivided = agreement.groups.has(line.partner) ? `; how it is divided among the ${label} is not agreed` : '';
  const { owes, owed, available, drawnAhead } = line;
  const partsOf = (within: Reason['within']) => partsInWords(reasons, within, line);
  const fenced = partsOf('available');
  const tied = `${fenced === '' ? '' : `, ${fenced}`}${undivided}`;
  const parts = [
    ...(owes.isNil ? [] : [`${label} owes ${host} ${inWords(owes.amount)}, ${partsOf('owes')}`]),
    ...(owed.isNil ? [] : [`${host} owes ${label} ${inWords(owed.amount)}, ${partsOf('owed')}`]),
    ...(available.isNil
      ? []
      : [
          isOver
            ? `${inWords(available.amount)} is held for ${label} in the pool${tied}`
            : `${inWords(available.amount)} is available to ${label} to draw${tied}`,
        ]),
    ...(drawnAhead.isNil ? [] : [`${label} has drawn ${inWords(drawnAhead.amount)} ahead of what is allotted to date`]),
  ];
  return parts.length > 0 ? parts.join('; ') : settledInWords(books, line, reasons);
}

/** What stands beside the amounts of a body: what each is for, where the column does not say it; that it is settled, and how. */
export function whyInWords(books: Books, line: PartnerSettlement, reasons: readonly Reason[]): string {
  const { owes, owed, available, drawnAhead } = line;
  if ([owes, owed, available, drawnAhead].every(({ isNil }) => isNil)) return settledInWords(books, line, reasons);
  const said = (['owes', 'owed', 'available'] as const).map((within) => partsInWords(reasons, within, line));
  return said.filter((words) => words !== '').join('; ');
}

/** That nothing is between a body and its host, and what it was that settled it. */
function settledInWords({ agreement }: Books, line: PartnerSettlement, [handedOver]: readonly Reason[]): string {
  const label = labelOf(agreement, line.partner);
  if (handedOver !== undefined) {
    const done = handedOver.kind === 'handed-over' ? 'handed over' : 'was paid';
    return `${label} ${done} ${inWords(handedOver.amount.amount)}, ${handedOver.words}: settled`;
  }
  const settledPence = line.settled.amount;
  if (settledPence === 0n) return 'settled';
  if (settledPence < 0n && settledPence === -line.owedAtStart.amount && settledWords(line) === ofLastYear) {
    return `${label} paid ${inWords(-settledPence)} ahead last year, which is of this year: settled`;
  }
  return settledPence > 0n
    ? `${label} paid in ${inWords(settledPence)} to settle ${settledWords(line)}, and owes nothing`
    : `${label} was paid back ${inWords(-settledPence)} to settle ${settledWords(line)}, and is owed nothing`;
}

const ofLastYear = 'contributions of last year';

/** What its receipts say that they settle. */
function settledWords({ settled }: PartnerSettlement): string {
  const kinds = settled.terms.flatMap(({ figure: { balance } }) =>
    balance?.of.account.type === 'settled' ? [balance.of.account.of] : [],
  );
  const words = [
    ...(kinds.includes('variance') ? ['a variance'] : []),
    ...(kinds.includes('contribution') ? [ofLastYear] : []),
  ];
  return words.join(' and ');
}
