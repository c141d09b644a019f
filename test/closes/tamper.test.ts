import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../src/closes/record-schema.js';
import { verifyCloses } from '../../src/closes/verify.js';
import { openFund } from '../../src/fund/open-fund.js';
import { decodeWindows1252 } from '../../src/ledger/windows-1252.js';
import { close, closedYear, verified } from '../support/closing.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';

/** A byte of a fund folder. */
interface At {
  readonly file: string;
  readonly offset: number;
}

/** Repeatable numbers below a limit. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Every byte that a close closes: whole files, the closed rows and the header of others. */
async function closedBytes(fund: FundFolder): Promise<At[]> {
  const found: At[] = [];
  const record = recordSchema.parse(JSON.parse(await fund.read('closes/0001.json')));
  for (const { path: file, header, isWhollyClosed, rows } of record.closedWith?.ledgers ?? []) {
    const bytes = await readFile(join(fund.path, file));
    const texts = [header, ...rows.map(([, text]) => text)];
    const ranges = isWhollyClosed
      ? [[0, bytes.length] as const]
      : texts.map((text) => rangeOf(bytes, text, text === header));
    for (const [from, to] of ranges) for (let offset = from; offset < to; offset += 1) found.push({ file, offset });
  }
  return found;
}

/** Where a text stands in a file, with the line end after it, whatever the file's encoding. A header has what leads it. */
function rangeOf(bytes: Buffer, text: string, isHeader: boolean): readonly [number, number] {
  const encoded = [
    { wanted: Buffer.from(text), lineEnd: 1 },
    { wanted: windows1252(text), lineEnd: 1 },
    { wanted: Buffer.from(text, 'utf16le'), lineEnd: 2 },
  ];
  for (const { wanted, lineEnd } of encoded) {
    const at = bytes.indexOf(wanted);
    if (at >= 0) return [isHeader ? 0 : at, Math.min(bytes.length, at + wanted.length + lineEnd)];
  }
  throw new Error(`not in the file: ${text}`);
}

const characters = Array.from({ length: 256 }, (_, byte) => decodeWindows1252(Buffer.from([byte])));

function windows1252(text: string): Buffer {
  return Buffer.from([...text].map((character) => Math.max(0, characters.indexOf(character))));
}

/** What is said of a byte that was changed: that what is closed has moved, that it says the same, or nothing. */
type Said = 'found' | 'told' | 'nothing';
type Verify = (file: string) => Promise<Said>;

interface Counted {
  readonly tried: number;
  readonly found: number;
  /** Written another way, with the same meaning: no figure differs. */
  readonly told: readonly At[];
  readonly missed: readonly At[];
}

/** Changes each byte in turn, verifies, and puts it back. */
async function tampered(
  fund: FundFolder,
  places: readonly At[],
  next: (limit: number) => number,
  verify: Verify,
): Promise<Counted> {
  const said: Record<Said, At[]> = { found: [], told: [], nothing: [] };
  for (const at of places) {
    const path = join(fund.path, at.file);
    const bytes = await readFile(path);
    const changed = Buffer.from(bytes);
    changed[at.offset] = (bytes[at.offset] ?? 0) ^ (1 + next(255));
    await writeFile(path, changed);
    const what = await verify(at.file);
    // A look at every figure takes a while: at each fifth.
    if (what === 'told' && said.told.length % 5 === 0) {
      expect((await verified(fund)).result.figures, JSON.stringify(at)).toEqual([]);
    }
    said[what].push(at);
    await writeFile(path, bytes);
  }
  return { tried: places.length, found: said.found.length, told: said.told, missed: said.nothing };
}

type Shown = { readonly class: string; readonly code: string };

function saidBy(own: readonly Shown[]): Said {
  if (own.some((one) => one.class === 'finding')) return 'found';
  return own.some(({ code }) => code === 'BCF2630') ? 'told' : 'nothing';
}

/** The whole program: it fails with an error of a close at the file, or it tells the file as written another way. */
function byProgram(fund: FundFolder): Verify {
  return async (file) => {
    const { diagnostics, exitCode, result } = await verified(fund);
    const said = saidBy(diagnostics.filter((one) => one.code.startsWith('BCF26') && one.file === file));
    return said === 'found' && (exitCode === 0 || result.conclusion.verified) ? 'nothing' : said;
  };
}

/** The verification by itself, with the fund opened once: nothing but the hash, the rows and the records can tell. */
async function byRows(fund: FundFolder): Promise<Verify> {
  const { agreement, inputs } = await openFund(fund.path);
  if (agreement === undefined) throw new Error('no agreement');
  const opened = { agreement, inputs: inputs.filter(({ path }) => path === agreement.file) };
  return async (file) => {
    const found = await verifyCloses(fund.path, opened, { version: '0.0.0-test' });
    return saidBy(found?.diagnostics.filter(({ place }) => place?.file === file) ?? []);
  };
}

