import * as z from 'zod';
import { quarters } from '../agreement/financial-year.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { BookedRows } from '../export/booked-rows.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { odsBytes } from '../render/ods.js';
import { xlsxBytes } from '../render/xlsx.js';
import { withCloses } from '../statement/with-closes.js';
import type { Workbook } from '../workbook/model.js';
import { publicationWorkbook } from '../workbook/publication.js';
import { type Worked, workedOf } from '../workbook/worked.js';
import { namedFigures, workingWorkbook } from '../workbook/working.js';
import type { Outcome, World } from './io.js';
import { runStatement } from './run-statement.js';

/** What a workbook is for. */
const purposes = ['working', 'publication'] as const;

const workbookFlags = z.object({
  for: z.enum(purposes).default('working'),
  asAt: z.enum(quarters).optional(),
  output: z.string().optional(),
});

interface WorkbookOptions extends z.infer<typeof workbookFlags> {
  readonly folder: string;
}

/** Flags as the command line gives them, as plain options. */
export function parseWorkbook(folder: string, flags: unknown): WorkbookOptions {
  return { folder, ...workbookFlags.parse(flags) };
}

/** A fund’s statement as a workbook. */
export async function runWorkbook(options: WorkbookOptions, world: World): Promise<Outcome> {
  const { folder, asAt, output } = options;
  if (output === undefined || (output === '-' && world.isTerminal)) {
    const fault = diagnose('BCF0052', {});
    return { stdout: '', stderr: diagnosticsText([fault], world.stderrStyle), exitCode: exitCodeFor([fault]) };
  }
  const rows = new BookedRows();
  return runStatement('workbook')(
    { folder, asAt, output, format: 'text', full: false, verbose: false, all: false, names: false },
    world,
    {
      format: 'bcf.workbook',
      verb: 'make the workbook',
      extras: ['controls', 'tables', 'pro-forma'],
      watch: rows.watch,
      isHeldAgainstCloses: true,
      endings: ['xlsx', 'ods'],
      section: (fund, _against, closes) => {
        const { worked, diagnostics } = workedOf(fund, rows, { asAt });
        const { result } = worked;
        return {
          result: { fund: result.fund, worked: { ...worked, result: withCloses(result, closes) } },
          diagnostics,
        };
      },
      figures: ({ worked }) => namedFigures(worked),
      shows: {
        written: ({ worked }) => {
          const workbook = workbookFor(options.for, worked);
          return /\.ods$/i.test(output) ? odsBytes(workbook) : xlsxBytes(workbook);
        },
      },
    },
  );
}

function workbookFor(purpose: (typeof purposes)[number], worked: Worked): Workbook {
  switch (purpose) {
    case 'working':
      return workingWorkbook(worked);
    case 'publication':
      return publicationWorkbook(worked);
  }
}
