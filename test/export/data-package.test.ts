import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { penceOf } from '../support/amounts.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture, temporaryFolder } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';

const kent = fixture('kent-2015-16-illustrative');

/** What Data Package and Table Schema, version 1, ask of a descriptor, as far as bcf uses them. */
const name = { type: 'string', pattern: '^[-a-z0-9._/]+$' };
const isDescriptor = new Ajv({ strictTypes: false }).compile({
  type: 'object',
  required: ['name', 'profile', 'resources'],
  properties: {
    name,
    profile: { const: 'tabular-data-package' },
    sources: { type: 'array', items: { type: 'object', required: ['title'] } },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path', 'profile', 'schema', 'bytes', 'hash', 'encoding'],
        properties: {
          name,
          path: { type: 'string', pattern: '^[^/.][^/]*\\.csv$' },
          profile: { const: 'tabular-data-resource' },
          encoding: { const: 'utf-8' },
          schema: {
            type: 'object',
            required: ['fields', 'primaryKey'],
            properties: {
              fields: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['name', 'type'],
                  properties: { type: { enum: ['string', 'integer', 'number', 'date'] } },
                },
              },
              missingValues: { const: [''] },
              primaryKey: { type: 'array', minItems: 1 },
              foreignKeys: { type: 'array', items: { type: 'object', required: ['fields', 'reference'] } },
            },
          },
        },
      },
    },
  },
});

const descriptor = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      bytes: z.number(),
      hash: z.string(),
      schema: z.object({
        fields: z.array(
          z.object({
            name: z.string(),
            type: z.enum(['string', 'integer', 'number', 'date']),
            constraints: z
              .object({ required: z.boolean().optional(), enum: z.array(z.string()).optional() })
              .optional(),
          }),
        ),
        primaryKey: z.array(z.string()),
        foreignKeys: z
          .array(z.object({ fields: z.string(), reference: z.object({ resource: z.string(), fields: z.string() }) }))
          .default([]),
      }),
    }),
  ),
});

const forms = {
  string: /^/,
  integer: /^\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
} as const;

type Rows = readonly Record<string, string>[];

/** Reads a package back by its descriptor, and holds every file, row and key to it. */
async function readBack(folder: string): Promise<ReadonlyMap<string, Rows>> {
  const written: unknown = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8'));
  expect(isDescriptor(written), JSON.stringify(isDescriptor.errors)).toBe(true);
  const { resources } = descriptor.parse(written);
  const tables = new Map<string, Rows>();
  for (const { name: table, path, bytes, hash, schema } of resources) {
    const content = await readFile(join(folder, path));
    expect([path, content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]).toEqual([
      path,
      bytes,
      hash,
    ]);
    const rows: Record<string, string>[] = parse(content, { columns: true });
    const header = content.toString('utf8').split('\r\n')[0];
    expect(header).toBe(schema.fields.map((field) => field.name).join(','));
    for (const { name: field, type, constraints = {} } of schema.fields) {
      const wrong = rows.filter(({ [field]: cell = '' }) => {
        if (cell === '') return constraints.required === true;
        return !forms[type].test(cell) || constraints.enum?.includes(cell) === false;
      });
      expect([path, field, wrong]).toEqual([path, field, []]);
    }
    const keys = rows.map((row) => schema.primaryKey.map((field) => row[field]).join('\0'));
    expect([path, new Set(keys).size]).toEqual([path, rows.length]);
    tables.set(table, rows);
  }
  for (const { name: table, schema } of resources) {
    for (const { fields, reference } of schema.foreignKeys) {
      const known = new Set(tables.get(reference.resource || table)?.map((row) => row[reference.fields]));
      const lost = tables.get(table)?.filter((row) => row[fields] !== '' && !known.has(row[fields])) ?? [];
      expect([table, fields, lost]).toEqual([table, fields, []]);
    }
  }
  return tables;
}

function sumOf(rows: Rows): bigint {
  return rows.reduce((total, row) => total + penceOf(row.amount_gbp), 0n);
}

