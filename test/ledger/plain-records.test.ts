import { readdir } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Draw, seeded } from '../../fixtures/kent-illustrative-basics.js';
import { codes } from '../../src/diagnostics/catalogue.js';
import { type Extra, openFund } from '../../src/fund/open-fund.js';
import { evenText } from '../../src/ledger/even-text.js';
import { RecordTaker } from '../../src/ledger/record-taker.js';
import { readRecords } from '../../src/ledger/records.js';
import { exampleOf } from '../support/base-fund.js';
import { counted } from '../support/counted.js';
import { laidOver } from '../support/field-case.js';
import { FundFolder, fieldCase, fixture } from '../support/fund-folder.js';
import { wholeOf } from '../support/whole-fund.js';

const reading = vi.hoisted(() => ({ isByParserAlone: false }));

vi.mock('../../src/ledger/first-line-end.js', async (original) => {
  const { firstLineEnd } = await original<typeof import('../../src/ledger/first-line-end.js')>();
  // Of a file whose rows end in no known way, csv-parse reads all.
  return {
    firstLineEnd: (text: string, isLast: boolean) => (reading.isByParserAlone ? undefined : firstLineEnd(text, isLast)),
  };
});

afterEach(() => {
  reading.isByParserAlone = false;
  vi.restoreAllMocks();
});

/** What two readings give: with plain lines split at once, and by csv-parse alone. How many lines were split in the first. */
async function bothWays<T>(read: () => Promise<T>): Promise<{ plain: T; strict: T; lines: number }> {
  const split = vi.spyOn(RecordTaker.prototype, 'takeLine');
  reading.isByParserAlone = false;
  split.mockClear();
  const plain = await read();
  const lines = split.mock.calls.length;
  split.mockClear();
  reading.isByParserAlone = true;
  const strict = await read();
  expect(split).not.toHaveBeenCalled();
  return { plain, strict, lines };
}

interface Heard {
  readonly records: readonly string[];
  readonly separator: string;
}

/** What is heard of a text that comes in pieces: each record and each fault, with its line, and how the fields are separated. */
async function heard(
  pieces: readonly string[],
  { isEven, stopAt }: { isEven: boolean; stopAt: number },
): Promise<Heard> {
  async function* inPieces(): AsyncGenerator<string> {
    yield* pieces;
  }
  const records: string[] = [];
  const separator = await readRecords(isEven ? evenText(inPieces()) : inPieces(), {
    onRecord: (fields, line) => records.push(JSON.stringify([line, ...fields])) !== stopAt,
    onFault: (fault, line) => records.push(JSON.stringify([line, fault])),
  });
  return { records, separator };
}

