import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Fund } from '../fund/fund.js';
import type { Extra } from '../fund/open-fund.js';
import type { NamedFigure } from '../statement/figure-names.js';
import type { WorkingsOfPage } from '../statement/working.js';
import { PostedRows } from '../trace/posted-rows.js';
import { Workings } from '../trace/workings.js';
import type { World } from './io.js';
import { readAgain } from './read-again.js';

/** How many rows of one account a working lists, the largest of them. */
const rowsOfAccount = 8;

export interface ReadWorkings {
  readonly workings: WorkingsOfPage;
  /** What went wrong while the fund was read again: then there are none. */
  readonly faults: readonly Diagnostic[];
}

/** No figure has a working. */
export const noWorkings: ReadWorkings = { workings: { list: [], ids: new Map() }, faults: [] };

interface ReadFrom {
  readonly fund: Pick<Fund, 'agreement' | 'inputs'>;
  /** The fund folder, as the user calls it. */
  readonly shownAs: string;
  readonly extras: readonly Extra[];
}

/** The workings of the figures that are shown, by their names, down to the rows, for which the fund is read again. */
export async function readWorkings(
  shown: readonly string[],
  named: readonly NamedFigure[],
  { fund: { agreement, inputs }, shownAs, extras }: ReadFrom,
  world: World,
): Promise<ReadWorkings> {
  const byName = new Map(named.map(({ name, figure }) => [name, figure]));
  const workings = new Workings(agreement);
  const figures = shown.flatMap((name) => byName.get(name) ?? []);
  workings.plan(figures);
  const rows = new PostedRows(rowsOfAccount, undefined, 'largest');
  workings.wantRows(rows);
  const faults = await readAgain([{ inputs, shownAs, watch: rows.watch }], extras, world);
  if (faults.length > 0) return { ...noWorkings, faults };
  return { workings: { list: workings.withRows(rows), ids: workings.idsOf(figures) }, faults };
}
