import { describe, expect, test } from 'vitest';
import { bcf } from '../../support/bcf.js';
import { counted } from '../../support/counted.js';
import { fixture } from '../../support/fund-folder.js';
import { wordsOfFund } from '../../support/fund-words.js';
import { parsed } from '../../support/html.js';
import { digitsOf } from '../../support/page-digits.js';

const year = fixture('kent-2015-16-illustrative');

const pages: [what: string, fund: string, flags: string[]][] = [
  ['the plan', fixture('kent-2015-16'), []],
  ...['Q1', 'Q2', 'Q3', 'Q4'].map((asAt): [string, string, string[]] => [
    `the year as at ${asAt}`,
    year,
    ['--as-at', asAt],
  ]),
];

test.each(pages)(
  'no digit of the page of %s is anything but a figure, a code or a date',
  async (_what, fund, flags) => {
    const { stdout } = await bcf(['page', fund, ...flags]);
    const { strays, digits, compared } = digitsOf(parsed(stdout), await wordsOfFund(fund, flags));
    expect(strays).toEqual([]);
    expect(compared).toBeGreaterThan(1_000);
    counted('pages of which every digit was read', 1);
    counted('runs of digits read on pages', digits);
    counted('amounts of pages held against another way to them', compared);
  },
);

describe('a digit that is none of these is found', () => {
  const fund = fixture('kent-2015-16');
  const made = Promise.all([bcf(['page', fund]), wordsOfFund(fund, [])]);

  const changes: [what: string, from: RegExp, to: string][] = [
    ['a count in words', /<p class="subtitle">/, '<p class="subtitle">In 7 lines: '],
    ['an amount in words', /<p class="subtitle">/, '<p class="subtitle">£12.34 of it: '],
    [
      'an amount in words that is a figure’s, and answers nowhere',
      /<p class="subtitle">/,
      '<p class="subtitle">£101,404,000.00: ',
    ],
    ['an amount in words that is no link', /<h1>[^<]*<a class="n" [^>]*>([^<]*)<\/a>/, '<h1>$1'],
    ['a working that is called as what it is not', /(<article [^>]*><h2>)/, '$1£1.23: '],
    ['an amount that is shown in words to a reader of the screen alone', /aria-label="/, 'aria-label="£5m, '],
    [
      'a figure that is not what its working comes to',
      /(<td role="cell" class="num"[^>]*><a class="n"[^>]*>)\d/,
      '$14',
    ],
    ['an amount in short that is rounded wrongly', />£101\.4m</, '>£101.5m<'],
    ['a working that is not what --json says', /(<p class="amount">£)\d/, '$17'],
    ['a line of a working', /(<ul class="terms"><li><b>(?:<a [^>]*>)?)\d/, '$14'],
    ['a day that is none', /<p class="as-at">/, '<p class="as-at">45 April '],
    ['a picture that says another amount', /<desc>([^<]*?)£\d/, '<desc>$1£6'],
    ['a hash of another file', /\b[0-9a-f]{64}\b/, 'e'.repeat(63).concat('0')],
    ['a line that a file does not have', /agreement\.yaml:\d+/, 'agreement.yaml:9999'],
  ];

  test.each(changes)('%s', async (_what, from, to) => {
    const [{ stdout }, words] = await made;
    const changed = stdout.replace(from, to);
    expect(changed).not.toBe(stdout);
    expect(digitsOf(parsed(changed), words).strays).not.toEqual([]);
  });
});
