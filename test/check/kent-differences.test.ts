import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { checkDocumentSchema } from '../../src/statement/document-schema.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';

async function checked(folder: string) {
  const { stdout, stderr, exitCode } = await bcf(['check', folder, '--json']);
  const { result } = checkDocumentSchema.parse(JSON.parse(stdout));
  if (result === undefined) throw new Error(stderr);
  return { result, exitCode };
}

/** Where the paper disagrees with itself, and what the data hold beside it, in pounds: found less printed. */
const differences: Readonly<Record<string, string>> = {
  'Appendix 2: Care Act': '14000.00',
  'Appendix 2: Schemes-South Kent Coast CCG': '-4000.00',
  'Appendix 2: Schemes- Thanet CCG': '-3000.00',
  'Appendix 2: Schemes- West Kent CCG': '-7000.00',
  'Appendix 2: all CCG schemes': '-14000.00',
  'Appendix 3: Residential Placements from Hospital': '-200.00',
  'Appendix 3: Enablement': '-100.00',
  'Appendix 3: Befriending': '200.00',
  'Appendix 3: Autistic Spectrum Team': '-100.00',
  'Appendix 3: Postural Stability and Voluntary Sector Support': '100.00',
  'Appendix 3: South Kent Coast adds up': '-100.00',
  'Appendix 3: South Kent Coast, the plan': '1900.00',
  'Para 7.3: West Kent, carers funding': '675000.00',
  'Appendix 3: the column totals add up': '100.00',
  'Appendix 3: the row totals add up': '100.00',
  'Appendix 3: protection of social care': '300.00',
  'Annex: West Kent, Self and Informal Care': '-1366000.00',
  'Annex: West Kent, New Model of Primary Care': '1366000.00',
  'Annex: Support for Care Homes, Canterbury and Coastal': '-1000.00',
  'Annex: Support for Care Homes, Ashford': '-64000.00',
  // In percent: what Appendix 3 calls the NHS England £90m Apportionment is not the contributions’.
  'Appendix 3: Ashford, its share of the contributions': '-0.93',
  'Appendix 3: Canterbury and Coastal, its share of the contributions': '0.84',
  'Appendix 3: Dartford, Gravesham and Swanley, its share of the contributions': '-0.53',
  'Appendix 3: South Kent Coast, its share of the contributions': '0.63',
  'Appendix 3: Thanet, its share of the contributions': '1.69',
  'Appendix 3: West Kent, its share of the contributions': '-1.92',
};

const withinTolerance: Readonly<Record<string, string>> = {
  'The £1bn for NHS services: Kent’s share': '-369.94',
  'Appendix 3: Ashford, the plan': '-300.00',
  'Appendix 3: Canterbury and Coastal, the plan': '-500.00',
  'Appendix 3: Dartford, Gravesham and Swanley, the plan': '-500.00',
  'Appendix 3: Swale, the plan': '-300.00',
  'Appendix 3: Thanet, the plan': '-200.00',
  'Appendix 3: West Kent, the plan': '100.00',
  // In percent: the foot prints whole percents of Appendix 3’s own total.
  'Appendix 3: Ashford, its share of the whole': '-0.35',
  'Appendix 3: Canterbury and Coastal, its share of the whole': '0.19',
  'Appendix 3: Dartford, Gravesham and Swanley, its share of the whole': '-0.04',
  'Appendix 3: South Kent Coast, its share of the whole': '-0.25',
  'Appendix 3: Swale, its share of the whole': '0.32',
  'Appendix 3: Thanet, its share of the whole': '0.31',
  'Appendix 3: West Kent, its share of the whole': '-0.18',
  'Appendix 3: Swale, its share of the contributions': '0.22',
};

/** Where the figure found is worked out to fit the printed margins, and not itself printed. */
const derived = [
  'Appendix 2: Schemes-South Kent Coast CCG',
  'Appendix 2: Schemes- Thanet CCG',
  'Appendix 2: Schemes- West Kent CCG',
  'Para 7.3: West Kent, carers funding',
  'Appendix 3: South Kent Coast, the plan',
];

describe('the paper against itself', () => {
  test('exactly the differences that it has, no more and no fewer, each with its reason', async () => {
    const { result, exitCode } = await checked(fixture('kent-2015-16'));
    const of = (wanted: string) =>
      Object.fromEntries(
        result.controls.filter(({ status }) => status === wanted).map(({ name, difference }) => [name, difference]),
      );
    expect(of('accepted')).toEqual(differences);
    expect(of('within-tolerance')).toEqual(withinTolerance);
    expect([of('unexplained'), of('reason-changed')]).toEqual([{}, {}]);
    const marked = result.controls.filter(({ isDerived, status }) => isDerived && status === 'accepted');
    expect(marked.map(({ name }) => name)).toEqual(derived);
    for (const { status, acceptedBecause = '', foundAt, expectedAt, ...control } of result.controls) {
      expect(foundAt).not.toBe('');
      expect(expectedAt).not.toBe('');
      if (status === 'accepted') expect(acceptedBecause).not.toBe('');
      if (status === 'agrees') expect(control.found).toBe(control.expected);
    }
    expect(exitCode).toBe(0);
  });

  test.each(Object.keys(differences))('without its reason, %s fails the check', async (name) => {
    const kent = await FundFolder.copyOf('kent-2015-16');
    const rows: string[][] = parse(await kent.read('controls.csv'));
    const [header = []] = rows;
    const column = header.indexOf('accepted_because');
    const stripped = rows.map((row) => (row[0] === name ? row.with(column, '') : row));
    await kent.write('controls.csv', stringify(stripped));
    const { stderr, exitCode } = await bcf(['check', kent.path]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('[BCF2501]');
    expect(stderr).toContain(name);
  });

  test('a reason for a difference that has gone, or has changed, is a finding', async () => {
    const kent = await FundFolder.copyOf('kent-2015-16');
    await kent.edit('published/appendix-2-expenditure-plan.csv', ',3552', ',3566');
    await kent.edit('published/annex-investments.csv', ',160000,', ',161000,');
    const { stderr, exitCode } = await bcf(['check', kent.path]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      'Appendix 2: Care Act: the reason accepts £14,000.00 more, and the difference is no difference',
    );
    expect(stderr).toContain('the reason accepts £64,000.00 less, and the difference is £65,000.00 less');
  });
});
