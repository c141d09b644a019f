import type { Agreement, Contribution } from '../agreement/agreement.js';
import { firstDayOf, yearBefore } from '../agreement/financial-year.js';
import { ledgerKinds } from '../agreement/ledger-kinds.js';
import { isAligned, pooledPurposeOf, purposeOf } from '../agreement/tied-money.js';
import type {
  Accrual,
  ContributionRow,
  ExpenditureRow,
  ForecastRow,
  OpeningRow,
  PlanRow,
  SchemeRow,
  VirementRow,
  WhatSettled,
} from '../ledger/row-types.js';
import { type Pence, sum } from '../money/pence.js';
import type {
  AlignedAccount,
  AppliedAccount,
  HandoverAccount,
  IncomeAccount,
  PoolAccount,
  SettledAccount,
} from './accounts.js';
import type { Entry, Posting } from './journal.js';

/** What a partner has agreed to pay in: plan income into its part of the pool. */
export function agreedContributionEntry(contribution: Contribution): Entry {
  const { partner, source, pool, amountPence, place } = contribution;
  return {
    book: 'plan',
    at: { file: place.file, line: place.line ?? 1 },
    postings: [
      { account: { type: 'income', pool, source, partner, purpose: '' }, amountPence: -amountPence },
      { account: { type: 'pool', pool, source, partner, purpose: '' }, amountPence },
    ],
  };
}

/** A cell of the schedules: plan money out of its contributor's part of the pool, applied to a heading. */
export function planEntry(row: PlanRow, agreement: Agreement): Entry {
  const { contributor, source, heading, appliedBy, amountPence, at, provenance } = row;
  const pool = poolOf(agreement, heading);
  return {
    book: ledgerKinds.plan.book,
    at,
    provenance,
    postings: [
      { account: { type: 'pool', pool, source, partner: contributor, purpose: '' }, amountPence: -amountPence },
      { account: applied(agreement, { ...row, schedule: contributor, appliedBy }), amountPence },
    ],
  };
}

/** A local scheme, as a memorandum of its schedule. */
export function schemeEntry({ schedule, scheme, amountPence, at }: SchemeRow): Entry {
  return {
    book: ledgerKinds.schemes.book,
    at,
    postings: [
      { account: { type: 'schedule', schedule }, amountPence: -amountPence },
      { account: { type: 'scheme', schedule, scheme }, amountPence },
    ],
  };
}

/** A balance brought forward; it stands before the first quarter, with whoever held it when the last year ended. */
export function openingEntry(row: OpeningRow, agreement: Agreement): Entry {
  const { pool, source, partner, body, kind, lastHost, amountPence, at } = row;
  const money = { pool, source, partner, purpose: pooledPurposeOf(agreement, row) };
  const { book } = ledgerKinds.opening;
  const held = lastHost === '' ? [] : handover({ pool, body: lastHost, side: 'held' }, amountPence);
  if (kind === 'handover') {
    return { book, at, postings: [...handover({ pool, body, side: 'earlier' }, -amountPence), ...held] };
  }
  const side = kind !== 'balance' && amountPence < 0n ? 'owed' : 'held';
  return {
    book,
    at,
    postings: [
      { account: { type: 'brought-forward', ...money, body, kind, side }, amountPence: -amountPence },
      { account: { type: 'pool', ...money }, amountPence },
      ...held,
    ],
  };
}

/** What an earlier host has of a pool, against what its host awaits. */
function handover(account: Omit<HandoverAccount, 'type'>, amountPence: Pence): Posting[] {
  return [
    { account: { type: 'handover', ...account }, amountPence },
    { account: { type: 'handover', ...account, side: 'awaited' }, amountPence: -amountPence },
  ];
}

/**
 * What was paid ahead last year is a receipt of this one (R5): it leaves what was brought forward and is income of its first
 * day. Undefined of what is none.
 */
export function paidAheadEntry(row: OpeningRow, agreement: Agreement): Entry | undefined {
  const { pool, source, partner, body, kind, amountPence, at } = row;
  if (kind !== 'contributions' || amountPence <= 0n) return undefined;
  const money = { pool, source, partner, purpose: pooledPurposeOf(agreement, row) };
  return {
    book: ledgerKinds.opening.book,
    quarter: 'Q1',
    date: firstDayOf(agreement.year),
    at,
    postings: [
      { account: ofEarlierYear(agreement, { ...money, body, side: 'paid-back' }), amountPence },
      { account: { type: 'income', ...money }, amountPence: -amountPence },
    ],
  };
}

/** Where what settles a contribution of last year stands. */
function ofEarlierYear({ year }: Agreement, money: Omit<SettledAccount, 'type' | 'of' | 'year'>): SettledAccount {
  return { type: 'settled', ...money, of: 'contribution', year: yearBefore(year).label };
}

/**
 * Money received into a partner's part of the pool, tied to its heading where it is fenced: what of it settles last year's
 * contributions is none of this one; what of it is aligned stays with the partner.
 */
