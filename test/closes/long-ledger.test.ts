import { cp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { close, verified } from '../support/closing.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';

const spent = 'ledgers/expenditure.csv';
const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';

/** Repeatable numbers below a limit. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function row(month: number, reference: string, pence: number): string {
  const amount = `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
  return `2015-${String(month).padStart(2, '0')}-10,CC,districts,adaptations,dfg,,hill,${amount},${reference},“Größe” of a hall`;
}

/** So many that they are read in many pieces, from the ledger and from the record, and further than is looked ahead. */
const many = 14_000;

/** Rows of two quarters, one in four of them of the open one. */
function ledgerOf(next: (limit: number) => number): string[] {
  return Array.from({ length: many }, (_, index) => row(index % 4 === 3 ? 8 : 5, `R${index}`, 1 + next(90_000)));
}

async function closedFund(rows: readonly string[]): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(fileURLToPath(new URL('../errors/base', import.meta.url)), fund.path, { recursive: true });
  await fund.write(spent, `${[header, ...rows].join('\n')}\n`);
  const { stderr, exitCode } = await close(fund, 'Q1', '--with-differences', 'long');
  expect(exitCode, stderr).toBe(0);
  return fund;
}

function isClosed(text: string): boolean {
  return text.startsWith('2015-05');
}

/** Those of some texts that others do not have, by the count of each. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of others) counts.set(text, (counts.get(text) ?? 0) + 1);
  return texts
    .filter((text) => {
      const count = counts.get(text) ?? 0;
      counts.set(text, count - 1);
      return count <= 0;
    })
    .sort();
}

/** What was made of a ledger after its quarter was closed. */
const histories: readonly (readonly [string, (rows: string[], next: (limit: number) => number) => string[]])[] = [
  ['rows are added behind', (rows) => [...rows, row(8, 'N1', 100), row(11, 'N2', 200)]],
  [
    'rows of an open quarter come before all others',
    (rows) => [...Array.from({ length: 9_000 }, (_, n) => row(11, `N${n}`, 7)), ...rows],
  ],
  ['it was turned round', (rows) => rows.toReversed()],
  ['it was sorted', (rows) => rows.toSorted()],
  ['the first half is gone', (rows) => rows.slice(many / 2)],
  [
    'rows are changed here and there',
    (rows, next) => rows.map((text) => (next(900) === 0 ? text.replace(',hill,', ',hill,9') : text)),
  ],
  [
    'rows are gone here and there, and come twice',
    (rows, next) => rows.flatMap((text) => (next(700) === 0 ? [] : next(700) === 0 ? [text, text] : [text])),
  ],
  ['two stretches stand in each other’s place', (rows) => [...rows.slice(6_000), ...rows.slice(0, 6_000)]],
];

describe('of a ledger of many rows, after its quarter was closed,', () => {
  test.each(histories)('%s: each closed row that is not there is told, with its words', async (_what, history) => {
    const next = seeded(5);
    const rows = ledgerOf(next);
    const fund = await closedFund(rows);
    expect((await stat(join(fund.path, 'closes/0001.json'))).size).toBeGreaterThan(8 << 16);
    const now = history(rows, next);
    await fund.write(spent, `${[header, ...now].join('\n')}\n`);
    const { result } = await verified(fund);
    const [closedThen, closedNow] = [rows.filter(isClosed), now.filter(isClosed)];
    const was = result.rows.flatMap((change) => change.was ?? []).sort();
    const is = result.rows.flatMap((change) => change.now ?? []).sort();
    expect(was).toEqual(without(closedThen, closedNow));
    expect(is).toEqual(without(closedNow, closedThen));
    expect(result.rewritten).toEqual([]);
  });
});
