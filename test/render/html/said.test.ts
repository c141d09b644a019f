import { describe, expect, test } from 'vitest';
import { commandOf, exampleOf } from '../../support/base-fund.js';
import { bcf } from '../../support/bcf.js';
import { counted } from '../../support/counted.js';
import { type FundFolder, fixture } from '../../support/fund-folder.js';
import { type Element, elementsOf, hasClass, parsed, wordsOf } from '../../support/html.js';

/** Where an amount in words leads: how it is printed, and the figure that answers there. */
type Answer = readonly [printed: string, figure: string];

/** A sentence that speaks of figures, in the fund of an example that says it, which may be edited. */
interface Saying {
  readonly code: string;
  readonly what: string;
  readonly sentence: RegExp;
  readonly edit?: (fund: FundFolder) => Promise<void>;
  readonly answers: readonly Answer[];
}

const social = (ccg: string) => `variances[schedule=${ccg};heading=social-care;by=CC]`;
const spoken = (code: string, of: string) => `decisions[id=${code}].speaks-of.${of}`;
const agreed = (partner: string, source: string) =>
  `flow-of-funds.sources[partner=${partner};source=${source};pool=main].plan`;
const inOneLine = (ccg: string) =>
  `fund-balance.parts[pool=main;partner=${ccg};source=minimum;heading=community].applied`;
const outside = 'variance-totals.outside[heading=social-care-capital-grant]';

const sayings: Saying[] = [
  {
    code: 'BCF2205',
    what: 'the pot of which nothing can be earned',
    sentence: /so nothing of its £/,
    answers: [['£400.00', 'performance.partners[partner=01A].pot']],
  },
  {
    code: 'BCF2206',
    what: 'performance money that cannot be judged',
    sentence: /of performance money received and £/,
    answers: [
      ['£110.00', spoken('BCF2206', 'received')],
      ['£0.00', spoken('BCF2206', 'spent')],
      ['£0.00', spoken('BCF2206', 'earned')],
    ],
  },
  {
    code: 'BCF2305',
    what: 'a variance that nobody shares',
    sentence: /^nobody who would share £/i,
    answers: [
      ['£50.00', `${social('01A')}.variance`],
      ['£10.00', spoken('BCF2305', 'underspent')],
    ],
  },
  {
    code: 'BCF2305',
    what: 'as much overspent as underspent',
    sentence: /^nobody who would share £/i,
    edit: (fund) => fund.edit('ledgers/forecast.csv', 'S1,1190', 'S1,1150'),
    answers: [
      ['£50.00', `${social('01A')}.variance`],
      ['£50.00', spoken('BCF2305', 'underspent')],
    ],
  },
  {
    code: 'BCF2462',
    what: 'what was spent of money that came in one line',
    sentence: /is ring-fenced and was spent/,
    answers: [
      ['£300.00', inOneLine('01A')],
      ['£200.00', inOneLine('02B')],
    ],
  },
  {
    code: 'BCF2462',
    what: 'as much of one body as of the other',
    sentence: /is ring-fenced and was spent/,
    edit: (fund) => fund.edit('ledgers/expenditure.csv', 'S2,,200', 'S2,,300'),
    answers: [
      ['£300.00', inOneLine('01A')],
      ['£300.00', inOneLine('02B')],
    ],
  },
  {
    code: 'BCF2407',
    what: 'a receipt, and the overspend that it looks like: as much the one as the other',
    sentence: /more than is due, and bears an overspend/,
    answers: [
      ['£100.00', 'decisions[id=BCF2407].amount'],
      ['£100.00', `${social('01A')}.variance`],
    ],
  },
  {
    code: 'BCF2409',
    what: 'a receipt that looks like a handover',
    sentence: /before it is due, and holds as much/,
    answers: [['£120.00', 'decisions[id=BCF2409].amount']],
  },
  {
    code: 'BCF2113',
    what: 'what was agreed, has come, and is overspent',
    sentence: /agreed has come, and the spending is above it/,
    answers: [
      ['£500.00', agreed('CC', 'grant')],
      ['£3,000.00', agreed('01A', 'minimum')],
      ['£2,000.00', agreed('02B', 'minimum')],
    ],
  },
  {
    code: 'BCF2110',
    what: 'what is above the year’s plan, as a matter and in the table',
    sentence: /above the year’s plan already/,
    answers: [
      ['£300.50', 'variances[schedule=01A;heading=community;by=01A].overspent-to-date'],
      ['£300.50', 'variances[schedule=01A;heading=community;by=01A].overspent-to-date'],
    ],
  },
  {
    code: 'BCF2110',
    what: 'an overspend for which budget was vired away',
    sentence: /^Forecast £.* against a plan of/,
    answers: [
      ['£1,200.00', 'variances[schedule=01A;heading=community;by=01A].forecast'],
      ['£1,200.00', 'variances[schedule=01A;heading=community;by=01A].plan'],
      ['£1,200.50', 'variances[schedule=01A;heading=community;by=01A].virements'],
    ],
  },
  {
    code: 'BCF2110',
    what: 'the plan from which too much is vired',
    sentence: /Its plan is £/,
    answers: [['£1,200.00', spoken('BCF2110', 'plan')]],
  },
  {
    code: 'BCF2009',
    what: 'the row of the plan to look at',
    sentence: /The row for both of them, £/,
    answers: [['£1,750.00', spoken('BCF2009', 'plan')]],
  },
  {
    code: 'BCF2462',
    what: 'spending met from all that was brought forward, as a matter and in the table',
    sentence: /met from £[\d.]+ brought forward/,
    edit: async (fund) => {
      await fund.write(
        'ledgers/opening.csv',
        'pool,heading,partner,source,body,kind,amount (£),host\nmain,,01A,minimum,CC,balance,80,CC\n',
      );
      await fund.edit('ledgers/forecast.csv', 'N1,1800', 'N1,1900');
    },
    answers: [
      ['£80.00', `${social('01A')}.met`],
      ['£80.00', `${social('01A')}.met-from`],
      ['£80.00', `${social('01A')}.met`],
      ['£80.00', `${social('01A')}.met-from`],
    ],
  },
];

