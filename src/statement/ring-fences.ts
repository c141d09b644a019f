import type { RingFenceRule } from '../agreement/agreement.js';
import { labelOf, membersOf } from '../agreement/bodies.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { toPounds } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import { addKnown } from '../money/pounds-text.js';
import { paidByBody } from '../rules/allocations.js';
import type { Books } from '../rules/check.js';
import { availableTo, isPaidInOneLine, partnersBehind, spentBehind } from '../rules/fenced-money.js';
import { unforecastLines } from '../rules/forecasts.js';
import { isKnown, isOpeningKnown } from '../rules/known.js';
import { virementsOf } from '../rules/virements.js';
import type { RingFenceStatement } from './ring-fence-schema.js';

/** Each fence (R2): what there is, what was spent, what is held for its purpose; and by body. */
export function ringFenceStatement(books: Books, diagnostics: readonly Diagnostic[]): RingFenceStatement[] {
  return books.agreement.ringFences.map((fence) => {
    const heading = books.agreement.headings.get(fence.heading);
    const partners = partnersBehind(books, fence).map((partner) => ({ partner, ...amountsOf(books, fence, partner) }));
    const refused = virementsOf(books).filter(({ breach }) => breach?.rule.id === fence.id);
    return {
      id: fence.id,
      clause: fence.clause,
      heading: fence.heading,
      label: heading?.name ?? fence.heading,
      ...(fence.source !== undefined && { source: fence.source }),
      nature: heading?.nature ?? 'revenue',
      ...documented(partners),
      breaches: diagnostics.filter(({ rule, class: kind }) => kind === 'finding' && rule?.id === fence.id).length,
      partners: partners.map((one) => ({
        partner: one.partner,
        label: labelOf(books.agreement, one.partner),
        ...documented([one]),
      })),
      virementsRefused: toPounds(sum(refused.map(({ amount }) => amount.amount))),
      ...bodiesWithTotals(books, fence),
    };
  });
}

interface FencedAmounts {
  readonly availablePence: Pence | undefined;
  readonly receivedPence: Pence | undefined;
  readonly spentPence: Pence | undefined;
  readonly forecastPence: Pence | undefined;
}

function amountsOf(books: Books, fence: RingFenceRule, partner: string): FencedAmounts {
  const { actual, forecast } = books;
  const purpose = { partner, purpose: fence.heading };
  const isReceiptKnown = isKnown(books, 'contributions', 'opening') && !isPaidInOneLine(books, purpose);
  const isForecast =
    !forecast.isEmpty && unforecastLines(books, { schedule: partner, heading: fence.heading }).length === 0;
  return {
    availablePence: isOpeningKnown(books) ? availableTo(books, fence, partner) : undefined,
    receivedPence: isReceiptKnown ? actual.received(purpose) + actual.broughtForward(purpose) : undefined,
    spentPence: isKnown(books, 'expenditure') ? spentBehind(actual, fence, partner) : undefined,
    forecastPence: isForecast ? spentBehind(forecast, fence, partner) : undefined,
  };
}

function documented(parts: readonly FencedAmounts[]) {
  const total = (of: (part: FencedAmounts) => Pence | undefined) => {
    const known = parts.flatMap((part) => of(part) ?? []);
    return known.length === parts.length && parts.length > 0 ? sum(known) : undefined;
  };
  const available = parts.length === 0 ? 0n : total(({ availablePence }) => availablePence);
  const received = total(({ receivedPence }) => receivedPence);
  const spent = total(({ spentPence }) => spentPence);
  const forecast = total(({ forecastPence }) => forecastPence);
  return {
    ...(available !== undefined && { available: toPounds(available) }),
    ...(received !== undefined && { received: toPounds(received) }),
    ...(spent !== undefined && { spent: toPounds(spent) }),
    ...(available !== undefined && spent !== undefined && { unspent: toPounds(available - spent) }),
    ...(received !== undefined && spent !== undefined && { held: toPounds(received - spent) }),
    ...(forecast !== undefined && { forecast: toPounds(forecast) }),
  };
}

function bodiesWithTotals(books: Books, fence: RingFenceRule): Pick<RingFenceStatement, 'bodies' | 'bodyTotals'> {
  const bodies = bodiesOf(books, fence);
  const total = (of: 'allocation' | 'paid' | 'unspent') =>
    bodies.length === 0 ? undefined : addKnown(bodies.map((body) => body[of]));
  const [allocation, paid, unspent] = [total('allocation'), total('paid'), total('unspent')];
  return {
    bodies,
    bodyTotals: {
      ...(allocation !== undefined && { allocation }),
      ...(paid !== undefined && { paid }),
      ...(unspent !== undefined && { unspent }),
    },
  };
}

/** By body where a group spends the heading: its districts, with their allocations where those are declared. */
function bodiesOf(books: Books, fence: RingFenceRule): RingFenceStatement['bodies'] {
  const { agreement, actual } = books;
  const body = agreement.headings.get(fence.heading)?.appliedBy ?? '';
  if (!agreement.groups.has(body) || (fence.allocations === undefined && fence.source === undefined)) return [];
  const paid = paidByBody(actual, fence.heading);
  const { pence, provenance } = fence.allocations ?? {};
  const members = membersOf(agreement, body);
  const others = [...agreement.bodies.keys()].filter((code) => paid.has(code) && !members.includes(code));
  return [...members, ...others].map((code) => {
    const allocationPence = pence === undefined ? undefined : (pence.get(code) ?? 0n);
    const paidPence = isKnown(books, 'expenditure') ? (paid.get(code) ?? 0n) : undefined;
    return {
      body: code,
      label: labelOf(agreement, code),
      ...(allocationPence !== undefined && provenance && { allocation: toPounds(allocationPence), provenance }),
      ...(paidPence !== undefined && { paid: toPounds(paidPence) }),
      ...(allocationPence !== undefined &&
        paidPence !== undefined && { unspent: toPounds(allocationPence - paidPence) }),
    };
  });
}
