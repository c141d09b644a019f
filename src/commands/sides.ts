import type { Agreement } from '../agreement/agreement.js';
import { membersOf } from '../agreement/bodies.js';
import type { Side, SideOf } from '../pages/pictures.js';

const sideOfKind: ReadonlyMap<string, Side> = new Map<string, Side>([
  ['county-council', 'council'],
  ['unitary-council', 'council'],
  ['district-council', 'district'],
  ['ccg', 'nhs'],
  ['icb', 'nhs'],
  ['nhs-england', 'nhs'],
]);

/** On which side each partner of an agreement stands, by its kind; a group where all its members do. */
export function sidesOf(agreement: Agreement): SideOf {
  return (code) => {
    const kinds = membersOf(agreement, code).map((member) => agreement.partners.get(member)?.kind ?? '');
    const [side = 'other', ...more] = new Set(kinds.map((kind) => sideOfKind.get(kind) ?? 'other'));
    return more.length === 0 ? side : 'other';
  };
}
