import type { ProFormaRow, Provenance, SchemeRow } from '../ledger/row-types.js';

/** What may be mapped to a line: a scheme of a schedule, or what a schedule has under a heading without a scheme. */
export interface Mappable {
  readonly schedule: string;
  readonly scheme: string;
  readonly heading: string;
}

/** What is read of a fund folder for the pro-forma. */
export interface ProFormaRows {
  readonly proForma: readonly ProFormaRow[];
  readonly schemes: readonly SchemeRow[];
}

/** The lines of the pro-forma (Appendix 4) and what belongs to each, as pro-forma.csv declares it. */
export class ProFormaMapping {
  /** In the order of the file. */
  readonly lines: readonly string[];
  readonly #lineOf = new Map<string, string>();
  readonly #headingOfScheme = new Map<string, string>();
  readonly #provenances: readonly Provenance[];

  constructor({ proForma, schemes }: ProFormaRows) {
    this.lines = [...new Set(proForma.map(({ line }) => line))];
    const mapping = proForma.filter(({ scheme, heading }) => scheme !== '' || heading !== '');
    for (const row of mapping) this.#lineOf.set(keyOf(row), row.line);
    for (const row of schemes) this.#headingOfScheme.set(keyOf({ ...row, heading: '' }), row.heading);
    this.#provenances = mapping.map(({ provenance }) => provenance);
  }

  /** Whether anything is mapped to a line. */
  isMapped(line: string): boolean {
    return [...this.#lineOf.values()].includes(line);
  }

  /** Whether any of the mapping is made up. */
  get isIllustrative(): boolean {
    return this.#provenances.includes('illustrative');
  }

  /**
   * The line that money belongs to, or undefined. A scheme goes where it is mapped, else where the heading that
   * schemes.csv gives it goes, whatever heading it is spent under, so that plan and spending meet on one line.
   */
  lineOf({ schedule, scheme, heading }: Mappable): string | undefined {
    if (scheme === '') return this.#ofHeading(schedule, heading);
    const own = keyOf({ schedule, scheme, heading: '' });
    return this.#lineOf.get(own) ?? this.#ofHeading(schedule, this.#headingOfScheme.get(own) ?? '');
  }

  #ofHeading(schedule: string, heading: string): string | undefined {
    if (heading === '') return undefined;
    return (
      this.#lineOf.get(keyOf({ schedule, scheme: '', heading })) ??
      this.#lineOf.get(keyOf({ schedule: '', scheme: '', heading }))
    );
  }
}

function keyOf({ schedule, scheme, heading }: Mappable): string {
  return [schedule, scheme, heading].join('\0');
}
