import type { Agreement, Named } from '../agreement/agreement.js';
import { membersOf } from '../agreement/bodies.js';
import { SpokenCodes } from '../agreement/spoken-codes.js';
import { successorsOf } from '../agreement/successors.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { near, nearCode } from '../diagnostics/near.js';
import type { Cells } from './cells.js';
import { type RowContext, schemeKey } from './row-context.js';

type UnknownCode = 'BCF3401' | 'BCF3402' | 'BCF3403' | 'BCF3406';

/** The code of a partner. A successor of one of them is named as what it is. */
export function partnerCell(cells: Cells, column: string, agreement: Agreement): string | undefined {
  return bodyIn(cells, column, agreement, agreement.partners);
}

/** The code of a partner or of a group of partners. */
export function bodyCell(cells: Cells, column: string, agreement: Agreement): string | undefined {
  return bodyIn(cells, column, agreement, agreement.bodies);
}

/** The code of a heading. */
export function headingCell(cells: Cells, column: string, agreement: Agreement): string | undefined {
  return codeIn(cells, column, agreement.headings, 'BCF3402');
}

/** The code of a heading, '' where the cell is blank. */
export function optionalHeadingCell(cells: Cells, column: string, agreement: Agreement): string | undefined {
  return cells.optional(column) === '' ? '' : headingCell(cells, column, agreement);
}

/** The code of a source. */
export function sourceCell(cells: Cells, column: string, agreement: Agreement): string | undefined {
  return codeIn(cells, column, agreement.sources, 'BCF3403');
}

/** The code of a pool. */
export function poolCell(cells: Cells, column: string, agreement: Agreement): string | undefined {
  return codeIn(cells, column, agreement.pools, 'BCF3406');
}

/** The district of a row: a member of the group that spent it, or '' where a single partner did. */
export function districtCell(
  cells: Cells,
  column: string,
  appliedBy: string,
  agreement: Agreement,
): string | undefined {
  const found = cells.optional(column);
  const group = agreement.groups.get(appliedBy);
  if (group === undefined) return found === '' ? '' : partnerCell(cells, column, agreement);
  const members = membersOf(agreement, appliedBy);
  if (members.includes(found)) return found;
  const spoken = new SpokenCodes(members.flatMap((code) => agreement.partners.get(code) ?? [])).codeOf(found);
  if (spoken !== undefined) return taken(cells, found, spoken);
  if (cells.isNull(column)) return undefined;
  const args = { found, group: group.name, meant: near(found, members), allowed: members.join(', ') };
  cells.report(diagnose('BCF3407', args, { place: cells.placeOf(column) }));
  return undefined;
}

/** The scheme of a row, '' where it has none; it must stand on the row's schedule, under the row's heading. */
export function schemeCell(
  cells: Cells,
  column: string,
  row: { readonly schedule: string; readonly heading: string },
  context: RowContext,
): string | undefined {
  const found = cells.optional(column);
  if (found === '') return '';
  const place = cells.placeOf(column);
  let code = found;
  let scheme = context.schemes.get(schemeKey(row.schedule, found));
  if (scheme === undefined) {
    code = spokenSchemes(row.schedule, context).codeOf(found) ?? found;
    scheme = context.schemes.get(schemeKey(row.schedule, code));
  }
  if (scheme === undefined && context.faulty.has('schemes')) {
    context.schemesUsed.add(found);
    return found;
  }
  if (scheme === undefined) {
    if (cells.isNull(column)) return undefined;
    const all = [...context.schemes.values()];
    const elsewhere = all.find((other) => other.scheme === found);
    if (elsewhere === undefined) {
      const schemes = all.filter((other) => other.schedule === row.schedule).map((other) => other.scheme);
      cells.report(diagnose('BCF3404', { found, schedule: row.schedule, meant: near(found, schemes) }, { place }));
    } else {
      cells.report(diagnose('BCF3409', { found, owner: elsewhere.schedule, schedule: row.schedule }, { place }));
    }
    return undefined;
  }
  if (scheme.heading !== '' && scheme.heading !== row.heading) {
    cells.report(diagnose('BCF3410', { found, owner: scheme.heading, heading: row.heading }, { place }));
    return undefined;
  }
  return code === found ? found : taken(cells, found, code);
}

/** What people write for the schemes of a schedule, all of which were read before any row that names one. */
function spokenSchemes(schedule: string, { schemes, spokenSchemes: known }: RowContext): SpokenCodes {
  const spoken = known.get(schedule);
  if (spoken !== undefined) return spoken;
  const own = [...schemes.values()].filter((scheme) => scheme.schedule === schedule);
  const made = new SpokenCodes(own.map(({ scheme: code, name }) => ({ code, name })));
  known.set(schedule, made);
  return made;
}

function bodyIn(
  cells: Cells,
  column: string,
  agreement: Agreement,
  candidates: ReadonlyMap<string, Named>,
): string | undefined {
  const found = cells.optional(column);
  if (found === '' || candidates.has(found) || spokenIn(candidates).codeOf(found) !== undefined) {
    return codeIn(cells, column, candidates, 'BCF3401');
  }
  const former = [...agreement.partners.values()].filter(({ code }) => successorsOf([agreement], code).includes(found));
  if (former.length === 0) return codeIn(cells, column, candidates, 'BCF3401');
  const args = { found, former: former.map(({ code }) => code).join(', '), year: agreement.year.label };
  cells.report(diagnose('BCF3408', args, { place: cells.placeOf(column) }));
  return undefined;
}

/** What people write for the codes of a list of the agreement, made once for each. */
const spokenCodes = new WeakMap<ReadonlyMap<string, Named>, SpokenCodes>();

function spokenIn(candidates: ReadonlyMap<string, Named>): SpokenCodes {
  const known = spokenCodes.get(candidates);
  if (known !== undefined) return known;
  const spoken = new SpokenCodes(candidates.values());
  spokenCodes.set(candidates, spoken);
  return spoken;
}

function taken(cells: Cells, found: string, code: string): string {
  cells.taken.set(found, code);
  return code;
}

function codeIn(
  cells: Cells,
  column: string,
  candidates: ReadonlyMap<string, Named>,
  unknown: UnknownCode,
): string | undefined {
  const found = cells.required(column);
  if (found === undefined || candidates.has(found)) return found;
  const spoken = spokenIn(candidates).codeOf(found);
  if (spoken !== undefined) return taken(cells, found, spoken);
  if (cells.isNull(column)) return undefined;
  const args = { found, meant: nearCode(found, candidates.values()), allowed: [...candidates.keys()].join(', ') };
  cells.report(diagnose(unknown, args, { place: cells.placeOf(column) }));
  return undefined;
}
