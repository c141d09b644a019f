import { nameOf } from '../agreement/bodies.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { balances, plus, sumOfTerms } from '../figures/terms.js';
import { BookView } from '../journal/book-view.js';
import { inWords } from '../money/format-money.js';
import { type Books, checkOf, differenceInWords, outBy, outcomeOf, type RuleOutcome, together } from './check.js';
import { footingsOfPartners } from './footings.js';

/** R1 by schedule: where a partner lists local schemes, they add up to what it contributes. */
export function checkSchemesFoot(books: Books): RuleOutcome {
  const { agreement, journal, plan } = books;
  const schemes = new BookView(journal, 'schemes');
  const schedules = [...agreement.partners.keys()].filter(
    (code) => schemes.list('scheme', { schedule: code }).length > 0,
  );
  return together(
    schedules.map((code) => {
      const rows = schemes.list('scheme', { schedule: code });
      const agreed = footingsOfPartners(books).get(code)?.contributions.plan;
      const [expected, actual] = [agreed === undefined ? [] : plus(agreed), balances(rows)];
      const [expectedPence, actualPence] = [sumOfTerms(expected), sumOfTerms(actual)];
      const name = nameOf(agreement, code);
      const check = checkOf({
        id: `plan.schemes.${code}`,
        family: 'plan.schemes',
        rule: 'R1',
        clause: agreement.balanceRule.clause,
        partner: code,
        expected,
        actual,
        message: `${name}: ${inWords(expectedPence)} contributed, its schemes add up to ${inWords(actualPence)}`,
      });
      // Where the partner's schedule is out by the same amount, that is one cause, and named already.
      const isNamedAlready = plan.applied({ schedule: code }) === actualPence;
      if (check.passed || isNamedAlready) return { checks: [check], diagnostics: [] };
      const args = {
        partner: name,
        agreed: inWords(expectedPence),
        applied: inWords(actualPence),
        ...differenceInWords(expectedPence, actualPence),
      };
      const [at] = rows.flatMap(({ firstRows }) => firstRows);
      return outcomeOf([check], [outBy(check, diagnose('BCF2006', args, { rule: agreement.balanceRule, place: at }))]);
    }),
  );
}
