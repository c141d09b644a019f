import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFund } from '../../src/fund/open-fund.js';
import { paperOf } from '../../src/pages/papers/paper.js';
import { type Paper, paperNames } from '../../src/statement/paper-schema.js';
import { reportFigures } from '../../src/statement/report-figures.js';
import { explainPapers } from '../../src/trace/explain-all.js';
import { FundFolder } from '../support/fund-folder.js';
import { everyFigure } from '../support/traced-trees.js';
import { opened } from './fund-files.js';
import { quarters, type SmallFund, smallFunds } from './small-fund.js';
import { halved, type Ledger, ledgers, without } from './without-ledgers.js';

/**
 * A figure that comes out otherwise when half of a ledger is gone depends on that ledger: without the ledger it is not
 * known, and may stand nowhere. What is known all the same, and why.
 */
const knownWithout: readonly (readonly [why: string, of: Ledger | 'any', RegExp])[] = [
  ['how many rows have come is what tells that none have', 'any', /^what-has-come|What has come/],
  ['all of a pot is still open until admissions are reported', 'activity', /to-come|toCome|Still open/],
  [
    'performance money falls due only as it is released: none is due before admissions are reported (R3)',
    'activity',
    /^(contribution|settlement|summary|checks\[id=(settlement|balances\.ledgers)|report\.(net|share|accrued|total-accrued|natures|bridge|notes)|quarterly \| Contributions|annual \| )/,
  ],
  [
    'without planned admissions the plan by quarter follows the instalments, and comments the dues',
    'activity',
    /^(report\.return-lines|return \|)/,
  ],
  ['what is planned of spending that has not come is the plan’s', 'expenditure', /decisions\[id=BCF2450/],
  ['how many lines are not known is what says so', 'any', /unknown$/],
  ['at the year end the outturn is what was spent, where nothing is forecast (R4)', 'forecast', /^Q4 /],
  [
    'and what was forecast, where it is not known what was spent',
    'expenditure',
    /^Q4 variance-totals\.(outside|with-outside)/,
  ],
  [
    'breaches are counted where they are found, in the plan too',
    'any',
    /breaches$|^checks\[id=(ring-fence\.|sources\.agreed)/,
  ],
];

type Figures = ReadonlyMap<string, string>;
type Fund = NonNullable<Awaited<ReturnType<typeof openFund>>['fund']>;

async function read(folder: FundFolder): Promise<Fund> {
  const { fund, diagnostics } = await openFund(folder.path, folder.path, ['pro-forma']);
  if (fund === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return fund;
}

/** Every figure of a fund as at a quarter: those that have names, and cells of papers by their place. */
function figuresOf(fund: Fund, asAt: (typeof quarters)[number]): Figures {
  const { figures } = reportFigures(fund, asAt);
  const all = new Map(figures.named.map(({ name, amount }) => [name, amount]));
  for (const name of paperNames) for (const [place, pounds] of cellsOf(paperOf(name, figures))) all.set(place, pounds);
  return all;
}

/** The amounts of a paper by where they stand; rows of one label are told apart by their order. */
function* cellsOf({ name, pages }: Paper): Generator<[place: string, pounds: string]> {
  for (const { title, tables } of pages) {
    for (const table of tables) {
      const seen = new Map<string, number>();
      for (const { cells } of table.rows) {
        const label = cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))[0] ?? '';
        const number = (seen.get(label) ?? 0) + 1;
        seen.set(label, number);
        for (const [column, cell] of cells.entries()) {
          if (cell.kind !== 'money' || cell.pounds === undefined) continue;
          const place = [name, title, table.title, `${label} ${number}`, table.columns[column]?.header].join(' | ');
          yield [place, cell.pounds];
        }
      }
    }
  }
}

/** What stands in a statement without a ledger though it depends on it. */
function nilOf(ledger: Ledger, { whole, halves, left }: Record<'whole' | 'left', Figures> & { halves: Figures[] }) {
  return [...left].flatMap(([name, amount]) => {
    const isDependent = whole.has(name) && halves.some((half) => half.has(name) && half.get(name) !== whole.get(name));
    const isKnown = knownWithout.some(([, of, names]) => (of === ledger || of === 'any') && names.test(name));
    return isDependent && !isKnown ? [`${name} = ${amount}`] : [];
  });
}

describe('what is not known stands nowhere as nil', () => {
  test('the illustrative year without each ledger, at each quarter', { timeout: 600_000 }, async () => {
    const copy = () => FundFolder.copyOf('kent-2015-16-illustrative');
    const fund = await read(await copy());
    const whole = new Map(quarters.map((asAt) => [asAt, figuresOf(fund, asAt)]));
    const found: string[] = [];
    let tried = 0;
    for (const ledger of ledgers) {
      const halves = [
        await read(await halved(await copy(), ledger, 0)),
        await read(await halved(await copy(), ledger, 1)),
      ];
      const left = await read(await without(await copy(), ledger));
      for (const asAt of quarters) {
        const figures = {
          whole: whole.get(asAt) ?? new Map(),
          halves: halves.map((half) => figuresOf(half, asAt)),
          left: figuresOf(left, asAt),
        };
        tried += figures.left.size;
        const nil = nilOf(ledger, figures).filter((one) => !isKnownAt(ledger, asAt, one));
        found.push(...nil.map((one) => `without ${ledger}, ${asAt}: ${one}`));
      }
      everyFigure(explainPapers(left, 'Q2').all);
      everyFigure(explainPapers(left, 'Q4').all);
    }
    process.stdout.write(
      `not known: ${tried} figures of a fund without a ledger, ${found.length} of them made of it\n`,
    );
    expect(found).toEqual([]);
  });
});

/** The rows of a made-up fund that each ledger is written of. */
const rowsOf = { contributions: 'receipts', expenditure: 'spending', forecast: 'forecasts' } as const;

describe('the same of made-up funds', () => {
  test('without contributions, expenditure or forecasts, at any quarter', { timeout: 600_000 }, async () => {
    let tried = 0;
    const openedFund = async (fund: SmallFund) => {
      const { fund: read } = await opened(fund);
      if (read === undefined) throw new Error('the fund cannot be used');
      return read;
    };
    const found: string[] = [];
    const tries = fc.sample(
      fc.tuple(smallFunds, fc.constantFrom('contributions', 'expenditure', 'forecast'), fc.constantFrom(...quarters)),
      { seed: 20150401, numRuns: 40 },
    );
    for (const [fund, ledger, asAt] of tries) {
      const rows = rowsOf[ledger];
      const half = (parity: number) =>
        openedFund({ ...fund, [rows]: fund[rows].filter((_, index) => index % 2 === parity) });
      const left = figuresOf(await openedFund({ ...fund, [rows]: [] }), asAt);
      tried += left.size;
      const halves = [figuresOf(await half(0), asAt), figuresOf(await half(1), asAt)];
      const nil = nilOf(ledger, { whole: figuresOf(await openedFund(fund), asAt), halves, left });
      found.push(
        ...nil.filter((one) => !isKnownAt(ledger, asAt, one)).map((one) => `without ${ledger}, ${asAt}: ${one}`),
      );
    }
    process.stdout.write(
      `not known: ${tried} figures of made-up funds without a ledger, ${found.length} of them made of it\n`,
    );
    expect(found).toEqual([]);
  });
});

function isKnownAt(ledger: Ledger, asAt: string, name: string): boolean {
  return knownWithout.some(
    ([, of, names]) => (of === ledger || of === 'any') && names.test(`${asAt} ${name.replace(/ = .*/, '')}`),
  );
}
