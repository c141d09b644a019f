import { expect, test } from 'vitest';
import { codes } from '../../../src/diagnostics/catalogue.js';
import { commandOf, exampleOf } from '../../support/base-fund.js';
import { bcf } from '../../support/bcf.js';
import { counted } from '../../support/counted.js';
import { wordsOfFund } from '../../support/fund-words.js';
import { parsed } from '../../support/html.js';
import { digitsOf } from '../../support/page-digits.js';

/** The codes of what the rules find: what they say stands on the page as a matter to decide or to note. */
const found = codes.filter((code) => /^BCF2[0-4]/.test(code));

test.each(found)('no digit of the page of a fund with %s is anything but a figure, a code or a date', async (code) => {
  const { path } = await exampleOf(code);
  const asAt = / --as-at (Q[1-4])/.exec(await commandOf(code))?.[1];
  const flags = asAt === undefined ? [] : ['--as-at', asAt];
  const { stdout, stderr } = await bcf(['page', path, ...flags]);
  expect(stdout, stderr).not.toBe('');
  const { strays, digits, compared } = digitsOf(parsed(stdout), await wordsOfFund(path, flags));
  expect(strays).toEqual([]);
  counted('pages of which every digit was read', 1);
  counted('runs of digits read on pages', digits);
  counted('amounts of pages held against another way to them', compared);
});