test.each(sayings)('$code, $what: each amount answers as its own figure', async ({ code, sentence, edit, answers }) => {
  const fund = await exampleOf(code);
  await edit?.(fund);
  const asAt = / --as-at (Q[1-4])/.exec(await commandOf(code))?.[1];
  const page = await pageOf(fund.path, asAt === undefined ? [] : ['--as-at', asAt]);
  expect(answersIn(page, sentence)).toEqual(answers);
  counted('amounts in words that were followed to their figure', answers.length);
});

describe('of the made-up year', () => {
  const year = fixture('kent-2015-16-illustrative');

  test.each<[asAt: string, answers: Answer[]]>([
    ['Q1', [['£150,000.00', `${outside}.brought-forward`]]],
    [
      'Q4',
      [
        ['£100,000.00', `${outside}.met-from-it`],
        ['£150,000.00', `${outside}.brought-forward`],
      ],
    ],
  ])('what a ring-fence brought forward answers as it, as at %s', async (asAt, answers) => {
    const page = await pageOf(year, ['--as-at', asAt]);
    expect(answersIn(page, /see Ring-fences/)).toEqual(answers);
  });

  test('what the checks ask is counted by what it is, and no amount stands beside a count', async () => {
    const page = await pageOf(year, ['--as-at', 'Q2']);
    const tests = elementsOf(page).find((one) => one.name === 'article' && nameOf(one) === 'page.tests');
    expect(tests && wordsOf(tests)).toContain('8Plan: each partner’s contribution');
    expect(tests && wordsOf(tests)).not.toContain('£');
  });
});

async function pageOf(fund: string, flags: readonly string[]): Promise<Element> {
  const { stdout, stderr } = await bcf(['page', fund, ...flags]);
  expect(stdout, stderr).not.toBe('');
  return parsed(stdout);
}

/** The amounts of a sentence of a page in their order, wherever it is said outside workings, each with the figure that answers. */
function answersIn(page: Element, sentence: RegExp): Answer[] {
  const articles = elementsOf(page).filter(({ name }) => name === 'article');
  const workings = new Map(articles.map((article) => [`#${article.attributes.id ?? ''}`, nameOf(article)]));
  const inWorkings = new Set(articles.flatMap((article) => [article, ...elementsOf(article)]));
  const saying = elementsOf(page).filter((one) => !inWorkings.has(one) && sentence.test(wordsOf(one)));
  const shortest = saying.filter((one) => !elementsOf(one).some((inner) => saying.includes(inner)));
  return shortest
    .flatMap(elementsOf)
    .filter((one) => one.name === 'a' && hasClass(one, 'n'))
    .map((link) => [wordsOf(link), workings.get(link.attributes.href ?? '') ?? '']);
}

function nameOf(article: Element): string {
  return elementsOf(article)
    .filter((one) => hasClass(one, 'name'))
    .map(wordsOf)
    .join('');
}
