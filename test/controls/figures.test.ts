import { describe, expect, test } from 'vitest';
import { helpTopics } from '../../src/commands/help-topics.js';
import { originInWords } from '../../src/controls/figure.js';
import { fundFigures } from '../../src/controls/fund-figures.js';
import { parseFigure } from '../../src/controls/parse-figure.js';
import { readFigure } from '../../src/controls/read-figure.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { openFund } from '../../src/fund/open-fund.js';
import { booksFor } from '../../src/rules/check.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';

async function sourcesOf(name: string) {
  const { fund } = await openFund(fixture(name), name, ['tables']);
  if (fund === undefined) throw new Error(`${name} cannot be read`);
  return { books: { ...booksFor(fund, undefined), schemes: fund.schemes }, tables: fund.tables };
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
    ['plan.applied[heading=schemes] * 1.5', '4390350000'],
    ['plan.schemes[name=Falls prevention*]', '42600000'],
    ['appendix-3[line=enablement][Ashford..West Kent]', '998520000'],
    ['appendix-3[line!=TOTAL][South Kent Coast]', '388400000'],
    ['apportionment[share_percent]', '10000'],
    ['annex[scheme=Support for Care Homes*][amount_gbp]', '29500000'],
    ['apportionment[ccg=Ashford][share_percent]', '900'],
    ['plan.applied[heading=performance] / plan.applied', '19102500/25351'],
    ['appendix-3[line=TOTAL][Ashford] / appendix-3[line=TOTAL][total_000]', '244330000/282537'],
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
    ['plan.applied * plan.applied', 'only a number may follow *'],
    ['plan.applied / appendix-3[line=Nowhere][total_000]', 'there is no row'],
    ['plan.applied / apportionment[share_percent]', 'a figure of another kind'],
    ['plan.applied[partner=09C;partner=09E]', 'partner is named twice'],
    ['plan.applied[heading=]', 'is not of the form key=value'],
    ['actual.applied[to!=Q1]', 'up to which it counts'],
    ['actual.applied[to=Q9]', 'there is no quarter “Q9”'],
    ['actual.applied[to=Q1]', 'there are no actuals up to Q1'],
    ['forecast.applied', 'there is no forecast'],
    ['appendix-3[line!=TOTALS][Ashford]', 'did you mean “TOTAL”?'],
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

  test('a forecast of which a planned line is missing is not known, unless that line is left out', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const text = await fund.read('ledgers/forecast-kcc.csv');
    await fund.write('ledgers/forecast-kcc.csv', text.replace(/^Q2,09C,KCC,care-act.*\n/m, ''));
    const { fund: read } = await openFund(fund.path);
    if (read === undefined) throw new Error('it cannot be read');
    const sources = { books: { ...booksFor(read, 'Q2'), schemes: read.schemes }, tables: read.tables };
    expect(figureOf('forecast.applied[heading=care-act]', sources)).toContain('no forecast as at Q2 for Care Act');
    expect(figureOf('forecast.applied[heading=care-act;partner!=09C]', sources)).toBe('325900000');
    expect(figureOf('forecast.applied[heading=care-act;to=Q1]', sources)).toBe('356600000');
  });

  test('where a figure comes from: how many rows there really are, also over several files', () => {
    const origins = (text: string, sources = year) => {
      const value = readFigure(text, sources, undefined, (one) => {
        throw new Error(one.message);
      });
      return originInWords(value?.origins ?? []);
    };
    expect(origins('actual.applied')).toBe(
      '2254 rows, the first ledgers/expenditure-09c.csv:2'.replace('2254', '2,185'),
    );
    expect(origins('plan.applied[heading=care-act]', kent)).toBe('plan.csv, 7 rows');
    expect(origins('plan.applied[partner=09C;heading=care-act]', kent)).toBe('plan.csv:9');
    expect(origins('appendix-3[line=Carers][Ashford..West Kent]', kent)).toBe(
      'the sum of 7 cells of published/appendix-3-protection-of-social-care.csv:12',
    );
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
