import { type Quarter, quarters } from '../agreement/financial-year.js';
import { type Account, accountName } from '../journal/accounts.js';
import { provenances } from '../ledger/row-types.js';
import { toPounds } from '../money/format-money.js';
import { figuresOf } from '../statement/figure-names.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { AccountNames } from './account-names.js';
import type { BookedRow } from './booked-rows.js';
import { schemeId } from './code-tables.js';
import { dayOf } from './days.js';
import type { Exported } from './exported.js';
import { oneOf, optional, type PackageTable, refersTo, required } from './package-table.js';

const kinds = [
  'income',
  'aligned-income',
  'settled',
  'brought-forward',
  'handover',
  'pool',
  'aligned',
  'applied',
] as const;
const parts = [
  'pool',
  'source',
  'partner',
  'purpose',
  'heading',
  'schedule',
  'applied_by',
  'scheme',
  'district',
  'accrual',
  'of_year',
  'body',
  'opening',
  'handover',
] as const;

const partKeys = [
  refersTo('pool', 'pools'),
  refersTo('source', 'sources'),
  refersTo('partner', 'bodies'),
  refersTo('purpose', 'headings'),
  refersTo('heading', 'headings'),
  refersTo('schedule', 'bodies'),
  refersTo('applied_by', 'bodies'),
  refersTo('scheme', 'schemes', 'id'),
  refersTo('district', 'bodies'),
  refersTo('body', 'bodies'),
];

/** The books of a fund: accounts, every row's postings, virements, and each figure of the statement. */
export function bookTables(exported: Exported): PackageTable[] {
  const names = new AccountNames(exported.agreement, exported.schemes);
  const rows = () => postedRows(exported);
  return [
    accountsTable(rows(), names),
    postingsTable(exported, rows, names),
    virementsTable(exported),
    {
      name: 'totals',
      title: 'Every figure of the statement, by its name',
      fields: [required('name'), oneOf('unit', ['money', 'number', 'percent']), required('amount', 'number')],
      primaryKey: ['name'],
      foreignKeys: [],
      rows: figuresOf(resultSchema, exported.statement).map(({ name, unit, amount }) => [name, unit, amount]),
    },
  ];
}

/** The plan, the actuals up to the quarter, and the forecasts made up to it. */
function* postedRows({ rows, statement }: Exported): Generator<BookedRow> {
  const { asAt } = statement.fund;
  yield* rows.of('plan');
  if (asAt === undefined) return;
  yield* rows.of('actual', asAt);
  yield* rows.of('forecast', asAt);
}

function accountsTable(rows: Iterable<BookedRow>, names: AccountNames): PackageTable {
  const accounts = new Map<string, Account>();
  for (const { postings } of rows) for (const { account } of postings) accounts.set(names.nameOf(account), account);
  return {
    name: 'accounts',
    title: 'Accounts, as the journals of bcf export call them',
    fields: [
      required('account'),
      required('bcf_account'),
      oneOf('kind', kinds),
      ...parts.map((part) => optional(part)),
    ],
    primaryKey: ['account'],
    foreignKeys: partKeys,
    rows: [...accounts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, account]) => [name, accountName(account), account.type, ...partsOf(account)]),
  };
}

function postingsTable({ agreement }: Exported, rows: () => Iterable<BookedRow>, names: AccountNames): PackageTable {
  return {
    name: 'postings',
    title: 'Every row as its postings, which add up to nil',
    fields: [
      required('entry', 'integer', 'The postings of one row have one number'),
      required('posting', 'integer'),
      oneOf('book', ['plan', 'actual', 'forecast']),
      optional('quarter', 'string', 'Of an actual; of a forecast the quarter as at which it was made'),
      optional('date', 'date'),
      required('account'),
      oneOf('kind', kinds),
      ...parts.map((part) => optional(part)),
      required('amount_gbp', 'number', 'Positive flows into the account'),
      required('file'),
      required('line', 'integer'),
      optional('reference'),
      optional('note'),
      optional('delivered_by'),
      { name: 'provenance', type: 'string', constraints: { enum: provenances } },
    ],
    primaryKey: ['entry', 'posting'],
    foreignKeys: [refersTo('account', 'accounts', 'account'), ...partKeys],
    rows: postingRows(agreement, rows(), names),
  };
}

