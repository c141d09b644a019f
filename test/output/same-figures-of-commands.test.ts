import { describe, expect, test } from 'vitest';
import { quarters } from '../../src/agreement/financial-year.js';
import { papers } from '../../src/commands/paper-names.js';
import { paperNames } from '../../src/statement/paper-schema.js';
import { counted } from '../support/counted.js';
import { apportioned, type Command, diff, performance, report, settle, variance } from '../support/forms/commands.js';
import { differencesOfCommand, figuresReadOfCommand } from '../support/forms/differing-forms.js';
import { type Asked, commandForms, drawCommand } from '../support/forms/drawn-forms.js';
import { altered } from '../support/forms/one-penny.js';
import { truthOfCommand } from '../support/forms/truth-of-command.js';
import { fixture } from '../support/fund-folder.js';

const limit = { timeout: 240_000 };
const kent = { folder: fixture('kent-2015-16') };
const year = fixture('kent-2015-16-illustrative');

const ofPapers = paperNames.map((paper) => [`report ${paper}`, report(paper)] as const);
const others = [
  ['variance', variance],
  ['settle', settle],
  ['performance', performance],
  ['diff', diff],
] as const;
const ofNoQuarter = ['apportion', apportioned] as const;

/** Papers that have no figure in a table before anything is received or spent. */
const ofActuals = ['quarterly', 'annual', 'dfg'];

/** Holds every form of a command against its document. */
async function holds(command: Command, asked: Asked): Promise<number> {
  const truth = await truthOfCommand(command, asked);
  expect(truth.apart).toEqual([]);
  expect(truth.onlyInWords).toEqual([]);
  const drawn = await drawCommand(command, asked);
  const found = commandForms.flatMap((form) => differencesOfCommand(form, drawn.get(form), truth));
  expect(found.slice(0, 40)).toEqual([]);
  const read = commandForms.map((form) => [form, figuresReadOfCommand(form, truth)] as const);
  for (const [form, figures] of read) counted(`figures read back from ${form}`, figures);
  return Math.min(...read.map(([, figures]) => figures));
}

test('every paper that there is', () => {
  expect([...paperNames].sort()).toEqual(Object.keys(papers).sort());
});

describe('every form has each figure of its document in its place, to the penny', limit, () => {
  describe.each(ofPapers)('%s', (_, paper) => {
    test('of the plan', async () => {
      expect((await holds(paper, kent)) > 0).toBe(!ofActuals.includes(paper.words[1] ?? ''));
    });

    test.each(quarters)('of the illustrative year as at %s', async (asAt) => {
      expect(await holds(paper, { folder: year, asAt })).toBeGreaterThan(20);
    });
  });

  describe.each(others)('%s', (_, command) => {
    test.each(quarters)('of the illustrative year as at %s', async (asAt) => {
      expect(await holds(command, { folder: year, asAt })).toBeGreaterThan(20);
    });
  });

  test('apportion', async () => {
    expect(await holds(apportioned, kent)).toBeGreaterThan(20);
  });
});

test.each([...ofPapers, ...others, ofNoQuarter])(
  'one penny that is changed in any form of %s is found',
  limit,
  async (_, command) => {
    const asked = { folder: year, asAt: 'Q2' } as const;
    const truth = await truthOfCommand(command, asked);
    const drawn = await drawCommand(command, asked);
    for (const form of commandForms) {
      const kind = form === 'csv' && truth.csvTables !== undefined ? 'csv of tables' : form;
      const changed = altered(kind, drawn.get(form), [], 40);
      expect(changed.length, form).toBeGreaterThan(9);
      const missed = changed.filter(({ raw }) => differencesOfCommand(form, raw, truth).length === 0);
      expect(missed.map(({ was }) => was)).toEqual([]);
    }
  },
);
