import type { Contribution } from '../agreement/agreement.js';
import { contributorOf, labelOf } from '../agreement/bodies.js';
import { type BookName, bookNames, difference, type InBooks, inBooks, type Money, total } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances, incomes } from '../figures/terms.js';
import { alignedOf } from '../rules/aligned.js';
import { headingFigures, isAppliedKnown, planProvenance } from '../rules/applied.js';
import type { Books } from '../rules/check.js';
import { contributedFigures } from '../rules/contributed.js';
import { isKnown, isOpeningKnown } from '../rules/known.js';
import { retainedFigures } from './performance.js';
import { provenancesOf } from './provenances.js';
import type { Reconciliation } from './reconciliation-schema.js';

type FlowOfFunds = Reconciliation['flowOfFunds'];

/** Sources → pool → applications, line by line as the agreement lists them (R1). */
export function flowOfFunds(books: Books): FlowOfFunds {
  const sources = books.agreement.contributions.map((contribution) => sourceLine(books, contribution));
  const applications = [...headingFigures(books)].map(([code, figures]) => applicationLine(books, code, figures));
  return {
    sources,
    contributors: contributorsOf(books, sources),
    applications,
    totals: totalsOf(books, sources, applications),
  };
}

function totalsOf(
  books: Books,
  sources: FlowOfFunds['sources'],
  applications: FlowOfFunds['applications'],
): FlowOfFunds['totals'] {
  const rule = ruleOf('R1', books.agreement.balanceRule);
  const added = (what: string, how: string, lines: readonly InBooks[]) =>
    inBooks((book, words) =>
      lines.length === 0 && book !== 'plan'
        ? undefined
        : total(
            { what: `${what}, ${words}`, how, rule },
            lines.map((line) => line[book]),
          ),
    );
  const contributed = added('All that is contributed', 'the sources, added up', sources);
  const applied = added('All that is applied', 'the headings, added up', applications);
  const left = inBooks((book, words) =>
    difference(
      { what: `Contributed less applied, ${words}`, how: 'sources − applications', rule },
      contributed[book],
      applied[book],
    ),
  );
  const opening = inBooks((book, words) => {
    const balances = book === 'plan' ? [] : broughtForward(books, book);
    const how = book === 'plan' ? 'the plan is for the year, and brings nothing forward' : 'the opening balances';
    return balances && Figure.money({ what: `Brought forward, ${words}`, how, rule, terms: incomes(balances) });
  });
  const aligned = alignedTogether(books, 'All that is contributed', sources);
  const settled = settledOf(books);
  const balance = inBooks((book, words) =>
    total(
      {
        what: `Balance of the fund, ${words}`,
        how: `sources − applications + brought forward${settled?.[book] ? ' + settled' : ''}`,
        rule,
      },
      [left[book], opening[book], ...(settled?.[book] === undefined ? [] : [settled[book]])],
    ),
  );
  return {
    sources: contributed,
    applications: applied,
    difference: left,
    ...(aligned && { aligned }),
    broughtForward: opening,
    ...(settled && { settled }),
    balance,
    retained: retainedFigures(books),
  };
}

/**
 * What came in to settle variances and earlier years (R5), which is no contribution; undefined where nothing did. A forecast
 * has what has come: what is still owed of earlier years it does not foresee.
 */
export function settledOf(books: Books, where: { readonly pool?: string } = {}): InBooks | undefined {
  const accounts = books.actual.list('settled', where);
  if (accounts.length === 0) return undefined;
  const pool = where.pool === undefined ? '' : `${books.agreement.pools.get(where.pool)?.name ?? where.pool}: `;
  const figure = (what: string) =>
    Figure.money({
      what: `${pool}${what}`,
      how: 'what came in, less what was paid back, to settle variances and earlier years',
      rule: ruleOf('R5', books.agreement.balanceRule),
      terms: incomes(accounts),
    });
  const isForecast = broughtForward(books, 'forecast') !== undefined;
  return {
    actual: figure('Settled to date'),
    ...(isForecast && { forecast: figure('Settled to date, in the forecast') }),
  };
}

