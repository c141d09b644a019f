import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { type Decimal, nil, parseDecimal } from '../money/decimal.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Pence } from '../money/pence.js';
import { poundsIn, type Unit } from '../money/unit.js';
import type { Agreement } from './agreement.js';
import { requireDeclared } from './declarations.js';
import { parsePercent } from './scalars.js';
import type { AgreementDocument } from './schema.js';
import type { YamlText } from './yaml-text.js';

/** What the rules of an agreement may refer to. */
export type Declared = Pick<
  Agreement,
  'headings' | 'sources' | 'partners' | 'groups' | 'bodies' | 'pools' | 'contributions'
>;

export type RuleDocument = AgreementDocument['rules'][number];
/** The rule of one kind as written. */
export type RuleOf<K extends RuleDocument['kind']> = Extract<RuleDocument, { kind: K }>;

/** Which rule of the file it is, and the unit of its amounts. */
interface RulePlace {
  readonly unit: Unit;
  readonly yaml: YamlText;
  readonly index: number;
}

/** The values of one rule of the file, read with their lines. */
export class RuleParts {
  readonly declared: Declared;
  readonly report: Report;
  readonly #unit: Unit;
  readonly #yaml: YamlText;
  readonly #index: number;

  constructor(declared: Declared, { unit, yaml, index }: RulePlace, report: Report) {
    this.declared = declared;
    this.report = report;
    this.#unit = unit;
    this.#yaml = yaml;
    this.#index = index;
  }

  /** Where a key of the rule stands; the rule's id where the key is left out. */
  placeOf(...path: readonly (string | number)[]) {
    return this.#yaml.placeOf(['rules', this.#index, ...path]);
  }

  amount(text: string, ...path: readonly (string | number)[]): Pence {
    const parsed = parseAmount(text, this.#unit);
    if ('pence' in parsed && parsed.pence >= 0n) return parsed.pence;
    this.report(diagnose('BCF1007', { found: text }, { place: this.placeOf(...path) }));
    return 0n;
  }

  /** A price in pounds, with all its decimals: it is no amount of money, of which there is no part of a penny. */
  price(text: string, ...path: readonly (string | number)[]): Decimal {
    const parsed = parseDecimal(text);
    if ('number' in parsed && !parsed.number.lessThan(nil)) return parsed.number.times(poundsIn[this.#unit]);
    this.report(diagnose('BCF1007', { found: text }, { place: this.placeOf(...path) }));
    return nil;
  }

  percent(text: string, ...path: readonly (string | number)[]): Decimal {
    const percent = parsePercent(text);
    if (percent === undefined) {
      this.report(diagnose('BCF1010', { found: text }, { place: this.placeOf(...path) }));
    }
    return percent ?? nil;
  }

  partner(code: string, ...path: readonly (string | number)[]): void {
    requireDeclared('partner', { code, place: this.placeOf(...path) }, this.declared.partners, this.report);
  }

  /** A list of one value for each partner; a partner that stands twice is reported. */
  byPartner<T extends { readonly partner: string }, V>(
    items: readonly T[],
    key: string,
    value: (item: T, index: number) => V,
  ): Map<string, V> {
    const values = new Map<string, V>();
    const lines = new Map<string, number>();
    for (const [index, item] of items.entries()) {
      const place = this.placeOf(key, index, 'partner');
      this.partner(item.partner, key, index, 'partner');
      const line = lines.get(item.partner);
      if (line !== undefined) {
        this.report(diagnose('BCF1012', { what: `partner in ${key}`, found: item.partner, line }, { place }));
      }
      lines.set(item.partner, place.line ?? 1);
      values.set(item.partner, value(item, index));
    }
    return values;
  }

  /** The amounts of a list, by partner. */
  amountsByPartner(items: RuleOf<'ring-fence'>['allocations'], key: string): Map<string, Pence> {
    return this.byPartner(items ?? [], key, ({ amount }, index) => this.amount(amount, key, index, 'amount'));
  }
}
