import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import type { Agreement } from '../agreement/agreement.js';
import { hasFact, type KindWith, type LedgerKind, ledgerKindNames } from '../agreement/ledger-kinds.js';
import { readAgreement } from '../agreement/read-agreement.js';
import { Collector } from '../diagnostics/collector.js';
import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.js';
import { isUsable } from '../diagnostics/exit-code.js';
import { near } from '../diagnostics/near.js';
import { limits } from '../files/limits.js';
import { wholeOf } from '../files/open-file.js';
import { agreedContributionEntry } from '../journal/entries.js';
import { postForecastIncome } from '../journal/forecast-income.js';
import { adjustedRows } from '../ledger/adjusts.js';
import type { LedgerInput, RepeatedRows } from '../ledger/ledger-input.js';
import { withoutCopies } from './copies.js';
import { type FoundLedger, findLedgers, type Guest, withoutFile } from './find-files.js';
import type { Fund } from './fund.js';
import { noteWhatIsOfLastYear } from './of-last-year.js';
import { type Reading, RowPoster, type Watch } from './post-rows.js';
import { readLedgerSafely } from './read-safely.js';
import { readTables } from './read-tables.js';
import { mayRepeat, settleHeld } from './repeats.js';
import { reasonOf } from './system-error.js';
import { TablesMet } from './tables-met.js';

/** A fund folder, opened. */
export interface OpenedFund {
  /** Present only where every input could be used. */
  readonly fund?: Fund;
  /** Present where only rows of controls cannot be used: what the other rows name is checked in the same run. */
  readonly withoutSomeControls?: Fund;
  /** What was read, even where the fund cannot be used. */
  readonly inputs: readonly LedgerInput[];
  /** The agreement, where it could be read: what it names is the fund’s, read or not. */
  readonly agreement?: Agreement;
  readonly diagnostics: readonly Diagnostic[];
}

/** What an agreement’s file is called in its fund folder. */
export const agreementFile = 'agreement.yaml';

/** What only some commands need of a fund, and is read only for them. */
export type Extra = KindWith<'period', 'beside'> | 'tables';

/**
 * Opens a fund folder: reads its agreement, then every ledger, and posts each row. One run finds every fault.
 * Messages call the folder as the user did. A `watch` sees each row pass that was read without fault.
 */
export function openFund(
  folder: string,
  shownAs: string = folder,
  extras: readonly Extra[] = [],
  watch?: Watch,
): Promise<OpenedFund> {
  return open(folder, shownAs, extras, { watch });
}

/**
 * The first of two readings of a fund: rows are not compared with each other, so that none are remembered. Nothing may
 * be said of the fund before `openFund` has read it too, and found nothing wrong.
 */
export function openQuickly(folder: string, shownAs: string, extras: readonly Extra[]): Promise<OpenedFund> {
  return open(folder, shownAs, extras, { isQuick: true });
}

async function open(folder: string, shownAs: string, extras: readonly Extra[], reading: Reading): Promise<OpenedFund> {
  const opened = await openAgreement(folder, shownAs);
  if (opened.agreement === undefined) return opened;
  return readLedgers(folder, opened.agreement, opened.inputs, { extras, reading });
}

/** Opens a fund folder as far as its ledgers, by its agreement, as if one more file were in it. */
export function openWithGuest(
  folder: string,
  { agreement, inputs }: { readonly agreement: Agreement; readonly inputs: readonly LedgerInput[] },
  { guest, extras, watch }: { readonly guest: Guest; readonly extras: readonly Extra[]; readonly watch: Watch },
): Promise<OpenedFund> {
  return readLedgers(folder, agreement, inputs, { extras, reading: { watch }, guest });
}

/** Opens a fund folder as far as its agreement: no ledger is read. */
export async function openAgreement(
  folder: string,
  shownAs: string,
): Promise<Pick<OpenedFund, 'inputs' | 'agreement' | 'diagnostics'>> {
  const missing = await whatIsMissing(folder, shownAs);
  if (missing !== undefined) return { inputs: [], diagnostics: [missing] };

  const bytes = await agreementBytes(folder).catch((error: unknown) => reasonOf(error));
  if (typeof bytes === 'string') {
    const place = { file: agreementFile };
    return { inputs: [], diagnostics: [diagnose('BCF1021', { reason: bytes }, { place })] };
  }
  const input = {
    path: agreementFile,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rows: 0,
    isWhole: true,
    columns: new Map(),
  };
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    const args = { reason: 'it is not UTF-8 text' };
    return { inputs: [input], diagnostics: [diagnose('BCF1021', args, { place: { file: agreementFile } })] };
  }
  return { inputs: [input], ...readAgreement(agreementFile, text) };
}

