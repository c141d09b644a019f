import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { bcf } from './bcf.js';
import { FundFolder, temporaryFolder, yearEndCase } from './fund-folder.js';

/** A row of `ledgers/opening.csv`, as `bcf init --from` writes it. */
export interface OpeningLine {
  readonly pool: string;
  readonly heading: string;
  /** Whose money it was, and whose it is. */
  readonly partner: string;
  readonly source: string;
  readonly body: string;
  readonly kind: string;
  /** In pounds, as the file has it. */
  readonly amount: string;
}

/** The year after a fund’s, as `bcf init --from` begins it, and what it begins with. */
export interface NextYear {
  readonly folder: FundFolder;
  readonly openings: readonly OpeningLine[];
}

const opening = 'ledgers/opening.csv';

export async function nextYearOf(lastYear: string): Promise<NextYear> {
  const folder = new FundFolder(join(await temporaryFolder(), 'next'));
  const { stderr, exitCode } = await bcf(['init', folder.path, '--from', lastYear]);
  if (exitCode !== 0) throw new Error(stderr);
  // A year that closed with nothing between anybody has no file of openings.
  const text = existsSync(join(folder.path, opening)) ? await folder.read(opening) : '';
  const rows: string[][] = parse(text, { bom: true, from_line: 2 });
  const openings = rows.map(
    ([pool = '', heading = '', partner = '', source = '', body = '', kind = '', amount = '']): OpeningLine => ({
      pool,
      heading,
      partner,
      source,
      body,
      kind,
      amount,
    }),
  );
  return { folder, openings };
}

/** Rows that settle what was brought forward; and whether all others say of which quarter they are. */
interface Settling {
  readonly contributions: readonly string[];
  readonly expenditure: readonly string[];
  readonly isMarked?: boolean;
}

const plain = new FundFolder(yearEndCase('april-instalment'));
const ledgers = { contributions: 'ledgers/contributions.csv', expenditure: 'ledgers/expenditure.csv' } as const;

/** Rows of a small year of which everything is on plan, a year later, or more: those that settle what was brought forward stand first. */
export async function onPlan({ folder }: NextYear, first: Settling, later = 1): Promise<void> {
  const january = `${2016 + later}-01-15`;
  const late = [`${january},A1,min,oo,50000,A1-O4,`, `${january},A1,min,,150000,A1-C4,`];
  const [header, ...received] = await rowsOf(ledgers.contributions, later);
  const withFor = [...received, ...late].map((row) => `${row},${first.isMarked ? instalmentOf(row) : ''},`);
  await folder.write(ledgers.contributions, lines([`${header},for,schedule`, ...first.contributions, ...withFor]));
  const [columns = '', ...spent] = await rowsOf(ledgers.expenditure, later);
  await folder.write(ledgers.expenditure, lines([columns, ...first.expenditure, ...spent]));
  await folder.write('ledgers/activity.csv', lines(await rowsOf('ledgers/activity.csv', later)));
  const agreement = await folder.read('agreement.yaml');
  await folder.write('agreement.yaml', agreement.replace(/^.*kind: forecast.*\n/m, ''));
}

/** The rows that settle what was brought forward: what is owed comes and is paid in April, balances are spent in June. */
export function settling(openings: readonly OpeningLine[]): Settling {
  const contributions = openings.flatMap(({ heading, partner, source, body, kind, amount }, index) => {
    const came = `${source},${heading},${unsigned(amount)}`;
    if (kind === 'contributions') return [`2016-04-03,${partner},${came},LATE-${index},,,`];
    const payer = body === 'districts' ? 'd1' : body;
    const schedule = payer === partner ? '' : partner;
    const paid = `${source},${heading},${amount.startsWith('-') ? amount.slice(1) : `-${amount}`}`;
    return kind === 'variance'
      ? [`2016-04-20,${payer},${paid},SETTLED-${index},of last year,variance 2015/16,${schedule}`]
      : [];
  });
  const expenditure = openings.flatMap(({ heading, partner, source, body, kind, amount }, index) => {
    const [under, district] = [heading || (body === 'CC' ? 'sc' : 'sch'), body === 'districts' ? 'd1' : ''];
    return kind === 'balance'
      ? [`2016-06-20,${partner},${body},${under},${source},,${district},${amount},BF-${index},`]
      : [];
  });
  return { contributions, expenditure };
}

function instalmentOf(row: string): string {
  const quarter = { '04': 'Q1', '07': 'Q2', '10': 'Q3', '01': 'Q4' }[row.slice(5, 7)];
  return quarter === undefined ? '' : `instalment ${quarter}`;
}

function unsigned(amount: string): string {
  return amount.replace('-', '');
}

/** Lines of a file of the plain year, their days and years a year on, or more. */
async function rowsOf(file: string, later: number): Promise<string[]> {
  const text = await plain.read(file);
  return text
    .trimEnd()
    .replace(/201[4567](?=[-/])/g, (year) => String(Number(year) + later))
    .replaceAll(/(201\d)\/(1\d)/g, (_, year: string) => `${year}/${String(Number(year) + 1).slice(2)}`)
    .split('\n');
}

function lines(rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}
