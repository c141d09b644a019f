import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { bytesOf } from './payloads.js';

const base = fileURLToPath(new URL('../errors/base', import.meta.url));

/** The small fund of the examples, into which a text is put. */
export async function smallFund(): Promise<FundFolder> {
  const folder = await temporaryFolder();
  await cp(base, folder, { recursive: true });
  return new FundFolder(folder);
}

/** A file with a NUL in it is no CSV, and is refused as a whole. */
function cell(text: string): string {
  return `"${text.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

async function edited(fund: FundFolder, file: string, ...edits: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(join(fund.path, file), 'utf8');
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    text = text.replace(from, () => to);
  }
  await writeFile(join(fund.path, file), file.endsWith('.yaml') ? text : bytesOf(text));
}

/** Puts a text wherever the fund takes words as they are: it stays a fund that can be used. */
export async function spoilWords(fund: FundFolder, text: string): Promise<number> {
  const said = JSON.stringify(text);
  await edited(
    fund,
    'agreement.yaml',
    ['  name: Example fund', `  name: ${said}\n  note: ${said}`],
    ['name: Example Council', `name: ${said}`],
    ['name: North CCG', `name: ${said}, short: ${said}`],
    ['name: CCGs', `name: ${said}`],
    ['name: North }', `name: ${said} }`],
    ['name: Pooled fund', `name: ${said}`],
    ['name: Capital Grant', `name: ${said}`],
    ['name: Social care', `name: ${said}`],
    ['clause: s75 schedule 1', `clause: ${said}`],
    ['clause: s75 schedule 2', `clause: ${said}`],
    [
      'rules:\n',
      `rules:\n  - { id: ${JSON.stringify(`shared ${text}`)}, kind: variance, clause: ${said}, policy: equal }\n`,
    ],
    [
      'ledgers:\n',
      `tables:\n  - { code: paper, name: ${said}, file: paper.csv, unit: pounds, partners: { 01A: ${said} } }\nledgers:\n`,
    ],
  );
  await edited(fund, 'schemes.csv', ['Social care north', cell(text)]);
  await edited(
    fund,
    'ledgers/expenditure.csv',
    ['dfg,,hill,250,E1,', `dfg,,hill,250,${cell(`E1 ${text}`)},${cell(text)}`],
    ['reference,note', `reference,note,${cell(text)}`],
    ...(await readFile(join(fund.path, 'ledgers/expenditure.csv'), 'utf8'))
      .trimEnd()
      .split('\n')
      .slice(2)
      .map((row) => [row, `${row},`] as const),
    [`${cell(text)}\n2015-05-11`, `${cell(text)},${cell(text)}\n2015-05-11`],
  );
  await fund.write('paper.csv', bytesOf(`line,${cell(text)},amount\n${cell(text)},,5\nx,01A,6\n`));
  const control = [text, 'plan.applied', '6400', '0', text, text].map(cell).join(',');
  await fund.write('controls.csv', bytesOf(`name,figure,expected (£),tolerance,place,accepted_because\n${control}\n`));
  return 22;
}

/** Puts a text where it is wrong, so that it is spoken of: in ledgers, their headers and their names. */
export async function spoilLedgers(fund: FundFolder, text: string): Promise<number> {
  const evil = cell(text);
  await fund.append('ledgers/expenditure.csv', '');
  const expenditure = await readFile(join(fund.path, 'ledgers/expenditure.csv'), 'utf8');
  const columns = (expenditure.split('\n')[0] ?? '').split(',');
  const right = '2015-05-12,01A,CC,social-care,minimum,N1,,400,E9,'.split(',');
  const rows = columns.map((_, index) => right.map((one, at) => (at === index ? evil : one)).join(','));
  await fund.write('ledgers/expenditure.csv', bytesOf(`${expenditure.trimEnd()}\n${rows.join('\n')}\n`));
  await fund.write(
    'ledgers/contributions.csv',
    bytesOf(`date,partner,${evil},amount,reference,note\n2015-04-15,CC,dfg,1000,C1,\n`),
  );
  await fund.write('ledgers/forecast.csv', bytesOf(`${evil}\nQ1\n`));
  await fund.write(
    'ledgers/expenditure-b.csv',
    bytesOf(`${expenditure.split('\n')[0] ?? ''}\n2015-05-12,${text.replaceAll('\0', '')}"x",CC\n`),
  );
  const plan = await readFile(join(fund.path, 'plan.csv'), 'utf8');
  await fund.write(
    'plan.csv',
    bytesOf(`${plan.trimEnd()}\n${evil},dfg,adaptations,CC,1,stated\nCC,${evil},${evil},${evil},${evil},${evil}\n`),
  );
  const name = Buffer.concat([
    Buffer.from(join(fund.path, 'ledgers', 'x')),
    bytesOf(text.replace(/[\0/]/g, '')),
    Buffer.from('.csv'),
  ]);
  await writeFile(name, 'date\n');
  await fund.write(
    'controls.csv',
    bytesOf(
      `name,figure,expected (£),tolerance,place,accepted_because\nx,${evil},1,0,p,\ny,plan.applied,1,0,p,\nz,${cell(`plan.applied[heading=${text}]`)},${evil},${evil},p,\n`,
    ),
  );
  return columns.length + 12;
}

/** Puts a text where the agreement has a word of its own: keys, enum words, numbers, codes, patterns. */
export async function spoilAgreement(fund: FundFolder, text: string): Promise<number> {
  const said = JSON.stringify(text);
  await edited(
    fund,
    'agreement.yaml',
    ['  year: 2015/16', `  year: ${said}\n  ${said}: x`],
    ['unit: pounds', `unit: ${said}`],
    ['kind: county-council', `kind: ${said}`],
    ['successor: 99Z', `${said}: 99Z`],
    ['members: [hill', `members: [${said}`],
    ['host: CC', `host: ${said}`],
    ['nature: capital', `nature: ${said}`],
    ['allocation: 1000', `allocation: ${said}`],
    ['applied_by: CC', `applied_by: ${said}`],
    ['amount: 1000', `amount: ${said}`],
    ['kind: balance', `kind: ${said}`],
    ['source: dfg, heading: adaptations }', `source: ${said}, heading: ${said} }`],
    ['files: plan.csv', `files: ${said}, columns: { ${said}: ${said} }`],
    ['ledgers:\n', `tables:\n  - { code: ${said}, name: x, file: ${said}, unit: ${said} }\nledgers:\n`],
  );
  return 18;
}

/** Breaks the YAML on a line that has the text as it is. */
export async function breakYaml(fund: FundFolder, text: string): Promise<number> {
  await edited(fund, 'agreement.yaml', ['unit: pounds', `unit: [${text}\n${text}: {`]);
  return 2;
}
