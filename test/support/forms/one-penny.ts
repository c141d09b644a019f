import type { FormName, Raw } from './drawn-forms.js';

/** A form with another penny in one of its amounts, and which that was. */
export interface Altered {
  readonly raw: Raw;
  readonly was: string;
}

/** Where the amounts of the statement stand in a form: in which parts, between which words, and what is one. */
interface Amounts {
  readonly isPart?: (name: string, raw: Raw, sheets: readonly string[]) => boolean;
  readonly from?: (sheets: readonly string[]) => string;
  readonly until?: string;
  readonly amount: RegExp;
}

const ofText: Amounts = { amount: /\d[\d,]*\.\d\d(?![\d%])/g };
const ofXlsx: Amounts = {
  amount: /(?<=<c r="[A-Z]+\d+" s="\d+">(?:<f>[^<]*<\/f>)?<v>)-?\d+(?:\.\d+)?(?=<)/g,
};
const ofOds: Amounts = { amount: /(?<=office:value=")-?\d+(?:\.\d+)?(?=")/g };

const amounts: Readonly<Record<FormName | 'csv of tables', Amounts>> = {
  text: ofText,
  plain: ofText,
  markdown: ofText,
  csv: { amount: /(?<=,[a-z][a-z.-]*,)-?\d+\.\d\d(?=,)/g },
  'csv of tables': { amount: /(?<=,)-?\d+\.\d\d(?=[,\r\n])/g },
  html: { ...ofText, from: () => '<main', until: '</main>' },
  // What a page says to the pound or in £m has its figure beside it.
  page: { amount: /(?<=<a class="n" href="#\w+">)\(?\d[\d,]*\.\d\d/g, until: '</main>' },
  'working xlsx': { ...ofXlsx, isPart: isSheet },
  'working ods': {
    ...ofOds,
    isPart: (name) => name === 'content.xml',
    from: ([first = '']) => `table:name="${first}"`,
    until: 'table:name="Workings"',
  },
  'publication xlsx': { ...ofXlsx, isPart: (name) => name.startsWith('xl/worksheets/') },
  'publication ods': { ...ofOds, isPart: (name) => name === 'content.xml' },
};

/** Whether a part is one of the sheets, by the order in which a workbook names them. */
function isSheet(name: string, raw: Raw, sheets: readonly string[]): boolean {
  const names = [...(raw.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, own = '']) => own);
  const at = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  return sheets.includes(names[at - 1] ?? '');
}

/** A form with one penny changed at so many places, dealt over all of its amounts. */
export function altered(
  form: FormName | 'csv of tables',
  raw: Raw | undefined,
  sheets: readonly string[],
  places: number,
): Altered[] {
  if (raw === undefined) return [];
  const { isPart = () => true, from, until, amount } = amounts[form];
  const spots = [...raw].flatMap(([part, text]) => {
    if (!isPart(part, raw, sheets)) return [];
    const start = from === undefined ? 0 : text.indexOf(from(sheets));
    const end = until === undefined ? text.length : text.indexOf(until);
    return [...text.matchAll(amount)]
      .filter(({ index }) => index >= start && index < end)
      .map((found) => ({ part, text, at: found.index, was: found[0] }));
  });
  const step = Math.max(1, Math.floor(spots.length / places));
  return spots
    .filter((_, index) => index % step === 0)
    .map(({ part, text, at, was }) => ({
      was: `${form} at ${at}: ${was}`,
      raw: new Map([...raw, [part, text.slice(0, at) + changed(was) + text.slice(at + was.length)]]),
    }));
}

/** Another penny, or one where there were only pounds. */
function changed(amount: string): string {
  if (!amount.includes('.')) return `${amount}.01`;
  return amount.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
}
