import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fund } from '../../src/fund/fund.js';
import { openFund } from '../../src/fund/open-fund.js';
import { figuresShown } from '../../src/pages/papers/figures-shown.js';
import { paperOf } from '../../src/pages/papers/paper.js';
import { paperNames } from '../../src/statement/paper-schema.js';
import { reportFigures } from '../../src/statement/report-figures.js';
import { explainPapers } from '../../src/trace/explain-all.js';
import { opened } from '../property/fund-files.js';
import { quarters, smallFunds } from '../property/small-fund.js';
import { fixture } from '../support/fund-folder.js';
import { everyFigure } from '../support/traced-trees.js';

type AsAt = (typeof quarters)[number] | undefined;

/** Every amount and number of a paper, and the figure that each cell says it is. */
function cellsOf(fund: Fund, asAt: AsAt) {
  const { figures } = reportFigures(fund, asAt);
  return paperNames.map((name) => {
    const paper = paperOf(name, figures);
    const cells = paper.pages.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)));
    return { name, cells, shown: figuresShown(paper, figures.named) };
  });
}

/** Each paper: every cell of money is a figure, of that amount; and each has a trace that comes to it. */
function everyPaper(fund: Fund, asAt: AsAt): number {
  const { all } = explainPapers(fund, asAt);
  const known = new Set(all.names);
  let looked = 0;
  for (const { name, cells, shown } of cellsOf(fund, asAt)) {
    const amounts = new Map(shown.map((figure) => [figure.name, figure.amount]));
    for (const cell of cells) {
      if (cell.kind !== 'money' || cell.pounds === undefined) continue;
      expect(cell.figure, `${name}: a cell of ${cell.pounds}`).toBeDefined();
      expect(amounts.get(cell.figure ?? ''), `${name}: ${cell.figure}`).toBe(cell.pounds);
    }
    for (const figure of shown) expect(known.has(figure.name), figure.name).toBe(true);
    looked += shown.length;
  }
  everyFigure(
    all,
    all.names.filter((name) => name.startsWith('report.')),
  );
  return looked;
}

async function fundOf(name: string): Promise<Fund> {
  const { fund } = await openFund(fixture(name), name, ['pro-forma']);
  if (fund === undefined) throw new Error(`${name} cannot be read`);
  return fund;
}

describe('every figure of every paper has a name and a trace that comes to it', () => {
  test('the published plan', async () => {
    expect(everyPaper(await fundOf('kent-2015-16'), undefined)).toBeGreaterThan(150);
  });

  test.each(quarters)('the illustrative year as at %s', async (asAt) => {
    expect(everyPaper(await fundOf('kent-2015-16-illustrative'), asAt)).toBeGreaterThan(900);
  });

  test('generated funds', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, fc.constantFrom(...quarters), async (small, asAt) => {
        const { fund } = await opened(small);
        if (fund === undefined) throw new Error('a generated fund cannot be read');
        expect(everyPaper(fund, asAt)).toBeGreaterThan(0);
      }),
      { seed: 20_160_331, numRuns: 100, endOnFailure: true },
    );
  });
});
