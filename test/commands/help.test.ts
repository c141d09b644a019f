import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { helpNotes } from '../../src/commands/help-notes.js';
import { helpTopics } from '../../src/commands/help-topics.js';
import { bcf } from '../support/bcf.js';
import { closedYear, verified } from '../support/closing.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';
import { expectRunning } from '../support/written-commands.js';

/** The lines of a topic that stand two columns in, as they stand in a file. */
function piecesOf(topic: string): string[] {
  return (helpTopics[topic] ?? '').split('\n').flatMap((line) => (line.startsWith('  ') ? line.slice(2) : []));
}

/** Words without where lines end, and what marks that a line of an example goes on. */
function wordsOf(help: string): string {
  return help
    .replace(/ \\\n/g, ' ')
    .replace(/\s+↪ /g, '')
    .replace(/\s+# |\s+/g, ' ');
}

describe('the topics of help are true', () => {
  test('bcf help lists them, and prints each', async () => {
    const { stdout } = await bcf(['help']);
    for (const [topic, page] of Object.entries(helpTopics)) {
      expect(stdout).toMatch(new RegExp(`^  ${topic} +${page.split('\n')[0]}$`, 'm'));
      expect(wordsOf((await bcf(['help', topic])).stdout)).toBe(wordsOf(page));
    }
  });

  test('no topic is called as a command is, and each note is a command’s', async () => {
    const exits = (names: readonly string[]) =>
      Promise.all(
        names.map(async (name) => [name, (await bcf(['help', name])).stdout.includes(`Usage: bcf ${name} `)]),
      );
    expect(await exits(Object.keys(helpTopics))).toEqual(Object.keys(helpTopics).map((name) => [name, false]));
    expect(await exits(Object.keys(helpNotes))).toEqual(Object.keys(helpNotes).map((name) => [name, true]));
  });

  test('pieces of an agreement are Kent’s', () => {
    const agreement = readFileSync(`${fixture('kent-2015-16-illustrative')}/agreement.yaml`, 'utf8');
    for (const topic of ['agreement', 'ledgers']) {
      const lines = piecesOf(topic).filter((line) => /^( *- | +\w+: |\w+: *(pounds|#|$))/.test(line));
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) expect(agreement).toContain(line.replace(/\s*#.*$/, ''));
    }
    expect(readAgreement('agreement.yaml', agreement).diagnostics).toEqual([]);
  });

  test('controls are Kent’s', () => {
    const controls = readFileSync(`${fixture('kent-2015-16')}/controls.csv`, 'utf8');
    const lines = piecesOf('controls').filter((line) => line.includes(','));
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(controls).toContain(`${line}\n`);
  });

  test('the adjustment corrects a closed row, and is listed', async () => {
    const fund = await closedYear('Q1');
    const [header, ...rows] = piecesOf('ledgers').filter((line) => /^(date.*adjusts$|2015-10-20,)/.test(line));
    await fund.write('ledgers/expenditure-adjustments.csv', `${[header, ...rows].join('\n')}\n`);
    const { result } = await verified(fund);
    expect(result.conclusion.verified).toBe(true);
    expect(result.adjustments).toHaveLength(1);
  });

  test('the accruals are read, and one of them is reversed', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const lines = piecesOf('ledgers').filter((line) => /^date.*accrual$|^20.*(accrual|reversal|,,)$/.test(line));
    expect(lines).toHaveLength(5);
    await fund.write('ledgers/expenditure-accruals.csv', `${lines.join('\n')}\n`);
    const { document } = await reconciledJson(fund.path);
    expect(document.result?.accruals?.totals).toMatchObject({
      accrued: '1600.00',
      reversed: '900.00',
      notReversed: '700.00',
    });
  });

  test('figures that the note of trace names', async () => {
    const names = [...(helpNotes.trace ?? '').matchAll(/^ {2}(\S+)$/gm)].map(([, name = '']) => name);
    expect(names).toHaveLength(3);
    await expectRunning(names.map((name) => `bcf trace "${name}" my-fund --as-at Q2`));
  });

  test('a figure as controls have it, and an amount', async () => {
    await expectRunning(['bcf trace 65,536.84 my-fund', 'bcf trace "plan.applied[heading=care-act]" my-fund']);
  });
});
