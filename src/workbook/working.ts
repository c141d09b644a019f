import type { Figure } from '../figures/figure.js';
import { openingOf } from '../pages/opening.js';
import { checkResultSchema } from '../statement/check-schema.js';
import { figuresOf, type NamedFigure } from '../statement/figure-names.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { addAgreement } from './agreement-sheet.js';
import { coverOf } from './cover.js';
import { DraftSheet } from './draft.js';
import { addFigures, checkRange } from './figures-sheet.js';
import { withHeadsOverFigures } from './heads.js';
import { Inputs } from './inputs.js';
import type { Workbook, WorkbookSheet } from './model.js';
import { Places } from './places.js';
import { addPlan } from './plan-sheet.js';
import { type Shown, statementSheets } from './statement-sheets.js';
import { addTable } from './table-block.js';
import { TrialBalance } from './trial-balance.js';
import { heightsOf, widthsOf } from './widths.js';
import type { Worked } from './worked.js';

/** The figures of a statement and of its published totals, each by its name. */
export function namedFigures({ result, controls }: Shown): NamedFigure[] {
  const { controls: schema } = checkResultSchema.shape;
  return [...figuresOf(resultSchema, result), ...figuresOf(schema, controls, 'controls')];
}

/** A workbook in which each figure is a formula made from its terms, down to the postings and what is stated. */
export function workingWorkbook(worked: Worked): Workbook {
  const { agreement, postings, result } = worked;
  const named = namedFigures(worked);
  const figures = new Map(
    named.flatMap(({ name, figure }): [string, Figure][] => (figure === undefined ? [] : [[name, figure]])),
  );
  const trialBalance = new TrialBalance(postings, agreement);
  const inputs = new Inputs();
  addAgreement(inputs.agreement, agreement);
  inputs.begin();
  const places = new Places(trialBalance, inputs);
  const statement = statementSheets(worked).map(({ name, about, tables }) => {
    const sheet = new DraftSheet(name);
    sheet.begin(name, about);
    for (const table of tables) addTable(sheet, table, { figures, places });
    return [sheet, about] as const;
  });
  const plan = addPlan(trialBalance, agreement);
  const list = addFigures(named, places);
  const holding: readonly (readonly [sheet: DraftSheet, about: string])[] = [
    ...statement,
    [plan, 'What each body is to pay in, and to what its money is to be applied'],
    [list, 'Every figure by its name, and whether this workbook still says what bcf said'],
    [trialBalance.postings, 'Each row of the ledgers as its postings: change one, and every sheet follows'],
    [trialBalance.balances, 'What stands on each account, added up from the postings'],
    [places.workings.sheet, 'Figures that lie between the inputs and the statement, and how each is made'],
    [places.splits.sheet, 'Amounts that are split to the penny: whole pence, remainders, and the odd pence'],
    // Making a formula may add an input, so that these are finished last.
    [inputs.agreement, 'Bodies, sources, headings, and what the agreement states in figures'],
    [inputs.others, 'Admissions, and what else is stated beside money'],
  ];
  const finished = new Map(holding.map(([draft, about]) => [draft.name, { ...sheetOf(draft), about }]));
  const sheets = [...first, ...statement.map(([{ name }]) => name), ...last].flatMap(
    (name) => finished.get(name) ?? [],
  );
  const opening = openingOf(result.fund);
  const checks = { figures: checkRange(figures.size), parts: places.splits.checks, books: trialBalance.checks };
  const cover = coverOf(opening, { message: result.conclusion.message, checks, sheets });
  return {
    title: opening.name,
    subject: opening.asAt ?? '',
    purpose: 'working',
    sheets: [sheetOf(cover), ...sheets],
    names: inputs.names,
  };
}

/** The sheets that stand before those of the statement, and after them. */
const first = ['Agreement', 'Plan', 'Postings', 'Trial balance'];
const last = ['Workings', 'Splits', 'Other inputs', 'Figures'];

function sheetOf(draft: DraftSheet): WorkbookSheet {
  const rows = withHeadsOverFigures(draft.finished());
  const { name, frozen } = draft;
  const widths = draft.widths ?? widthsOf(rows);
  return { name, rows, widths, heights: heightsOf(rows, widths), frozen, isProtected: true };
}
