import { describe, expect, test } from 'vitest';
import { figuresDocumentSchema } from '../../src/statement/document-schema.js';
import { paperNames } from '../../src/statement/paper-schema.js';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

const year = fixture('kent-2015-16-illustrative');
const kent = fixture('kent-2015-16');

async function namedAmounts(command: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await bcf([...command, '--names', '--json']);
  const { result } = figuresDocumentSchema.parse(JSON.parse(stdout));
  if (result === undefined) throw new Error(stderr);
  return result.figures.map(({ amount }) => amount.replace('-', ''));
}

/** Amounts in pounds and pence, as a reader sees them: in columns and in sentences, without their signs. */
function amountsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w.,/-])[(£-]*(\d[\d,]*\.\d\d)(?!\d|%|bn)/g)].map(([, amount = '']) =>
    amount.replaceAll(',', ''),
  );
}

/** What a paper or a last line quotes of others: a finding that wants a decision may be about any of these. */
const quoted = [['reconcile'], ['check']];

/** Every amount that a command prints is a figure of its own list, or of one that it quotes. */
async function everyAmount(command: readonly string[], fund: string, flags: readonly string[]): Promise<number> {
  const { stdout } = await bcf(command);
  const named = new Set(await namedAmounts(command.filter((word) => word !== '--verbose')));
  for (const words of quoted) {
    for (const amount of await namedAmounts([...words, fund, ...flags])) named.add(amount);
  }
  const shown = amountsIn(stdout);
  expect(shown.filter((amount) => !named.has(amount))).toEqual([]);
  return shown.length;
}

describe('every amount that is printed is a figure with a name', () => {
  describe.each(['Q1', 'Q2', 'Q3', 'Q4'])('the illustrative year as at %s', (asAt) => {
    const flags = ['--as-at', asAt];
    test.each([
      ['reconcile', '--verbose'],
      ['performance', '--sensitivity', '--verbose'],
      ['variance', '--verbose'],
      ['settle', '--verbose'],
      ['check', '--verbose'],
      ['diff'],
      ['diff', '--by', 'partner', '--all'],
      ['diff', '--by', 'scheme'],
      ['diff', '--to', 'actual', '--all'],
    ])('%s %s %s', async (command, ...more) => {
      expect(await everyAmount([command, year, ...flags, ...more], year, flags)).toBeGreaterThan(10);
    });

    test.each(paperNames)('report %s', async (paper) => {
      expect(await everyAmount(['report', paper, year, ...flags], year, flags)).toBeGreaterThan(10);
    });
  });

  test('what would be', async () => {
    const flags = ['--as-at', 'Q2'];
    const command = ['performance', year, ...flags, '--what-if', '99J=-2.1%', '--what-if', '*=+40'];
    expect(await everyAmount(command, year, flags)).toBeGreaterThan(50);
  });

  test.each([
    ['reconcile', kent, '--verbose'],
    ['check', kent, '--verbose'],
    ['performance', kent, '--sensitivity'],
    ['diff', kent, year],
    ['apportion', '1500000', kent, '--by', 'contributions', '--among', 'ccgs'],
    ['apportion', '1500000', kent, '--by', 'apportionment', '--to', '100', '--against', 'appendix-3[line=Carers]'],
  ])('%s of the published plan %#', async (...command) => {
    expect(await everyAmount(command, kent, [])).toBeGreaterThan(5);
  });
});