/** A small fund in every encoding, with closed and open rows in one file; its first quarter is closed. */
async function smallFund(): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(fileURLToPath(new URL('../errors/base', import.meta.url)), fund.path, { recursive: true });
  const spent = 'date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note';
  await fund.write(
    'ledgers/expenditure.csv',
    [
      `\ufeff${spent}`,
      '2015-05-10,CC,districts,adaptations,dfg,,hill,"£250.00",E1,"ramp,\nand rail"',
      '2015-07-10,CC,districts,adaptations,dfg,,hill,250,E5,',
      '2015-05-11,CC,districts,adaptations,dfg,,dale,150,E2,Café ‘Tor’',
      '',
      '2015-05-12,01A,CC,social-care,minimum,N1,,"1,000.00",E3,',
      '',
    ].join('\r\n'),
  );
  const latin =
    `sep=;\r\n${spent.replaceAll(',', ';')}\r\n2015-05-13;02B;02B;community;minimum;S2;;£200,00;E4;\r\n`.replace(
      '200,00',
      '200.00',
    );
  await fund.write('ledgers/expenditure-02b.csv', Buffer.from(latin, 'latin1'));
  const wide = (await fund.read('ledgers/contributions.csv')).replaceAll(',', '\t');
  const later = '2015-07-15\tCC\tdfg\tadaptations\t1\tC7\t\n';
  await fund.write('ledgers/contributions.csv', Buffer.from(`\ufeff${wide}${later}`, 'utf16le'));
  await fund.write('ledgers/opening.csv', 'pool,heading,partner,amount (£)\nmain,buildings,CC,10\n');
  await fund.write(
    'ledgers/virements.csv',
    'date,schedule,from,to,amount (£),approved_by,reference\r2015-08-01,01A,social-care,community,1,B,V1\r2015-06-01,01A,social-care,community,1,B,V2',
  );
  const { stderr, exitCode } = await close(fund, 'Q1', '--with-differences', 'to be tampered with');
  expect(exitCode, stderr).toBe(0);
  return fund;
}

function report(what: string, { tried, found, told, missed }: Counted): void {
  const same = `${told.length} the same, written another way`;
  process.stdout.write(`tamper, ${what}: tried ${tried} = ${found} found + ${same} + ${missed.length} missed\n`);
}

function sampleOf(places: readonly At[], count: number, next: (limit: number) => number): At[] {
  return Array.from({ length: count }, () => places[next(places.length)] ?? { file: '', offset: 0 });
}

describe('any single byte that is changed is found, or says the same and is told', () => {
  test('in the ledgers of a small fund, each of them in turn', async () => {
    const fund = await smallFund();
    const places = await closedBytes(fund);
    const counted = await tampered(fund, places, seeded(7), await byRows(fund));
    report('each byte of small ledgers', counted);
    expect(counted.missed).toEqual([]);
    expect(counted.told.length).toBeGreaterThan(0);
    expect(places.length).toBeGreaterThan(1500);
  });

  test('in its records, with whatever line ends: a sample', async () => {
    const fund = await smallFund();
    expect((await close(fund, 'Q2', '--with-differences', 'again')).exitCode).toBe(0);
    const turned = (await fund.read('closes/0002.json')).replaceAll('\n', '\r\n');
    await fund.write('closes/0002.json', turned);
    const next = seeded(11);
    const places: At[] = [];
    for (const name of await readdir(join(fund.path, 'closes'))) {
      const { length } = await readFile(join(fund.path, 'closes', name));
      for (let index = 0; index < 500; index += 1) places.push({ file: `closes/${name}`, offset: next(length) });
    }
    const counted = await tampered(fund, places, next, await byRows(fund));
    report('records', counted);
    expect(counted).toMatchObject({ found: 1000, told: [] });
  });

  test('in the made-up year, a sample over plan, schemes, opening, every ledger and the record', async () => {
    const fund = await closedYear('Q1');
    const next = seeded(13);
    const places = sampleOf(await closedBytes(fund), 200, next);
    const counted = await tampered(fund, places, next, await byRows(fund));
    report('the made-up year', counted);
    expect(counted.missed).toEqual([]);
  });

  test('and the program fails with an error at the file', async () => {
    const small = await smallFund();
    const next = seeded(17);
    const { length } = await readFile(join(small.path, 'closes/0001.json'));
    const inRecord = Array.from({ length: 20 }, () => ({ file: 'closes/0001.json', offset: next(length) }));
    const places = [...sampleOf(await closedBytes(small), 100, next), ...inRecord];
    const counted = await tampered(small, places, next, byProgram(small));
    report('bcf verify', counted);
    expect(counted.missed).toEqual([]);
  });
});
