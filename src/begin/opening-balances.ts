import { fenceOfHeading } from '../agreement/tied-money.js';
import { amountIn } from '../money/amount-text.js';
import type { ReadFund } from '../rules/check.js';
import { type Opening, openingsAfter } from '../rules/openings.js';
import type { CarriedPlaces } from './carried-places.js';
import type { NewFile } from './file.js';
import { csvText, headerIn } from './house-csv.js';
import { nowOf, type Successors } from './successors.js';

export interface OpeningBalances {
  readonly file: NewFile;
  readonly openings: readonly Opening[];
}

const names = ['pool', 'heading', 'partner', 'source', 'body', 'kind', 'amount', 'host', 'note'];

/**
 * What each body has in the pools at the year end, owes them and is owed by them, brought forward in the three kinds of R5:
 * all of it adds up to what the hosts hold. Undefined where not all of the actuals to Q4 are known.
 */
export function openingBalances(
  fund: ReadFund,
  places: CarriedPlaces,
  successors: Successors,
): OpeningBalances | undefined {
  const openings = openingsAfter(fund, (code) => nowOf(successors, code));
  if (openings === undefined) return undefined;
  const { agreement } = fund;
  const { label } = agreement.year;
  const noteOf = ({ kind, purpose, amountPence }: Opening): string => {
    switch (kind) {
      case 'balance':
        return `not spent in ${label}${fenceOfHeading(agreement, purpose) === undefined ? '' : ', and held for its purpose'}`;
      case 'contributions':
        return amountPence < 0n ? `contribution of ${label} that had not come` : `paid in ahead in ${label}`;
      case 'variance':
        if (amountPence > 0n && purpose !== '' && purpose === agreement.performanceRule?.heading) {
          return `performance money of ${label} not earned or not spent, to be returned`;
        }
        return amountPence < 0n
          ? `spent above what was allotted in ${label}, to be paid in`
          : `not spent in ${label}, owed back`;
      case 'handover':
        return amountPence < 0n
          ? 'held by it as host of an earlier year, and not handed over'
          : 'carried by it as host of an earlier year, and not paid to it';
    }
  };
  const { path, entry } = places.only(openingFile, 'opening');
  const rows = openings.map((opening) => {
    const { pool, purpose, partner, source, body, kind, host, amountPence } = opening;
    return [
      pool,
      purpose,
      partner,
      source,
      body,
      kind,
      amountIn(entry.unit ?? 'pounds', amountPence),
      host,
      noteOf(opening),
    ];
  });
  return {
    file: {
      path,
      text: csvText(headerIn('opening', names, entry), rows),
      what: `what was held and owed at the end of ${label}, brought forward`,
    },
    openings,
  };
}

export const openingFile = 'ledgers/opening.csv';
