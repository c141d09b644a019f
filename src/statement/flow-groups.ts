import type { Reconciliation } from './reconciliation-schema.js';
import { togetherWhereMany } from './together.js';

type Flow = Pick<Reconciliation, 'flowOfFunds'>;
export type FlowSource = Reconciliation['flowOfFunds']['sources'][number];
export type FlowHeading = Reconciliation['flowOfFunds']['applications'][number];

/** What the picture of the flow of funds draws as one band each: of many lines the largest alone, the others in one. */
export interface FlowGroups {
  readonly sourcesOf: (pool: string) => readonly (readonly FlowSource[])[];
  readonly headingsOf: (pool: string) => readonly (readonly FlowHeading[])[];
}

/** The lines of the flow of funds that have anything agreed, as they are drawn. */
export function flowGroups({ flowOfFunds: { sources, applications } }: Flow): FlowGroups {
  const [groupedSources, groupedHeadings] = [
    togetherWhereMany(sources.filter(isAgreed), planOf),
    togetherWhereMany(applications.filter(isAgreed), planOf),
  ];
  return {
    sourcesOf: (pool) => groupedSources((line) => line.pool === pool),
    headingsOf: (pool) => groupedHeadings((line) => line.pool === pool),
  };
}

/** Whether a line of the flow of funds has anything agreed. */
export function isAgreed(line: FlowSource | FlowHeading): boolean {
  return planOf(line) > 0n;
}

function planOf({ plan }: FlowSource | FlowHeading): bigint {
  return plan?.amount ?? 0n;
}