describe.each([
  ['kent-2015-16-illustrative', ['--as-at', 'Q2']],
  ['kent-2015-16-illustrative', []],
  ['kent-2015-16', []],
  ['accruals-2015-16', ['--as-at', 'Q4']],
])('the package of %s %j', (fund, flags) => {
  test('is what its descriptor says, and adds up to the statement', async () => {
    const folder = join(await temporaryFolder(), 'new', 'package');
    const { exitCode, stdout, stderr } = await bcf([
      'export',
      fixture(fund),
      '--to',
      'datapackage',
      '--output',
      folder,
      ...flags,
    ]);
    expect([exitCode, stdout], stderr).toEqual([0, '']);
    const tables = await readBack(folder);
    const postings = tables.get('postings') ?? [];
    const entries = new Map<string, bigint>();
    for (const row of postings)
      entries.set(row.entry ?? '', (entries.get(row.entry ?? '') ?? 0n) + penceOf(row.amount_gbp));
    expect([...entries.values()].filter((pence) => pence !== 0n)).toEqual([]);
    const { flowOfFunds, fundBalance } = await statementOf(fixture(fund), ...flags);
    for (const book of ['plan', 'actual'] as const) {
      const own = postings.filter((row) => row.book === book);
      for (const { code, [book]: amount = '0.00' } of flowOfFunds.applications) {
        expect([book, code, sumOf(own.filter((row) => row.heading === code))]).toEqual([book, code, penceOf(amount)]);
      }
      const received = -sumOf(own.filter((row) => row.kind === 'income'));
      expect([book, received]).toEqual([book, penceOf(flowOfFunds.totals.sources[book] ?? '0.00')]);
    }
    const inPool = postings.filter((row) => row.book === 'actual' && row.kind === 'pool');
    expect(sumOf(inPool)).toBe(penceOf(fundBalance?.balance ?? '0.00'));
    const totals = new Map(tables.get('totals')?.map((row) => [row.name, row.amount]));
    expect(totals.get('flow-of-funds.totals.sources.plan')).toBe(flowOfFunds.totals.sources.plan);
    expect(totals.get('fund-balance.balance')).toBe(fundBalance?.balance);
  });
});

test('a posting says whether it is accrued, of which year, and who delivers', async () => {
  const folder = join(await temporaryFolder(), 'package');
  await bcf(['export', fixture('accruals-2015-16'), '--to', 'datapackage', '--output', folder]);
  const postings = (await readBack(folder)).get('postings') ?? [];
  const said = postings.filter(({ kind, accrual, of_year }) => kind === 'applied' && `${accrual}${of_year}` !== '');
  expect(said.map((row) => [row.reference, row.accrual, row.of_year, row.delivered_by])).toEqual([
    ['A1-R1', 'reversal', '2014/15', ''],
    ['A1-1', '', '2014/15', 'Alpha Home Care'],
    ['B1-A1', 'accrual', '', ''],
    ['B1-A1R', 'reversal', '', ''],
    ['CC-A1', 'accrual', '', 'County Agency'],
  ]);
});

test('the same fund makes the same bytes, over an earlier package of its own', async () => {
  const folder = await temporaryFolder();
  const write = () => bcf(['export', kent, '--to', 'datapackage', '--output', 'package'], { cwd: folder });
  const bytesOf = async () => {
    const names = (await readdir(join(folder, 'package'))).sort();
    return Promise.all(names.map(async (file) => [file, await readFile(join(folder, 'package', file), 'utf8')]));
  };
  expect((await write()).exitCode).toBe(0);
  const first = await bytesOf();
  expect((await write()).exitCode).toBe(0);
  expect(await bytesOf()).toEqual(first);
});

test('a package goes to no folder that is not its own', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16');
  const elsewhere = await temporaryFolder();
  await mkdir(join(elsewhere, 'full'));
  await writeFile(join(elsewhere, 'full', 'datapackage.json'), '{"name":"theirs"}');
  await writeFile(join(elsewhere, 'file'), '');
  await symlink(fund.path, join(elsewhere, 'link'));
  const places = ['.', '..', 'ledgers', 'closes/x', 'published', join(elsewhere, 'link', 'ledgers', 'x')];
  for (const place of [...places, join(elsewhere, 'full'), join(elsewhere, 'file'), join(elsewhere, 'file', 'x')]) {
    const before = await readdir(fund.path, { recursive: true });
    const args = ['export', '.', '--to', 'datapackage', '--output', place];
    const { exitCode, stderr } = await bcf(args, { cwd: fund.path });
    expect([place, exitCode, stderr.includes('[BCF0051]')]).toEqual([place, 2, true]);
    expect(await readdir(fund.path, { recursive: true })).toEqual(before);
  }
  for (const nowhere of [[], ['--output', '-'], ['--output', ' ']]) {
    const { exitCode, stderr } = await bcf(['export', '.', '--to', 'datapackage', ...nowhere], { cwd: fund.path });
    expect([exitCode, stderr.includes('[BCF0050]')]).toEqual([2, true]);
  }
  const inside = await bcf(['export', '.', '--to', 'datapackage', '--output', 'package'], { cwd: fund.path });
  expect(inside.exitCode).toBe(0);
  expect((await bcf(['check', '.', '--quiet'], { cwd: fund.path })).exitCode).toBe(0);
});
