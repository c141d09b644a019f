import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';

export type Path = readonly PropertyKey[];

/** A YAML file read with every scalar as text, which can say where each of its values stands. */
export interface YamlText {
  readonly data: unknown;
  /** Where the value at a path stands, or the nearest block around it. */
  readonly placeOf: (path: Path) => Place;
  /** Where a key of the block at a path stands. */
  readonly placeOfKey: (path: Path, key: string) => Place;
}

/** Reads YAML text. Syntax faults are reported at their lines; undefined then. */
export function readYaml(file: string, text: string, report: Report): YamlText | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  // One slip makes the rest of the file unreadable, so only the first fault of syntax is told.
  const [syntaxFault] = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  for (const error of document.errors.filter(({ code }) => code === 'DUPLICATE_KEY').concat(syntaxFault ?? [])) {
    const place = placeAt(file, lines, error.pos[0], 1);
    if (error.code === 'DUPLICATE_KEY') {
      const key = /^[^\s:]+/.exec(text.slice(error.pos[0]))?.[0] ?? '';
      report(diagnose('BCF1002', { key }, { place: { ...place, length: key.length } }));
    } else {
      report(diagnose('BCF1001', { problem: inPlainWords(error) }, { place }));
    }
  }
  if (document.errors.length > 0) return undefined;

  const data = toData(document, file, report);
  if (data === undefined) return undefined;
  return {
    data: data.value,
    placeOf: (path) => placeOfNode(file, lines, nearestNode(document, path)),
    placeOfKey: (path, key) => placeOfNode(file, lines, keyNode(document, path, key) ?? nearestNode(document, path)),
  };
}

/** What the YAML library found, in the words of somebody who edits the file. */
function inPlainWords({ code, message }: YAMLParseError): string {
  if (/Missing closing .*quote/.test(message)) return 'a quotation mark is not closed';
  if (/must be sufficiently indented and end with a \}|expected .*\}/.test(message))
    return 'a { on this line or above it is not closed';
  if (/must be sufficiently indented and end with a \]|expected .*\]/.test(message))
    return 'a [ on this line or above it is not closed';
  if (/Nested mappings are not allowed/.test(message))
    return 'a second colon on the line: text with a colon in it needs quotes';
  if (/Implicit keys need to be on a single line|could not be found|Implicit map keys/.test(message)) {
    return 'a colon and a space are missing after a name here or on the line before';
  }
  if (code === 'TAB_AS_INDENT') return 'a tab at the beginning of a line: indent with spaces';
  if (code === 'BAD_INDENT' || /indent/.test(message)) return 'the line is not indented like those around it';
  return message.replace(/\.$/, '');
}

/** Aliases that multiply without end are refused by the library, which throws. */
function toData(document: Document, file: string, report: Report): { value: unknown } | undefined {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    report(diagnose('BCF1001', { problem: 'its aliases refer to each other without end' }, { place: { file } }));
    return undefined;
  }
}

function nearestNode(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents ?? undefined;
}

function keyNode(document: Document, path: Path, key: string): Node | undefined {
  const block = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(block)) return undefined;
  const pair = block.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isNode(pair?.key) ? pair.key : undefined;
}

function placeOfNode(file: string, lines: LineCounter, node: Node | undefined): Place {
  if (!node?.range) return { file, line: 1, column: 1 };
  const length = isScalar(node) ? node.range[1] - node.range[0] : 1;
  return placeAt(file, lines, node.range[0], length);
}

function placeAt(file: string, lines: LineCounter, offset: number, length: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col, length };
}
