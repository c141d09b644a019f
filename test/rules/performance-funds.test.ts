import { describe, expect, test } from 'vitest';
import { performanceDocumentSchema } from '../../src/statement/document-schema.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';

async function changed(...edits: readonly (readonly [file: string, from: string, to: string])[]) {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  for (const [file, from, to] of edits) await fund.edit(file, from, to);
  return fund;
}

async function found(fund: FundFolder, ...flags: readonly string[]) {
  const { document, exitCode } = await reconciledJson(fund.path, ...flags);
  const codes = document.diagnostics.filter(({ code }) => code.startsWith('BCF22')).map(({ code }) => code);
  return { codes, exitCode, result: document.result };
}

const activity = 'ledgers/activity.csv';
const westKent = ['Q4 2014/15,10644,10283,10760', 'Q1 2015/16,10190,9829,9641'];

describe('R3: what is missing is missing, and not nil', () => {
  test('a quarter not reported is judged by nobody, though money came for it', async () => {
    const fund = await changed([activity, `99J,${westKent[1]}`, '99J,Q1 2015/16,10190,9829,']);
    const { codes, result } = await found(fund, '--as-at', 'Q2');
    expect(codes).toEqual(['BCF2202', 'BCF2206']);
    const own = result?.performance?.partners.find(({ partner }) => partner === '99J');
    expect(own?.quarters.map(({ status, payment }) => [status, payment])).toEqual([
      ['reported', '0.00'],
      ['not-reported', undefined],
      ['not-yet-due', undefined],
      ['not-yet-due', undefined],
    ]);
    expect(result?.performance?.nationalReturn).toMatchObject({ upTo: 'Q4 2014/15', payment: '719556.05' });
  });

  test('a partner that reports nothing: no national return, and its money is judged by nobody', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const rows = (await fund.read(activity)).split('\n').filter((line) => !line.startsWith('99J'));
    await fund.write(activity, rows.join('\n'));
    const { codes, result } = await found(fund);
    expect(codes).toEqual(['BCF2202', 'BCF2206']);
    expect(result?.performance?.nationalReturn).not.toHaveProperty('payment');
  });

  test('a pot left out of the agreement: what its partner pays in and spends was not earned', async () => {
    const fund = await changed([
      'agreement.yaml',
      '      - { partner: 99J, amount: 2152000, provenance: derived, because: *rest }',
      '     ',
    ]);
    const { codes, exitCode, result } = await found(fund);
    expect(codes.sort()).toEqual(['BCF2201', 'BCF2203', 'BCF2204']);
    expect(exitCode).toBe(1);
    expect(result?.performance?.partners).toHaveLength(7);
  });

  test('nor may a body without a pot and without admissions pay in or spend: nothing of it can be earned', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const row = '2015-06-01,KCC,KCC,performance,social-care-capital-grant,,,0.01,X1,\n';
    await fund.append('ledgers/expenditure-districts.csv', row);
    const { codes, exitCode, result } = await found(fund);
    expect(codes).toEqual(['BCF2204']);
    expect(exitCode).toBe(1);
    // A misposted penny does not take the national return away.
    expect(result?.performance?.nationalReturn.payment).toBe('4522923.77');
  });

  test('released money that has not come is late like an instalment', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const file = 'ledgers/contributions-ccgs.csv';
    const rows = (await fund.read(file)).split('\r\n').filter((line) => !line.includes('09C-P1'));
    await fund.write(file, rows.join('\r\n'));
    const { document } = await reconciledJson(fund.path, '--as-at', 'Q2');
    const late = document.diagnostics.find(({ code }) => code === 'BCF2401');
    const own = document.result?.contributions.find(({ partner, kind }) => partner === '09C' && kind === 'performance');
    expect(own).toMatchObject({ outstanding: '68515.79', daysLate: 0 });
    expect(own?.instalments.map(({ due, status }) => [due, status])).toEqual([
      ['2015-06-30', 'paid-late'],
      ['2015-09-30', 'outstanding'],
    ]);
    expect(late?.message).toContain(
      'performance payment released: £68,515.79 outstanding, it was due on 30 September 2015',
    );
  });
});

