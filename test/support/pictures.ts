import type { Quarter } from '../../src/agreement/financial-year.js';
import { sidesOf } from '../../src/commands/sides.js';
import { Figure } from '../../src/figures/figure.js';
import type { Fund } from '../../src/fund/fund.js';
import { openFund } from '../../src/fund/open-fund.js';
import type { Picture } from '../../src/pages/pictures.js';
import {
  arrivalsPicture,
  bearersPicture,
  earningsPicture,
  flowPicture,
  headingsPicture,
  localitiesPicture,
  settlementPicture,
  tanksPicture,
} from '../../src/pages/pictures-of-fund.js';
import { figuresOf } from '../../src/statement/figure-names.js';
import { headlinesOf, headlinesRoot, headlinesSchema } from '../../src/statement/headlines.js';
import { reconcile } from '../../src/statement/reconcile.js';
import { resultSchema } from '../../src/statement/reconciliation-schema.js';

/** Every picture of a fund that there is, of figures that have their names. */
export function picturesOf(fund: Fund, asAt?: Quarter): Picture[] {
  const { result } = reconcile(fund, asAt);
  const headlines = headlinesOf(result);
  figuresOf(resultSchema, result);
  figuresOf(headlinesSchema, headlines, headlinesRoot);
  return [
    flowPicture(result, headlines, sidesOf(fund.agreement)),
    headingsPicture(result, headlines),
    localitiesPicture(result),
    bearersPicture(result),
    earningsPicture(result),
    tanksPicture(result),
    settlementPicture(result),
    arrivalsPicture(result),
  ].flatMap((picture) => picture ?? []);
}

/** The pictures of a fund folder, which must be readable. */
export async function picturesIn(folder: string, asAt?: Quarter): Promise<Picture[]> {
  const { fund, diagnostics } = await openFund(folder);
  if (fund === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('; '));
  return picturesOf(fund, asAt);
}

/** The one picture of a kind. */
export function pictureOf<K extends Picture['kind']>(
  pictures: readonly Picture[],
  kind: K,
): Extract<Picture, { kind: K }> {
  const isOfKind = (picture: Picture): picture is Extract<Picture, { kind: K }> => picture.kind === kind;
  const found = pictures.find(isOfKind);
  if (found === undefined) throw new Error(`no picture of ${kind}`);
  return found;
}

/** Every figure in a picture, wherever it stands. */
export function figuresIn(value: unknown): Figure[] {
  if (value instanceof Figure) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(figuresIn) : [];
}
