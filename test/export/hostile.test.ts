import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRow } from '../../src/export/csv.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { answerOf, balancesBy, exportedTo, faultOf, needsPrograms, type Program, programs } from './tools.js';

needsPrograms();

/** Marks that mean something to one of the programs, and words around them. */
const marks = [
  'a',
  'B',
  '9',
  ' ',
  '  ',
  ';',
  '|',
  ',',
  '"',
  '\\',
  '(',
  ')',
  '[',
  ']',
  '=',
  '*',
  '!',
  '~',
  '%',
  ':',
  '::',
  '#',
  '@',
  '{',
  '}',
  '&',
  '<',
  '£',
  'é',
  '’',
  '\u00a0',
  '\u2003',
  '\t',
  '\n2015-04-01 * x',
  '[2014-01-01]',
  '[=2014/01/01]',
  'date:2014-01-01',
  ' ; row: x',
  ':tag:',
  '2015-04-01',
  '\u0007',
  '\u200f',
  '漢',
  '😀',
  '-',
  '$(x)',
  'comment',
  'include /etc/passwd',
  '\nend',
];
const words = fc.array(fc.constantFrom(...marks), { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''));

const codes = { council: 'a:b', north: '(x', heading: 'Care  "1"; ]', other: 'care-1', source: '=min|x', pool: '[p' };

const agreement = `fund: { name: 'Hostile "fund" ; \\ *', year: 2015/16, note: "two  spaces; and 漢" }
unit: pounds
partners:
  - { code: '${codes.council}', scheme: local, name: '*Council | ; x', kind: county-council }
  - { code: '${codes.north}', scheme: local, name: '!North "x" \\', kind: ccg }
pools:
  - { code: '${codes.pool}', name: '[Main', host: '${codes.council}' }
sources:
  - { code: '${codes.source}', name: 'CCG  minimum; x', nature: revenue }
headings:
  - { code: '${codes.heading}', name: '(Care', nature: revenue, applied_by: '${codes.council}', allocation: 60 }
  - { code: '${codes.other}', name: '"Care', nature: revenue, applied_by: '${codes.north}', allocation: 40 }
contributions:
  - { partner: '${codes.north}', source: '${codes.source}', amount: 100 }
rules:
  - { id: r1, kind: balance, clause: 'x; y' }
ledgers:
  - { kind: contributions, files: 'ledgers/contributions*.csv', unit: pounds }
  - { kind: expenditure, files: 'ledgers/expenditure*.csv', unit: pounds }
  - { kind: plan, files: plan.csv, unit: pounds }
`;

/** A fund whose every word would be obeyed by one program or another if it came to it as it is. */
async function hostileFund(references: readonly string[], notes: readonly string[]): Promise<string> {
  const { council, north, heading, other, source } = codes;
  const plan = [
    ['contributor', 'source', 'heading', 'applied_by', 'amount', 'provenance'],
    [north, source, heading, council, '60', 'stated'],
    [north, source, other, north, '40', 'stated'],
  ];
  const received = references.map((reference, index) => [
    `2015-04-0${(index % 9) + 1}`,
    north,
    source,
    '',
    '1.01',
    `${index} ${reference}`,
    notes[index] ?? '',
  ]);
  const spent = references.map((reference, index) => {
    const [body, to] = index % 2 === 0 ? [council, heading] : [north, other];
    return ['2015-05-10', north, body, to, source, '', '', '1.01', `${reference} ${index}`, notes[index] ?? ''];
  });
  const contributions = [['date', 'partner', 'source', 'heading', 'amount', 'reference', 'note'], ...received];
  const expenditure = [
    ['date', 'schedule', 'applied_by', 'heading', 'source', 'scheme', 'district', 'amount', 'reference', 'note'],
    ...spent,
  ];
  const text = (rows: readonly (readonly string[])[]) => rows.map(csvRow).join('');
  const fund = await FundFolder.of({ 'agreement.yaml': agreement, 'plan.csv': text(plan) });
  await fund.write('ledgers/contributions-; [2014-01-01] "x, y.csv', text(contributions));
  await fund.write('ledgers/expenditure 1.csv', text(expenditure));
  return fund.path;
}

/** How many transactions with a row of a ledger a program has read. */
async function transactionsBy(program: Program, file: string): Promise<number> {
  const commands: Readonly<Record<Program, string[]>> = {
    hledger: ['hledger', '-f', file, 'print', 'tag:row=ledgers', '-O', 'csv'],
    ledger: ['ledger', '-f', file, 'csv', '%row=/ledgers/', '--csv-format', '%(xact.id)\n'],
    beancount: ['bean-query', '-f', 'csv', file, 'select id where entry_meta("row") ~ "ledgers"'],
  };
  const { stdout } = await answerOf(commands[program]);
  const rows: string[][] = parse(stdout, { trim: true });
  const ids = rows.map(([id = '']) => id).filter((id) => id !== '' && !/^(id|txnidx)$/.test(id));
  return new Set(ids).size;
}

test('no word of the user’s is obeyed, and none breaks a journal', async () => {
  const [references, notes] = [20_150_401, 7].map((seed) => fc.sample(words, { numRuns: 150, seed }));
  if (references === undefined || notes === undefined) throw new Error('no words');
  const fund = await hostileFund(references, notes);
  const folder = await temporaryFolder();
  for (const program of programs) {
    const { file, stderr, exitCode } = await exportedTo(folder, program, fund);
    expect(exitCode, stderr).toBeLessThan(2);
    expect(await faultOf(program, file)).toBe('');
    const balances = await balancesBy(program, file);
    const own = [...balances].filter(([account]) => !account.startsWith('Equity:Plan'));
    expect([program, own.map(([, pence]) => pence).sort()]).toEqual([program, [-15150n, 7575n, 7575n]]);
    expect([program, await transactionsBy(program, file)]).toEqual([program, 300]);
  }
});
