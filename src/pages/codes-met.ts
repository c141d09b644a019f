import { counted } from '../diagnostics/entry.js';
import { lineWord, rowText } from '../diagnostics/place-text.js';
import { pounds } from '../money/pounds-text.js';
import type { CodesMetDocument } from '../statement/codes-met.js';
import type { Envelope } from '../statement/document-schema.js';
import { line, type Part } from './page.js';

type Input = Pick<Envelope['inputs'][number], 'path' | 'sheet' | 'codesMet'>;
type FallenTo = CodesMetDocument['byDefault'][number];

const nothing: CodesMetDocument = { unmet: [], byDefault: [] };

function moneyOf({ amount }: Pick<FallenTo, 'amount'>): string {
  return amount === undefined ? '' : `, ${pounds(amount)}`;
}

/** What a table of codes is told of: `3 lines met by no row`, `line 4 (*): 12 rows of expenditure, £345.00, of 3 codes`. */
export function codesMetInWords({ sheet, codesMet = nothing }: Pick<Input, 'sheet' | 'codesMet'>): string[] {
  const { unmet, byDefault } = codesMet;
  const word = lineWord(sheet);
  return [
    ...byDefault.map((fallen) => {
      const rows = `${counted(fallen.rows, 'row')} of ${fallen.kind}${moneyOf(fallen)}`;
      return `${word} ${fallen.line} (*): ${rows}, of ${counted(fallen.codes.length, 'code')}`;
    }),
    ...(unmet.length === 0 ? [] : [`${counted(unmet.length, word)} met by no row`]),
  ];
}

/** The same code by code, and line by line. */
export function codesMetOneByOne({ sheet, codesMet = nothing }: Pick<Input, 'sheet' | 'codesMet'>): string[] {
  const word = lineWord(sheet);
  return [
    ...codesMet.byDefault.flatMap(({ kind, line: at, codes }) =>
      codes.map((one) => `${one.code}: ${counted(one.rows, 'row')} of ${kind}${moneyOf(one)}, by ${word} ${at} (*)`),
    ),
    ...codesMet.unmet.map(({ line: at, code }) => `${code}: met by no row, ${word} ${at}`),
  ];
}

/** The tables of codes with rows that fell to a line for any, or with lines that no row has met; nothing where none has. */
export function codesMetList(inputs: readonly Input[], verbose: boolean): Part[] {
  const told = inputs.filter((input) => codesMetInWords(input).length > 0);
  if (told.length === 0) return [];
  const nameOf = ({ path, sheet }: Input) => rowText({ file: path, sheet });
  const widest = Math.max(...told.map((input) => nameOf(input).length));
  const texts = told.flatMap((input) => [
    `${nameOf(input).padEnd(widest)}  ${codesMetInWords(input).join('; ')}`,
    ...(verbose ? codesMetOneByOne(input).map((text) => `  ${text}`) : []),
  ]);
  return [
    {
      kind: 'list',
      title: 'Tables of codes: what falls to a line for any code, and lines that no row has met',
      lines: texts.map((text) => ({ ...line(text), indent: 2 })),
    },
  ];
}
