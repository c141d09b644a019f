import { larger } from '../../money/pence.js';
import { type FlowHeading, type FlowSource, flowGroups, isAgreed } from '../../statement/flow-groups.js';
import type { Headlines } from '../../statement/headlines.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type {
  FlowApplier,
  FlowBand,
  FlowBeyond,
  FlowPart,
  FlowPicture,
  ManyInBand,
  PoolFlow,
  Side,
  SideOf,
} from '../pictures.js';

type Flow = Reconciliation['flowOfFunds'];

/** The flow of the year’s funds (R1); undefined where no pool has anything agreed. */
export function flowPicture(
  result: Reconciliation,
  { flowOthers }: Pick<Headlines, 'flowOthers'>,
  sideOf: SideOf,
): FlowPicture | undefined {
  const { sourcesOf, headingsOf } = flowGroups(result);
  const pools = result.byPool.flatMap(({ pool, label, contributions: { plan } }): PoolFlow[] => {
    const manyOf = (side: 'sources' | 'headings', noun: ManyInBand['noun']): ManyInBand | undefined => {
      const others = flowOthers.find((one) => one.pool === pool && one.side === side);
      return others && { count: others.count, noun };
    };
    const headings = headingsOf(pool);
    const sources = sourcesOf(pool).map((lines) =>
      sourceBand(lines, manyOf('sources', ['body', 'bodies']), result, sideOf),
    );
    const bands = headings.map((lines) => headingBand(lines, manyOf('headings', ['heading', 'headings']), sideOf));
    return plan === undefined || sources.length + bands.length === 0
      ? []
      : [{ label, plan, sources, headings: bands, appliers: appliersOf(headings) }];
  });
  if (pools.length === 0) return undefined;
  const bands = pools.flatMap(({ sources, headings }) => [...sources, ...headings]);
  return {
    kind: 'flow',
    title: `Flow of funds through ${pools.length === 1 ? 'the pool' : 'the pools'}, ${result.fund.year}`,
    pools,
    sides: [...new Set(bands.map(({ side }) => side))],
    isBegun: bands.some(({ parts }) => parts.some(({ toDate }) => toDate !== undefined)),
    beyond: beyondOf(result.flowOfFunds),
  };
}

function sourceBand(
  lines: readonly FlowSource[],
  many: ManyInBand | undefined,
  result: Reconciliation,
  sideOf: SideOf,
): FlowBand {
  const [first, ...others] = lines;
  const only = others.length > 0 ? undefined : first;
  return {
    label: only === undefined ? othersLabel : sourceLabel(only, result.flowOfFunds),
    many: only === undefined ? many : undefined,
    side: sideOfAll(lines.map(({ partner }) => sideOf(partner))),
    parts: lines.flatMap((line) => partsOf(line, outstandingOf(line, result))),
    isAligned: false,
  };
}

/** A source by its partner; with the source’s own name where the partner has several in the fund. */
function sourceLabel({ partner, partnerLabel, label, inKind }: FlowSource, { sources }: Flow): string {
  const isOneOfSeveral = sources.filter((source) => source.partner === partner && isAgreed(source)).length > 1;
  return `${partnerLabel}${isOneOfSeveral ? `, ${label}` : ''}${inKind ? ' (in kind)' : ''}`;
}

function headingBand(lines: readonly FlowHeading[], many: ManyInBand | undefined, sideOf: SideOf): FlowBand {
  const [first, ...others] = lines;
  const only = others.length > 0 ? undefined : first;
  return {
    label: only?.label ?? othersLabel,
    many: only === undefined ? many : undefined,
    side: sideOfAll(lines.map(({ appliedBy }) => sideOf(appliedBy))),
    parts: lines.flatMap((line) => partsOf(line, [])),
    isAligned: lines.every(({ arrangement }) => arrangement === 'aligned'),
  };
}

/** What several together are called; the table beside the picture has each. */
const othersLabel = 'others, together';

function sideOfAll(sides: readonly Side[]): Side {
  const [side = 'other', ...more] = new Set(sides);
  return more.length === 0 ? side : 'other';
}

function partsOf({ plan, actual }: FlowSource | FlowHeading, outstanding: FlowPart['outstanding']): FlowPart[] {
  return plan === undefined ? [] : [{ plan, toDate: actual, outstanding }];
}

function outstandingOf(
  { partner, code, pool }: FlowSource,
  { contributions }: Pick<Reconciliation, 'contributions'>,
): FlowPart['outstanding'] {
  return contributions.flatMap(({ outstanding, ...line }) =>
    line.partner === partner && line.source === code && line.pool === pool && (outstanding?.amount ?? 0n) > 0n
      ? (outstanding ?? [])
      : [],
  );
}

/** Brackets over neighbours that one body or group applies. */
function appliersOf(headings: readonly (readonly FlowHeading[])[]): FlowApplier[] {
  const appliers: (FlowApplier & { readonly code: string })[] = [];
  for (const [index, lines] of headings.entries()) {
    const [only, ...more] = new Map(lines.map((line) => [line.appliedBy, line.appliedByLabel]));
    if (only === undefined || more.length > 0) continue;
    const [code, label] = only;
    const last = appliers.at(-1);
    if (last?.code === code && last.to === index - 1) appliers.splice(-1, 1, { ...last, to: index });
    else appliers.push({ code, label, from: index, to: index });
  }
  return appliers.map(({ label, from, to }) => ({ label, from, to }));
}

/** What a band cannot show: what is below nought, or above what was agreed. */
function beyondOf({ sources, applications }: Flow): FlowBeyond[] {
  const lines = [
    ...sources.map((line) => ({ ...line, label: `${line.partnerLabel}, ${line.label}` })),
    ...applications,
  ];
  return lines.flatMap(({ label, plan, actual: toDate }) =>
    plan !== undefined && toDate !== undefined && (toDate.amount < 0n || toDate.amount > larger(plan.amount, 0n))
      ? [{ label, plan, toDate }]
      : [],
  );
}
