import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../src/agreement/agreement.js';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { asDecimal } from '../../src/money/decimal.js';
import { changed, faultsOf, sample, whereIs } from './sample.js';

function read(text: string): Agreement {
  const { agreement, diagnostics } = readAgreement('agreement.yaml', text);
  if (agreement === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return agreement;
}

describe('an agreement as data', () => {
  test.each(['09E1', '0123', '1E5', '0x10', '1_000', '12:30', 'true', 'null', '~1', 'NO', '.5', '007'])(
    'the code %s stays text',
    (code) => {
      const text = changed([
        '{ code: dale, scheme: local, name: Dale District, kind: district-council }',
        `{ code: dale, scheme: local, name: Dale District, kind: district-council }\n  - { code: ${code}x, scheme: local, name: N, kind: other }\n  - { code: ${code === '09E1' || code === '0123' ? `${code}0` : code}, scheme: local, name: M, kind: other }`,
      ]);
      const codes = [...read(text).partners.keys()];
      expect(codes.at(-1)).toBe(code === '09E1' || code === '0123' ? `${code}0` : code);
    },
  );

  test('codes keep their noughts and their letter E wherever they stand', () => {
    const { partners, contributions } = read(sample);
    expect([...partners.keys()]).toEqual(['CC', '09E1', '0123', 'hill', 'dale']);
    expect(contributions.map(({ partner }) => partner)).toEqual(['CC', '09E1', '0123']);
  });

  test('amounts are exact pence in the unit of the file', () => {
    expect(read(sample).contributions.map(({ amountPence }) => amountPence)).toEqual([100_000n, 180_000n, 120_050n]);
    const inThousands = changed(['unit: pounds\np', 'unit: £000\np'], ['amount: 1800', 'amount: 1.80001']);
    expect(read(inThousands).contributions.map(({ amountPence }) => amountPence)).toEqual([
      100_000_000n,
      180_001n,
      120_050_000n,
    ]);
    const inMillions = changed(['unit: pounds\np', 'unit: £m\np'], ['amount: 1800', 'amount: 0.00000001']);
    expect(read(inMillions).contributions[1]?.amountPence).toBe(1n);
  });

  test('places of contributions and headings are theirs in the file', () => {
    const { contributions, headings } = read(sample);
    const places = [contributions[1]?.place, headings.get('social-care')?.place];
    expect(places.map((place) => `${place?.line}:${place?.column}`)).toEqual([
      whereIs(sample, '09E1, source'),
      whereIs(sample, 'social-care'),
    ]);
  });

  test('the only pool needs no naming', () => {
    const { headings, contributions } = read(sample);
    expect([...headings.values(), ...contributions].map(({ pool }) => pool)).toEqual(Array(5).fill('main'));
  });

  test('instalments as declared, or four equal quarters due on the first day of each', () => {
    expect(read(sample).instalments).toEqual([
      { quarter: 'Q1', due: '2015-04-15', percent: asDecimal(33.34) },
      { quarter: 'Q3', due: '2015-10-15', percent: asDecimal(66.66) },
    ]);
    const undeclared = sample.replace(/instalments:\n(?: {2}- .*\n)+/, '');
    expect(read(undeclared).instalments).toEqual([
      { quarter: 'Q1', due: '2015-04-01', percent: asDecimal(25) },
      { quarter: 'Q2', due: '2015-07-01', percent: asDecimal(25) },
      { quarter: 'Q3', due: '2015-10-01', percent: asDecimal(25) },
      { quarter: 'Q4', due: '2016-01-01', percent: asDecimal(25) },
    ]);
  });

  test('declared ledgers come before the built-in patterns', () => {
    const { ledgers } = read(changed(['plan.csv, unit: pounds', 'schedules.csv, unit: £000']));
    expect(ledgers.filter(({ kind }) => kind === 'plan').map(({ files, unit }) => [files, unit])).toEqual([
      ['schedules.csv', '£000'],
      ['plan.csv', undefined],
    ]);
  });

  test('it may be saved with CRLF and a byte order mark', () => {
    expect(read(`\ufeff${sample.replaceAll('\n', '\r\n')}`).name).toBe('Example fund');
  });

  test('in CRLF a mistake is still at its line and column', () => {
    const text = changed(['host: CC', 'host: CX']);
    expect(faultsOf(text.replaceAll('\n', '\r\n'))).toEqual([`${whereIs(text, 'CX')} BCF1013`]);
  });
});

describe('an agreement with more than one pool', () => {
  const two = changed(
    ['sources:\n', '  - { code: second, name: Second fund, host: 09E1 }\nsources:\n'],
    ['applied_by: districts,', 'pool: main, applied_by: districts,'],
    ['applied_by: CC,', 'pool: second, applied_by: CC,'],
    ['source: dfg, amount', 'source: dfg, pool: main, amount'],
    ['amount: 1800', 'pool: second, amount: 1800'],
    ['amount: 1200.50', 'pool: second, amount: 1200.50'],
  );

  test('each has its host, its headings and its contributions', () => {
    const { pools, headings, contributions } = read(two);
    expect([...pools.values()].map(({ code, host }) => [code, host])).toEqual([
      ['main', 'CC'],
      ['second', '09E1'],
    ]);
    expect([...headings.values()].map(({ code, pool }) => [code, pool])).toEqual([
      ['adaptations', 'main'],
      ['social-care', 'second'],
    ]);
    expect(contributions.map(({ partner, pool }) => [partner, pool])).toEqual([
      ['CC', 'main'],
      ['09E1', 'second'],
      ['0123', 'second'],
    ]);
  });

  test('a partner may pay one source into both, and into each once', () => {
    const both = two.replace(
      'instalments:',
      '  - { partner: 0123, source: minimum, pool: main, amount: 5 }\ninstalments:',
    );
    expect(read(both).contributions).toHaveLength(4);
    const twice = both.replace('pool: main, amount: 5', 'pool: second, amount: 5');
    expect(faultsOf(twice)).toEqual([`${whereIs(twice, '0123, source', '0123, source')} BCF1014`]);
  });

  test('a heading and a contribution that do not say which are each asked', () => {
    const text = two
      .replace('pool: second, applied_by: CC,', 'applied_by: CC,')
      .replace('pool: second, amount: 1800', 'amount: 1800');
    const { diagnostics } = readAgreement('agreement.yaml', text);
    expect(diagnostics.map(({ code, place, args }) => [code, place?.line, args.what, args.found])).toEqual([
      ['BCF1019', Number(whereIs(text, 'social-care').split(':')[0]), 'heading', 'social-care'],
      ['BCF1019', Number(whereIs(text, 'amount: 1800').split(':')[0]), 'contribution', '09E1'],
    ]);
  });

  test('a pool that is declared twice', () => {
    const text = two.replace('code: second, name', 'code: main, name');
    expect(faultsOf(text)).toContain(`${whereIs(text, 'main, name: Second')} BCF1012`);
  });
});
