import type { ComeLine, ComeQuarter } from '../../rules/what-has-come.js';
import { whatHasCome } from '../../rules/what-has-come.js';
import { accountInWords } from '../account-words.js';
import type { Term } from '../node.js';
import { balances, given, incomes, item, plus, stated } from '../terms.js';
import { bodyName, contributionName, type Traced } from './traced.js';

/** What has come from each body in each ledger: its rows counted, their amounts added up, and why they are looked for. */
export function explainWhatHasCome(traced: Traced): void {
  for (const line of whatHasCome(traced.books)) {
    const { body, ledger } = line;
    const name = item('what-has-come.lines', { body, ledger });
    explainPlanned(traced, line, `${name}.planned`);
    for (const arrival of line.arrivals) {
      explainArrival(traced, arrival, item(`${name}.arrivals`, { quarter: arrival.quarter }));
    }
  }
}

function explainArrival({ books, all }: Traced, arrival: ComeQuarter, name: string): void {
  const { body, ledger, quarter } = arrival;
  const what = `${bodyName(books, body)}, ${ledger}${quarter === undefined ? '' : ` of ${quarter}`}`;
  all.explain(`${name}.rows`, () => ({
    what: `${what}: rows`,
    how: 'the rows, counted account by account as they were read',
    terms: [
      ...arrival.balances.map(({ account, rows, firstRows: [at] }) =>
        given({ what: accountInWords(books.agreement, account), unit: 'number', amount: BigInt(rows), at }),
      ),
      ...arrival.returns.map((at) => given({ what: 'a row as it was sent', unit: 'number', amount: 1n, at })),
    ],
  }));
  all.explain(`${name}.total`, () => ({
    what: `${what}: what the rows come to`,
    how: 'the rows, added up',
    terms: ledger === 'contributions' || ledger === 'opening' ? incomes(arrival.balances) : balances(arrival.balances),
  }));
}

function explainPlanned({ books, result, all }: Traced, { body, ledger, spender }: ComeLine, name: string): void {
  const label = bodyName(books, body);
  if (ledger === 'contributions') {
    const own = result.contributions.filter((line) => line.partner === body && line.kind === 'instalments');
    const terms = plus(...own.filter(({ inKind }) => !inKind).map((line) => `${contributionName(line)}.agreed`));
    all.explain(name, () => ({ what: `${label}: to be paid by instalments`, how: 'as agreed, added up', terms }));
  }
  if (spender === undefined) return;
  all.explain(name, () => ({
    what: `${label}: planned to be spent out of the pool in the year`,
    how: 'its cells of the plan and what it is allotted, without what is aligned, in kind or paid for performance',
    terms: [
      ...balances(spender.cells),
      ...spender.allotted.map(({ pence, place }): Term => stated('allotted to it in the agreement', pence, place)),
    ],
  }));
}
