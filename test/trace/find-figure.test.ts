import { describe, expect, test } from 'vitest';
import { findFigures } from '../../src/trace/find-figure.js';

const names = [
  'flow-of-funds.totals.balance.actual',
  'performance.partners[partner=09C].pot',
  'performance.partners[partner=09C].quarters[quarter=Q3].payment',
  'performance.partners[partner=09E].quarters[quarter=Q3].payment',
  'checks[id=plan.partner.09C].expected',
  'by-locality[locality=A&C].headings[heading=care-act].plan',
];

describe('a figure is found by', () => {
  test.each([
    ['its whole name', 'performance.partners[partner=09C].pot', 1],
    ['its name in other case, with spaces', 'Performance.Partners[ partner = 09c ].Pot', 1],
    ['codes without their keys', 'performance.partners[09C].quarters[Q3].payment', 2],
    ['fewer codes, where they are enough', 'performance.partners.pot', 1],
    ['a code with dots in it', 'checks[plan.partner.09C].expected', 4],
    ['a code with other marks in it', 'by-locality[A&C].headings.plan', 5],
  ])('%s', (_, asked, index) => {
    expect(findFigures(asked, names)).toEqual({ fitting: [names[index]], near: [] });
  });

  test('every letter, where codes differ by case or spaces alone; not to the letter it is both', () => {
    const alike = ['applications[heading=care act].plan', 'applications[heading=CareAct].plan'];
    for (const name of alike) expect(findFigures(name, alike).fitting).toEqual([name]);
    expect(findFigures('applications[heading=careact].plan', alike).fitting).toEqual(alike);
  });

  test('several are told where a name fits them all', () => {
    expect(findFigures('performance.partners.quarters.payment', names).fitting).toEqual([names[2], names[3]]);
  });
});

describe('where no figure is meant, near ones are told', () => {
  test.each([
    ['a slip of the finger', 'performance.partners[09C].pto', names[1]],
    ['a code that nobody has', 'performance.partners[09X].quarters[Q3].payment', names[2]],
    ['a name that stops half-way', 'flow-of-funds.totals', names[0]],
  ])('%s', (_, asked, expected) => {
    const { fitting, near } = findFigures(asked, names);
    expect(fitting).toEqual([]);
    expect(near[0]).toBe(expected);
  });

  test('nothing is near nonsense', () => {
    expect(findFigures('x', names)).toEqual({ fitting: [], near: [] });
  });
});
