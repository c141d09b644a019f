import { inFull } from '../../diagnostics/day-in-full.js';
import { add, isNil, subtract } from '../../money/pounds-text.js';
import {
  type CellTable,
  figureColumn,
  money,
  type Row,
  type Shown,
  wordColumn,
  words,
} from '../../statement/cell-table.js';
import type { Page } from '../../statement/paper-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import type { AnnualFigures, BodyNote } from '../../statement/report-figures-schema.js';
import { together, yearBefore } from './annual-years.js';
import { balanceInWords, illustrative, mustAgree } from './paper-parts.js';

/**
 * A page for each body that pays in, with the lines of the note in its own accounts; one for all that only spend. Throws
 * where a note does not come to what the body settles: a bug.
 */
export function notePages(figures: ReportFigures): Page[] {
  for (const { body, assets, liabilities, position } of figures.notes) {
    const contributions = subtract(add(assets.paidAhead, assets.toReturn), liabilities.outstanding);
    const settles = figures.bridge.find((line) => line.body === body)?.settles ?? '0.00';
    const asHost = subtract(assets.carriedAsHost ?? '0.00', liabilities.heldAsHost ?? '0.00');
    mustAgree(`the note of ${body}`, subtract(subtract(position, contributions), asHost), settles);
  }
  const paying = figures.notes.filter(({ income, spending }) => income.length + spending.length > 0);
  const others = figures.notes.filter((note) => !paying.includes(note));
  return [
    ...paying.map((note) => notePage(figures, note)),
    ...(others.length === 0 ? [] : [othersPage(figures, others)]),
  ];
}

function notePage(figures: ReportFigures, note: BodyNote): Page {
  return {
    title: `For the accounts of ${note.label}`,
    paragraphs: [],
    tables: [incomeTable(figures, note), positionTable(figures, note)],
  };
}

/** Whether a line of the year before is a body’s, or of one that it came after. */
function formerlyOf({ formerCodes }: ReportFigures, body: string): (line: { readonly body: string }) => boolean {
  const codes = formerCodes(body);
  return (line) => codes.includes(line.body);
}

/** A line of a note: of this year, and of the year before. */
type Line = readonly [
  label: string,
  amount: Shown,
  before?: ((account: AnnualFigures) => Shown) | undefined,
  emphasis?: Row['emphasis'],
];

function linesTable(figures: ReportFigures, title: string, lines: readonly Line[]): CellTable {
  const before = yearBefore(figures);
  return {
    title: `${title}${illustrative(figures.statement.fund)}`,
    columns: [wordColumn('', 54), figureColumn('£'), ...before.columns],
    rows: lines.map(([label, amount, ofLast, emphasis]) => ({
      cells: [words(label), money(amount), ...before.cells((account) => ofLast?.(account))],
      ...(emphasis && { emphasis }),
    })),
    notes: [],
  };
}

/** Its part of income and expenditure, down to what it settles with the host; and what it paid and spent itself. */
function incomeTable(figures: ReportFigures, note: BodyNote): CellTable {
  const { body, label, income, spending } = note;
  const share = figures.shares.find((line) => line.body === body);
  const was = formerlyOf(figures, body);
  const ofShare = (name: string, key: ShareKey, emphasis?: Row['emphasis']): Line => [
    name,
    share?.[key],
    ({ shares }) => together(shares.filter(was), (line) => line[key]),
    emphasis,
  ];
  const ifAny = (name: string, key: ShareKey): Line[] => ifInEither(figures, ofShare(name, key));
  const before = figures.lastYear?.notes.filter(was) ?? [];
  const lines: Line[] = [
    ...linesOf(
      income,
      before.flatMap((other) => other.income),
      ({ source, pool, kind }) => [source, pool, kind].join(' '),
    ),
    ...(note.aligned === undefined
      ? []
      : ([
          [
            'Aligned, contributed as it is spent',
            note.aligned,
            ({ notes }) => together(notes.filter(was), ({ aligned }) => aligned),
          ],
        ] satisfies Line[])),
    ofShare(note.aligned === undefined ? 'Due to be paid in' : 'Contributed', 'due', 'total'),
    ...linesOf(
      spending,
      before.flatMap((other) => other.spending),
      ({ heading }) => heading,
    ),
    ofShare('Spent on its schedule, whoever spent it', 'applied', 'total'),
    ...ifAny('Variances moved: borne by others, less borne for them', 'moved'),
    ofShare('Share of the surplus or deficit', 'share', 'total'),
    ...ifAny('Brought forward', 'broughtForward'),
    ...ifAny('Settled', 'settled'),
    ofShare(balanceInWords(figures.statement.fund), 'closing', 'total'),
    ...bridgeLines(figures, body),
    [
      `Beside it: paid in to date${note.aligned === undefined ? '' : ', and aligned'}`,
      figures.funding.find(({ code }) => code === body)?.toDate,
      ({ funding }) =>
        together(
          funding.filter(({ code }) => was({ body: code })),
          ({ toDate }) => toDate,
        ),
    ],
    [
      'Beside it: spent by it out of the pool',
      note.spent,
      ({ notes }) => together(notes.filter(was), ({ spent }) => spent),
    ],
  ];
  return linesTable(figures, `Income and expenditure of ${label}`, lines);
}

interface NoteLine {
  readonly label: string;
  readonly nature: string;
  readonly amount: Shown;
}

