import { labelOf } from '../../agreement/bodies.js';
import { contributions, type PartnerSeries } from '../../controls/partner-series.js';
import { digitsOf } from '../../controls/quantity.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Fund } from '../../fund/fund.js';
import { fromPounds } from '../../money/format-money.js';
import { type Apportioned, apportion } from '../../statement/apportionment.js';
import { type AskedApportionment, apportionmentRoot, askedByCodes } from '../../statement/apportionment-asked.js';
import { apportionmentFigures } from '../../statement/apportionment-schema.js';
import { Explanations } from '../explanations.js';
import type { Asked } from '../kind-of-figure.js';
import type { Term } from '../node.js';
import { given, minus, plus, stated } from '../terms.js';
import { explainShares, type Sharing, shareName } from './shares.js';
import { unitOf, writtenFigure } from './written-figures.js';

/** The figures of `bcf apportion`, of the apportionment that the codes of a name ask for. */
export function explainApportionment({ fund, asAt, codes }: Asked): {
  readonly all?: Explanations;
  readonly diagnostics: readonly Diagnostic[];
} {
  const faults: Diagnostic[] = [];
  const asked = askedByCodes(codes, (diagnostic) => faults.push(diagnostic));
  if (asked === undefined) return { diagnostics: faults };
  const { made, diagnostics } = apportion(fund, asked, asAt);
  return made === undefined ? { diagnostics } : { all: explained(fund, asked, made), diagnostics };
}

function explained(fund: Fund, asked: AskedApportionment, made: Apportioned): Explanations {
  const { result, weights, published } = made;
  const all = new Explanations(apportionmentFigures(result, asked));
  const partners = result.shares.map(({ partner }) => partner);
  const label = (partner: string) => labelOf(fund.agreement, partner);
  const sharing: Sharing = { all, root: apportionmentRoot(asked), partners, label, weights };
  explainTotal(sharing, asked, made);
  for (const partner of partners) {
    all.explain(`${shareName(sharing, partner)}.weight`, () => ({
      what: `${label(partner)}: weight`,
      how: asked.by === contributions ? 'what it has agreed to pay in' : `as ${asked.by} has it`,
      places: weights.places,
      terms: makingsOf(weights, partner),
    }));
  }
  explainShares(sharing, made);
  if (published !== undefined) explainPublished(sharing, asked.against ?? '', published);
  explainTotals(sharing);
  return all;
}

function explainTotal({ all, root }: Sharing, { amount }: AskedApportionment, { result, total }: Apportioned): void {
  const what = 'Total to share';
  const written = total && writtenFigure(amount, total);
  all.explain(`${root}.total`, () =>
    written === undefined
      ? { what: `${what}, as asked for`, how: '', terms: [stated(what, fromPounds(result.total))] }
      : { ...written, what, how: `${amount}: ${written.how}` },
  );
  all.explain(`${root}.step`, () => ({
    what: 'Unit of the shares, as asked for',
    how: 'every share is a whole number of it',
    terms: [stated('unit', fromPounds(result.step))],
  }));
}

/** Lines of the agreement, or cells of the table that says it. */
function makingsOf({ unit, places, makings }: PartnerSeries, partner: string): Term[] {
  return (makings.get(partner) ?? []).map(({ amount, what, at }) =>
    given({ what, unit: unitOf(unit), amount: digitsOf(amount, places), places, at }),
  );
}

function explainPublished(sharing: Sharing, against: string, published: PartnerSeries): void {
  const { all, partners, label } = sharing;
  for (const partner of partners) {
    const name = shareName(sharing, partner);
    all.explain(`${name}.published`, () => ({
      what: `${label(partner)}: published`,
      how: `as ${against} has it`,
      terms: makingsOf(published, partner),
    }));
    all.explain(`${name}.difference`, () => ({
      what: `${label(partner)}: difference`,
      how: 'share − published',
      terms: [...plus(`${name}.share`), ...minus(`${name}.published`)],
    }));
  }
}

function explainTotals(sharing: Sharing): void {
  const { all, root, partners } = sharing;
  const totals = `${root}.totals`;
  for (const part of ['weight', 'share', 'published'] as const) {
    all.explain(`${totals}.${part}`, () => ({
      what: `All: ${part}`,
      how: 'the partners, added up',
      terms: plus(...partners.map((partner) => `${shareName(sharing, partner)}.${part}`)),
    }));
  }
  all.explain(`${totals}.exact`, () => ({
    what: 'All: exact share',
    how: 'the total: the exact shares come to it before they are rounded for showing',
    terms: plus(`${root}.total`),
    formula: ([total = 0n]) => total * 10_000n,
  }));
  all.explain(`${totals}.rounding`, () => ({
    what: 'All: rounding',
    how: 'shares − total: nothing is lost and nothing is made',
    terms: plus(`${totals}.share`, `${root}.total`),
    formula: ([shares = 0n, total = 0n]) => (shares - total) * 10_000n,
  }));
  all.explain(`${totals}.difference`, () => ({
    what: 'All: difference',
    how: 'shares − published',
    terms: [...plus(`${totals}.share`), ...minus(`${totals}.published`)],
  }));
}
