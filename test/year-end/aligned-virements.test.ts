import { expect, test } from 'vitest';
import { type YearEnd, yearEnd } from '../support/year-end.js';

/** The small year whose schemes are aligned, with a virement of A1. */
function vired(from: string, to: string): Promise<YearEnd> {
  return yearEnd('aligned', async (folder) => {
    await folder.edit(
      'agreement.yaml',
      '  - { kind: activity',
      '  - { kind: virements, files: ledgers/virements*.csv, unit: pounds }\n  - { kind: activity',
    );
    const row = `2015-05-01,A1,${from},${to},10000,Board,V1`;
    await folder.write('ledgers/virements.csv', `date,schedule,from,to,amount,approved_by,reference\n${row}\n`);
  });
}

test.each([
  ['sc', 'sch'],
  ['sch', 'sc'],
])(
  'budget from %s to %s would change what is due into the pool: it is refused, and moves nothing',
  async (from, to) => {
    const { figure, printed } = await vired(from, to);
    expect(await printed('reconcile')).toMatch(
      /error\[BCF2109\]: virement of £10,000\.00 .*: aligned money is not in the pool/,
    );
    expect(figure(`virements[schedule=A1;from=${from};to=${to}].amount`)).toBe('10000.00');
    const [scheme, care] = ['variances[schedule=A1;heading=sch;by=A1]', 'variances[schedule=A1;heading=sc;by=CC]'];
    expect([figure(`${scheme}.virements`), figure(`${care}.virements`)]).toEqual(['0.00', '0.00']);
    expect(figure('settlement.difference')).toBe('0.00');
  },
);
