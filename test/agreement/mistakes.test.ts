import { describe, expect, test } from 'vitest';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { changed, faultsOf, sample, whereIs } from './sample.js';

type Change = readonly [from: string, to: string];

const instalments =
  'instalments:\n  - { quarter: Q1, due: 2015-04-15, percent: 33.34 }\n  - { quarter: Q3, due: 2015-10-15, percent: 66.66 }\n';

/** One more item of a list, whose code is taken. */
function again(code: string, ...others: readonly string[]): string {
  return `  - { ${[`code: ${code}`, 'name: X', ...others].join(', ')} }\n`;
}

test('the sample has no mistake', () => {
  expect(faultsOf(sample)).toEqual([]);
  expect(readAgreement('agreement.yaml', sample).agreement).toBeDefined();
});

describe('each mistake of the agreement is reported at its line and column', () => {
  test.each<[string, string, Change, string, string?]>([
    ['BCF1003', 'an unknown key', ['  name: Example fund', '  nam: Example fund\n  name: E'], 'nam:'],
    ['BCF1003', 'an unknown key in an item', ['host: CC', 'host: CC, hots: CC'], 'hots:'],
    ['BCF1003', 'an unknown block', ['localities:', 'localitys: []\nlocalities:'], 'localitys:'],
    [
      'BCF1003',
      'a key of another kind of rule',
      ['kind: balance,', 'kind: balance, source: dfg,'],
      'source: dfg, clause',
    ],
    ['BCF1004', 'a missing key of a block', ['  year: 2015/16\n', ''], 'name: Example fund'],
    ['BCF1004', 'a missing key of an item', [', host: CC', ''], '{ code: main'],
    ['BCF1004', 'a missing block', ['unit: pounds\npartners', 'partners'], 'fund:'],
    ['BCF1005', 'a value where a list belongs', ['members: [hill, dale]', 'members: hill'], 'hill }'],
    ['BCF1005', 'a list where a value belongs', ['name: Pooled fund', 'name: [Pooled, fund]'], '[Pooled'],
    ['BCF1005', 'a block where a value belongs', ['name: Pooled fund', 'name: { a: b }'], '{ a: b }'],
    ['BCF1005', 'an empty list', ['members: [hill, dale]', 'members: []'], '[]'],
    ['BCF1006', 'a nature that there is not', ['nature: capital }', 'nature: capitol }'], 'capitol'],
    ['BCF1006', 'a kind of rule that there is not', ['kind: ring-fence', 'kind: ringfence'], 'ringfence'],
    ['BCF1006', 'a unit that there is not', ['unit: pounds\np', 'unit: pound\np'], 'pound\n'],
    ['BCF1006', 'a quarter that there is not', ['quarter: Q3', 'quarter: Q5'], 'Q5'],
    ['BCF1006', 'a kind of ledger that there is not', ['kind: plan', 'kind: plans'], 'plans'],
    ['BCF1007', 'words for an amount', ['amount: 1000', 'amount: tbc'], 'tbc'],
    ['BCF1007', 'a negative amount', ['amount: 1800', 'amount: -1800'], '-1800'],
    ['BCF1007', 'an amount finer than a penny', ['amount: 1800', 'amount: 1800.005'], '1800.005'],
    ['BCF1007', 'an allocation with a comma for a point', ['"3,000.50"', '"3000,50"'], '"3000,50"'],
    ['BCF1008', 'a year that is no financial year', ['2015/16', '2015/17'], '2015/17'],
    ['BCF1008', 'a calendar year', ['2015/16', '2015'], '2015'],
    ['BCF1009', 'an instalment due outside the year', ['2015-10-15', '2016-10-15'], '2016-10-15'],
    ['BCF1009', 'an instalment due on no day', ['2015-10-15', '2015-10-32'], '2015-10-32'],
    ['BCF1009', 'an instalment’s day first', ['2015-10-15', '15/10/2015'], '15/10/2015'],
    ['BCF1010', 'a percentage with its sign', ['66.66', '66.66%'], '66.66%'],
    ['BCF1010', 'a percentage in hexadecimal', ['66.66', '0x42'], '0x42'],
    ['BCF1010', 'a percentage of more than forty decimals', ['66.66', `66.${'6'.repeat(41)}`], `66.${'6'.repeat(41)}`],
    ['BCF1010', 'more than the whole', ['66.66', '166.66'], '166.66'],
    ['BCF1011', 'a blank value', ['name: Example fund', 'name:'], 'name:'],
    ['BCF1011', 'a blank block', [instalments, 'instalments:\n'], 'instalments:'],
    [
      'BCF1012',
      'a partner’s code twice',
      ['groups:', `${again('hill', 'scheme: local, kind: other')}groups:`],
      'hill, name: X',
    ],
    [
      'BCF1012',
      'a group with a partner’s code',
      ['localities:', `${again('CC', 'members: [hill]')}localities:`],
      'CC, name: X',
    ],
    ['BCF1012', 'a locality twice', ['pools:', `${again('N')}pools:`], 'N, name: X'],
    ['BCF1012', 'a pool twice', ['sources:', `${again('main', 'host: CC')}sources:`], 'main, name: X'],
    ['BCF1012', 'a source twice', ['headings:', `${again('dfg', 'nature: capital')}headings:`], 'dfg, name: X'],
    ['BCF1012', 'a rule’s id twice', ['id: dfg-fence', 'id: pool-balances'], 'pool-balances, kind: ring'],
    ['BCF1013', 'a locality that is declared nowhere', ['locality: S', 'locality: W'], 'W }'],
    ['BCF1013', 'a member that is declared nowhere', ['[hill, dale]', '[hill, vale]'], 'vale'],
    ['BCF1013', 'a host that is declared nowhere', ['host: CC', 'host: CX'], 'CX'],
    ['BCF1013', 'a spender that is declared nowhere', ['applied_by: CC', 'applied_by: CX'], 'CX'],
    ['BCF1013', 'a contributor that is declared nowhere', ['partner: 0123', 'partner: 123'], '123, source'],
    ['BCF1013', 'a source that is declared nowhere', ['source: dfg, amount', 'source: dgf, amount'], 'dgf'],
    [
      'BCF1013',
      'a pool that is declared nowhere',
      ['source: dfg, amount', 'source: dfg, pool: x, amount'],
      'x, amount',
    ],
    [
      'BCF1013',
      'a fenced heading that is declared nowhere',
      ['heading: adaptations', 'heading: adaptions'],
      'adaptions',
    ],
    ['BCF1013', 'a fenced source that is declared nowhere', ['source: dfg, heading', 'source: dgf, heading'], 'dgf'],
    ['BCF1014', 'a contribution agreed twice', ['partner: 0123', 'partner: 09E1'], '09E1, source', '09E1, source'],
    ['BCF1015', 'instalments that are not the whole', ['33.34', '33.33'], 'instalments'],
    ['BCF1016', 'no balance rule', ['  - { id: pool-balances, kind: balance, clause: para 3.3 }\n', ''], 'rules'],
    ['BCF1018', 'an alias for no column', ['plan.csv, unit', 'plan.csv, columns: { amout: Net }, unit'], 'amout'],
    [
      'BCF1020',
      'a capital source fenced to revenue',
      ['heading: adaptations', 'heading: social-care'],
      'social-care }',
    ],
  ])('%s, %s', (code, _what, change, piece, after) => {
    const text = changed(change);
    expect(faultsOf(text)).toEqual([`${whereIs(text, piece, after)} ${code}`]);
  });

  test('BCF1016, a second balance rule', () => {
    const text = changed(['rules:\n', 'rules:\n  - { id: again, kind: balance, clause: x }\n']);
    expect(faultsOf(text)).toEqual([`${whereIs(text, 'rules')} BCF1016`]);
  });

  test('BCF1017, a source and a heading fenced twice, each at its own place', () => {
    const line = '  - { id: second, kind: ring-fence, clause: x, source: dfg, heading: adaptations }\n';
    const text = changed(['ledgers:\n', `${line}ledgers:\n`]);
    expect(faultsOf(text)).toEqual([
      `${whereIs(text, 'dfg', 'id: second')} BCF1017`,
      `${whereIs(text, 'adaptations', 'id: second')} BCF1017`,
    ]);
  });

  test('BCF1002, a key that stands twice, at the second', () => {
    const text = changed(['  year: 2015/16', '  year: 2015/16\n  year: 2016/17']);
    expect(faultsOf(text)).toEqual([`${whereIs(text, 'year: 2016')} BCF1002`]);
  });

  test.each([
    ['a tab for indentation', changed(['  year', '\tyear']), 3],
    ['a bracket that is not closed', changed(['[hill, dale]', '[hill, dale']), 12],
    ['a quotation mark that is not closed', changed(['name: Example fund', 'name: "Example fund']), 2],
  ])('BCF1001, %s', (_what, text, from) => {
    const { agreement, diagnostics } = readAgreement('agreement.yaml', text);
    expect(agreement).toBeUndefined();
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['BCF1001']));
    expect(diagnostics[0]?.place?.line).toBeGreaterThanOrEqual(from);
  });

  test.each([
    ['nothing', ''],
    ['a comment', '# to be written\n'],
    ['a list', '- a\n- b\n'],
    ['a sentence', 'to be written\n'],
  ])('a file that holds only %s is one fault', (_what, text) => {
    expect(readAgreement('agreement.yaml', text).agreement).toBeUndefined();
    expect(faultsOf(text)).toHaveLength(1);
  });
});

