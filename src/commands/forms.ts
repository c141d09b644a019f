import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Pages } from '../pages/page.js';
import type { Sheet } from '../pages/sheet.js';
import type { Style } from '../render/style.js';
import type { WorkingsOfPage } from '../statement/working.js';
import type { ReadWorkings } from './read-workings.js';

/** A form in which figures answer: it says first which it shows. */
interface Answering {
  readonly figuresInPages: (pages: Pages) => string[];
  readonly pagesHtml: (pages: Pages, workings: WorkingsOfPage) => string;
}

/** A form of every output: how the names of its files end, the usual one first, what it is drawn from, and what draws it. */
type Form = { readonly endings: readonly string[] } & (
  | { readonly of: 'pages'; readonly drawer: () => Promise<(pages: Pages, style: Style) => string> }
  | { readonly of: 'answering'; readonly drawer: () => Promise<Answering> }
  | { readonly of: 'sheet'; readonly drawer: () => Promise<(sheet: Sheet) => string> }
  | { readonly of: 'document'; readonly drawer: () => Promise<(document: object) => string> }
);

const general = {
  text: {
    of: 'pages',
    endings: ['txt', 'text', 'log'],
    drawer: async () => (await import('../render/text.js')).pagesText,
  },
  markdown: {
    of: 'pages',
    endings: ['md', 'markdown'],
    drawer: async () => (await import('../render/markdown.js')).pagesMarkdown,
  },
  csv: { of: 'sheet', endings: ['csv'], drawer: async () => (await import('../render/csv.js')).sheetCsv },
  html: { of: 'answering', endings: ['html', 'htm'], drawer: () => import('../render/html/pages-html.js') },
  json: { of: 'document', endings: ['json'], drawer: async () => (await import('../render/json.js')).jsonText },
} as const satisfies Readonly<Record<string, Form>>;

type GeneralForm = keyof typeof general;
/** Forms of a check, which say something even where the inputs could not be used. */
export type FormOfFaults = keyof typeof ofFaults;
/** Forms of the page of a fund alone. */
type FormOfPage = keyof typeof ofPage;
export type Format = GeneralForm | FormOfFaults | FormOfPage;

/** How the names of their files end. */
const ofFaults = { github: ['txt', 'text', 'log'], junit: ['xml'] } as const;
const ofPage = { pdf: ['pdf'] } as const;

const generalForms = Object.keys(general).filter((form): form is GeneralForm => form in general);
const formsOfFaults = Object.keys(ofFaults).filter((form): form is FormOfFaults => form in ofFaults);

/** Every form that there is. */
export const formats: readonly Format[] = [...generalForms, ...formsOfFaults, 'pdf'];

/** The forms of a command: the choices of its --format. */
export function formsOf(command: string): readonly Format[] {
  if (command === 'export' || command === 'workbook') return ['text'];
  if (command === 'page') return ['html', 'pdf'];
  return command === 'check' ? [...generalForms, ...formsOfFaults] : generalForms;
}

function isGeneral(form: Format): form is GeneralForm {
  return form in general;
}

/** What is drawn: the document itself, and of its result, where there is one, pages and a sheet. */
export interface Drawn {
  readonly document: object;
  readonly shown: { readonly pages: () => Pages; readonly sheet: () => Sheet } | undefined;
  /** Reads how figures come about, by their names. */
  readonly workings: (figures: readonly string[]) => Promise<ReadWorkings>;
}

/** A form that is drawn, and what went wrong where the fund was read again for it. */
interface DrawnForm {
  readonly text: string;
  readonly faults: readonly Diagnostic[];
}

/** An output in a form that every command has; nothing, except of the document, where there is no result. */
export async function drawnAs(name: GeneralForm, drawn: Drawn, style: Style): Promise<DrawnForm> {
  const form: Form = general[name];
  const { document, shown } = drawn;
  if (form.of === 'document') return { text: (await form.drawer())(document), faults: [] };
  if (shown === undefined) return { text: '', faults: [] };
  switch (form.of) {
    case 'pages':
      return { text: (await form.drawer())(shown.pages(), style), faults: [] };
    case 'sheet':
      return { text: (await form.drawer())(shown.sheet()), faults: [] };
    case 'answering': {
      const { figuresInPages, pagesHtml } = await form.drawer();
      const pages = shown.pages();
      const { workings, faults } = await drawn.workings(figuresInPages(pages));
      return { text: faults.length > 0 ? '' : pagesHtml(pages, workings), faults };
    }
  }
}

interface Asked {
  readonly command: string;
  readonly format: Format | undefined;
  readonly output: string | undefined;
  /** The endings of what is written, where the forms of the command are not told apart by them. */
  readonly endings?: readonly string[] | undefined;
}

function endingsOf(form: Format): readonly string[] {
  if (isGeneral(form)) return general[form].endings;
  return form === 'pdf' ? ofPage.pdf : ofFaults[form];
}

/** The form that is asked for, by its name or by the ending of the file; with a fault where the two do not fit. */
export function formAsked({ command, format, output, endings }: Asked): { format: Format; fault?: Diagnostic } {
  const ending = endingOf(output);
  const fallback = format ?? 'text';
  if (output === undefined || ending === undefined) return { format: fallback };
  const endingsFor = (form: Format) => endings ?? endingsOf(form);
  const isEnding = (form: Format) => endingsFor(form).some((own) => own === ending);
  if (format !== undefined && isEnding(format)) return { format };
  const forms = formsOf(command);
  const meant = forms.find(isEnding);
  if (meant === undefined) {
    const usual = endings ?? forms.flatMap((form) => endingsFor(form).slice(0, 1));
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
