import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Pence } from '../money/pence.js';
import type { Agreement, Contribution, Group, Heading, Locality, Partner, Pool, Source } from './agreement.js';
import { Declarations, type PlaceIn, placesIn, requireDeclared } from './declarations.js';
import { parseFinancialYear } from './financial-year.js';
import { resolveInstalments } from './resolve-instalments.js';
import { resolveLedgers } from './resolve-ledgers.js';
import { resolveRules } from './resolve-rules.js';
import { resolveSuccessors } from './resolve-successors.js';
import { resolveTables } from './resolve-tables.js';
import { resolveThresholds } from './resolve-thresholds.js';
import type { AgreementDocument } from './schema.js';
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
  const bodies = resolveBodies(document, placeIn, report);
  const pools = resolvePools(document, bodies.partners, placeIn, report);
  const sources = declareAll<Source>('source', document.sources.map(toSource), 'sources', placeIn, report);
  const headings = resolveHeadings(document, bodies.bodies, pools, placeIn, report);
  const contributions = resolveContributions(document, bodies.partners, sources, pools, placeIn, report);
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
    ...rules,
    ...(thresholds && { thresholds }),
    ledgers,
    tables,
  };
}

interface Bodies {
  readonly partners: ReadonlyMap<string, Partner>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly bodies: ReadonlyMap<string, Partner | Group>;
  readonly localities: ReadonlyMap<string, Locality>;
}

function resolveBodies(document: AgreementDocument, placeIn: PlaceIn, report: Report): Bodies {
  const localities = declareAll<Locality>('locality', document.localities, 'localities', placeIn, report);
  const partners = new Declarations<Partner>('partner');
  for (const [index, { short, locality, successor: _successor, ...partner }] of document.partners.entries()) {
    if (locality !== undefined) {
      requireDeclared('locality', locality, localities.values(), placeIn('partners', index, 'locality'), report);
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
      requireDeclared('partner', member, partners.items.values(), place, report);
    }
  }
  const all = new Map<string, Partner | Group>([...partners.items, ...groups.items]);
  return { partners: partners.items, groups: groups.items, bodies: all, localities };
}

function resolvePools(
  document: AgreementDocument,
  partners: ReadonlyMap<string, Partner>,
  placeIn: PlaceIn,
  report: Report,
): ReadonlyMap<string, Pool> {
  for (const [index, { host }] of document.pools.entries()) {
    requireDeclared('partner', host, partners.values(), placeIn('pools', index, 'host'), report);
  }
  return declareAll<Pool>('pool', document.pools, 'pools', placeIn, report);
}

function resolveHeadings(
  document: AgreementDocument,
  bodies: Bodies['bodies'],
  pools: ReadonlyMap<string, Pool>,
  placeIn: PlaceIn,
  report: Report,
): ReadonlyMap<string, Heading> {
  const headings = document.headings.map((heading, index): Heading => {
    const { applied_by: appliedBy, allocation, pool, ...rest } = heading;
    const place = placeIn('headings', index, 'code');
    requireDeclared('partner or group', appliedBy, bodies.values(), placeIn('headings', index, 'applied_by'), report);
    return {
      ...rest,
      appliedBy,
      pool: resolvePool({ what: 'heading', code: heading.code, pool }, pools, 'headings', index, placeIn, report),
      allocationPence: readAmount(allocation, document, 'headings', index, 'allocation', placeIn, report),
      place,
    };
  });
  return declareAll<Heading>('heading', headings, 'headings', placeIn, report);
}

function resolveContributions(
  document: AgreementDocument,
  partners: ReadonlyMap<string, Partner>,
  sources: ReadonlyMap<string, Source>,
  pools: ReadonlyMap<string, Pool>,
  placeIn: PlaceIn,
  report: Report,
): Contribution[] {
  const lines = new Map<string, number>();
  return document.contributions.map(({ partner, source, pool, amount }, index) => {
    const place = placeIn('contributions', index, 'partner');
    requireDeclared('partner', partner, partners.values(), place, report);
    requireDeclared('source', source, sources.values(), placeIn('contributions', index, 'source'), report);
    const asked = { what: 'contribution', code: partner, pool };
    const resolvedPool = resolvePool(asked, pools, 'contributions', index, placeIn, report);
    const key = [partner, source, resolvedPool].join('\0');
    const line = lines.get(key);
    if (line !== undefined) report(diagnose('BCF1014', { partner, source, line }, { place }));
    lines.set(key, place.line ?? 1);
    const amountPence = readAmount(amount, document, 'contributions', index, 'amount', placeIn, report);
    return { partner, source, pool: resolvedPool, amountPence, place };
  });
}

/** The pool that an item names, or the only one there is. */
function resolvePool(
  item: { readonly what: string; readonly code: string; readonly pool: string | undefined },
  pools: ReadonlyMap<string, Pool>,
  list: string,
  index: number,
  placeIn: PlaceIn,
  report: Report,
): string {
  const named = list === 'contributions' ? 'partner' : 'code';
  const place = placeIn(list, index, item.pool === undefined ? named : 'pool');
  if (item.pool !== undefined) {
    requireDeclared('pool', item.pool, pools.values(), place, report);
    return item.pool;
  }
  const [only, ...others] = pools.keys();
  if (others.length > 0) {
    report(diagnose('BCF1019', { what: item.what, found: item.code, pools: [...pools.keys()].join(', ') }, { place }));
  }
  return only ?? '';
}

function readAmount(
  text: string,
  document: AgreementDocument,
  list: string,
  index: number,
  key: string,
  placeIn: PlaceIn,
  report: Report,
): Pence {
  const parsed = parseAmount(text, document.unit);
  if ('pence' in parsed && parsed.pence >= 0n) return parsed.pence;
  report(diagnose('BCF1007', { found: text }, { place: placeIn(list, index, key) }));
  return 0n;
}

function toSource({ form, ...source }: AgreementDocument['sources'][number]): Source {
  return { ...source, inKind: form === 'in-kind' };
}

function declareAll<T extends { readonly code: string; readonly name: string }>(
  what: string,
  items: readonly T[],
  list: string,
  placeIn: PlaceIn,
  report: Report,
): ReadonlyMap<string, T> {
  const declared = new Declarations<T>(what);
  for (const [index, item] of items.entries()) declared.add(item, placeIn(list, index, 'code'), report);
  return declared.items;
}
