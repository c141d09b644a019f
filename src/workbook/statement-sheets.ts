import { accrualTables } from '../pages/accrual-tables.js';
import { pairsTable } from '../pages/agreement-of-balances-table.js';
import { balanceTable } from '../pages/balance-table.js';
import { comeTable } from '../pages/come-tables.js';
import { differencesTable } from '../pages/differences-table.js';
import { admissionsTable, nationalTable, paymentsTable, potsTable } from '../pages/performance-tables.js';
import { bookColumns, flowTable, localityTable, natureTable, partnerTable } from '../pages/reconciliation-tables.js';
import { bodiesTable, ringFenceTable } from '../pages/ring-fence-tables.js';
import { contributionTable, settlementMakingTable, settlementTable } from '../pages/settlement-tables.js';
import { bodyTable, localityProofTable, varianceTable } from '../pages/variance-tables.js';
import { virementTable } from '../pages/virement-table.js';
import type { CellTable } from '../statement/cell-table.js';
import type { ControlStatement } from '../statement/check-schema.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import { checksTable } from './checks-table.js';

/** A sheet of the statement: what it is called, what it holds, and its tables one below the other. */
export interface StatementSheet {
  readonly name: string;
  readonly about: string;
  readonly tables: readonly CellTable[];
}

/** What a workbook shows of a fund: its statement, and its published totals tied out. */
export interface Shown {
  readonly result: Reconciliation;
  readonly controls: readonly ControlStatement[];
}

/** The sheets of the statement, without those that have nothing to show. */
export function statementSheets({ result, controls }: Shown): StatementSheet[] {
  const { fund, performance, settlement, ringFences } = result;
  const books = bookColumns(result);
  const isBegun = fund.asAt !== undefined;
  const sheets: readonly (readonly [name: string, about: string, ...tables: readonly (CellTable | undefined)[]])[] = [
    [
      'Flow of funds',
      'Sources, pool and applications by heading',
      flowTable(result, books),
      natureTable(result, books),
      balanceTable(result),
    ],
    [
      'By partner',
      'Each partner’s contributions and the lines of its schedule',
      partnerTable(result, books),
      localityTable(result, books, true),
    ],
    [
      'Performance',
      'Payment for performance, partner by partner (R3)',
      ...(performance === undefined ? [] : performanceTables(performance, fund)),
    ],
    ['Variances', 'Over- and underspends, and who bears them (R4)', ...(isBegun ? varianceTables(result) : [])],
    [
      'Settlement',
      'What is due and has come, and who owes what to whom (R5)',
      ...(isBegun ? settlementTables({ ...result, ...(settlement && { settlement }) }) : []),
    ],
    [
      'Ring-fences',
      'Money that keeps its purpose (R2)',
      ringFenceTable(ringFences, fund),
      ...ringFences.map((fence) => (isBegun ? bodiesTable(fence, fund) : undefined)),
    ],
    [
      'Differences',
      'Published totals tied out, and every difference',
      controls.length === 0 ? undefined : differencesTable(controls, true),
    ],
    ['Checks', 'What each rule asks, and whether it is met', checksTable(result)],
  ];
  return sheets.flatMap(([name, about, ...tables]) => {
    const known = tables.flatMap((table) => (table === undefined || table.rows.length === 0 ? [] : [table]));
    return known.length === 0 ? [] : [{ name, about, tables: known }];
  });
}

function performanceTables(
  performance: NonNullable<Reconciliation['performance']>,
  fund: Reconciliation['fund'],
): CellTable[] {
  return [
    potsTable(performance, fund),
    admissionsTable(performance),
    paymentsTable(performance),
    nationalTable(performance),
  ];
}

function varianceTables(result: Reconciliation): (CellTable | undefined)[] {
  const { fund, virements } = result;
  return [
    varianceTable(result, fund, true),
    virementTable(virements, fund),
    bodyTable(result),
    localityProofTable(result, fund),
  ];
}

function settlementTables(result: Reconciliation): (CellTable | undefined)[] {
  const { fund, settlement } = result;
  return [
    contributionTable(result, fund, true),
    ...(settlement === undefined
      ? []
      : [
          settlementTable(settlement, fund),
          settlementMakingTable(settlement, fund),
          pairsTable(settlement, fund, true),
        ]),
    comeTable(result),
    ...accrualTables(result),
  ];
}
