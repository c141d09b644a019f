import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { written } from '../../property/fund-files.js';
import { smallFunds } from '../../property/small-fund.js';
import { ledgers, without } from '../../property/without-ledgers.js';
import { bcf } from '../../support/bcf.js';
import { counted } from '../../support/counted.js';
import { wordsOfFund } from '../../support/fund-words.js';
import { elementsOf, hasClass, parsed, wordsOf } from '../../support/html.js';
import { digitsOf } from '../../support/page-digits.js';
import { hostileNames, wideFund } from '../../support/wide-fund.js';

const limit = { timeout: 240_000 };

/**
 * Holds the page of a fund against itself: every link leads somewhere, and every figure answers; and against the fund: no
 * digit is anything but a figure, a code or a date.
 */
async function holds(folder: string): Promise<string> {
  const { stdout, stderr } = await bcf(['page', folder]);
  expect(stdout, stderr).not.toBe('');
  const root = parsed(stdout);
  const elements = elementsOf(root);
  const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
  expect(ids.length).toBe(new Set(ids).size);
  const links = elements.flatMap(({ attributes }) => attributes.href ?? []);
  expect(links.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  const silent = elements.filter((element) => element.name !== 'a' && hasClass(element, 'n')).map(wordsOf);
  expect(silent.filter((words) => /[1-9]/.test(words))).toEqual([]);
  const { strays, digits, compared } = digitsOf(root, await wordsOfFund(folder, []));
  expect(strays).toEqual([]);
  counted('pages of which every digit was read', 1);
  counted('runs of digits read on pages', digits);
  counted('amounts of pages held against another way to them', compared);
  return wordsOf(root);
}

describe('the page of a fund that is not Kent is whole, and has no digit but figures, codes and dates', limit, () => {
  test('made-up funds of CCGs and ICBs, of one pool and several, with and without localities', async () => {
    for (const fund of fc.sample(smallFunds, { seed: 20_151_129, numRuns: 8 })) await holds((await written(fund)).path);
  });

  test.each([2, 9, 40])('%s ICBs, two pools with hosts of their own, names that are hard to draw', async (partners) => {
    const words = await holds((await wideFund({ partners })).path);
    expect(words).toContain(hostileNames[0]);
  });

  test('nothing is reported yet', async () => {
    const [fund] = fc.sample(smallFunds, { seed: 20_151_130, numRuns: 1 });
    if (fund === undefined) throw new Error('no fund was made');
    const bare = await written(fund);
    for (const ledger of ledgers) await without(bare, ledger);
    await holds(bare.path);
  });
});
