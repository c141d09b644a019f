import { bodyOf } from '../../rules/fenced-bodies.js';
import { rulesOfPapers } from '../../statement/papers/rules-of-papers.js';
import { reportRoot } from '../../statement/report-figures-schema.js';
import { headingName } from '../explain/traced.js';
import { balances, item, minus, plus } from '../terms.js';
import type { TracedPapers } from './traced-papers.js';

const spending = [
  ['allocation', 'allotted for the year'],
  ['first-half', 'paid from April to September'],
  ['second-half', 'paid from October to March'],
  ['to-date', 'paid to date'],
] as const;

const halves: Readonly<Record<(typeof spending)[number][0], readonly string[]>> = {
  allocation: [],
  'first-half': ['Q1', 'Q2'],
  'second-half': ['Q3', 'Q4'],
  'to-date': ['Q1', 'Q2', 'Q3', 'Q4'],
};

/** A grant by body and half-year, twice yearly: the disabled facilities grant by district. */
export function explainGrants(traced: TracedPapers): void {
  const { all, books, figures } = traced;
  const rule = rulesOfPapers.schedules;
  const partly = books.asAt === 'Q1' ? 'first-half' : books.asAt === 'Q3' ? 'second-half' : undefined;
  const upTo = (key: string) => (key === partly ? ` (to ${books.asAt})` : '');
  for (const { heading, bodies } of figures.grants) {
    const grant = item(`${reportRoot}.grants`, { heading });
    const nameOf = (body: string) => item(`${grant}.bodies`, { body });
    const fence = books.agreement.ringFences.find((one) => one.heading === heading);
    const what = headingName(books, heading);
    for (const { code, label } of bodies) {
      const own = books.actual.list('applied', { heading }).filter(({ account }) => bodyOf(account) === code);
      for (const [key, words] of spending) {
        all.explain(`${nameOf(code)}.${key}`, () => ({
          what: `${what}, ${label}: ${words}${upTo(key)}`,
          how: key === 'allocation' ? 'as the ring-fence has it' : 'its accounts of these quarters, added up',
          rule,
          terms:
            key === 'allocation'
              ? plus(
                  ...all.known(
                    fence === undefined
                      ? []
                      : [`${item('ring-fences', { fence: fence.id })}${item('.bodies', { body: code })}.allocation`],
                  ),
                )
              : balances(own.filter(({ quarter = '' }) => halves[key].includes(quarter))),
        }));
      }
      explainLeft(traced, nameOf(code), `${what}, ${label}`);
    }
    for (const [key, words] of spending) {
      all.explain(`${grant}.totals.${key}`, () => ({
        what: `${what}, all bodies: ${words}${upTo(key)}`,
        how: 'the bodies, added up',
        rule,
        terms: plus(...bodies.map(({ code }) => `${nameOf(code)}.${key}`)),
      }));
    }
    explainLeft(traced, `${grant}.totals`, `${what}, all bodies`);
  }
}

function explainLeft({ all }: TracedPapers, name: string, what: string): void {
  all.explain(`${name}.left`, () => ({
    what: `${what}: left of the year`,
    how: 'allotted − paid',
    rule: rulesOfPapers.schedules,
    terms: [...plus(`${name}.allocation`), ...minus(`${name}.to-date`)],
  }));
}
