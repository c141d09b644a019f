import { cp } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type Draw, seeded } from '../../fixtures/kent-illustrative-basics.js';
import { isUsable } from '../../src/diagnostics/exit-code.js';
import { openFund } from '../../src/fund/open-fund.js';
import { counted } from '../support/counted.js';
import { type RandomExport, randomExport, rowInWords } from '../support/exports/random-export.js';
import { trueLedger } from '../support/exports/true-rows.js';
import { FundFolder, fieldCase, temporaryFolder } from '../support/fund-folder.js';

const [funds, ledgersEach] = [100, 100];
const entry = /^ {2}- \{ kind: expenditure, .*$/m;

/** A fund of many bodies’ exports, each in a way of its own. */
async function fundOf(exports: readonly RandomExport[]): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(fieldCase('_fund'), fund.path, { recursive: true });
  await fund.remove('ledgers/expenditure-council.csv');
  for (const { file, content, tables } of exports) {
    for (const [path, text] of [[file, content] as const, ...tables]) await fund.write(path, text);
  }
  const found = entry.exec(await fund.read('agreement.yaml'))?.[0] ?? '';
  await fund.edit('agreement.yaml', found, exports.map((one) => one.entry.join('\n')).join('\n'));
  return fund;
}

async function exportsOf(draw: Draw): Promise<RandomExport[]> {
  const made: RandomExport[] = [];
  for (let number = 1; number <= ledgersEach; number += 1) {
    made.push(await randomExport(draw, trueLedger(draw, `X${number}`), `gl-${number}`));
  }
  return made;
}

/** The rows of each file as they were posted. */
async function rowsOf({ path }: FundFolder): Promise<{ rows: Map<string, string[]>; errors: string[] }> {
  const rows = new Map<string, string[]>();
  const { diagnostics } = await openFund(path, '.', [], ({ cells, entry: posted, amountPence }) => {
    if (cells.kind !== 'expenditure') return;
    const headings = (posted?.postings ?? []).flatMap(({ account }) => ('heading' in account ? [account.heading] : []));
    const words = rowInWords({
      date: posted?.date ?? '',
      heading: headings[0] ?? '',
      scheme: cells.optional('scheme'),
      pence: amountPence,
      reference: cells.optional('reference'),
      note: cells.optional('note'),
    });
    const known = rows.get(cells.file);
    if (known === undefined) rows.set(cells.file, [words]);
    else known.push(words);
  });
  const errors = diagnostics.filter((found) => !isUsable([found]));
  return { rows, errors: errors.map(({ code, message, place }) => `${code} ${place?.file}:${place?.line} ${message}`) };
}

test.each(Array.from({ length: funds }, (_, index) => index + 1))(
  'a hundred ledgers in random forms are read back, row by row and to the penny: fund %i',
  async (number) => {
    const exports = await exportsOf(seeded(20_260_000 + number));
    const { rows, errors } = await rowsOf(await fundOf(exports));
    expect(errors).toEqual([]);
    for (const { file, rows: written, ways, entry: lines } of exports) {
      expect(rows.get(file), `${ways.join('; ')}\n${lines.join('\n')}`).toEqual(written);
    }
    counted('ledgers in random forms read back', exports.length);
    counted(
      'rows of ledgers in random forms',
      exports.reduce((sum, one) => sum + one.rows.length, 0),
    );
  },
);
