import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';

const illustrative = fixture('kent-2015-16-illustrative');

describe('the screen that is signed', () => {
  test('says what of the plan is due by now beside what came and what was applied', async () => {
    const { summary } = await statementOf(illustrative, '--as-at', 'Q2');
    expect(summary?.lines).toMatchObject({
      broughtForward: { plan: '0.00', planToDate: '150000.00', actual: '150000.00', forecast: '150000.00' },
      in: { plan: '101404000.00', planToDate: '49229399.92', actual: '47022149.92', forecast: '100530700.00' },
      applied: { plan: '101404000.00', planToDate: '49379399.92', actual: '46458165.91', forecast: '100420200.00' },
      held: { plan: '0.00', planToDate: '0.00', actual: '713984.01', forecast: '260500.00' },
      outstanding: { actual: '2207250.00' },
    });
  });

  test('has a line for each body, and one for the districts, that add up to the settlement', async () => {
    for (const quarter of ['Q1', 'Q2', 'Q3', 'Q4']) {
      const { summary, settlement } = await statementOf(illustrative, '--as-at', quarter);
      expect(summary?.bodies.map(({ body }) => body)).toEqual([
        'KCC',
        '09C',
        '09E',
        '09J',
        '10A',
        '10D',
        '10E',
        '99J',
        'districts',
      ]);
      expect(summary?.bodies.at(-1)?.members).toBe(12);
      expect(summary?.totals.owes).toBe(settlement?.owedToHosts);
      expect(summary?.totals.drawnAhead).toBe(settlement?.drawnAhead);
      expect(summary?.totals.held).toBe(settlement?.held);
    }
  });

  test('has what needs a decision with its amount and its command, the largest first', async () => {
    const { decisions } = await statementOf(illustrative, '--as-at', 'Q2');
    expect(decisions.map(({ kind, amount, command }) => [kind, amount, command])).toEqual([
      ['decide', '2207250.00', 'bcf settle'],
      ['decide', '348302.48', 'bcf variance'],
      ['decide', '80300.00', 'bcf variance'],
      ['note', '49100.00', 'bcf variance'],
    ]);
  });

  test('is the last 45 lines of 85, at 100 columns, and the rest is under --full', async () => {
    const short = await bcf(['reconcile', illustrative, '--as-at', 'Q2'], { environment: {} });
    const full = await bcf(['reconcile', illustrative, '--as-at', 'Q2', '--full'], { environment: {} });
    const lines = short.stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(85);
    expect(lines.slice(-45).join('\n')).toMatch(/^By body|\nBy body/);
    expect(short.stdout).not.toContain('By partner');
    for (const section of ['Inputs', 'By partner', 'Fund balance as at', 'Who owes whom', 'By body']) {
      expect(full.stdout).toContain(section);
    }
  });

  test('of a plan alone says what each body contributes', async () => {
    const { stdout } = await bcf(['reconcile', fixture('kent-2015-16')], { environment: {} });
    expect(stdout).toContain('Protection of social care                    KCC         28.254');
    expect(stdout).toContain('Thanet CCG                            9,699,000.00               9,699,000.00');
    expect(stdout).toContain('Nothing needs a decision');
  });
});
