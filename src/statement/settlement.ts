import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { plus, turned } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { accrualLines } from '../rules/accruals.js';
import { balancePairs } from '../rules/agreement-of-balances.js';
import type { Books } from '../rules/check.js';
import { type HostSettlement, type PartnerSettlement, type Settlement, settle } from '../rules/settlement.js';
import { pairStatement } from './agreement-of-balances.js';
import { settlementReasons } from './settlement-reasons.js';
import type { SettlementStatement } from './settlement-schema.js';
import { settlementWords, whyInWords } from './settlement-words.js';

/**
 * Who owes what to whom (R5), where all of the actuals are known, and what the bodies say themselves; undefined where
 * there is neither.
 */
export function settlementStatement(books: Books): SettlementStatement | undefined {
  const settlement = settle(books);
  const pairs = balancePairs(books).map((pair) => pairStatement(books, pair));
  if (settlement.hosts.length === 0) return pairs.length === 0 ? undefined : { partners: [], hosts: [], pairs };
  return {
    partners: settlement.partners.map((line) => partnerDocument(books, line)),
    hosts: settlement.hosts.map((line) => hostDocument(books, line)),
    ...totalsOf(books, settlement),
    pairs,
  };
}

function partnerDocument(books: Books, line: PartnerSettlement): SettlementStatement['partners'][number] {
  const label = labelOf(books.agreement, line.partner);
  const reasons = settlementReasons(books, line);
  const { settled, owedAtStart, toReturn, lines, closing, handovers: _, ...figures } = line;
  return {
    ...figures,
    ...(settled.terms.length > 0 && { settled }),
    ...(owedAtStart.terms.length > 0 && { owedAtStart }),
    ...(!toReturn.isNil && { toReturn }),
    lines: lines.map(({ schedule, heading, isFenced, left }) => ({ schedule, heading, fenced: isFenced, left })),
    label,
    message: settlementWords(books, line, reasons),
    why: whyInWords(books, line, reasons),
    reasons,
  };
}

function hostDocument(books: Books, line: HostSettlement): SettlementStatement['hosts'][number] {
  const { agreement } = books;
  const label = agreement.pools.get(line.pool)?.name ?? line.pool;
  const ofPool = accrualLines(books).filter(({ heading }) => agreement.headings.get(heading)?.pool === line.pool);
  const accrued = Figure.money({
    what: `${label}: accrued and not reversed`,
    how: 'the lines of its headings, added up',
    rule: ruleOf('R4', agreement.balanceRule),
    terms: plus(...ofPool.map(({ notReversed }) => notReversed)),
  });
  const { pool, host, held, net } = line;
  const message = hostWords(labelOf(agreement, host), held, accrued);
  return { pool, host, label, held, net, ...(accrued.amount > 0n && { accrued }), message };
}

/** What a host holds or carries. What is accrued is spent, and not paid yet: its cash is the higher for it (R5). */
function hostWords(host: string, held: Money, accrued: Money): string {
  const unpaid = `what of ${inWords(accrued.amount)} accrued is not paid yet`;
  return held.amount < 0n
    ? `${host} carries ${inWords(-held.amount)} with its own cash${accrued.amount > 0n ? `, less ${unpaid}` : ''}: the pool has spent more than it received`
    : `${host} holds ${inWords(held.amount)} for the partners${accrued.amount > 0n ? `, and ${unpaid}` : ''}`;
}

function totalsOf(
  { agreement, asAt }: Books,
  { partners, hosts }: Settlement,
): Pick<SettlementStatement, 'owedToHosts' | 'owedByHosts' | 'available' | 'drawnAhead' | 'held' | 'difference'> {
  const rule = ruleOf('R5', agreement.balanceRule);
  const all = (what: string, how: string, terms: readonly Term[]) => Figure.money({ what, how, rule, terms });
  const ofAll = (key: 'owes' | 'owed' | 'available' | 'drawnAhead') => plus(...partners.map((line) => line[key]));
  const [owes, owed, available, drawnAhead] = [ofAll('owes'), ofAll('owed'), ofAll('available'), ofAll('drawnAhead')];
  const byBody = 'body by body, added up: nothing is set off';
  return {
    owedToHosts: all('Owed to the hosts', byBody, owes),
    owedByHosts: all('Owed by the hosts', byBody, owed),
    available: all(asAt === 'Q4' ? 'Held for bodies in the pools' : 'Available for bodies to draw', byBody, available),
    drawnAhead: all('Drawn ahead', byBody, drawnAhead),
    held: all('Held by the hosts in all pools', 'what each holds, added up', plus(...hosts.map(({ held }) => held))),
    difference: all(
      'All that is owed, available and drawn ahead, and what the hosts hold',
      'owed to the hosts + drawn ahead − owed by them − available + what they hold: nil',
      [...owes, ...drawnAhead, ...turned([...owed, ...available]), ...plus(...hosts.map(({ net }) => net))],
    ),
  };
}
