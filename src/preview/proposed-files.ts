import { posix } from 'node:path';
import picomatch from 'picomatch';
import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import { type Header, headersOf } from '../agreement/exports.js';
import { HeaderNames } from '../ledger/header-names.js';
import { isDescribed } from './choose-entry.js';
import { oneOf } from './proposal-text.js';

const month = /[-_ ]*(?:q[1-4]|p?\d[\d-]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?:[-_ ]?\d+)*$/i;

/** `ledgers/gl-*.csv` of `gl-june.csv`: the same export comes each month. It takes no file that others read. */
export function patternFor(file: string, { ledgers }: Agreement, others: readonly string[]): string {
  const name = posix.basename(file);
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]+)?$/.exec(name) ?? [];
  const base = stem.replace(month, '');
  const kept = base === '' || base === stem ? stem : `${base}${/[-_ ]/.exec(stem.slice(base.length))?.[0] ?? ''}`;
  const pattern = `ledgers/${inPattern(kept)}*${ending}`.replace(/\*+/g, '*');
  const takes = picomatch(pattern, { dot: false });
  const declared = ledgers.filter(({ place }) => place !== undefined).map(({ files }) => files.replaceAll('*', 'x'));
  return [...others, ...declared].some((other) => takes(other)) ? `ledgers/${inPattern(name)}` : pattern;
}

/** A name as a pattern takes it: what means something in a pattern stands for any character. */
function inPattern(name: string): string {
  return name.replace(/[^\w .-]+/g, '*');
}

/** Where an entry is to stand: the first whose files: a name fits reads the file. */
export function whereToStand(agreement: Agreement, entry: LedgerEntry, file: string): string[] {
  const there = `ledgers/${posix.basename(file)}`;
  const taker = agreement.ledgers.find(({ files, place }) => place !== undefined && picomatch(files)(there));
  if (taker === undefined) return [];
  const { files, kind, place } = taker;
  if (kind === entry.kind && !isDescribed(taker)) {
    return [`in place of the entry ${files}, or above it where its files stay as they are`];
  }
  return [`above the entry ${files} (line ${place?.line ?? ''}), which would take the file too: the first one counts`];
}

/** Entries that describe an export with the same columns: it may be one more file of theirs. */
export function sameColumns(agreement: Agreement, entry: LedgerEntry, headers: readonly string[]): string[] {
  const names = new HeaderNames(headers);
  const isThere = (header: Header) => names.placesOfAny(header, true).length > 0;
  const isAlike = ({ kind, columns, maps }: LedgerEntry) =>
    kind === entry.kind &&
    columns.size > 0 &&
    [...columns.values()].flatMap(headersOf).every(isThere) &&
    maps.flatMap(({ by }) => by).every(isThere);
  const alike = agreement.ledgers.filter((other) => other !== entry && isAlike(other)).map(({ files }) => files);
  if (alike.length === 0) return [];
  const as = alike.length === 1 ? `--as "${alike[0]}"` : '--as and its files:';
  const has = alike.length === 1 ? 'has' : 'have';
  return [`${oneOf(alike)} ${has} the same columns: read a file of that body with ${as}, or rename it so that it fits`];
}