export function contributionEntry(row: ContributionRow, agreement: Agreement): Entry {
  const { quarter, date, at, settles, ofLastYear, aligned } = row;
  const { book } = ledgerKinds.contributions;
  if (settles.kind === 'handover') {
    const postings = handover({ pool: row.pool, body: row.partner, side: 'come' }, -row.amountPence);
    return { book, quarter, date, at, postings };
  }
  const account = comeFrom(row, agreement, settles);
  const { pool, source, partner, purpose } = account;
  const amountPence = row.amountPence - sum([...ofLastYear, ...aligned].map((part) => part.amountPence));
  const isNothingLeft = amountPence === 0n && row.amountPence !== 0n;
  const into = (code: string) => ({ type: 'pool' as const, pool, source, partner, purpose: code });
  return {
    book,
    quarter,
    date,
    at,
    postings: [
      ...ofLastYear.flatMap((part): Posting[] => [
        {
          account: ofEarlierYear(agreement, {
            ...{ pool, source, partner, purpose: part.purpose, body: partner },
            side: 'paid-in',
          }),
          amountPence: -part.amountPence,
        },
        { account: into(part.purpose), amountPence: part.amountPence },
      ]),
      ...(isNothingLeft
        ? []
        : [
            { account, amountPence: -amountPence },
            { account: into(purpose), amountPence },
          ]),
      ...aligned.flatMap((part): Posting[] => {
        const money = { pool, source, partner, purpose: part.code };
        return [
          { account: { type: 'aligned-income', ...money }, amountPence: -part.amountPence },
          { account: { type: 'aligned', ...money }, amountPence: part.amountPence },
        ];
      }),
    ],
  };
}

function comeFrom(
  row: ContributionRow,
  agreement: Agreement,
  settles: Exclude<WhatSettled, { kind: 'handover' }>,
): IncomeAccount | SettledAccount {
  const { pool, source, partner, amountPence, isCorrection } = row;
  const purpose = pooledPurposeOf(agreement, row);
  if (settles.kind === 'contribution') return { type: 'income', pool, source, partner, purpose };
  const { of, year, schedule } = settles;
  // What puts a payment right goes with it.
  const side = amountPence < 0n === isCorrection ? 'paid-in' : 'paid-back';
  return { type: 'settled', pool, source, partner: schedule, purpose, body: partner, of, year, side };
}

/** Money spent out of the part of the pool that its source and schedule name; aligned money out of its owner's own. */
export function expenditureEntry(row: ExpenditureRow, agreement: Agreement): Entry {
  return {
    book: ledgerKinds.expenditure.book,
    quarter: row.quarter,
    date: row.date,
    at: row.at,
    postings: [
      { account: spentFrom(agreement, row), amountPence: -row.amountPence },
      { account: applied(agreement, row), amountPence: row.amountPence },
    ],
  };
}

/** A forecast outturn of what is applied. */
export function forecastEntry(row: ForecastRow, agreement: Agreement): Entry {
  return {
    book: ledgerKinds.forecast.book,
    quarter: row.asAt,
    at: row.at,
    postings: [
      { account: spentFrom(agreement, row), amountPence: -row.amountPence },
      { account: applied(agreement, row), amountPence: row.amountPence },
    ],
  };
}

/** Budget moved from one heading of a schedule to another. */
export function virementEntry(row: VirementRow): Entry {
  const { schedule, from, to, amountPence, quarter, date, approvedBy, at } = row;
  const virement = { type: 'budget' as const, schedule, approvedBy };
  return {
    book: ledgerKinds.virements.book,
    quarter,
    date,
    at,
    postings: [
      {
        account: { ...virement, heading: from, counterpart: to, direction: 'out' },
        amountPence: -amountPence,
      },
      { account: { ...virement, heading: to, counterpart: from, direction: 'in' }, amountPence },
    ],
  };
}

interface Spending {
  readonly schedule: string;
  readonly appliedBy: string;
  readonly heading: string;
  readonly source: string;
  readonly scheme?: string;
  readonly district?: string;
  readonly accrual?: Accrual;
  readonly ofYear?: string;
}

function applied(agreement: Agreement, spending: Spending): AppliedAccount {
  const { schedule, appliedBy, heading, source, scheme = '', district = '', accrual = '', ofYear = '' } = spending;
  const pool = poolOf(agreement, heading);
  return { type: 'applied', pool, heading, appliedBy, schedule, source, scheme, district, accrual, ofYear };
}

function spentFrom(agreement: Agreement, spending: Spending): PoolAccount | AlignedAccount {
  const { schedule: partner, source } = spending;
  const purpose = purposeOf(agreement, spending);
  const type = isAligned(agreement, purpose) ? 'aligned' : 'pool';
  return { type, pool: poolOf(agreement, purpose || spending.heading), source, partner, purpose };
}

function poolOf(agreement: Agreement, heading: string): string {
  const pool = agreement.headings.get(heading)?.pool;
  if (pool === undefined) throw new Error(`no heading ${heading}`);
  return pool;
}
