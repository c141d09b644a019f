import type { Agreement, Contribution } from '../agreement/agreement.js';
import { contributorOf, labelOf } from '../agreement/bodies.js';
import type { Where } from '../journal/book-view.js';
import type { Pence } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { broughtForwardPence, isOpeningKnown, receivedPence } from '../rules/known.js';
import { appliedFigures, planProvenance } from './applied.js';
import { addFigures, provenancesOf, subtractFigures, toFigures } from './figures.js';
import { retainedFigures } from './performance.js';
import type { Figures, Reconciliation } from './reconciliation-schema.js';

type FlowOfFunds = Reconciliation['flowOfFunds'];

/** Sources → pool → applications, line by line as the agreement lists them. */
export function flowOfFunds(books: Books): FlowOfFunds {
  const sources = books.agreement.contributions.map((contribution) => sourceLine(books, contribution));
  const applications = [...books.agreement.headings.keys()].map((code) => applicationLine(books, code));
  const totals = { sources: addFigures(sources), applications: addFigures(applications) };
  const difference = subtractFigures(totals.sources, totals.applications);
  const broughtForward = toFigures({
    plan: 0n,
    actual: broughtForwardPence(books),
    forecast: broughtForwardToForecast(books),
  });
  return {
    sources,
    contributors: contributorsOf(books.agreement, sources),
    applications,
    totals: {
      ...totals,
      difference,
      broughtForward,
      balance: addFigures([difference, broughtForward]),
      retained: retainedFigures(books),
    },
  };
}

/** What a forecast begins with; not known where there is none, or where it is not known what was brought forward. */
export function broughtForwardToForecast(books: Books, where: Where<'brought-forward'> = {}): Pence | undefined {
  return books.forecast.isEmpty || !isOpeningKnown(books) ? undefined : books.forecast.broughtForward(where);
}

/** Sources by partner, or by the group that it belongs to; of one contributor several from one source are one. */
function contributorsOf(agreement: Agreement, sources: FlowOfFunds['sources']): FlowOfFunds['contributors'] {
  const codes = new Set(sources.map(({ partner }) => contributorOf(agreement, partner)));
  return [...codes].map((code) => {
    const own = sources.filter(({ partner }) => contributorOf(agreement, partner) === code);
    return {
      code,
      label: agreement.groups.get(code)?.name ?? own[0]?.partnerLabel ?? code,
      ...addFigures(own),
      sources: [...new Set(own.map((line) => line.code))].map((source) => {
        const lines = own.filter((line) => line.code === source);
        const { label = source, inKind = false } = lines[0] ?? {};
        return { code: source, label, inKind, ...addFigures(lines) };
      }),
    };
  });
}

/** What is contributed: agreed, received to date, and expected for the year. */
export function contributedFigures(books: Books, contributions: readonly Contribution[]): Figures {
  const { plan, forecast } = books;
  return addFigures(
    contributions.map(({ partner, source, pool }) => {
      const where = { partner, source, pool };
      const isForecast = forecast.list('income', where).length > 0;
      return toFigures({
        plan: plan.received(where),
        actual: receivedPence(books, where),
        forecast: isForecast ? forecast.received(where) : undefined,
      });
    }),
  );
}

function sourceLine(books: Books, contribution: Contribution): FlowOfFunds['sources'][number] {
  const { agreement } = books;
  const { partner, source: code, pool } = contribution;
  const source = agreement.sources.get(code);
  if (source === undefined) throw new Error(`no source ${code}`);
  const figures = contributedFigures(books, [contribution]);
  const group = agreement.groups.get(contributorOf(agreement, partner));
  return {
    code,
    label: source.name,
    partner,
    partnerLabel: labelOf(agreement, partner),
    pool,
    ...(group && { group: group.name }),
    nature: source.nature,
    inKind: source.inKind,
    ...figures,
    provenance: provenancesOf(books, 'stated', figures),
  };
}

function applicationLine(books: Books, code: string): FlowOfFunds['applications'][number] {
  const { agreement, plan } = books;
  const heading = agreement.headings.get(code);
  if (heading === undefined) throw new Error(`no heading ${code}`);
  const figures = appliedFigures(books, { heading: code });
  // A heading's rows may be derived, yet its total is the agreed allocation where they add up to it.
  const isAgreed = plan.applied({ heading: code }) === heading.allocationPence;
  const provenance = isAgreed ? 'stated' : planProvenance(books, { heading: code });
  return {
    code,
    label: heading.name,
    appliedBy: heading.appliedBy,
    appliedByLabel: labelOf(agreement, heading.appliedBy),
    pool: heading.pool,
    nature: heading.nature,
    arrangement: heading.arrangement,
    ...figures,
    provenance: provenancesOf(books, provenance, figures),
  };
}
