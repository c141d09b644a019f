import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import { joined } from '../diagnostics/entry.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Pence } from '../money/pence.js';
import type { Agreement, Contribution, Group, Heading, Locality, Named, Partner, Pool, Source } from './agreement.js';
import { Declarations, type PlaceIn, placesIn, requireDeclared } from './declarations.js';
import { parseFinancialYear } from './financial-year.js';
import { resolveInstalments } from './resolve-instalments.js';
import { resolveLedgers } from './resolve-ledgers.js';
import { resolveRules } from './resolve-rules.js';
import { resolveSuccessors } from './resolve-successors.js';
import { resolveTables } from './resolve-tables.js';
import { resolveThresholds } from './resolve-thresholds.js';
import type { AgreementDocument } from './schema.js';
import { SpokenCodes } from './spoken-codes.js';
import type { YamlText } from './yaml-text.js';

/**
 * The agreement that a well-shaped document means, with every code resolved. All that is wrong is reported
 * at its line; undefined only where the year itself cannot be read. Use it only if nothing was reported.
 */
export function resolveAgreement(
  file: string,
  document: AgreementDocument,
  yaml: YamlText,
  report: Report,
): Agreement | undefined {
  const year = parseFinancialYear(document.fund.year);
  if (year === undefined) {
    report(diagnose('BCF1008', { found: document.fund.year }, { place: yaml.placeOf(['fund', 'year']) }));
  }
  const placeIn = placesIn(yaml);
  const written = { document, placeIn, report };
  const bodies = resolveBodies(written);
  const pools = resolvePools(written, bodies.partners);
  const sources = declareAll<Source>('source', document.sources.map(toSource), 'sources', written);
  const headings = resolveHeadings(written, bodies.bodies, pools);
  reportShared(written, { ...bodies, pools, sources, headings });
  const contributions = resolveContributions(written, { partners: bodies.partners, sources, pools });
  const rules = resolveRules(document, { ...bodies, pools, headings, sources, contributions }, yaml, report);
  const ledgers = resolveLedgers(document, yaml, report);
  const tables = resolveTables(document, bodies.partners, yaml, report);
  const thresholds = resolveThresholds(document, yaml, report);
  // Without a year no date can be judged, and all else has been by now.
  if (year === undefined) return undefined;
  return {
    file,
    name: document.fund.name,
    year,
    provenance: document.fund.provenance,
    note: document.fund.note ?? '',
    ...bodies,
    successors: resolveSuccessors(document, placeIn, report),
    pools,
    sources,
    headings,
    contributions,
    instalments: resolveInstalments(document, year, yaml, report),
    areInstalmentsDeclared: document.instalments !== undefined,
    ...rules,
    ...(thresholds && { thresholds }),
    ledgers,
    tables,
  };
}

/** The document, where its keys stand, and who hears what is wrong with it. */
interface Written {
  readonly document: AgreementDocument;
  readonly placeIn: PlaceIn;
  readonly report: Report;
}

interface Bodies {
  readonly partners: ReadonlyMap<string, Partner>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly bodies: ReadonlyMap<string, Partner | Group>;
  readonly localities: ReadonlyMap<string, Locality>;
}

function resolveBodies(written: Written): Bodies {
  const { document, placeIn, report } = written;
  const localities = declareAll<Locality>('locality', document.localities, 'localities', written);
  const partners = new Declarations<Partner>('partner');
  for (const [index, { short, locality, successor: _successor, ...partner }] of document.partners.entries()) {
    if (locality !== undefined) {
      const place = placeIn('partners', index, 'locality');
      requireDeclared('locality', { code: locality, place }, localities, report);
    }
    const resolved: Partner = {
      ...partner,
      label: short ?? partner.name,
      ...(locality !== undefined && { locality }),
    };
    partners.add(resolved, placeIn('partners', index, 'code'), report);
  }
  const groups = new Declarations<Group>('group');
  for (const [index, group] of document.groups.entries()) {
    groups.add(group, placeIn('groups', index, 'code'), report, [partners]);
    for (const [position, member] of group.members.entries()) {
      const place = placeIn('groups', index, 'members', position);
      requireDeclared('partner', { code: member, place }, partners.items, report);
    }
  }
  const all = new Map<string, Partner | Group>([...partners.items, ...groups.items]);
  return { partners: partners.items, groups: groups.items, bodies: all, localities };
}

function resolvePools(written: Written, partners: Bodies['partners']): ReadonlyMap<string, Pool> {
  const { document, placeIn, report } = written;
  for (const [index, { host }] of document.pools.entries()) {
    requireDeclared('partner', { code: host, place: placeIn('pools', index, 'host') }, partners, report);
  }
  return declareAll<Pool>('pool', document.pools, 'pools', written);
}