function inPieces(draw: Draw, text: string): string[] {
  const pieces: string[] = [];
  const most = 1 + draw(draw(2) === 0 ? 20 : 3000);
  for (let from = 0; from < text.length; ) {
    const to = from + 1 + draw(most);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

const marks = [
  '"',
  '"',
  '""',
  ',',
  ',',
  ';',
  '\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\0',
  '\ufeff',
  '£',
  'é',
  '\u{1F600}',
  '\ud83d',
  '\t',
];

/** A text of rows with marks thrown in, or of nothing but these. */
function anyText(draw: Draw): string {
  const lineEnd = ['\n', '\n', '\r\n', '\r'][draw(4)] ?? '\n';
  const oneIn = 2 + draw(draw(2) === 0 ? 6 : 60);
  const mark = () => marks[draw(marks.length)] ?? '';
  const cells = [
    () => 'a1',
    () => `${draw(1000)}.${10 + draw(90)}`,
    () => '"1,234.50"',
    () => '"a ""word"" in it"',
    () => `"two${lineEnd}lines"`,
    () => '',
    () => '""',
    () => 'a longer text of several words',
    () => mark(),
    () => `x${mark()}y`,
  ];
  const row = () =>
    Array.from({ length: 4 }, () => (draw(oneIn) === 0 ? cells[draw(cells.length)] : cells[draw(2)])?.() ?? '').join(
      ',',
    );
  const rows = Array.from({ length: draw(60) }, () => (draw(oneIn * 4) === 0 ? mark() : row()));
  return `a,b,"c",d${lineEnd}${rows.join(lineEnd)}${draw(3) === 0 ? '' : lineEnd}`;
}

describe('records are those that csv-parse alone reads, and the faults those that it finds', () => {
  test('in texts with marks anywhere, however they come in pieces', async () => {
    const draw = seeded(20_261_128);
    let lines = 0;
    for (let nth = 0; nth < 6000; nth += 1) {
      const text =
        draw(8) === 0 ? Array.from({ length: draw(40) }, () => marks[draw(marks.length)]).join('') : anyText(draw);
      const pieces = inPieces(draw, text);
      const how = { isEven: draw(3) > 0, stopAt: draw(10) === 0 ? draw(20) : -1 };
      const { plain, strict, lines: split } = await bothWays(() => heard(pieces, how));
      expect(plain, JSON.stringify(pieces)).toEqual(strict);
      lines += split;
    }
    expect(lines).toBeGreaterThan(10_000);
    counted('records split without csv-parse', lines);
  }, 120_000);

  test('in texts with rows that are longer than any may be', async () => {
    const draw = seeded(20_261_129);
    const long = [
      () => 'x'.repeat(16_000 + draw(1000)),
      () => `"${'é'.repeat(20_000 + draw(30_000))}"`,
      () => `"${'a row,1,2,3\n'.repeat(5000 + draw(1000))}`,
      () => `"${'y'.repeat(65_000 + draw(1500))}"`,
      () => 'z,'.repeat(33_000),
      () => `"open${'\nr,1,2,3'.repeat(draw(20_000))}`,
    ];
    let lines = 0;
    for (let nth = 0; nth < 150; nth += 1) {
      const rows = Array.from({ length: 1 + draw(900) }, (_, row) => `a,b,${row},2.00`);
      for (let more = draw(3); more >= 0; more -= 1)
        rows.splice(draw(rows.length), 0, `a,b,${long[draw(long.length)]?.()},1`);
      const text = `a,b,c,d\n${rows.join('\n')}\n`;
      const size = 20_000 + draw(80_000);
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      );
      const how = { isEven: draw(2) === 0, stopAt: -1 };
      const { plain, strict, lines: split } = await bothWays(() => heard(pieces, how));
      expect(plain.records.map((record) => record.slice(0, 80))).toEqual(
        strict.records.map((record) => record.slice(0, 80)),
      );
      lines += split;
    }
    expect(lines).toBeGreaterThan(1000);
  }, 120_000);
});

const extras: readonly Extra[] = ['controls', 'pro-forma', 'tables'];

/** Whether a fund is the same both ways; how many lines of it were split. */
async function fundBothWays({ path }: FundFolder): Promise<number> {
  const { plain, strict, lines } = await bothWays(() => openFund(path, '.', extras));
  expect(wholeOf(plain)).toBe(wholeOf(strict));
  counted('records split without csv-parse', lines);
  return lines;
}

describe('so a fund is the same', () => {
  test.each([
    ['kent-2015-16', 400],
    ['kent-2015-16-illustrative', 2000],
    ['kent-2015-16-exports', 2000],
    ['accruals-2015-16', 5],
    ['kent-year-end/2015-16', 5],
    ['kent-year-end/2016-17', 5],
  ])('%s', async (name, least) => {
    expect(await fundBothWays(new FundFolder(fixture(name)))).toBeGreaterThan(least);
  });

  test('in every field case', async () => {
    const cases = (await readdir(fieldCase('.'), { withFileTypes: true })).filter((item) => item.isDirectory());
    let lines = 0;
    for (const { name } of cases) lines += await fundBothWays(await laidOver(name));
    expect(lines).toBeGreaterThan(1000);
  });

  const families = [...new Set(codes.map((code) => code.slice(0, 5)))];

  test.each(families)('in the examples of %s', async (family) => {
    for (const code of codes.filter((one) => one.startsWith(family))) await fundBothWays(await exampleOf(code));
  });
});