async function readLedgers(
  folder: string,
  agreement: Agreement,
  agreementInputs: readonly LedgerInput[],
  { extras, reading, guest }: { readonly extras: readonly Extra[]; readonly reading: Reading; readonly guest?: Guest },
): Promise<OpenedFund> {
  const problems = new Collector();
  const found = await findLedgers(folder, agreement, problems.report, guest);
  const ledgers = await withoutCopies(found, problems.report);
  // Of rows that stand in two files one counts: where there may be such, even the first of two readings compares them.
  const isQuick = reading.isQuick === true && !ledgerKindNames.some((kind) => mayRepeat(kind, ledgers));
  const poster = new RowPoster(agreement, { ...reading, isQuick });
  for (const contribution of agreement.contributions) poster.journal.post(agreedContributionEntry(contribution));
  const read = [...agreementInputs];
  const tables = new TablesMet();
  for (const ledger of ledgers) tables.add(ledger);
  if (!ledgers.some(({ entry }) => entry.kind === 'plan')) poster.context.faulty.add('plan');
  // What later rows are checked against comes first: the plan and the schemes.
  for (const kind of ledgerKindNames) {
    const own = ledgers.filter(({ entry }) => entry.kind === kind);
    if (hasFact(kind, 'period', 'beside') && !extras.includes(kind)) {
      for (const ledger of own) tables.lose(ledger);
      continue;
    }
    read.push(...(await readKind(kind, own, { poster, tables, report: problems.report, known: read })));
  }
  const adjustments = adjustedRows(poster.context, problems.report);
  postForecastIncome(poster.journal, agreement);
  const published = extras.includes('tables')
    ? await readTables(folder, agreement, { report: problems.report, damaged: poster.damaged })
    : undefined;
  poster.damaged.reportAll(poster.context, problems.report);
  read.push(...(published?.inputs ?? []));
  const inputs = read.map((input) => tables.withLines(input));
  const diagnostics = problems.all();
  const fund: Fund = {
    agreement,
    journal: poster.journal,
    schemes: [...poster.context.schemes.values()],
    activity: poster.activity,
    balances: poster.balances,
    receipts: poster.receipts,
    givenBack: poster.givenBack,
    tallies: poster.tallies,
    notCome: new Set(ledgerKindNames.filter((kind) => !ledgers.some(({ entry }) => entry.kind === kind))),
    controls: poster.controls,
    tables: published?.tables ?? new Map(),
    proForma: poster.proForma,
    adjustments,
    withoutFile: withoutFile(agreement, ledgers),
    inputs,
  };
  if (isUsable(diagnostics)) return { fund, inputs, agreement, diagnostics };
  const controlFiles = new Set(ledgers.filter(({ entry }) => entry.kind === 'controls').map(({ file }) => file));
  const others = diagnostics.filter(({ place }) => place === undefined || !controlFiles.has(place.file));
  return { inputs, agreement, diagnostics, ...(isUsable(others) && { withoutSomeControls: fund }) };
}

interface WhatReads {
  readonly poster: RowPoster;
  readonly tables: TablesMet;
  readonly report: Report;
  /** What was read already. */
  readonly known: readonly LedgerInput[];
}

/** Reads the ledgers of one kind, each after the tables of codes that it is read by, and settles what several of them have. */
async function readKind(
  kind: LedgerKind,
  own: readonly FoundLedger[],
  { poster, tables, report, known }: WhatReads,
): Promise<LedgerInput[]> {
  const read: LedgerInput[] = [];
  if (kind === 'contributions') await noteWhatIsOfLastYear(own, poster.context);
  for (const ledger of own) {
    const input = await readLedgerSafely(ledger, report, (cells) => {
      const amountPence = poster.post(cells);
      if (amountPence !== undefined) tables.take(cells, poster.isHeld(cells) ? undefined : amountPence);
      return amountPence;
    });
    const isKnown = ({ path, sheet }: LedgerInput) =>
      [...known, ...read].some((other) => other.path === path && other.sheet === sheet);
    read.push(...ledger.inputs.filter((one) => !isKnown(one)));
    if (input !== undefined) read.push(input);
    if (input?.isWhole) continue;
    poster.context.faulty.add(kind);
    tables.lose(ledger);
  }
  const repeated = await settleHeld(own, poster.context.held.release(), report);
  return read.map((input) => withRepeated(input, repeated));
}

function withRepeated(input: LedgerInput, rows: ReadonlyMap<string, RepeatedRows>): LedgerInput {
  const repeated = rows.get(input.path);
  return repeated === undefined ? input : { ...input, repeated };
}

/** Why a folder is no fund, or undefined where it has an agreement. */
async function whatIsMissing(folder: string, shownAs: string): Promise<Diagnostic | undefined> {
  try {
    const state = await stat(folder);
    if (!state.isDirectory()) return diagnose('BCF0003', { folder: shownAs, found: 'a file' });
    const names = await readdir(folder);
    if (names.includes(agreementFile)) return undefined;
    return diagnose('BCF0004', { folder: shownAs, meant: near(agreementFile, names) });
  } catch (error) {
    const reason = reasonOf(error, '');
    if (reason === '') return diagnose('BCF0003', { folder: shownAs, found: '' });
    return diagnose('BCF0061', { what: shownAs, reason });
  }
}

/** The agreement of a fund as it stands. Throws what the file system throws. */
export function agreementBytes(folder: string): Promise<Buffer> {
  return wholeOf({ folder, file: agreementFile }, limits.agreementBytes);
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
