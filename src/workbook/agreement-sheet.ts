import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { inFull } from '../money/decimal.js';
import type { DraftSheet } from './draft.js';
import { wordCell } from './model.js';

/** Who is party to the agreement, and what money is for: above what it states as amounts. */
export function addAgreement(sheet: DraftSheet, agreement: Agreement): void {
  const { name, year, partners, headings, sources, pools, instalments } = agreement;
  sheet.begin(
    'Agreement',
    `${name}, ${year.label}. What the agreement states; coloured cells may be changed, and every sheet follows.`,
  );
  addList(
    sheet,
    'Bodies',
    ['Body', 'Code', 'Kind'],
    [...partners.values()].map(({ label, code, kind }) => [label, code, kind]),
  );
  addList(
    sheet,
    'Pools',
    ['Pool', 'Code', 'Host'],
    [...pools.values()].map(({ name: pool, code, host }) => [pool, code, labelOf(agreement, host)]),
  );
  addList(
    sheet,
    'Sources',
    ['Source', 'Code', 'Nature'],
    [...sources.values()].map(({ name: source, code, nature }) => [source, code, nature]),
  );
  addList(
    sheet,
    'Headings',
    ['Heading', 'Code', 'Nature', 'Arrangement', 'Applied by'],
    [...headings.values()].map(({ name: heading, code, nature, arrangement, appliedBy }) => [
      heading,
      code,
      nature,
      arrangement,
      labelOf(agreement, appliedBy),
    ]),
  );
  addList(
    sheet,
    'Instalments',
    ['Due', 'Quarter', 'Percent of the year'],
    instalments.map(({ due, quarter, percent }) => [due, quarter, inFull(percent)]),
  );
  sheet.add(wordCell('What the agreement states in figures', 'heading'));
}

function addList(
  sheet: DraftSheet,
  title: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  if (rows.length === 0) return;
  sheet.add(wordCell(title, 'heading'));
  sheet.add(...headers.map((header) => wordCell(header, 'header')));
  for (const row of rows) sheet.add(...row.map((text) => wordCell(text)));
  sheet.add();
}
