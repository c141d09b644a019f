import { type Code, catalogue, codes } from '../diagnostics/catalogue.js';
import type { DiagnosticClass } from '../diagnostics/entry.js';
import type { Style } from './style.js';
import { broken, paragraph } from './wrap.js';

const meanings: Readonly<Record<DiagnosticClass, string>> = {
  usage: 'error, exit code 2: nothing was reconciled',
  input: 'error, exit code 2: a file or a row cannot be used, so nothing was reconciled',
  agreement: 'error, exit code 3: the agreement itself is invalid',
  finding: 'error, exit code 1: the statement was made, and this was found in it',
  warning: 'warning: the statement stands, and you should know',
};

/** The page of a code. */
export function explainText(code: Code, style: Style): string {
  const { title, explain, ...entry } = catalogue[code];
  return `${style.strong(`${code}: ${title}`)}\n${broken(meanings[entry.class], style.width, 2).join('\n')}\n\n${paragraph(explain, style.width).join('\n')}\n`;
}

/** Every code with its title. */
export function codeList(style: Style): string {
  const lines = codes.map((code) => {
    const { title, ...entry } = catalogue[code];
    return `${style.strong(code)}  ${entry.class.padEnd(9)}  ${title}`;
  });
  return `${lines.join('\n')}\n`;
}
