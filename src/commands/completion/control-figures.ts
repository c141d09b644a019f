import type { Agreement } from '../../agreement/agreement.js';
import { quarters } from '../../agreement/financial-year.js';
import { openingKinds } from '../../agreement/opening-kinds.js';
import { type FigureKey, fundFigures } from '../../controls/fund-figures.js';
import { readTables } from '../../fund/read-tables.js';
import type { Asked } from './asked.js';
import { type Candidate, words } from './candidate.js';
import { agreementOf, folderOf } from './of-fund.js';
import { staged } from './staged.js';

/** The figures that a control or bcf apportion may name, as far as the word goes: names, then what picks their parts. */
export async function controlFigures(asked: Asked): Promise<Candidate[]> {
  const next = await nextParts(asked);
  const [only, ...others] = next;
  const isOpen = only?.isPartial === true && others.length === 0 && only.value !== asked.word;
  return isOpen ? controlFigures({ ...asked, word: only.value }) : next;
}

async function nextParts(asked: Asked): Promise<Candidate[]> {
  const agreement = await agreementOf(asked);
  if (agreement === undefined) return [];
  const { word } = asked;
  const [, name = '', typed] = /^([^[\]]*)(?:.*)\[([^\]]*)$/.exec(word) ?? [];
  const stem = typed === undefined ? '' : word.slice(0, word.length - typed.length);
  const figure = fundFigures[name];
  if (typed === undefined) return staged(namesOf(agreement), word);
  if (figure === undefined) return staged(await partsOfTable(asked, agreement, name, stem), word);
  // Behind a semicolon another part of the same brackets begins.
  const earlier = typed.slice(0, typed.lastIndexOf(';') + 1);
  return inTwo(
    keysOf(agreement, figure.keys).map(({ value, what }) => ({ value: stem + earlier + value, what: what ?? '' })),
    word,
  );
}

function namesOf({ tables }: Agreement): Candidate[] {
  return [
    // A name may stand by itself or go on with brackets.
    ...Object.entries(fundFigures).flatMap(([value, { what }]) => [
      { value, what },
      { value: `${value}[`, what: 'a part of it', isPartial: true },
    ]),
    ...[...tables.values()].map(({ code, name }) => ({ value: `${code}[`, what: name, isPartial: true })),
  ];
}

/** Every `key=code]` of a figure’s keys. */
function keysOf(agreement: Agreement, keys: readonly FigureKey[]): Candidate[] {
  return keys.flatMap((key) =>
    codesOf(agreement, key).map(({ value, what }) => ({ value: `${key}=${value}]`, what: what ?? '' })),
  );
}

/** First the keys, then, where one of them is written, its codes. */
function inTwo(parts: readonly Candidate[], word: string): Candidate[] {
  const fitting = parts.filter(({ value }) => value.startsWith(word));
  const keys = new Set(fitting.map(({ value }) => value.slice(0, value.indexOf('=', word.lastIndexOf('[') + 1) + 1)));
  const isKeyWritten = [...keys].every((key) => key.length <= word.length);
  if (isKeyWritten || keys.size === 1) return fitting;
  return [...keys].map((value) => ({ value, isPartial: true }));
}

function codesOf(agreement: Agreement, key: FigureKey): Candidate[] {
  const named = (items: Iterable<{ readonly code: string; readonly name: string }>) =>
    [...items].map(({ code, name }) => ({ value: code, what: name }));
  switch (key) {
    case 'partner':
    case 'district':
      return named(agreement.partners.values());
    case 'by':
    case 'body':
      return named(agreement.bodies.values());
    case 'group':
      return named(agreement.groups.values());
    case 'locality':
      return named(agreement.localities.values());
    case 'source':
      return named(agreement.sources.values());
    case 'heading':
      return named(agreement.headings.values());
    case 'kind':
      return words(openingKinds);
    case 'pool':
      return named(agreement.pools.values());
    case 'nature':
      return words(['capital', 'revenue']);
    case 'to':
      return words(quarters);
    // They stand in the ledgers, which are not read for a completion.
    case 'scheme':
    case 'name':
      return [];
  }
}

/** The rows of a published table by the words in its cells, and its columns by their headers. */
async function partsOfTable(asked: Asked, agreement: Agreement, code: string, stem: string): Promise<Candidate[]> {
  const { tables } = await readTables(folderOf(asked), agreement);
  const table = tables.get(code);
  if (table === undefined) return [];
  const rows = table.columns.flatMap((column, index) => table.rows.map(({ cells }) => [column, cells[index] ?? '']));
  const words = rows.filter(([, cell = '']) => /\p{L}/u.test(cell)).map(([column, cell]) => `${column}=${cell}`);
  const parts = [...new Set([...words, ...table.columns])].filter((part) => !/[\]\t\n]/.test(part));
  return parts.map((part) => ({ value: `${stem}${part}]` }));
}
