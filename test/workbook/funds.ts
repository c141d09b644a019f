import type { quarters } from '../../src/agreement/financial-year.js';
import { BookedRows } from '../../src/export/booked-rows.js';
import { openFund } from '../../src/fund/open-fund.js';
import { type Worked, workedOf } from '../../src/workbook/worked.js';

interface Asked {
  readonly asAt?: (typeof quarters)[number] | undefined;
  readonly mostPostings?: number;
}

/** What the workbook of a fund folder is made of. */
export async function workedFrom(folder: string, asked: Asked = {}): Promise<Worked> {
  const rows = new BookedRows();
  const { fund, diagnostics } = await openFund(folder, folder, ['controls', 'tables', 'pro-forma'], rows.watch);
  if (fund === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return workedOf(fund, rows, asked).worked;
}
