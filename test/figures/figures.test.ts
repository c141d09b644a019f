import { describe, expect, test } from 'vitest';
import { helpTopics } from '../../src/commands/help-topics.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { fundFigures } from '../../src/figures/fund-figures.js';
import { parseFigure } from '../../src/figures/parse-figure.js';
import { readFigure } from '../../src/figures/read-figure.js';
import { openFund } from '../../src/fund/open-fund.js';
import { booksAsAt } from '../../src/rules/check.js';
import { fixture } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';

async function sourcesOf(name: string) {
  const { fund } = await openFund(fixture(name), name, ['tables']);
  if (fund === undefined) throw new Error(`${name} cannot be read`);
  return { books: { ...booksAsAt(fund, fund.journal.lastQuarter()), schemes: fund.schemes }, tables: fund.tables };
}

const year = await sourcesOf('kent-2015-16-illustrative');
const kent = await sourcesOf('kent-2015-16');

function figureOf(text: string, sources = kent): string {
  const found: Diagnostic[] = [];
  const value = readFigure(text, sources, undefined, (one) => found.push(one));
  if (value === undefined) return found.map(({ message }) => message).join('; ');
  const { numerator, denominator } = value.amount;
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

describe('figures by name', () => {
  test.each([
    ['plan.applied', '10140400000'],
    ['plan.applied[heading=care-act]', '356600000'],
    ['plan.applied[partner=09C;heading=care-act]', '30700000'],
    ['plan.applied[locality=A&C]', '1988500000'],
    ['plan.applied[nature=capital]', '1064000000'],
    ['plan.applied[heading!=performance;group=ccgs]', '8312300000'],
    ['agreed.contribution[group=ccgs] - agreed.contribution[partner=99J]', '6437000000'],
    ['- plan.applied + plan.applied[by=KCC]', '-6615200000'],
    ['plan.applied[heading=schemes] / 3', '2926900000/3'],
    ['plan.applied[heading=schemes] * 1.5', '43903500000/10'],
    ['plan.schemes[name=Falls prevention*]', '42600000'],
    ['appendix-3[line=enablement][Ashford..West Kent]', '998520000'],
    ['appendix-3[line!=TOTAL][South Kent Coast]', '388400000'],
    ['apportionment[share_percent]', '10000'],
    ['annex[scheme=Support for Care Homes*][amount_gbp]', '29500000'],
  ])('%s', (text, expected) => {
    expect(figureOf(text)).toBe(expected);
  });

  test('figures of a year, to date and to a quarter, are what the reconciliation has', async () => {
    const pence = (pounds: string | undefined) => String(BigInt((pounds ?? '').replace('.', '')));
    for (const asAt of ['Q1', 'Q2', 'Q3', 'Q4']) {
      const { flowOfFunds, byPartner } = await statementOf(fixture('kent-2015-16-illustrative'), '--as-at', asAt);
      expect(figureOf(`actual.applied[to=${asAt}]`, year)).toBe(pence(flowOfFunds.totals.applications.actual));
      expect(figureOf(`actual.received[to=${asAt}]`, year)).toBe(pence(flowOfFunds.totals.sources.actual));
      expect(figureOf(`forecast.applied[to=${asAt}]`, year)).toBe(pence(flowOfFunds.totals.applications.forecast));
      for (const { partner, applications } of byPartner) {
        expect(figureOf(`actual.applied[partner=${partner};to=${asAt}]`, year)).toBe(pence(applications.actual));
      }
    }
    expect(figureOf('actual.brought-forward', year)).toBe('15000000');
    expect(figureOf('actual.applied[district=dover]', year)).not.toBe('0');
  });

  test.each([
    ['', 'a name is missing'],
    ['plan', 'there is no table “plan”'],
    ['plan.aplied', 'did you mean “plan.applied”?'],
    ['plan.applied[head=care-act]', 'did you mean “heading”?'],
    ['plan.applied[heading=care act]', 'did you mean “care-act”?'],
    ['plan.applied[heading=care-act', 'is not closed'],
    ['plan.applied[]', 'nothing in it'],
    ['plan.applied+plan.applied', 'with a space on each side'],
    ['plan.applied + ', 'a name is missing at its end'],
    ['plan.applied / 0', 'divided by nothing'],
    ['plan.applied * -1', 'with a space on each side'],
    ['appendix-3[line=Enablement]', 'say which column'],
    ['appendix-3[line=Enablemant][total_000]', 'did you mean “Enablement”?'],
    ['appendix-3[line=Enablement][total]', 'did you mean “total_000”?'],
    ['appendix-3[West Kent..Ashford]', 'from West Kent on'],
    ['plan.applied + apportionment[share_percent]', 'cannot be added or compared'],
    ['plan.schemes[name=Falls prevision]', 'did you mean'],
    ['locality-spend[line=Care Bill][line]', 'is no number in £000'],
  ])('“%s” is refused: %s', (text, words) => {
    expect(figureOf(text)).toContain(words);
  });

  test('help lists every figure of the fund with all that it is picked by', () => {
    for (const [name, { keys }] of Object.entries(fundFigures)) {
      const line = new RegExp(`^  ${name.replace('.', '\\.')} +(.*)$`, 'm').exec(helpTopics.figures ?? '')?.[1] ?? '';
      expect(new Set(line.split(', ')), name).toEqual(new Set(keys));
    }
    const examples = [...(helpTopics.figures ?? '').matchAll(/^ {2}(\S+\[.*?\](?: [+*/] [^ ]+)*?) {3,}/gm)].map(
      ([, text = '']) => text,
    );
    expect(examples.length).toBeGreaterThan(5);
    for (const example of examples) expect(parseFigure(example), example).toHaveProperty('terms');
  });
});
