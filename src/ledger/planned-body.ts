import { membersOf } from '../agreement/bodies.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { rowText } from '../diagnostics/place-text.js';
import type { Cells } from './cells.js';
import { plannedBodiesOf, type RowContext, seenAt, seenBefore } from './row-context.js';

/** What a row says of who applies money, before it is known under which body the plan has it. */
interface AppliedRow {
  readonly schedule: string;
  readonly heading: string;
  readonly appliedBy: string;
  /** The member of a group that is named beside it; '' for none. */
  readonly district: string;
}

/** The body that a row counts under, and the member that it is of. */
type CountedAs = Pick<AppliedRow, 'appliedBy' | 'district'>;

/**
 * Under which body a row counts: as it says, or, where the plan has the heading of its schedule under the group alone, a
 * member’s row as the group’s; and where the plan has the members alone, the group’s row as that of the member it names.
 */
export function countedAs(context: RowContext, row: AppliedRow): CountedAs {
  const { agreement } = context;
  const { appliedBy, district } = row;
  const planned = plannedBodiesOf(context, row.schedule, row.heading);
  if (planned.has(appliedBy)) return { appliedBy, district };
  if (district !== '' && agreement.groups.has(appliedBy) && planned.has(district)) {
    return { appliedBy: district, district };
  }
  const groups = [...agreement.groups.values()].filter(
    ({ code, members }) => planned.has(code) && members.includes(appliedBy),
  );
  const [group, ...others] = groups;
  const isOfOther = district !== '' && district !== appliedBy;
  if (group === undefined || others.length > 0 || isOfOther) return { appliedBy, district };
  return { appliedBy: group.code, district: appliedBy };
}

/** The planned members of a group, where the plan has them and not the group: a row of the group is of nobody there. */
function plannedMembers(context: RowContext, { schedule, heading, appliedBy }: Omit<AppliedRow, 'district'>): string[] {
  const { agreement } = context;
  const planned = plannedBodiesOf(context, schedule, heading);
  if (!agreement.groups.has(appliedBy) || planned.has(appliedBy)) return [];
  return membersOf(agreement, appliedBy).filter((member) => planned.has(member));
}

/** Whether a forecast counts once: a group’s own beside its members’ would count twice, and one for planned members not at all. */
export function isForecastOnce(
  cells: Cells,
  row: Omit<AppliedRow, 'district'> & { readonly asAt: string },
  counted: CountedAs,
  context: RowContext,
): boolean {
  const { agreement } = context;
  const members = plannedMembers(context, row);
  const place = cells.placeOf('applied_by');
  if (members.length > 0) {
    cells.report(
      diagnose('BCF3451', { group: row.appliedBy, members: members.join(', '), heading: row.heading }, { place }),
    );
    return false;
  }
  const group = counted.appliedBy;
  if (!agreement.groups.has(group)) return true;
  const whose = counted.district === '' ? 'group' : 'members';
  const other = whose === 'group' ? 'members' : 'group';
  const keyOf = (of: string) => ({
    scope: 'forecast of a group',
    key: [of, row.asAt, row.schedule, row.heading, group].join('\0'),
  });
  seenBefore(context, keyOf(whose), cells.at);
  const first = seenAt(context, keyOf(other));
  if (first === undefined) return true;
  const args = { group, heading: row.heading, asAt: row.asAt, first: rowText(first) };
  cells.report(diagnose('BCF3450', args, { place }));
  return false;
}
