import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { toPounds } from '../money/format-money.js';
import { sum } from '../money/pence.js';
import { DraftSheet } from './draft.js';
import { formulaCell, wordCell } from './model.js';
import { cellName, inFormula } from './references.js';
import type { TrialBalance } from './trial-balance.js';

const amountColumn = 5;

/** The plan: what each body is to pay in, and what of it is to be applied where. */
export function addPlan(trialBalance: TrialBalance, agreement: Agreement): DraftSheet {
  const sheet = new DraftSheet('Plan');
  sheet.begin(
    'Plan',
    'What each body is to pay in, and to what its money is to be applied. £; from the trial balance.',
  );
  sheet.header('Paid in or applied', 'Partner', 'Source', 'Heading', 'Applied by', 'Amount £');
  const source = (code: string) => agreement.sources.get(code)?.name ?? code;
  const paidIn = [...trialBalance.planned('income')].map(({ account, amountPence, at }) => {
    const { partner, source: code } = account;
    return {
      cells: ['Paid in', labelOf(agreement, partner), source(code), '', ''],
      pence: -amountPence,
      sign: '-',
      at,
    };
  });
  const applied = [...trialBalance.planned('applied')].map(({ account, amountPence, at }) => {
    const { schedule, source: code, heading, appliedBy } = account;
    const name = agreement.headings.get(heading)?.name ?? heading;
    return {
      cells: ['Applied', labelOf(agreement, schedule), source(code), name, labelOf(agreement, appliedBy)],
      ...{ pence: amountPence, sign: '', at },
    };
  });
  for (const lines of [paidIn, applied]) {
    const first = sheet.length;
    for (const { cells, pence, sign, at } of lines) {
      const amount = formulaCell(`${sign}${inFormula(at, sheet.name)}`, { exact: toPounds(pence), shape: 'pounds' });
      sheet.add(...cells.map((text) => wordCell(text)), amount);
    }
    const range = [first, sheet.length - 1].map((row) => cellName({ column: amountColumn, row })).join(':');
    const formula = lines.length === 0 ? '0' : `ROUND(SUM(${range}),2)`;
    const total = { exact: toPounds(sum(lines.map(({ pence }) => pence))), shape: 'pounds' } as const;
    const words = lines === paidIn ? 'Paid in, in all' : 'Applied, in all';
    sheet.add(
      wordCell(words, 'total'),
      ...Array.from({ length: 4 }, () => undefined),
      formulaCell(formula, total, 'total'),
    );
  }
  return sheet;
}
