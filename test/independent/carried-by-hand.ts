import { stepsOf } from './apportion-by-hand.js';
import { partnersOf, purposeOf, rowsToDate, sumPence } from './fund-rows.js';
import { type BroughtForward, districts, type RuledFund } from './fund-shape.js';
import { larger, smaller } from './pot-by-hand.js';

/** What may be spent of what was brought forward for a heading: of each holder what is left to it, and never less than nil. */
export function carriedByHand(
  { opening }: RuledFund,
  heading: string,
  isMeant: (row: BroughtForward) => boolean,
  fault = '',
): bigint {
  const holders = new Map<string, bigint>();
  for (const row of opening.filter((each) => purposeOf(each) === heading && isMeant(each))) {
    const holder = fault === 'holders-netted' ? row.partner : `${row.partner} ${row.body ?? ''}`;
    holders.set(holder, (holders.get(holder) ?? 0n) + row.pence);
  }
  const left = [...holders.values()].map((pence) => (fault === 'overspend-carried' ? pence : larger(0n, pence)));
  return left.reduce((total, pence) => total + pence, 0n);
}

/** What a body has of the grant, in pence; undefined where it is not known, or not declared. */
interface BodyByHand {
  readonly code: string;
  readonly allocation: bigint | undefined;
  /** Undefined where nothing was brought forward for anybody. */
  readonly carried: bigint | undefined;
  readonly paid: bigint | undefined;
  readonly left: bigint | undefined;
}

/** R2: the grant that districts spend, by body. What they have undivided is for those of them that are paid above their own. */
export function bodiesByHand(fund: RuledFund, fault = ''): BodyByHand[] {
  const { members = [], allotted } = fund.districts ?? {};
  const spent = rowsToDate(fund).spent.filter(({ heading }) => heading === 'adaptations');
  const payeeOf = ({ district, appliedBy }: (typeof spent)[number]) =>
    fault === 'district-ignored' ? appliedBy : district || appliedBy;
  const codes = new Set([...members, districts, ...partnersOf(fund)]);
  const bodies = [...codes].map((code) => {
    const holders = code === districts ? [code, ''] : [code];
    return {
      code,
      allocation: allotted && (allotted[members.indexOf(code)] ?? 0n),
      carried: carriedByHand(fund, 'adaptations', ({ body = '' }) => holders.includes(body), fault),
      paid: fund.spending.length === 0 ? undefined : sumPence(spent.filter((row) => payeeOf(row) === code)),
    };
  });
  const given = undividedOf(bodies, members, fault);
  const isAnyCarried = carriedByHand(fund, 'adaptations', () => true, fault) !== 0n;
  return bodies
    .map(({ code, allocation, carried: own, paid }) => {
      const carried = own + (given.get(code) ?? 0n);
      const left = allocation === undefined || paid === undefined ? undefined : allocation + carried - paid;
      return { code, allocation, carried, paid, left };
    })
    .filter(({ code, carried }) => members.includes(code) || carried !== 0n || spent.map(payeeOf).includes(code))
    .map((body) => ({ ...body, carried: isAnyCarried ? body.carried : undefined }));
}

/** What each is given of what the districts have undivided; theirs is that much less. */
function undividedOf(
  bodies: readonly Omit<BodyByHand, 'left'>[],
  members: readonly string[],
  fault: string,
): Map<string, bigint> {
  const leftOf = ({ allocation, carried = 0n, paid }: Omit<BodyByHand, 'left'>) =>
    allocation === undefined || paid === undefined ? 0n : allocation + carried - paid;
  const needs = new Map(
    bodies.filter(({ code }) => members.includes(code)).map((body) => [body.code, larger(0n, -leftOf(body))]),
  );
  const needed = [...needs.values()].reduce((total, pence) => total + pence, 0n);
  const group = bodies.find(({ code }) => code === districts);
  const there = group === undefined ? 0n : larger(0n, leftOf(group));
  if (needed === 0n || fault === 'undivided-stays') return new Map();
  const parts = stepsOf(smaller(there, needed), needs, fault);
  return new Map([...parts, [districts, -smaller(there, needed)]]);
}
