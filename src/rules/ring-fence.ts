import type { Agreement, RingFenceRule } from '../agreement/agreement.js';
import { isPartOf, labelOf, nameOf } from '../agreement/bodies.js';
import { fenceOfSource } from '../agreement/tied-money.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { balances } from '../figures/terms.js';
import type { AppliedAccount } from '../journal/accounts.js';
import { checkAllocations } from './allocations.js';
import { type Books, checkOf, outcomeOf, type RuleOutcome, together } from './check.js';
import type { CheckFamily } from './check-families.js';
import { checkFenceAmounts } from './ring-fence-amounts.js';
import { type Spending, spendings } from './spending.js';

/**
 * R2, both ways round each fence: its source under its own heading only, its heading from its own source only, by the
 * body it is for, and not above what there is. Each breach is named with its rows.
 */
export function checkRingFences(books: Books): RuleOutcome {
  return together(books.agreement.ringFences.map((fence) => checkFence(books, fence)));
}

function checkFence(books: Books, fence: RingFenceRule): RuleOutcome {
  const { agreement } = books;
  const { source, heading } = fence;
  const fencedHeading = agreement.headings.get(heading);
  const headingName = fencedHeading?.name ?? heading;
  const outcomes: RuleOutcome[] = [];
  const isBreach = fenceBreaches(agreement, fence);
  if (source !== undefined) {
    const sourceName = agreement.sources.get(source)?.name ?? source;
    outcomes.push(
      breachesOf(books, fence, {
        aspect: 'purpose',
        family: 'ring-fence.purpose',
        message: `${sourceName} spent only on ${headingName}`,
        column: 'heading',
        isBreach: isBreach.purpose,
        fault: (spending, args) => diagnose('BCF2104', { ...args, own: heading }, { ...spending.context, rule: fence }),
      }),
      breachesOf(books, fence, {
        aspect: 'source',
        family: 'ring-fence.source',
        message: `${headingName} charged only to ${sourceName}`,
        column: 'source',
        isBreach: isBreach.source,
        fault: (spending, args) => diagnose('BCF2105', { ...args, own: source }, { ...spending.context, rule: fence }),
      }),
    );
  }
  const body = fencedHeading?.appliedBy ?? '';
  outcomes.push(
    breachesOf(books, fence, {
      aspect: 'body',
      family: 'ring-fence.body',
      message: `${headingName} spent only by ${labelOf(agreement, body)}`,
      column: 'applied_by',
      isBreach: isBreach.body,
      fault: (spending, { heading: name, amount, rows }) => {
        const args = {
          heading: name,
          body: nameOf(agreement, spending.account.appliedBy),
          expected: labelOf(agreement, body),
        };
        return diagnose('BCF2108', { ...args, amount, rows }, { ...spending.context, rule: fence });
      },
    }),
    checkFenceAmounts(books, fence),
    checkAllocations(books, fence),
  );
  return together(outcomes);
}

/** What breaks a fence: its source spent elsewhere, another source under its heading, a body that it is not for. */
function fenceBreaches(
  agreement: Agreement,
  { source, heading }: RingFenceRule,
): Readonly<Record<'purpose' | 'source' | 'body', (account: AppliedAccount) => boolean>> {
  const body = agreement.headings.get(heading)?.appliedBy ?? '';
  return {
    purpose: (account) => account.source === source && account.heading !== heading,
    // A source with a fence of its own is that fence's breach, and named there.
    source: (account) =>
      account.heading === heading &&
      account.source !== source &&
      fenceOfSource(agreement, account.source) === undefined,
    body: (account) => account.heading === heading && !isPartOf(agreement, account.appliedBy, body),
  };
}

/** Whether money of a capital source was spent under a revenue heading. */
function isCapitalAsRevenue(agreement: Agreement, source: string, account: AppliedAccount): boolean {
  return account.source === source && agreement.headings.get(account.heading)?.nature === 'revenue';
}

/** R1 and R2: capital money is spent under capital headings only. One check for each capital source. */
export function checkCapital(books: Books): RuleOutcome {
  const { agreement } = books;
  const capital = [...agreement.sources.values()].filter(({ nature }) => nature === 'capital');
  return together(
    capital.map((source) => {
      const rule = fenceOfSource(agreement, source.code) ?? agreement.balanceRule;
      return breachesOf(books, rule, {
        aspect: `capital.${source.code}`,
        family: 'ring-fence.capital',
        message: `${source.name}, capital, not spent as revenue`,
        column: 'heading',
        isBreach: (account) => isCapitalAsRevenue(agreement, source.code, account),
        fault: (spending, { source: name, heading, amount, rows }) =>
          diagnose('BCF2106', { source: name, heading, amount, rows }, { ...spending.context, rule }),
      });
    }),
  );
}

interface BreachWords {
  readonly source: string;
  readonly heading: string;
  readonly amount: string;
  readonly rows: number;
}

interface Breach {
  /** What of the rule is broken: the end of the check's id. */
  readonly aspect: string;
  readonly family: CheckFamily;
  readonly message: string;
  /** The column of a row that is wrong. */
  readonly column: 'heading' | 'source' | 'applied_by';
  readonly isBreach: (account: AppliedAccount) => boolean;
  readonly fault: (spending: Spending, args: BreachWords) => Diagnostic;
}

/** One check, in the plan and in the actuals together: nothing was spent where it is a breach. */
function breachesOf(
  { agreement, plan, actual }: Books,
  rule: { readonly id: string; readonly clause: string; readonly heading?: string },
  { aspect, family, message, column, isBreach, fault }: Breach,
): RuleOutcome {
  const breaches = [plan, actual].flatMap((book) => spendings(book, column, isBreach));
  const check = checkOf({
    id: `ring-fence.${rule.id}.${aspect}`,
    family,
    rule: 'R2',
    clause: rule.clause,
    ...(rule.heading !== undefined && { heading: rule.heading }),
    passed: breaches.length === 0,
    expected: [],
    actual: balances([plan, actual].flatMap((book) => book.list('applied').filter(({ account }) => isBreach(account)))),
    message,
  });
  const found = breaches.map((spending) => {
    const { source, heading } = spending.account;
    const diagnostic = fault(spending, {
      source: agreement.sources.get(source)?.name ?? source,
      heading: agreement.headings.get(heading)?.name ?? heading,
      amount: spending.amountInWords,
      rows: spending.rows,
    });
    return { diagnostic, terms: spending.terms };
  });
  return outcomeOf([check], found);
}
