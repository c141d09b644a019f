import { labelOf } from '../agreement/bodies.js';
import { partnerIn } from '../agreement/successors.js';
import type { FigureBooks } from '../controls/fund-figures.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { type Pence, sum } from '../money/pence.js';
import { spentVarianceLines, varianceLines } from '../rules/variance.js';
import { outsideReason } from '../rules/variance-rules.js';
import { viredPence } from '../rules/virements.js';
import type { Apart, Measured } from './comparison-line.js';
import type { ComparisonKind, Dimension } from './comparison-schema.js';
import { partsOfSchemeKey, type Side, type SideLine, schemeKeyOf, sideLines } from './comparison-side.js';

/** Two sides, and what their lines are matched by. */
export interface Sides {
  readonly from: Side;
  readonly to: Side;
  readonly by: Dimension;
  readonly kind: ComparisonKind;
}

interface Matched {
  readonly lines: readonly Measured[];
  /** Two lines of the first side that the second has as one. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Matches the lines of two sides by their declared keys, and measures each. */
export function matched({ from, to, by, kind }: Sides): Matched {
  const areTwo = from.books.agreement !== to.books.agreement;
  const { lines: before, diagnostics } = followed(sideLines(from, by), from.books, to.books, by);
  const after = sideLines(to, by);
  const lines = [...new Set([...before.keys(), ...after.keys()])].map((key): Measured => {
    const old = before.get(key);
    const now = after.get(key);
    const virementsPence = kind === 'plain' || by !== 'heading' ? 0n : viredTo(to.books, key);
    const fromPence = old === undefined ? 0n : old.isKnown ? old.pence : undefined;
    const toPence = now === undefined ? 0n : now.isKnown ? now.pence : undefined;
    const isKnown = fromPence !== undefined && toPence !== undefined;
    const isOutturn = kind === 'outturn' && isKnown;
    const isRenamed = areTwo && old !== undefined && now !== undefined && old.label !== now.label;
    return {
      key,
      label: now?.label || old?.label || key,
      formerLabel: isRenamed ? old.label : undefined,
      // Within one fund, a line without spending or a forecast is still there.
      status: !isKnown
        ? 'not-known'
        : old === undefined
          ? 'added'
          : now === undefined && areTwo
            ? 'removed'
            : toPence === fromPence + virementsPence
              ? 'same'
              : 'changed',
      fromPence,
      virementsPence,
      toPence,
      apart: isOutturn ? apartOf(to.books, old, now) : [],
      borneBy: isOutturn ? bearersOf(to, by, key) : [],
    };
  });
  return { lines, diagnostics };
}

/**
 * Of two funds, a partner that the second does not have is the first of its successors that is there; so is the
 * schedule of a scheme. Partners that became one are added up; schemes keep their codes, and two with one code are an error.
 */
function followed(
  lines: ReadonlyMap<string, SideLine>,
  { agreement }: FigureBooks,
  { agreement: later }: FigureBooks,
  by: Dimension,
): { lines: ReadonlyMap<string, SideLine>; diagnostics: Diagnostic[] } {
  if (agreement === later || (by !== 'partner' && by !== 'scheme')) return { lines, diagnostics: [] };
  const successorOf = (code: string): string => partnerIn(agreement, later, code);
  const merged = new Map<string, SideLine>();
  const diagnostics: Diagnostic[] = [];
  for (const [own, line] of lines) {
    const { schedule, scheme } = by === 'scheme' ? partsOfSchemeKey(own) : { schedule: own, scheme: undefined };
    const key = scheme === undefined ? successorOf(own) : schemeKeyOf(successorOf(schedule), scheme);
    const other = merged.get(key);
    if (other !== undefined && scheme !== undefined && scheme !== '') {
      diagnostics.push(diagnose('BCF0018', { one: other.label, other: line.label, key }));
    }
    merged.set(key, other === undefined ? line : together(other, line));
  }
  return { lines: merged, diagnostics };
}

function together(one: SideLine, other: SideLine): SideLine {
  const outside = new Map(one.outside);
  for (const [heading, pence] of other.outside) outside.set(heading, (outside.get(heading) ?? 0n) + pence);
  return {
    label: `${one.label}, ${other.label}`,
    pence: one.pence + other.pence,
    outside,
    isKnown: one.isKnown && other.isKnown,
  };
}

/** The change of each heading that R4 leaves out. */
function apartOf(books: FigureBooks, old: SideLine | undefined, now: SideLine | undefined): Apart[] {
  const headings = new Set([...(old?.outside.keys() ?? []), ...(now?.outside.keys() ?? [])]);
  return [...headings].flatMap((heading) => {
    const pence = (now?.outside.get(heading) ?? 0n) - (old?.outside.get(heading) ?? 0n);
    const kind = outsideReason(books, heading);
    if (pence === 0n || kind === undefined) return [];
    const broughtForward = books.actual.broughtForward({ purpose: heading });
    const beyondPence = pence > broughtForward ? pence - (broughtForward > 0n ? broughtForward : 0n) : 0n;
    const label = books.agreement.headings.get(heading)?.name ?? heading;
    return [{ heading, label, kind, pence, beyondPence: beyondPence > 0n ? beyondPence : 0n }];
  });
}

/** Of a partner’s or a locality’s money, on whom its variances fall (R4); a heading’s are in bcf variance. */
function bearersOf({ books, side }: Side, by: Dimension, key: string): Measured['borneBy'] {
  if (by !== 'partner' && by !== 'locality') return [];
  const { agreement } = books;
  const lines = side.book === 'forecast' ? varianceLines(books) : spentVarianceLines(books);
  const isOwn = (schedule: string) =>
    by === 'partner' ? schedule === key : (agreement.partners.get(schedule)?.locality ?? '') === key;
  const shares = lines.filter(({ schedule }) => isOwn(schedule)).flatMap(({ borneBy }) => borneBy);
  return [...agreement.bodies.keys()].flatMap((code) => {
    const amountPence = sum(shares.filter((share) => share.code === code).map(({ amount }) => amount.amount));
    return amountPence === 0n ? [] : [{ code, label: labelOf(agreement, code), amountPence }];
  });
}

/** What allowed virements have added to a heading, over all schedules. */
function viredTo(books: FigureBooks, heading: string): Pence {
  return sum([...books.agreement.partners.keys()].map((schedule) => viredPence(books, schedule, heading)));
}
