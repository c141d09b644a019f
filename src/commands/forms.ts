import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';

/** The forms that a statement may be drawn in; each command has some of them. */
export const formats = ['text', 'json', 'csv', 'markdown', 'github', 'junit'] as const;
export type Format = (typeof formats)[number];

/** The endings of the files that hold each form; the usual one is first. */
const endingsOf: Readonly<Record<Format, readonly string[]>> = {
  text: ['txt', 'text', 'log'],
  json: ['json'],
  csv: ['csv'],
  markdown: ['md', 'markdown'],
  github: ['txt', 'text', 'log'],
  junit: ['xml'],
};

/** Forms that say something even where the inputs could not be used. */
export type FormOfFaults = 'github' | 'junit';

/** The forms of each command: the choices of its --format, and the drawers that it must have. */
export const formsOf = {
  reconcile: ['text', 'json', 'csv'],
  performance: ['text', 'json', 'csv'],
  variance: ['text', 'json', 'csv'],
  settle: ['text', 'json', 'csv'],
  check: ['text', 'json', 'csv', 'markdown', 'github', 'junit'],
  diff: ['text', 'markdown', 'csv', 'json'],
  report: ['text', 'markdown', 'csv', 'json'],
  apportion: ['text', 'markdown', 'csv', 'json'],
  trace: ['text', 'json'],
  export: ['text'],
  names: ['text', 'csv', 'json'],
} as const satisfies Readonly<Record<string, readonly Format[]>>;

/** The commands that draw a statement; `names` is what --names makes of any of them. */
export type Drawing = keyof typeof formsOf;
export type FormOf<C extends Drawing> = (typeof formsOf)[C][number];

interface Asked {
  readonly command: Drawing;
  readonly format: Format | undefined;
  readonly output: string | undefined;
  /** The endings of what is written, where the forms of the command are not told apart by them. */
  readonly endings?: readonly string[] | undefined;
}

/** The form that is asked for, by its name or by the ending of the file; with a fault where the two do not fit. */
export function formAsked({ command, format, output, endings }: Asked): { format: Format; fault?: Diagnostic } {
  const ending = endingOf(output);
  const fallback = format ?? 'text';
  if (output === undefined || ending === undefined) return { format: fallback };
  const endingsFor = (form: Format) => endings ?? endingsOf[form];
  if (format !== undefined && endingsFor(format).includes(ending)) return { format };
  const forms: readonly Format[] = formsOf[command];
  const meant = forms.find((form) => endingsFor(form).includes(ending));
  if (meant === undefined) {
    const usual = endings ?? forms.flatMap((form) => endingsOf[form].slice(0, 1));
    const args = { file: output, ending, command, endings: [...new Set(usual)].map((one) => `.${one}`).join(', ') };
    return { format: fallback, fault: diagnose('BCF0071', args) };
  }
  if (format === undefined) return { format: meant };
  return { format, fault: diagnose('BCF0070', { file: output, format, meant }) };
}

/** `csv` of `out/Q2.CSV`; none of `q2`, of `2015.16`, of `.hidden`, of stdout, or of `q2.out`, which says no form. */
function endingOf(output: string | undefined): string | undefined {
  const ending = /[^/\\]\.([a-z][a-z0-9]*)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  return ending === 'out' ? undefined : ending;
}
