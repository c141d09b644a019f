import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import type { PlaceIn } from './declarations.js';
import type { AgreementDocument } from './schema.js';

interface Link {
  readonly code: string;
  readonly successor: string;
  readonly place: Place;
}

/** Who comes after whom: as partners say it, and as the list says it of bodies that are none. */
export function resolveSuccessors(
  document: AgreementDocument,
  placeIn: PlaceIn,
  report: Report,
): ReadonlyMap<string, string> {
  const links = new Map<string, Link>();
  const add = (link: Link) => {
    const other = links.get(link.code);
    if (other === undefined) links.set(link.code, link);
    else {
      const args = { found: link.code, successor: other.successor, line: other.place.line ?? 1 };
      report(diagnose('BCF1041', args, { place: link.place }));
    }
  };
  for (const [index, { code, successor }] of document.partners.entries()) {
    if (successor !== undefined) add({ code, successor, place: placeIn('partners', index, 'successor') });
  }
  for (const [index, link] of document.successors.entries()) {
    add({ ...link, place: placeIn('successors', index, 'code') });
  }
  reportCircles(links, report);
  return new Map([...links.values()].map(({ code, successor }) => [code, successor]));
}

/** A body that comes after itself, named once for each circle, where it begins in the file. */
function reportCircles(links: ReadonlyMap<string, Link>, report: Report): void {
  const told = new Set<string>();
  for (const { code, place } of links.values()) {
    const chain = [code];
    let next = links.get(code)?.successor;
    while (next !== undefined && !chain.includes(next)) {
      chain.push(next);
      next = links.get(next)?.successor;
    }
    if (next !== code || told.has(code)) continue;
    for (const member of chain) told.add(member);
    report(diagnose('BCF1040', { circle: [...chain, code].join(' → ') }, { place }));
  }
}
