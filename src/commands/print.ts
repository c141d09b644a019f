import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import type { Style } from '../render/style.js';
import type { Envelope } from '../statement/document-schema.js';
import { withMark } from './byte-order-mark.js';
import { deliver } from './deliver.js';
import { drawnAs, type Format, formAsked } from './forms.js';
import { isOfFund } from './fund-names.js';
import type { Place } from './gathered.js';
import type { Outcome, World } from './io.js';
import { noWorkings, type ReadWorkings } from './read-workings.js';
import type { Statement } from './statement.js';

/** A document that is to be printed, and how it is asked for. */
interface Printing<F extends string, R> {
  readonly command: string;
  readonly statement: Pick<Statement<F, R>, 'verb' | 'shows' | 'formsOfFaults' | 'endings'>;
  readonly document: Envelope & { readonly result?: R };
  readonly diagnostics: readonly Diagnostic[];
  readonly asked: {
    readonly format?: Format | undefined;
    readonly output?: string | undefined;
    /** Whether a CSV file begins with a byte order mark; left out: where it has more than ASCII. */
    readonly bom?: boolean | undefined;
  };
  /** The funds that it is about, whose files it never writes over. */
  readonly places: readonly Pick<Place, 'folder' | 'inputs' | 'agreement'>[];
  /** Whether a path is another file that it never writes over. */
  readonly isTaken?: (path: string) => Promise<boolean>;
  /** Reads how figures come about, by their names; absent where they have none. */
  readonly workings?: (figures: readonly string[]) => Promise<ReadWorkings>;
}

/** Draws a document in the form asked for, and sends it to stdout or to the file that is named. */
export async function print<F extends string, R>(printing: Printing<F, R>, world: World): Promise<Outcome> {
  const { command, statement, document, asked, places } = printing;
  const { output } = asked;
  const { format, fault } = formAsked({ command, endings: statement.endings, format: asked.format, output });
  const isToFile = output !== undefined && output !== '-';
  const { stdout, faults } = await drawn(format, printing, isToFile ? world.fileStyle : world.stdoutStyle);
  const diagnostics = [...printing.diagnostics, ...faults];
  const unusable = document.result === undefined ? `\n${couldNot(statement.verb, document)}\n` : '';
  const stderr = diagnosticsText(diagnostics, world.stderrStyle) + unusable;
  const isTaken = async (path: string) => {
    const taken = await Promise.all(places.map((place) => isOfFund(place, path)));
    return taken.includes(true) || (await printing.isTaken?.(path)) === true;
  };
  if (fault !== undefined && !(await isTaken(resolve(world.cwd, output ?? '')))) {
    const refusal = diagnosticsText([fault], world.stderrStyle);
    return { stdout: '', stderr: stderr + refusal, exitCode: exitCodeFor([...diagnostics, fault]) };
  }
  const marked = withMark(stdout, { format, isToFile, bom: asked.bom });
  return deliver({ stdout: marked, stderr, exitCode: exitCodeFor(diagnostics) }, output, world, isTaken);
}

const nothingRead = () => Promise.resolve(noWorkings);

async function drawn<F extends string, R>(
  format: Format,
  { statement: { shows, formsOfFaults }, document, workings = nothingRead }: Printing<F, R>,
  style: Style,
): Promise<{ readonly stdout: Outcome['stdout']; readonly faults: readonly Diagnostic[] }> {
  const { result } = document;
  if (format === 'github' || format === 'junit') {
    if (formsOfFaults === undefined) throw new Error(`no drawer for ${format}`);
    return { stdout: formsOfFaults[format](document, result), faults: [] };
  }
  if ('written' in shows) {
    const written = result === undefined ? '' : await shows.written(result, document);
    if (typeof written === 'object' && 'fault' in written) return { stdout: '', faults: [written.fault] };
    return { stdout: written, faults: [] };
  }
  if (format === 'pdf') throw new Error('a PDF is printed of a page that is drawn already');
  const shown = result && {
    pages: () => shows.pages(result, document),
    sheet: () => shows.sheet(result),
  };
  const { text, faults } = await drawnAs(format, { document, shown, workings }, style);
  return { stdout: text, faults };
}

/** The last line where nothing could be made of the folder. */
export function couldNot(verb: string, { counts: { errors }, diagnostics }: Envelope): string {
  const files = new Set(
    diagnostics.flatMap(({ file, severity }) => (severity === 'error' && file !== undefined ? [file] : [])),
  );
  const where = files.size === 0 ? '' : ` in ${files.size} file${files.size === 1 ? '' : 's'}`;
  return `Could not ${verb}: ${errors} error${errors === 1 ? '' : 's'}${where}. Nothing was changed.`;
}