describe('R3: a pot that no paper prints as one', () => {
  const terms = { partner: '09J', amount: '1248000' };
  const stated = `- { partner: ${terms.partner}, amount: ${terms.amount} }`;
  const derived = stated.replace(' }', ', provenance: derived, because: it was read off a chart }');

  async function potsOf(fund: FundFolder) {
    const { stdout } = await bcf([
      'performance',
      fund.path,
      '--as-at',
      'Q2',
      '--json',
      '--what-if',
      '*=-1%',
      '--sensitivity',
    ]);
    const { result } = performanceDocumentSchema.parse(JSON.parse(stdout));
    const { performance, whatIf, sensitivity } = result ?? {};
    return [performance?.partners, whatIf?.partners, sensitivity?.breakEven].map(
      (pots) => pots?.find(({ partner }) => partner === terms.partner)?.isPotDerived,
    );
  }

  test('is marked wherever the pots are shown, and its reason with it', async () => {
    const fund = await changed(['agreement.yaml', stated, derived]);
    expect(await potsOf(fund)).toEqual([true, true, true]);
    const reason = '[d] Dartford, Gravesham and Swanley CCG: it was read off a chart.';
    for (const command of [['reconcile', '--full'], ['performance'], ['report', 'quarterly']]) {
      const { stdout } = await bcf([...command, fund.path, '--as-at', 'Q2']);
      const row = stdout.split('\n').find((line) => /^Dartford.*1,248,000\.00 {2}\[d\]/.test(line));
      expect([command, row === undefined, stdout.includes(reason)]).toEqual([command, false, true]);
    }
    const { stdout: csv } = await bcf(['performance', fund.path, '--format', 'csv']);
    expect(csv).toMatch(/,pot,1248000\.00,[^\n]*,derived,09J,/);
    const { stdout: trace } = await bcf(['trace', 'performance.partners[partner=09J].pot', fund.path]);
    expect(trace).toContain('derived: it was read off a chart');
  });

  test('is derived where its row of the plan is, whatever the agreement says of it', async () => {
    const fund = await changed(['agreement.yaml', stated, stated.replace(' }', ', provenance: stated }')]);
    expect(await potsOf(fund)).toEqual([false, false, false]);
    await fund.edit(
      'plan.csv',
      '09J,ccg-minimum,performance,09J,1248000,stated',
      '09J,ccg-minimum,performance,09J,1248000,derived',
    );
    expect(await potsOf(fund)).toEqual([true, true, true]);
  });

  test('Kent: three are its maximum in hospital spend, two are what is left, and the other two are printed', async () => {
    const { stdout } = await bcf(['performance', fixture('kent-2015-16'), '--json']);
    const { result } = performanceDocumentSchema.parse(JSON.parse(stdout));
    const reasons = result?.performance?.partners.map(({ partner, isPotDerived, potBecause }) => [
      partner,
      isPotDerived,
      /Maximum in hospital spend|not printed/.exec(potBecause ?? '')?.[0],
    ]);
    const [hospital, rest] = ['Maximum in hospital spend', 'not printed'];
    expect(reasons).toEqual([
      ['09C', true, hospital],
      ['09E', true, hospital],
      ['09J', false, undefined],
      ['10A', true, rest],
      ['10D', false, undefined],
      ['10E', true, hospital],
      ['99J', true, rest],
    ]);
  });
});

