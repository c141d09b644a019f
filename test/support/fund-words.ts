import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { bcf } from './bcf.js';
import { exactOf } from './page-amounts.js';

/** What a page of a fund may hold digits of, read from the fund’s own files and from `--json --names`. */
export interface FundWords {
  /** Names, codes, clauses and reasons of the user’s that hold digits, the longest first. */
  readonly texts: readonly string[];
  /** Every number that the agreement states, and how much of the year has fallen due with each instalment. */
  readonly stated: ReadonlySet<bigint>;
  /** Each figure by its name. */
  readonly figures: ReadonlyMap<string, string>;
  /** Of each check and each matter to decide: what is there, what is asked for, and what lies between, without signs. */
  readonly matters: readonly ReadonlySet<bigint>[];
  /** The amounts of all that the matters to decide are made of. */
  readonly traced: ReadonlySet<bigint>;
  /** The lines of each file. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly hashes: ReadonlySet<string>;
}

const listed = z.object({
  result: z.object({ figures: z.array(z.object({ name: z.string(), amount: z.string() })) }),
});

/** The digits that a page of a fund may hold. */
export async function wordsOfFund(folder: string, flags: readonly string[]): Promise<FundWords> {
  const lists = await Promise.all(
    ['reconcile', 'check'].map((command) => bcf([command, folder, ...flags, '--names', '--json'])),
  );
  const figures = new Map(
    lists.flatMap(({ stdout }) =>
      listed.parse(JSON.parse(stdout)).result.figures.map(({ name, amount }) => [name, amount] as const),
    ),
  );
  const matters = [...figures.keys()].filter((name) => /^decisions\[.*\]\.amount$/.test(name));
  const traces = await Promise.all(
    matters.map((name) => bcf(['trace', name, folder, ...flags, '--depth', 'all', '--json'])),
  );
  const traced = traces.flatMap(({ stdout }) =>
    [...stdout.matchAll(/"amount": "([^"]*)"/g)].map(([, amount = '']) => amount),
  );
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const paths = all.filter((path) => /\.(csv|yaml)$/.test(path));
  const files = new Map(paths.map((path) => [path, decoded(readFileSync(join(folder, path))).split('\n')]));
  const agreement: unknown = parse(files.get('agreement.yaml')?.join('\n') ?? '', { schema: 'failsafe' });
  const scalars = scalarsOf(agreement);
  const cells = [...files].filter(([path]) => isOfPlan(path)).flatMap(([, lines]) => lines.flatMap(cellsOf));
  const written = [...scalars, ...cells].map((text) => text.replace(/\s+/g, ' ').trim());
  // A label of a picture is broken between the words of a name; a code may have no letter.
  const words = written.flatMap((text) => text.split(' '));
  // A sentence that begins with a name begins with a capital.
  const raised = written.map((text) => text.slice(0, 1).toUpperCase() + text.slice(1));
  const texts = [
    ...new Set([...written, ...words, ...raised].filter((text) => /\p{L}/u.test(text)).concat(codesOf(agreement))),
  ]
    .concat(sealsOf(folder, all))
    .filter((text) => /\d/.test(text))
    .sort((one, other) => other.length - one.length);
  const numbers = scalars.flatMap((text) => exactOf(text) ?? []);
  return {
    texts,
    stated: new Set([...numbers, ...fallenDue(agreement)]),
    figures,
    matters: mattersOf(figures),
    traced: sizesOf(traced),
    files,
    hashes: new Set(
      paths.map((path) =>
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ),
    ),
  };
}

/** The seals of closed quarters, as far as a page shows them. */
function sealsOf(folder: string, paths: readonly string[]): string[] {
  return paths
    .filter((path) => path.startsWith('closes/') && path.endsWith('.json'))
    .flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(/"seal": ?"([0-9a-f]{16})/g)])
    .map(([, seal = '']) => seal);
}

function mattersOf(figures: ReadonlyMap<string, string>): Set<bigint>[] {
  const own = new Map<string, string[]>();
  for (const [name, amount] of figures) {
    const matter = /^(checks|decisions)\[[^\]]*\]/.exec(name)?.[0];
    if (matter !== undefined) own.set(matter, [...(own.get(matter) ?? []), amount]);
  }
  return [...own.values()].map(sizesOf);
}

function sizesOf(amounts: readonly string[]): Set<bigint> {
  return new Set(amounts.flatMap((amount) => exactOf(amount.replace('-', '')) ?? []));
}

function isOfPlan(path: string): boolean {
  return path.endsWith('.csv') && !path.startsWith('ledgers/');
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"|[^,"]+/g)].map(([cell, quoted]) => quoted?.replaceAll('""', '"') ?? cell);
}

function scalarsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(scalarsOf);
  if (value instanceof Object) return Object.values(value).flatMap(scalarsOf);
  return value === null || value === undefined ? [] : [String(value)];
}

/** Every code that the agreement gives to something. */
function codesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(codesOf);
  if (!(value instanceof Object)) return [];
  return Object.entries(value).flatMap(([key, of]) => (key === 'code' ? [String(of)] : codesOf(of)));
}

const instalments = z.object({
  instalments: z
    .array(z.object({ percent: z.string() }))
    .default(['25', '25', '25', '25'].map((percent) => ({ percent }))),
});

/** How many percent have fallen due, from none to all, as each instalment does. */
function fallenDue(agreement: unknown): bigint[] {
  let sum = 0n;
  return [0n, ...instalments.parse(agreement).instalments.map(({ percent }) => (sum += exactOf(percent) ?? 0n))];
}

/** The words of a file, in whichever of the encodings it is that spreadsheets write. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
}