describe('one run shows every mistake', () => {
  test('of shape and of reference together, in the order of the file', () => {
    const text = changed(
      ['kind: county-council', 'kind: county-counsel'],
      ['locality: S', 'locality: W'],
      ['[hill, dale]', '[hill, vale]'],
      ['host: CC', 'host: CX, hots: CC'],
      ['"3,000.50"', 'lots'],
      ['amount: 1800', 'amount:'],
      ['2015-10-15', '2017-10-15'],
      ['heading: adaptations', 'heading: adaptions'],
      ['kind: plan', 'kind: plans'],
    );
    expect(faultsOf(text)).toEqual([
      `${whereIs(text, 'county-counsel')} BCF1006`,
      `${whereIs(text, 'W }')} BCF1013`,
      `${whereIs(text, 'vale')} BCF1013`,
      `${whereIs(text, 'CX')} BCF1013`,
      `${whereIs(text, 'hots')} BCF1003`,
      `${whereIs(text, 'lots')} BCF1007`,
      `${whereIs(text, 'amount:', '09E1, source: minimum, ')} BCF1011`,
      `${whereIs(text, '2017-10-15')} BCF1009`,
      `${whereIs(text, 'adaptions')} BCF1013`,
      `${whereIs(text, 'plans')} BCF1006`,
    ]);
  });

  test('a year that cannot be read hides no other mistake', () => {
    const text = changed(['2015/16', '2015/17'], ['host: CC', 'host: CX']);
    expect(faultsOf(text)).toEqual([`${whereIs(text, '2015/17')} BCF1008`, `${whereIs(text, 'CX')} BCF1013`]);
  });

  test('a missing code hides no other mistake, and is not itself reported as undeclared', () => {
    const text = changed(['{ code: main, ', '{ '], ['applied_by: CC', 'applied_by: CX']);
    expect(faultsOf(text)).toEqual([`${whereIs(text, '{ name: Pooled')} BCF1004`, `${whereIs(text, 'CX')} BCF1013`]);
  });

  test('a rule of an unknown kind hides no other mistake', () => {
    const text = changed(['kind: ring-fence', 'kind: ringfence'], ['host: CC', 'host: CX']);
    expect(faultsOf(text)).toEqual([`${whereIs(text, 'CX')} BCF1013`, `${whereIs(text, 'ringfence')} BCF1006`]);
  });

  test('a missing block hides no other mistake', () => {
    const text = changed(['unit: pounds\npartners', 'partners'], ['host: CC', 'host: CX']);
    expect(faultsOf(text)).toEqual([`${whereIs(text, 'fund:')} BCF1004`, `${whereIs(text, 'CX')} BCF1013`]);
  });
});

describe('what was probably meant is said', () => {
  test.each<[Change, string]>([
    [['host: CC', 'host: cc'], 'CC'],
    [['partner: 09E1', 'partner: 9E1'], '09E1'],
    [['partner: 0123', 'partner: 123'], '0123'],
    [['partner: 0123', 'partner: South CCG'], '0123'],
    [['heading: adaptations', 'heading: adaptions'], 'adaptations'],
    [['applied_by: districts', 'applied_by: district'], 'districts'],
    [['nature: capital }', 'nature: Capital }'], 'capital'],
    [['kind: ring-fence', 'kind: ring_fence'], 'ring-fence'],
    [['  year: 2015/16', '  yeear: 2015/16'], 'year'],
    [['plan.csv, unit', 'plan.csv, columns: { Applied By: Who }, unit'], 'applied_by'],
    [['host: CC', 'host: XYZ123'], ''],
  ])('%j: “%s”', (change, meant) => {
    const { diagnostics } = readAgreement('agreement.yaml', changed(change));
    expect(diagnostics.flatMap(({ args }) => ('meant' in args ? [args.meant] : []))).toEqual([meant]);
  });
});
