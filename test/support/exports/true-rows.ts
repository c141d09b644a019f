import type { Draw } from '../../../fixtures/kent-illustrative-basics.js';

/** What a row of a ledger says, whatever its file looks like. */
export interface TrueRow {
  readonly date: string;
  readonly heading: string;
  readonly scheme: string;
  readonly pence: number;
  readonly document: string;
  /** Which of the lines of its document it is. */
  readonly line: number;
  readonly note: string;
}

/** A ledger of one body: what is the same in each row, and its rows. */
export interface TrueLedger {
  readonly schedule: string;
  readonly appliedBy: string;
  readonly source: string;
  readonly rows: readonly TrueRow[];
}

/** The cells of the plan of the field’s fund, with their schemes. */
const cells = [
  { schedule: 'ICB1', appliedBy: 'COUNCIL', source: 'nhs-minimum', heading: 'adult-social-care', schemes: ['ICB1-01'] },
  { schedule: 'ICB2', appliedBy: 'COUNCIL', source: 'nhs-minimum', heading: 'adult-social-care', schemes: ['ICB2-01'] },
  {
    schedule: 'ICB1',
    appliedBy: 'ICB1',
    source: 'nhs-minimum',
    heading: 'out-of-hospital',
    schemes: ['ICB1-02', 'ICB1-03', ''],
  },
  { schedule: 'ICB2', appliedBy: 'ICB2', source: 'nhs-minimum', heading: 'out-of-hospital', schemes: ['ICB2-02', ''] },
  {
    schedule: 'COUNCIL',
    appliedBy: 'COUNCIL',
    source: 'disabled-facilities-grant',
    heading: 'disabled-facilities-grant',
    schemes: [''],
  },
] as const;

const words = [
  'Home care',
  'Night sitting, week 12',
  'the “Hub” at St Mary’s',
  'Said "urgent"',
  'Ré-ablement; phase 2',
  'Beds\nsee e-mail',
  'invoice 12/06/2015',
  '3 beds @ £12 a day',
  'O’Brien – carers',
  'Tab\there',
];

/** A ledger of up to thirty rows, with credits that say why. */
export function trueLedger(draw: Draw, prefix: string): TrueLedger {
  const { schedule, appliedBy, source, heading, schemes } = pick(draw, cells);
  const rows: TrueRow[] = [];
  const documents = 1 + draw(12);
  for (let document = 1; document <= documents; document += 1) {
    const lines = draw(3) === 0 ? 1 + draw(4) : 1;
    const date = dayOf(draw(366));
    for (let line = 1; line <= lines; line += 1) {
      const pence = amount(draw);
      rows.push({
        date,
        heading,
        scheme: pick(draw, schemes),
        pence,
        document: `${prefix}-${String(document).padStart(3, '0')}`,
        line,
        note: pence < 0 || draw(3) > 0 ? pick(draw, words) : '',
      });
    }
  }
  return { schedule, appliedBy, source, rows };
}

/** Pence of any size that a ledger has, never nil. */
function amount(draw: Draw): number {
  const size = pick(draw, [100, 10_000, 1_000_000, 100_000_000]);
  const pence = 1 + draw(size);
  return draw(5) === 0 ? -pence : pence;
}

function dayOf(number: number): string {
  return new Date(Date.UTC(2015, 3, 1 + number)).toISOString().slice(0, 10);
}

/** One of several things. */
export function pick<T>(draw: Draw, things: readonly [T, ...T[]] | readonly T[]): T {
  const found = things[draw(things.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
