import type { Agreement } from '../agreement/agreement.js';

type PartnerParts = { readonly [K in 'partner' | 'group' | 'locality']: readonly string[] };

/** What a partner's money can be picked by: itself, its groups, its locality. */
export function partsOf({ partners, groups }: Agreement, partner: string): PartnerParts {
  const locality = partners.get(partner)?.locality;
  const own = [...groups.values()].filter(({ members }) => members.includes(partner)).map(({ code }) => code);
  return { partner: [partner], group: own, locality: locality === undefined ? [] : [locality] };
}

/** The nature of a source, where it is declared. */
export function natureOfSource({ sources }: Agreement, source: string): string[] {
  const nature = sources.get(source)?.nature;
  return nature === undefined ? [] : [nature];
}
