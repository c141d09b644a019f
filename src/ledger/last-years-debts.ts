import type { Agreement } from '../agreement/agreement.js';
import { type IsoDate, type Quarter, quarters, yearBefore } from '../agreement/financial-year.js';
import { isAligned, isPaidAsReleased, pooledPurposeOf, purposeOf } from '../agreement/tied-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { RowContext } from './row-context.js';
import type { ContributionRow, OpeningRow, PartOfReceipt, RowReference } from './row-types.js';

/** Whose contribution it is: from a source, into a pool. */
type Contribution = Pick<ContributionRow, 'partner' | 'source' | 'pool'>;

/** What a partner still owed of last year’s contributions, by what it is tied to. */
type Debt = Map<string, Pence>;

/** Remembers what a partner owed at the end of last year, for the receipts that come after it. */
export function noteDebt({ debts }: RowContext, row: OpeningRow, purpose: string): void {
  if (row.kind !== 'contributions' || row.amountPence >= 0n) return;
  const key = keyOf(row);
  const debt: Debt = debts.get(key) ?? new Map();
  debt.set(purpose, (debt.get(purpose) ?? 0n) - row.amountPence);
  debts.set(key, debt);
}

/** A receipt that may settle last year’s contributions: it says that it does, it corrects one of last year, or neither. */
interface Receipt extends Contribution {
  readonly at: RowReference;
  readonly date: IsoDate;
  readonly quarter: Quarter;
  readonly purpose: string;
  readonly amountPence: Pence;
  readonly says: 'so' | 'corrects' | 'nothing';
}

/**
 * The receipts that settle last year’s contributions (R5), which are the oldest of what is owed. In each quarter those that
 * say so go first, then those that say nothing, by their days; a quarter that is over stays as it was.
 */
export class ReceiptsOfLastYear {
  readonly #receipts = new Map<string, Receipt[]>();

  /** Takes a receipt as it stands in the ledger, before anything of it is taken for last year. */
  take(
    row: ContributionRow,
    { agreement, corrects }: { readonly agreement: Agreement; readonly corrects: boolean },
  ): void {
    const says = whatItSays(row, agreement);
    if (says === undefined) return;
    const { partner, source, pool, at, date, quarter, amountPence } = row;
    const purpose = pooledPurposeOf(agreement, row);
    const receipt = { partner, source, pool, at, date, quarter, purpose, amountPence };
    const key = keyOf(row);
    const own = this.#receipts.get(key) ?? [];
    this.#receipts.set(key, own);
    own.push({ ...receipt, says: says === 'so' && corrects ? 'corrects' : says });
  }

  /** What of each receipt settles what, by where it stands; one that says so is there only where not all of it does. */
  settled({ agreement, debts }: Pick<RowContext, 'agreement' | 'debts'>): Map<string, readonly PartOfReceipt[]> {
    return new Map(
      [...debts].flatMap(([key, debt]) => [
        ...settledOf(this.#receipts.get(key) ?? [], { agreement, debt: new Map(debt) }),
      ]),
    );
  }
}

function whatItSays(row: ContributionRow, agreement: Agreement): 'so' | 'nothing' | undefined {
  const { settles } = row;
  if (settles.kind === 'contribution') {
    return settles.of === undefined && !isAligned(agreement, purposeOf(agreement, row)) ? 'nothing' : undefined;
  }
  if (settles.kind === 'handover') return undefined;
  return settles.of === 'contribution' && settles.year === yearBefore(agreement.year).label ? 'so' : undefined;
}

function settledOf(
  receipts: readonly Receipt[],
  { agreement, debt }: { readonly agreement: Agreement; readonly debt: Debt },
): Map<string, readonly PartOfReceipt[]> {
  const parts = new Map<string, readonly PartOfReceipt[]>();
  let unsaidPence = 0n;
  for (const { at, purpose, amountPence, says } of inTurn(receipts)) {
    const free = ['', ...[...debt.keys()].filter((code) => code !== '' && !isPaidAsReleased(agreement, code))];
    const settled = taken(
      debt,
      amountPence,
      says !== 'nothing' ? [purpose, ...free] : purpose === '' ? free : [purpose],
    );
    const restPence = amountPence - sum(settled.map((part) => part.amountPence));
    if (says === 'nothing') {
      unsaidPence += amountPence - restPence;
      if (settled.length > 0) parts.set(placeKey(at), settled);
    } else if (amountPence < 0n) {
      debt.set(purpose, (debt.get(purpose) ?? 0n) - amountPence);
    } else if (says === 'so' && restPence > 0n && unsaidPence > 0n) {
      // One that said nothing settled it in a quarter that is over: this one stands for that.
      const instead = restPence < unsaidPence ? restPence : unsaidPence;
      unsaidPence -= instead;
      const over = { purpose, amountPence: restPence - instead };
      parts.set(placeKey(at), over.amountPence === 0n ? settled : [...settled, over]);
    }
  }
  return parts;
}

/** Takes an amount from what is owed, in this order; nothing where it is negative. */
function taken(debt: Debt, amountPence: Pence, purposes: readonly string[]): PartOfReceipt[] {
  let leftPence = amountPence < 0n ? 0n : amountPence;
  return purposes.flatMap((purpose): PartOfReceipt[] => {
    const owedPence = debt.get(purpose) ?? 0n;
    const partPence = owedPence < leftPence ? owedPence : leftPence;
    if (partPence <= 0n) return [];
    leftPence -= partPence;
    debt.set(purpose, owedPence - partPence);
    return [{ purpose, amountPence: partPence }];
  });
}

/** Quarter by quarter, those that say so first; each by its day. */
function inTurn(receipts: readonly Receipt[]): Receipt[] {
  const turn = ({ quarter, says }: Receipt) => quarters.indexOf(quarter) * 2 + (says === 'nothing' ? 1 : 0);
  return [...receipts].sort((a, b) => turn(a) - turn(b) || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Where a receipt stands, as a key. */
export function placeKey({ file, line }: RowReference): string {
  return `${file}:${line}`;
}

function keyOf({ partner, source, pool }: Contribution): string {
  return [partner, source, pool].join('\0');
}
