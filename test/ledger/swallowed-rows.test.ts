import { describe, expect, test } from 'vitest';
import { readCsv } from './read-csv.js';

const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';
const before = '2015-06-12,09C,KCC,care-act,ccg-minimum,09C-S01,,1234.56,R1';

/** The faults of a ledger of expenditure with one cell of several lines, which is its note. */
async function faultsOf(cell: string, lead = before): Promise<readonly string[]> {
  const csv = `${header}\r\n${lead},"${cell.replaceAll('"', '""')}"\r\n${before.replace('R1', 'R2')},\r\n`;
  return (await readCsv(csv, { kind: 'expenditure', unit: 'pounds' })).faults;
}

const notes: readonly string[] = [
  'Agreed at the June meeting.\nPaid in two parts, of which this is the first.',
  'Ashford, Canterbury, Dover, Swale, Thanet, Dartford, Gravesham, Maidstone, Sevenoaks, Shepway\nand two more',
  'Districts:\nAshford, Canterbury, Dover, Swale, Thanet, Dartford, Gravesham, Maidstone, Sevenoaks, Shepway',
  'Ashford,Canterbury,Dover,Swale,Thanet,Dartford,Gravesham,Maidstone,Sevenoaks,Shepway\nall of them',
  'Flat 2, 14 High Street\nAshford\nKent\nTN23 1AA',
  'The Old Surgery, 3 Church Lane, St Mary’s, Romney Marsh, Kent, TN29 0AA\nand the annexe, 5 Church Lane',
  'invoices 101, 102, 103, 104, 105, 106, 107, 108, 109, 110\nsee the file',
  'see:\n101, 102, 103, 104, 105, 106, 107, 108, 109, 110',
  'see:\n1, 2, 3, 4, 5, 6, 7, 8, 9, 10\nof the schedule',
  'beds, 3, chairs, 4, hoists, 5, rails, 6, ramps, 7\nin stock at 31 March 2016',
  'R1,R2,R3,R4,R5,R6,R7,R8,R9,R10\nare one order',
  'R1,R2,R3\nR4,R5,R6',
  '- bath lift\n- stair rail\n- ramp, 2 m\n- key safe',
  '1. Bath lift, £120.00\n2. Stair rail, £80.00\n3. Ramp, £1,234.56',
  'Breakdown: £400.00 Ashford, £300.00 Dover, £534.56 Swale\n\nApproved by J. Smith, 12/06/2015',
  '12/06/2015 raised\n15/06/2015 approved, by the pool manager\n30/06/2015 paid',
  '12/06/2015, 15/06/2015, 30/06/2015\n01/07/2015',
  'From: pool manager\nTo: host, Kent County Council\nRe: invoice 8841, credit note 17, and the balance',
  '12/06/2015, 1234.56, paid\n13/06/2015; 99.00; paid',
  '2015-06-12,09C,1234.56\n2015-06-13,09C,99.00',
  'He said: "pay it", and we did\n"as agreed"',
  'a\n\n\nb',
  ',,,,,,,,,\n',
  'one; two; three; four; five; six; seven; eight; nine; ten\neleven',
  'Home First beds,phase 2,wards 3 and 4\nsee the plan',
  'April,May,June,July,August,September,October,November,December,January\nFebruary,March',
];

describe('a note, an address or a list of several lines is no row', () => {
  test.each(notes.map((note) => [note.slice(0, 60), note]))('%j', async (_beginning, note) => {
    expect(await faultsOf(note)).toEqual([]);
  });

  test('nor is any line of them in the name of a scheme, in the middle of a row', async () => {
    for (const note of notes) {
      const csv = `schedule,scheme,name,heading,amount\n10A,10A-S01,"${note.replaceAll('"', '""')}",,1200\n10A,10A-S02,x,,80\n`;
      const { faults } = await readCsv(csv, { kind: 'schemes', unit: 'pounds' });
      expect(faults, note).toEqual([]);
    }
  });

  test('nor where the file has a space behind its commas, or other separators', async () => {
    for (const separator of [', ', ';', '\t']) {
      for (const note of notes) {
        const row = [...before.split(','), `"${note.replaceAll('"', '""')}"`].join(separator.trim() || '\t');
        const csv = `${header.replaceAll(',', separator.trim() || '\t')}\n${row}\n`;
        const { faults } = await readCsv(csv, { kind: 'expenditure', unit: 'pounds' });
        expect(faults, note).toEqual([]);
      }
    }
  });
});

describe('a row within a cell is found', () => {
  const rows = [2, 3, 4, 5].map((number) => `${before.replace('R1', `R${number}`)},`);
  test.each([
    ['one row', [`${before},"open`, `${before.replace('R1', 'R2')},close"`], '2 BCF3040'],
    ['several', [`${before},"open`, ...rows, `${before.replace('R1', 'R9')},close"`], '2 BCF3040'],
    [
      'with words and a comma before the end of the line',
      [`${before},"open, then`, ...rows, `${before},"`],
      '2 BCF3040',
    ],
    [
      'in a column of the middle',
      [before.replace('care-act', '"care-act'), ...rows, `${before.replace('care-act', 'care-act"')},`],
      '2 BCF3040',
    ],
    [
      'in a column of the middle, two rows made one',
      [`${before.replace('care-act', '"care-act')},`, `${before.replace('care-act', 'care-act"')},`],
      '2 BCF3040',
    ],
    [
      'opened and closed in two columns',
      [`${before.replace('care-act', '"care-act')},`, ...rows, `${before},close"`],
      '2 BCF3040',
    ],
    [
      'with amounts that are wrong',
      [`${before},"open`, before.replace('1234.56', 'n/a').concat(','), `${before},"`],
      '2 BCF3040',
    ],
    [
      'without their last cell, which is blank',
      [`${before},"open`, ...['R2', 'R3'].map((to) => before.replace('R1', to)), `${before},"`],
      '2 BCF3040',
    ],
    ['with a cell more', [`${before},"open`, `${before.replace('R1', 'R2')},,`, `${before},"`], '2 BCF3040'],
    ['pasted from an export with other separators', [`${before},"open`, before.replaceAll(',', ';'), '"'], '2 BCF3040'],
    ['with a blank amount', [`${before},"open`, before.replace('1234.56', '').concat(','), `${before},"`], '2 BCF3040'],
  ])('%s', async (_how, lines, said) => {
    const { faults } = await readCsv([header, ...lines, `${before},`].join('\n'), {
      kind: 'expenditure',
      unit: 'pounds',
    });
    expect(faults).toEqual([said]);
  });

  test('in a ledger of words only, and in a small one of amounts', async () => {
    const proForma =
      'line,schedule,scheme,heading,provenance\nBeds,10A,10A-S01,,"stated\nHoists,10A,10A-S02,,stated"\n';
    expect((await readCsv(proForma, { kind: 'pro-forma' })).faults).toEqual(['2 BCF3040']);
    const opening = 'pool,heading,partner,note,amount\nmain,"a,01A,x,1\nmain,b,01A,x,2\nmain,c",02B,x,3\n';
    expect((await readCsv(opening)).faults).toEqual(['2 BCF3040']);
  });

  test('the lines are those of the file behind notes of several lines', async () => {
    const csv = [header, `${before},"a`, 'b"', `${before},"open`, ...rows, `${before},close"`].join('\r\n');
    const { diagnostics } = await readCsv(csv, { kind: 'expenditure', unit: 'pounds' });
    expect(diagnostics.map(({ args }) => args)).toEqual([{ column: 'J', opens: 4, closes: 9, rows: 5 }]);
  });
});
