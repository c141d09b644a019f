import { expect, test } from 'vitest';
import { annualByHand, nonPaying } from './annual-by-hand.js';
import { ByHand } from './by-hand.js';
import { rowsToDate } from './fund-rows.js';
import type { RuledFund } from './fund-shape.js';
import { heldAgainst } from './held-against.js';
import { type Digits, named } from './named.js';
import { returnByHand } from './return-by-hand.js';
import { writtenFund } from './ruled-fund-files.js';
import { wideFunds } from './wide-fund.js';
import { yearByHand } from './year-by-hand.js';

/** Of the notes of bodies that pay nothing in, what any of them has. */
function notesOfOthers(fund: RuledFund, figures: Digits): (name: string) => boolean {
  const ofOthers = new Map<string, string>();
  for (const body of nonPaying(fund)) {
    for (const part of ['spent', 'assets.ring-fenced', 'assets.other', 'assets.repayable', 'liabilities.total']) {
      ofOthers.set(`report.notes[body=${body}].${part}`, part);
    }
  }
  const isAny = (part: string) => [...ofOthers].some(([name, own]) => own === part && (figures[name] ?? 0n) !== 0n);
  return (name) => {
    const body = /^report\.notes\[body=(.*?)\]/.exec(name)?.[1];
    if (body === undefined || !nonPaying(fund).includes(body)) return true;
    const part = ofOthers.get(name);
    return part !== undefined && (part === 'spent' || isAny(part));
  };
}

/** What the annual and the quarterly report show: of lines of income and of pools the quarter reported. */
function printed(fund: RuledFund, figures: Digits): Digits {
  const { asAt } = fund;
  const isAnySettled = rowsToDate(fund).settled.length > 0;
  const isCrossed = Object.entries(figures).some(([name, amount]) => name.includes('.other-pools.') && amount !== 0n);
  const isOfLine = /^report\.(income\[|pools\[[^\]]*\]\.(income|spending)\.)/;
  const isOfBothNatures = ['capital', 'revenue'].every((nature) =>
    Object.entries(figures).some(
      ([name, amount]) => name.startsWith(`report.natures[nature=${nature}]`) && amount !== 0n,
    ),
  );
  const isAhead = new ByHand(fund).contributions().some(({ paidAhead }) => paidAhead > 0n);
  const isBridged = Object.keys(figures).some((name) => name.startsWith('report.held-for-others['));
  const isShownOfOthers = notesOfOthers(fund, figures);
  const isShown = (name: string) =>
    (isShownOfOthers(name) &&
      (isCrossed || !name.includes('.other-pools.')) &&
      (isAnySettled || !/(share|natures|net).*\.settled$/.test(name)) &&
      (isBridged || !name.startsWith('report.bridge')) &&
      (isOfBothNatures || !/natures.*\.net\./.test(name)) &&
      (isAhead || !/(natures|report\.net).*\.paid-ahead$/.test(name)) &&
      !isOfLine.test(name)) ||
    name.endsWith(`.quarters[quarter=${asAt}].amount`);
  return Object.fromEntries(Object.entries(figures).filter(([name]) => isShown(name)));
}

test('income, expenditure, shares and pools of the year are those of a calculation by hand', async () => {
  const { figures, unnoticed } = await heldAgainst({
    inputs: wideFunds,
    numRuns: 24,
    shown: async (fund) => {
      const cwd = await writtenFund(fund);
      const annual = await named(
        cwd,
        ['report', 'annual', '.', '--as-at', fund.asAt],
        'report.',
        'decisions[id=smaller-overspends]',
      );
      const quarterly = await named(
        cwd,
        ['report', 'quarterly', '.', '--as-at', fund.asAt],
        'report.',
        'decisions[id=smaller-overspends]',
      );
      return { ...annual, ...quarterly };
    },
    byHand: (fund, fault) => printed(fund, { ...yearByHand(fund, fault), ...annualByHand(fund, fault) }),
    faults: [
      'quarters-to-date',
      'pools-not-apart',
      'cash-for-accruals',
      'nothing-moved',
      'fences-by-cash',
      'no-overspend-is-large',
      'accrued-when-paid',
      'spending-by-source',
      'arrears-set-off',
      'nothing-borne',
      'assets-less-liabilities',
    ],
  });
  expect(unnoticed).toEqual([]);
  expect(figures).toBeGreaterThan(1500);
});

test('the national return is that of a calculation by hand, in which a fault is noticed', async () => {
  const { figures, unnoticed } = await heldAgainst({
    inputs: wideFunds,
    numRuns: 45,
    shown: async (fund) => named(await writtenFund(fund), ['report', 'return', '.', '--as-at', fund.asAt], 'report.'),
    byHand: returnByHand,
    faults: [
      'performance-by-instalments',
      'overdue-forgotten',
      'evenly',
      'over-and-under-netted',
      'forecast-is-the-outturn',
    ],
  });
  expect(unnoticed).toEqual([]);
  expect(figures).toBeGreaterThan(1500);
});