function* postingRows(
  agreement: Exported['agreement'],
  rows: Iterable<BookedRow>,
  names: AccountNames,
): Generator<readonly (string | number | undefined)[]> {
  let entry = 0;
  for (const row of rows) {
    entry += 1;
    const { book, quarter, at, reference, note, deliveredBy, provenance } = row;
    const date = book === 'actual' ? dayOf(agreement, row) : undefined;
    for (const [position, { account, amountPence }] of row.postings.entries()) {
      const what = [entry, position + 1, book, quarter, date, names.nameOf(account), account.type];
      const from = [toPounds(amountPence), at.file, at.line, reference, note, deliveredBy, provenance];
      yield [...what, ...partsOf(account), ...from];
    }
  }
}

/** The parts of an account in the order of their columns; one that it does not have is empty. */
function partsOf(account: Account): (string | undefined)[] {
  switch (account.type) {
    case 'income':
    case 'aligned-income':
    case 'settled':
    case 'brought-forward':
    case 'pool':
    case 'aligned': {
      const { pool, source, partner, purpose } = account;
      const ofYear = account.type === 'settled' ? account.year : '';
      const body = 'body' in account ? account.body : '';
      const opening = account.type === 'brought-forward' ? account.kind : '';
      return [pool, source, partner, purpose, '', '', '', '', '', '', ofYear, body, opening, ''];
    }
    case 'handover':
      return [account.pool, '', '', '', '', '', '', '', '', '', '', account.body, '', account.side];
    case 'applied': {
      const { pool, source, heading, schedule, appliedBy, scheme, district, accrual, ofYear } = account;
      const id = scheme === '' ? '' : schemeId(schedule, scheme);
      return [pool, source, '', '', heading, schedule, appliedBy, id, district, accrual, ofYear, '', '', ''];
    }
    default:
      throw new Error(`an account of ${account.type} is in no book of money`);
  }
}

function virementsTable({ agreement, rows, statement }: Exported): PackageTable {
  const { asAt } = statement.fund;
  const moves = asAt === undefined ? [] : [...rows.of('virements', asAt)];
  return {
    name: 'virements',
    title: 'Budget moved between headings of a schedule',
    fields: [
      required('virement', 'integer'),
      required('date', 'date'),
      { name: 'quarter', type: 'string', constraints: { required: true, enum: quarters } },
      required('schedule'),
      required('from'),
      required('to'),
      required('amount_gbp', 'number'),
      required('approved_by'),
      {
        name: 'status',
        type: 'string',
        description: 'Refused: a breach, and moves nothing',
        constraints: { required: true, enum: ['applied', 'refused'] },
      },
      required('file'),
      required('line', 'integer'),
      required('reference'),
      optional('note'),
    ],
    primaryKey: ['virement'],
    foreignKeys: [refersTo('schedule', 'bodies'), refersTo('from', 'headings'), refersTo('to', 'headings')],
    rows: moves.map((row, index) => [
      index + 1,
      dayOf(agreement, row),
      ...movedBy(row, statement),
      row.at.file,
      row.at.line,
      row.reference,
      row.note,
    ]),
  };
}

function movedBy(
  { quarter, postings }: BookedRow,
  { virements }: Exported['statement'],
): (string | Quarter | undefined)[] {
  for (const { account, amountPence } of postings) {
    if (account.type !== 'budget' || account.direction !== 'in') continue;
    const { schedule, heading: to, counterpart: from, approvedBy } = account;
    const virement = virements.find(
      (candidate) => candidate.schedule === schedule && candidate.from === from && candidate.to === to,
    );
    return [quarter, schedule, from, to, toPounds(amountPence), approvedBy, virement?.status];
  }
  throw new Error('a virement gives no heading anything');
}
