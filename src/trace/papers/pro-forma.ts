import { ProFormaMapping } from '../../controls/pro-forma.js';
import { sum } from '../../money/pence.js';
import { rulesOfPapers } from '../../statement/papers/rules-of-papers.js';
import { reportRoot } from '../../statement/report-figures-schema.js';
import { bodyName } from '../explain/traced.js';
import type { Step, Term } from '../node.js';
import { balances, item, plus, stated, step } from '../terms.js';
import type { TracedPapers } from './traced-papers.js';

const rule = rulesOfPapers.proForma;
const columns = [
  ['plan', 'plan value'],
  ['actual', 'spent to date'],
  ['forecast', 'forecast outturn'],
] as const;

/** A part of what the pro-forma spreads over its lines: a scheme, or what has none. */
interface Part {
  readonly schedule: string;
  readonly scheme: string;
  readonly heading: string;
  readonly line: string | undefined;
  readonly term: Term;
}

/** The pro-forma of Appendix 4: each line’s schemes and headings. */
export function explainProForma(traced: TracedPapers): void {
  const { all, figures, fund } = traced;
  const { lines, unmapped } = figures.proForma;
  const mapping = new ProFormaMapping(fund);
  const root = `${reportRoot}.pro-forma`;
  const parts = {
    plan: plannedParts(traced, mapping),
    actual: bookedParts(traced, mapping, 'actual'),
    forecast: bookedParts(traced, mapping, 'forecast'),
  };
  const lineName = (line: string) => item(`${root}.lines`, { line });
  const unmappedName = ({ schedule, scheme, heading }: (typeof unmapped)[number]) =>
    item(`${root}.unmapped`, { schedule, scheme, heading });
  for (const [key, words] of columns) {
    for (const { line } of lines) {
      all.explain(`${lineName(line)}.${key}`, () => ({
        what: `Pro-forma, ${line}: ${words}`,
        how: 'the schemes and headings that pro-forma.csv maps to it, added up',
        rule,
        terms: parts[key].filter((part) => part.line === line).map(({ term }) => term),
      }));
    }
    for (const one of unmapped) {
      const { schedule, scheme = '', heading = '' } = one;
      const isOwn = (part: Part) =>
        part.schedule === schedule && part.scheme === scheme && (scheme !== '' || part.heading === heading);
      all.explain(`${unmappedName(one)}.${key}`, () => ({
        what: `${one.label}, on no line of the pro-forma: ${words}`,
        how: 'its accounts, or its rows of schemes.csv, added up',
        rule,
        terms: parts[key].filter((part) => part.line === undefined && isOwn(part)).map(({ term }) => term),
      }));
    }
    all.explain(`${root}.not-mapped.${key}`, () => ({
      what: `On no line of the pro-forma: ${words}`,
      how: 'what is not mapped, added up',
      rule,
      terms: plus(...unmapped.map((one) => `${unmappedName(one)}.${key}`)),
    }));
    all.explain(`${root}.totals.${key}`, () => ({
      what: `The pro-forma: ${words}`,
      how: 'its lines, and what is on none',
      rule,
      terms: plus(
        ...all.known(
          [...lines.map(({ line }) => lineName(line)), `${root}.not-mapped`].map((name) => `${name}.${key}`),
        ),
      ),
    }));
  }
}

function bookedParts({ books }: TracedPapers, mapping: ProFormaMapping, book: 'actual' | 'forecast'): Part[] {
  return books[book].list('applied').flatMap((balance) => {
    const { schedule, scheme, heading } = balance.account;
    const line = mapping.lineOf(balance.account);
    return balances([balance]).map((term): Part => ({ schedule, scheme, heading, line, term }));
  });
}

/** Schemes as schemes.csv has them; a schedule without any by heading; the rest of one whose schemes do not make it up. */
function plannedParts({ books, fund }: TracedPapers, mapping: ProFormaMapping): Part[] {
  const { agreement, plan } = books;
  const schemes = fund.schemes.map((row): Part => {
    const { schedule, scheme, heading, name, amountPence, at } = row;
    const term = stated(`${scheme} ${name}`.trim(), amountPence, at);
    return { schedule, scheme, heading, line: mapping.lineOf(row), term };
  });
  const rest = [...agreement.partners.keys()].flatMap((schedule): Part[] => {
    const own = schemes.filter((part) => part.schedule === schedule);
    const planned = plan.list('applied', { schedule });
    if (own.length === 0) {
      return planned.flatMap((balance) => {
        const { heading } = balance.account;
        const line = mapping.lineOf({ schedule, scheme: '', heading });
        return balances([balance]).map((term): Part => ({ schedule, scheme: '', heading, line, term }));
      });
    }
    const unlisted: Step = {
      what: `${bodyName(books, schedule)}: plan that no scheme makes up`,
      how: 'its plan − its schemes',
      unit: 'money',
      terms: [...balances(planned), ...own.map(({ term }): Term => ({ ...term, sign: -1n }))],
    };
    const listedPence = sum(fund.schemes.filter((row) => row.schedule === schedule).map((row) => row.amountPence));
    if (plan.applied({ schedule }) === listedPence) return [];
    return [{ schedule, scheme: '', heading: '', line: undefined, term: step(unlisted) }];
  });
  return [...schemes, ...rest];
}
