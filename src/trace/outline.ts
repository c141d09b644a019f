import type { Agreement } from '../agreement/agreement.js';
import { rowOf } from '../diagnostics/place-text.js';
import { figureInWords } from '../figures/account-words.js';
import type { FigureBalance } from '../figures/figure.js';
import { accountName } from '../journal/accounts.js';
import type { Balance } from '../journal/journal.js';
import { toPounds } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import type { TraceDocumentNode } from '../statement/trace-schema.js';
import { asRow, keyOf, type PostedRows, type RowsOfFunds } from './posted-rows.js';
import type { CutTree } from './tree.js';

/** A tree as its document has it, but for the rows. It holds nothing of the fund, which may be read again without it. */
export interface Outline {
  /** What the document has before the rows, and after them. */
  readonly head: Omit<TraceDocumentNode, 'parts'>;
  readonly tail: Pick<TraceDocumentNode, 'below' | 'isShownAbove'>;
  readonly balance?: WantedBalance;
  readonly parts: readonly Outline[];
}

interface WantedBalance {
  readonly key: string;
  readonly name: string;
  readonly rows: number;
  readonly factor: 1n | -1n;
  readonly amountPence: Pence;
  readonly isOfSecond: boolean;
}

/** What a document of a tree needs of the fund, whose agreement says what accounts are called. */
export function outlineOf(tree: CutTree, agreement: Agreement): Outline {
  const { node, sign, below, isRepeated } = tree;
  const { name, how, rule, unit, kind, at, balance, amount } = node;
  return {
    head: {
      ...(name !== undefined && { name }),
      what: figureInWords(node, agreement),
      ...(how !== '' && { how }),
      ...(rule && { rule: { id: rule.id, clause: rule.clause } }),
      unit,
      amount: String(node),
      sign,
      kind,
      ...(at && { at: rowOf(at) }),
      ...(balance && accountOf(balance.of)),
    },
    ...(balance && { balance: wantedOf(balance, amount) }),
    tail: { ...(below > 0 && { below }), ...(isRepeated && { isShownAbove: true as const }) },
    parts: tree.parts.map((part) => outlineOf(part, agreement)),
  };
}

function accountOf(balance: Balance): Pick<TraceDocumentNode, 'account' | 'quarter' | 'provenance'> {
  const { account, quarter, provenances } = balance;
  // The mark of an account that is not all stated or booked.
  const provenance = (['illustrative', 'derived'] as const).find((one) => provenances.has(one));
  return {
    account: accountName(account),
    ...(quarter !== undefined && { quarter }),
    ...(provenance !== undefined && { provenance }),
  };
}

function wantedOf({ of, factor, second }: FigureBalance, amountPence: Pence): WantedBalance {
  const isOfSecond = second !== undefined;
  return { key: keyOf(of), name: accountName(of.account), rows: of.rows, factor, amountPence, isOfSecond };
}

/** Asks for the rows of every balance that is shown. */
export function wantRows({ balance, parts }: Outline, rows: RowsOfFunds): void {
  if (balance !== undefined) rowsFor(balance, rows).want(balance.key);
  for (const part of parts) wantRows(part, rows);
}

function rowsFor({ isOfSecond }: WantedBalance, { first, second }: RowsOfFunds): PostedRows {
  if (!isOfSecond) return first;
  if (second === undefined) throw new Error('a balance of a second fund, and no second fund');
  return second;
}

/** The document of a tree. Throws where the rows of a balance do not add up to it: that is a bug. */
export function documentOf({ head, tail, balance, parts }: Outline, rows: RowsOfFunds): TraceDocumentNode {
  return {
    ...head,
    ...(balance && rowsOf(balance, rows)),
    ...tail,
    ...(parts.length > 0 && { parts: parts.map((part) => documentOf(part, rows)) }),
  };
}

function rowsOf(wanted: WantedBalance, rows: RowsOfFunds): Pick<TraceDocumentNode, 'rows' | 'moreRows'> {
  const { key, name, rows: count, factor, amountPence } = wanted;
  const found = rowsFor(wanted, rows).of(key);
  if (factor * found.amountPence !== amountPence || found.count !== count) {
    throw new Error(`the rows of ${name} do not add up to it`);
  }
  const listed = found.first.map((row) => asRow(row, factor));
  const left = found.count - listed.length;
  const listedPence = found.first.reduce((total, row) => total + row.amountPence, 0n);
  return {
    rows: listed,
    ...(left > 0 && { moreRows: { count: left, amount: toPounds(factor * (found.amountPence - listedPence)) } }),
  };
}