describe('R3: the words beside a payment', () => {
  async function whys(rows: readonly string[], ...flags: readonly string[]) {
    const fund = await changed(['agreement.yaml', '    pots:              # para 7.3\n', '    pots:\n']);
    const others = (await fund.read(activity)).split('\n').filter((line) => !line.startsWith('09C'));
    await fund.write(activity, [...others.slice(0, -1), ...rows.map((row) => `09C,${row}`), ''].join('\n'));
    const { stdout } = await bcf(['performance', fund.path, '--json', ...flags]);
    const { result } = performanceDocumentSchema.parse(JSON.parse(stdout));
    return result?.performance?.partners.find(({ partner }) => partner === '09C')?.quarters.map(({ why }) => why);
  }

  test('a plan above the baseline first', async () => {
    const rows = [
      'Q4 2014/15,1000,1010,1005',
      'Q1 2015/16,1000,960,960',
      'Q2 2015/16,1000,950,950',
      'Q3 2015/16,1000,940,940',
    ];
    expect(await whys(rows)).toEqual([
      '5 more than the baseline, a rise of 10 planned: nothing earned',
      '35 fewer, 30 planned: what is beyond the plan buys nothing',
      '85 fewer, 80 planned: what is beyond the plan buys nothing',
      '145 fewer, 140 planned: what is beyond the plan buys nothing',
    ]);
  });

  test('early, then reversal', async () => {
    const rows = [
      'Q4 2014/15,1000,965,930',
      'Q1 2015/16,1000,965,970',
      'Q2 2015/16,1000,965,995',
      'Q3 2015/16,1000,965,1040',
    ];
    expect(await whys(rows)).toEqual([
      '70 fewer, 35 planned: what is beyond the plan buys nothing',
      '100 fewer, 70 planned: what is beyond the plan buys nothing',
      '105 fewer, 105 planned: all of it earned',
      '65 fewer, 140 planned: no more than was paid for already',
    ]);
  });
});

test('R3: where planned reductions fall again, the items between the returns name no rise that there was not', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  const rows = ['900,900', '900,900', '900,900', '1200,900'].map((counts, index) => {
    const quarter = ['Q4 2014/15', 'Q1 2015/16', 'Q2 2015/16', 'Q3 2015/16'][index];
    return `09C,${quarter},1000,${counts}`;
  });
  const others = (await fund.read(activity)).split('\n').filter((line) => !line.startsWith('09C'));
  await fund.write(activity, [...others.slice(0, -1), ...rows, ''].join('\n'));
  const { result } = await found(fund, '--as-at', 'Q3');
  const own = result?.performance?.nationalReturn.items.filter(({ partner }) => partner === '09C');
  expect(own?.map(({ kind }) => kind)).not.toContain('kept');
});

describe('--what-if and --sensitivity', () => {
  test('a CCG that has reported all is as it is', async () => {
    const fund = await changed([activity, '10E,Q3 2015/16,4205,4059,4275', '10E,Q3 2015/16,4205,4059,']);
    const { stdout } = await bcf(['performance', fund.path, '--json', '--what-if', '*=-10%']);
    const { result } = performanceDocumentSchema.parse(JSON.parse(stdout));
    const assumed = result?.whatIf?.partners.map(({ partner, assumed: one }) => [partner, one]);
    expect(assumed?.filter(([, one]) => one !== undefined)).toEqual([['10E', '-10.00%']]);
    expect(result?.whatIf?.partners.every(({ byYearEnd }) => byYearEnd !== undefined)).toBe(true);
  });

  test('are in the CSV too', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const { stdout } = await bcf([
      'performance',
      fund.path,
      '--as-at',
      'Q2',
      '--format',
      'csv',
      '--what-if',
      '*=-3.5%',
      '--sensitivity',
    ]);
    const tables = stdout
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect([...new Set(tables)]).toEqual(
      expect.arrayContaining(['performance.partners.quarters', 'what-if.partners', 'sensitivity.break-even']),
    );
    expect(tables.filter((table) => table === 'sensitivity.points.payments')).toHaveLength(7 * 15);
  });

  test('a pot without planned reduction cannot be earned, which is known', async () => {
    const fund = await changed([activity, '10D,Q4 2014/15,2712,2620', '10D,Q4 2014/15,2712,3000']);
    const { stdout } = await bcf(['performance', fund.path, '--json', '--sensitivity']);
    const { result } = performanceDocumentSchema.parse(JSON.parse(stdout));
    expect(result?.sensitivity?.breakEven.find(({ partner }) => partner === '10D')).toMatchObject({
      isEarnable: false,
    });
  });
});