function resolveHeadings(
  written: Written,
  bodies: Bodies['bodies'],
  pools: ReadonlyMap<string, Pool>,
): ReadonlyMap<string, Heading> {
  const { document, placeIn, report } = written;
  const headings = document.headings.map((heading, index): Heading => {
    const { applied_by: appliedBy, allocation, pool, ...rest } = heading;
    const place = placeIn('headings', index, 'code');
    const appliedPlace = placeIn('headings', index, 'applied_by');
    requireDeclared('partner or group', { code: appliedBy, place: appliedPlace }, bodies, report);
    const owner = { what: 'heading', code: heading.code, pool };
    return {
      ...rest,
      appliedBy,
      pool: resolvePool(owner, pools, pool === undefined ? place : placeIn('headings', index, 'pool'), report),
      allocationPence: readAmount(allocation, document, placeIn('headings', index, 'allocation'), report),
      place,
    };
  });
  return declareAll<Heading>('heading', headings, 'headings', written);
}

function resolveContributions(
  { document, placeIn, report }: Written,
  { partners, sources, pools }: Pick<Agreement, 'partners' | 'sources' | 'pools'>,
): Contribution[] {
  const lines = new Map<string, number>();
  return document.contributions.map(({ partner, source, pool, amount }, index) => {
    const place = placeIn('contributions', index, 'partner');
    requireDeclared('partner', { code: partner, place }, partners, report);
    requireDeclared('source', { code: source, place: placeIn('contributions', index, 'source') }, sources, report);
    const owner = { what: 'contribution', code: partner, pool };
    const poolPlace = pool === undefined ? place : placeIn('contributions', index, 'pool');
    const resolvedPool = resolvePool(owner, pools, poolPlace, report);
    const key = [partner, source, resolvedPool].join('\0');
    const line = lines.get(key);
    if (line !== undefined) report(diagnose('BCF1014', { partner, source, line }, { place }));
    lines.set(key, place.line ?? 1);
    const amountPence = readAmount(amount, document, placeIn('contributions', index, 'amount'), report);
    return { partner, source, pool: resolvedPool, amountPence, place };
  });
}

/** Says where another name of an item could mean two of its list. */
function reportShared(
  { document, placeIn, report }: Written,
  { bodies, pools, sources, headings }: Record<'bodies' | 'pools' | 'sources' | 'headings', ReadonlyMap<string, Named>>,
): void {
  const lists = { partners: bodies, groups: bodies, pools, sources, headings } as const;
  for (const list of ['partners', 'groups', 'pools', 'sources', 'headings'] as const) {
    const spoken = new SpokenCodes(lists[list].values());
    for (const [index, { also = [] }] of document[list].entries()) {
      for (const [position, found] of also.entries()) {
        const codes = spoken.codesOf(found);
        const args = { found, codes: joined(codes) };
        if (codes.length > 1) report(diagnose('BCF1064', args, { place: placeIn(list, index, 'also', position) }));
      }
    }
  }
}

/** The pool that an item names, or the only one there is. */
function resolvePool(
  item: { readonly what: string; readonly code: string; readonly pool: string | undefined },
  pools: ReadonlyMap<string, Pool>,
  place: Place,
  report: Report,
): string {
  if (item.pool !== undefined) {
    requireDeclared('pool', { code: item.pool, place }, pools, report);
    return item.pool;
  }
  const [only, ...others] = pools.keys();
  if (others.length > 0) {
    report(diagnose('BCF1019', { what: item.what, found: item.code, pools: [...pools.keys()].join(', ') }, { place }));
  }
  return only ?? '';
}

function readAmount(text: string, { unit }: AgreementDocument, place: Place, report: Report): Pence {
  const parsed = parseAmount(text, unit);
  if ('pence' in parsed && parsed.pence >= 0n) return parsed.pence;
  report(diagnose('BCF1007', { found: text }, { place }));
  return 0n;
}

function toSource({ form, ...source }: AgreementDocument['sources'][number]): Source {
  return { ...source, inKind: form === 'in-kind' };
}

function declareAll<T extends { readonly code: string; readonly name: string }>(
  what: string,
  items: readonly T[],
  list: string,
  { placeIn, report }: Written,
): ReadonlyMap<string, T> {
  const declared = new Declarations<T>(what);
  for (const [index, item] of items.entries()) declared.add(item, placeIn(list, index, 'code'), report);
  return declared.items;
}
