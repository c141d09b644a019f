import { labelOf } from '../agreement/bodies.js';
import { inWords } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { AllottedLine } from '../rules/allotted-lines.js';
import type { Books } from '../rules/check.js';
import type { PartnerSettlement } from '../rules/settlement.js';

/** What stands between a body and its host, in words: who owes whom, what may be drawn, what was drawn ahead (R5). */
export function settlementWords(books: Books, line: PartnerSettlement): string {
  const { agreement, asAt } = books;
  const label = labelOf(agreement, line.partner);
  const pool = agreement.pools.get(line.pool);
  const host = pool?.host === line.partner ? 'the pool' : labelOf(agreement, pool?.host ?? '');
  const isOver = asAt === 'Q4';
  const undivided = agreement.groups.has(line.partner) ? `; how it is divided among the ${label} is not agreed` : '';
  const { owes, owed, available, drawnAhead } = line;
  const parts = [
    ...(owes.isNil ? [] : [`${label} owes ${host} ${inWords(owes.amount)}, ${owesFor(line, isOver)}`]),
    ...(owed.isNil ? [] : [`${host} owes ${label} ${inWords(owed.amount)}, ${owedFor(books, line)}`]),
    ...(available.isNil
      ? []
      : [
          isOver
            ? `${inWords(available.amount)} is held for ${label} in the pool${fencedWords(books, line)}${undivided}`
            : `${inWords(available.amount)} is available to ${label} to draw${fencedWords(books, line)}${undivided}`,
        ]),
    ...(drawnAhead.isNil ? [] : [`${label} has drawn ${inWords(drawnAhead.amount)} ahead of what is allotted to date`]),
  ];
  if (parts.length > 0) return parts.join('; ');
  const settledPence = line.settled.amount;
  if (settledPence === 0n) return 'settled';
  return settledPence > 0n
    ? `${label} paid in ${inWords(settledPence)} to settle a variance, and owes nothing`
    : `${label} was paid back ${inWords(-settledPence)} to settle a variance, and is owed nothing`;
}

/** What a body owes for: contributions, and at the year end what it overspent and has not paid in. */
function owesFor({ lines, settled, owes }: PartnerSettlement, isOver: boolean): string {
  const overspentPence = isOver ? -sumOf(lines, (pence) => pence < 0n) - positive(settled.amount) : 0n;
  if (overspentPence <= 0n) return 'contribution outstanding';
  const outstandingPence = owes.amount - overspentPence;
  if (outstandingPence === 0n) return 'spent above what is allotted to it for the year';
  return `of it ${inWords(outstandingPence)} contribution outstanding and ${inWords(overspentPence)} spent above what is allotted to it for the year`;
}

/** What is owed to it for: paid ahead, and at the year end what it has not spent, where that is owed back. */
function owedFor({ agreement, asAt }: Books, { lines, settled, owed }: PartnerSettlement): string {
  const isOwedBack = asAt === 'Q4' && agreement.balanceRule.unspent === 'owed-back';
  const unfenced = lines.filter(({ isFenced }) => !isFenced);
  const unspentPence = isOwedBack ? sumOf(unfenced, (pence) => pence > 0n) - positive(-settled.amount) : 0n;
  if (unspentPence <= 0n) return 'paid in before it was due';
  const aheadPence = owed.amount - unspentPence;
  if (aheadPence === 0n) return 'not spent and repayable to it';
  return `of it ${inWords(aheadPence)} paid in before it was due and ${inWords(unspentPence)} not spent and repayable to it`;
}

/** What of the available money is tied, fence by fence. */
function fencedWords({ agreement }: Books, { lines, available }: PartnerSettlement): string {
  const fenced = lines.filter(({ isFenced, left }) => isFenced && left.amount > 0n);
  const headings = [...new Set(fenced.map(({ heading }) => heading))];
  const all = sumOf(fenced, () => true) === available.amount;
  const each = headings.map((heading) => {
    const amountPence = sumOf(fenced, () => true, heading);
    const name = agreement.headings.get(heading)?.name ?? heading;
    return all && headings.length === 1 ? `ring-fenced for ${name}` : `${inWords(amountPence)} ring-fenced for ${name}`;
  });
  if (each.length === 0) return '';
  return all ? `, ${each.join(', ')}` : `, of it ${each.join(', ')}`;
}

function sumOf(lines: readonly AllottedLine[], isMeant: (pence: Pence) => boolean, heading?: string): Pence {
  const meant = lines.filter((line) => heading === undefined || line.heading === heading);
  return sum(meant.map(({ left }) => left.amount).filter(isMeant));
}

function positive(pence: Pence): Pence {
  return pence > 0n ? pence : 0n;
}