/** Lines of this year with last year’s beside them, and those that only last year had: both columns add up. */
function linesOf<L extends NoteLine>(now: readonly L[], last: readonly L[], keyOf: (line: L) => string): Line[] {
  const byKey = new Map([...last, ...now].map((line) => [keyOf(line), line]));
  const keys = new Set([...now, ...last].map(keyOf));
  return [...keys].map((key): Line => {
    const { label = '', nature = '' } = byKey.get(key) ?? {};
    const [amount] = now.filter((line) => keyOf(line) === key).map((line) => line.amount);
    const ofLast = last.filter((line) => keyOf(line) === key);
    return [`${label}, ${nature}`, amount, () => together(ofLast, (line) => line.amount)];
  });
}

/** A line where there is anything of it, this year or the year before: what one of them needs stands in both. */
function ifInEither({ lastYear }: ReportFigures, line: Line): Line[] {
  const [, amount, ofLast] = line;
  const isAny = (shown: Shown) => shown !== undefined && !isNil(shown);
  return isAny(amount) || isAny(lastYear && ofLast?.(lastYear)) ? [line] : [];
}

type ShareKey = 'due' | 'applied' | 'moved' | 'share' | 'broughtForward' | 'settled' | 'closing';

/** Of what its share comes to, what other bodies settle, and what of theirs it settles. */
function bridgeLines({ heldForOthers, bridge }: ReportFigures, body: string): Line[] {
  const labelOf = (code: string) => bridge.find((line) => line.body === code)?.label ?? code;
  const held = heldForOthers.filter(({ share }) => share === body);
  const there = heldForOthers.filter((pair) => pair.body === body);
  if (held.length + there.length === 0) return [];
  return [
    ...held.map((pair): Line => [`less held for ${labelOf(pair.body)}`, pair.amount]),
    ...there.map((pair): Line => [`held for it in the share of ${labelOf(pair.share)}`, pair.amount]),
    ['Settles with the host', bridge.find((line) => line.body === body)?.settles, undefined, 'total'],
  ];
}

/** What it has in the pools, and what it owes them, gross. */
function positionTable(figures: ReportFigures, { body, assets, liabilities, position }: BodyNote): CellTable {
  const { asAt, asAtDate = '' } = figures.statement.fund;
  const isOver = asAt === 'Q4';
  const was = formerlyOf(figures, body);
  const held = isOver ? 'Held for it in the pool' : 'Available to it';
  const asset = (label: string, key: keyof BodyNote['assets'], emphasis?: Row['emphasis']): Line => [
    label,
    assets[key],
    ({ notes }) => together(notes.filter(was), (note) => note.assets[key]),
    emphasis,
  ];
  const liability = (label: string, key: keyof BodyNote['liabilities'], emphasis?: Row['emphasis']): Line => [
    label,
    liabilities[key],
    ({ notes }) => together(notes.filter(was), (note) => note.liabilities[key]),
    emphasis,
  ];
  return linesTable(figures, `Assets and liabilities at ${inFull(asAtDate)}`, [
    asset('Contributions paid ahead', 'paidAhead'),
    ...ifInEither(figures, asset('Performance money to be returned to it', 'toReturn')),
    asset('Underspends repayable to it', 'repayable'),
    asset(`${held}: ring-fenced`, 'ringFenced'),
    asset(`${held}: other`, 'other'),
    ...ifInEither(figures, asset('Carried by it as an earlier host, and not paid to it', 'carriedAsHost')),
    asset('Assets', 'total', 'total'),
    liability('Contributions outstanding', 'outstanding'),
    liability('Overspends owed', 'overspent'),
    ...(isOver ? [] : [liability('Drawn ahead', 'drawnAhead')]),
    ...ifInEither(figures, liability('Held by it as an earlier host, to be handed over', 'heldAsHost')),
    liability('Liabilities', 'total', 'total'),
    ['Assets less liabilities', position, ({ notes }) => together(notes.filter(was), (note) => note.position), 'total'],
  ]);
}

/** Bodies that pay nothing in: what they spent, and what they have in the pools and owe them. */
function othersPage(figures: ReportFigures, notes: readonly BodyNote[]): Page {
  const isOver = figures.statement.fund.asAt === 'Q4';
  const parts = [
    ['Ring-fenced £', ({ assets }: BodyNote) => assets.ringFenced],
    ['Other £', ({ assets }: BodyNote) => assets.other],
    ['Repayable £', ({ assets }: BodyNote) => assets.repayable],
    ['Owes £', ({ liabilities }: BodyNote) => liabilities.total],
  ] as const;
  const shown = parts.filter(([, of]) => notes.some((note) => !of(note).isNil));
  const before = yearBefore(figures);
  const last =
    (body: string) =>
    ({ notes: former }: AnnualFigures) =>
      together(former.filter(formerlyOf(figures, body)), ({ spent }) => spent);
  return {
    title: 'For the accounts of bodies that pay nothing in',
    paragraphs: [],
    tables: [
      {
        title: `Spent out of the pool, and ${isOver ? 'held in it' : 'available'}${illustrative(figures.statement.fund)}`,
        columns: [
          wordColumn('', 28),
          figureColumn('Spent £'),
          ...before.columns,
          ...shown.map(([header]) => figureColumn(header)),
        ],
        rows: notes.map((note) => ({
          cells: [
            words(note.label),
            money(note.spent),
            ...before.cells(last(note.body)),
            ...shown.map(([, of]) => money(of(note))),
          ],
        })),
        notes: [],
      },
    ],
  };
}
