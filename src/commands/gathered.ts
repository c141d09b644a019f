import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import { withExcerpts } from '../fund/excerpts.js';
import type { OpenedFund } from '../fund/open-fund.js';

/** A fund folder, opened: where it is, and what the user calls it. */
export interface OpenedAt extends OpenedFund {
  readonly folder: string;
  readonly shownAs: string;
}

/** The same without its books. */
export type Place = Omit<OpenedAt, 'fund' | 'withoutSomeControls'>;

type Input = OpenedFund['inputs'][number];

/** The inputs and diagnostics of all; of several funds each file is named with its folder. */
export async function gathered(
  funds: readonly Place[],
  ofSection: readonly Diagnostic[],
): Promise<{ readonly inputs: readonly Input[]; readonly found: readonly Diagnostic[] }> {
  const [first] = funds;
  if (first !== undefined && funds.length === 1) {
    const { folder, inputs } = first;
    return { inputs, found: await withExcerpts(folder, inputs, [...first.diagnostics, ...ofSection]) };
  }
  const inputs: Input[] = [];
  // What a section says is of the first: the others stand beside it.
  const diagnostics = first === undefined ? [] : await withExcerpts(first.folder, first.inputs, ofSection);
  for (const fund of funds) {
    inputs.push(...fund.inputs.map((input) => ({ ...input, path: fileIn(fund.shownAs, input.path) })));
    diagnostics.push(...(await placedIn(fund, fund.diagnostics)));
  }
  return { inputs, found: diagnostics };
}

/** What is said of one of several funds: its excerpts, and its files named with its folder. */
export async function placedIn(
  { folder, shownAs, inputs }: Pick<Place, 'folder' | 'shownAs' | 'inputs'>,
  diagnostics: readonly Diagnostic[],
): Promise<Diagnostic[]> {
  const found = await withExcerpts(folder, inputs, diagnostics);
  return found.map((diagnostic) => {
    const { place, alsoAt } = diagnostic;
    return {
      ...diagnostic,
      ...(place && { place: { ...place, file: fileIn(shownAs, place.file) } }),
      ...(alsoAt && { alsoAt: alsoAt.map((other) => ({ ...other, file: fileIn(shownAs, other.file) })) }),
    };
  });
}

/** A file of one of several funds, named with its folder. */
export function fileIn(shownAs: string, file: string): string {
  return plainText(join(shownAs, file).replaceAll('\\', '/'));
}
