import type { Agreement } from '../agreement/agreement.js';
import { openingKinds } from '../agreement/opening-kinds.js';
import { pooledPurposeOf } from '../agreement/tied-money.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { bodyCell, optionalHeadingCell, partnerCell, poolCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { noteDebt } from './last-years-debts.js';
import { standsOnce } from './once.js';
import { isPoolOfHeading } from './pool-of-heading.js';
import type { RowContext } from './row-context.js';
import type { OpeningRow } from './row-types.js';
import { sourceOfRow } from './source-of.js';
import { isWhole } from './whole.js';

/** What was brought forward, or undefined where something in the row was reported. */
export function readOpeningRow(cells: Cells, context: RowContext): OpeningRow | undefined {
  const { agreement } = context;
  const pool = poolCell(cells, 'pool', agreement);
  const row = {
    at: cells.at,
    pool,
    heading: optionalHeadingCell(cells, 'heading', agreement),
    partner: partnerCell(cells, 'partner', agreement),
    body: cells.optional('body') === '' ? '' : bodyCell(cells, 'body', agreement),
    kind: cells.optional('kind') === '' ? ('balance' as const) : cells.choice('kind', openingKinds),
    lastHost: lastHostCell(cells, pool, agreement),
    amountPence: cells.amount('amount'),
  };
  if (!isWhole(row) || !isPoolOfHeading(cells, row, agreement)) return undefined;
  const { heading, partner, kind, lastHost, amountPence } = row;
  const source = kind === 'handover' ? '' : sourceOfRow(cells, { partner, heading }, context);
  if (source === undefined) return undefined;
  // A debt is somebody’s; whose a balance is may be left to the plan.
  const body = row.body === '' && kind !== 'balance' ? partner : row.body;
  const { host = '' } = agreement.pools.get(row.pool) ?? {};
  if (kind === 'handover' && body === host && lastHost === '') {
    cells.report(diagnose('BCF3427', { host, pool: row.pool }, { place: cells.placeOf('kind') }));
    return undefined;
  }
  // What is owed by a body and what is owed to it stand side by side: nothing is set off.
  const side = kind !== 'balance' && amountPence < 0n ? 'owed by it' : '';
  const key = ['opening', row.pool, heading, partner, source, body, kind, side];
  const what = `what was brought forward of ${[partner, heading || source, body, kind].filter((part) => part !== '').join(', ')}`;
  if (!standsOnce(cells, { key, what, column: 'heading' }, context)) return undefined;
  const opening = { ...row, source, body };
  noteDebt(context, opening, pooledPurposeOf(agreement, opening));
  noteLastHosts(context, opening);
  return opening;
}

/** Who held it when last year ended; '' where that is the host of this one, or is not said. */
function lastHostCell(cells: Cells, pool: string | undefined, agreement: Agreement): string | undefined {
  if (cells.optional('host') === '') return '';
  const host = partnerCell(cells, 'host', agreement);
  return host === agreement.pools.get(pool ?? '')?.host ? '' : host;
}

/** Remembers the earlier hosts of a pool, for the receipts of what they held; one that returns hands nothing over. */
function noteLastHosts({ agreement, lastHosts }: RowContext, { pool, kind, body, lastHost }: OpeningRow): void {
  const hosts = [lastHost, ...(kind === 'handover' ? [body] : [])];
  for (const host of hosts.filter((code) => code !== '' && code !== agreement.pools.get(pool)?.host)) {
    lastHosts.set(host, (lastHosts.get(host) ?? new Set()).add(pool));
  }
}