/** What the actuals or a forecast begin with; not known where there is no forecast, or where no opening balances have come. */
export function broughtForward(books: Books, book: 'actual' | 'forecast', where: { readonly pool?: string } = {}) {
  const isBegun = book === 'actual' ? isKnown(books, 'opening') : !books.forecast.isEmpty && isOpeningKnown(books);
  return isBegun ? books.actual.list('brought-forward', where) : undefined;
}

/** Sources by partner, or by the group that it belongs to; of one contributor several from one source are one. */
function contributorsOf(books: Books, sources: FlowOfFunds['sources']): FlowOfFunds['contributors'] {
  const { agreement } = books;
  const rule = ruleOf('R1', agreement.balanceRule);
  const added = (what: string, how: string, lines: readonly InBooks[]) =>
    inBooks((book, words) =>
      total(
        { what: `${what}: contributed, ${words}`, how, rule },
        lines.map((line): Money | undefined => line[book]),
      ),
    );
  const codes = new Set(sources.map(({ partner }) => contributorOf(agreement, partner)));
  return [...codes].map((code) => {
    const ofContributor = sources.filter(({ partner }) => contributorOf(agreement, partner) === code);
    const label = agreement.groups.get(code)?.name ?? ofContributor[0]?.partnerLabel ?? code;
    const aligned = alignedTogether(books, label, ofContributor);
    return {
      code,
      label,
      ...added(label, 'its sources, added up', ofContributor),
      ...(aligned && { aligned }),
      sources: [...new Set(ofContributor.map((line) => line.code))].map((source) => {
        const lines = ofContributor.filter((line) => line.code === source);
        const { label: name = source, inKind = false } = lines[0] ?? {};
        const how = 'what its partners contribute from it, added up';
        return { code: source, label: name, inKind, ...added(`${label}, ${name}`, how, lines) };
      }),
    };
  });
}

const ofWhichAligned = 'of it aligned, which its owner spends';

/** What is aligned of some sources (R1); undefined of sources of which nothing is. */
function alignedTogether(books: Books, label: string, sources: FlowOfFunds['sources']): InBooks | undefined {
  const parts = sources.flatMap(({ aligned }) => aligned ?? []);
  if (parts.length === 0) return undefined;
  return inBooks((book, words) =>
    total(
      {
        what: `${label}: ${ofWhichAligned}, ${words}`,
        how: 'the sources, added up',
        rule: ruleOf('R1', books.agreement.balanceRule),
      },
      parts.map((part): Money | undefined => part[book]),
    ),
  );
}

/** What is aligned of a contribution (R1); undefined of one of which nothing is. */
function alignedFigures(books: Books, contribution: Contribution): InBooks | undefined {
  const ofBook = (book: BookName) => alignedOf(books, book, contribution);
  if (bookNames.every((book) => ofBook(book).length === 0)) return undefined;
  const { partner, source } = contribution;
  const label = `${labelOf(books.agreement, partner)}, ${books.agreement.sources.get(source)?.name ?? source}`;
  return inBooks((book, words) =>
    isAppliedKnown(books, book, { schedule: partner, source })
      ? Figure.money({
          what: `${label}: ${ofWhichAligned}, ${words}`,
          how: 'what is applied of it to aligned headings',
          rule: ruleOf('R1', books.agreement.balanceRule),
          terms: balances(ofBook(book)),
        })
      : undefined,
  );
}

function sourceLine(books: Books, contribution: Contribution): FlowOfFunds['sources'][number] {
  const { agreement } = books;
  const { partner, source: code, pool } = contribution;
  const source = agreement.sources.get(code);
  if (source === undefined) throw new Error(`no source ${code}`);
  const figures = contributedFigures(books).get(contribution) ?? {};
  const aligned = alignedFigures(books, contribution);
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
    ...(aligned && { aligned }),
  };
}

function applicationLine(books: Books, code: string, figures: InBooks): FlowOfFunds['applications'][number] {
  const { agreement } = books;
  const heading = agreement.headings.get(code);
  if (heading === undefined) throw new Error(`no heading ${code}`);
  // A heading's rows may be derived, yet its total is the agreed allocation where they add up to it.
  const isAgreed = figures.plan?.amount === heading.allocationPence;
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
