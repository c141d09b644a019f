import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
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
  // The library holds each key against every other one, which takes minutes for a block of many: `repeatedKeys` does not.
  const options = { schema: 'failsafe', lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  // One slip makes the rest of the file unreadable, so only the first fault of syntax is told.
  const [syntaxFault] = document.errors;
  if (syntaxFault !== undefined) {
    const place = placeAt(file, lines, syntaxFault.pos[0], 1);
    report(diagnose('BCF1001', { problem: inPlainWords(syntaxFault) }, { place }));
    return undefined;
  }
  const repeated = repeatedKeys(document);
  for (const key of repeated) {
    report(diagnose('BCF1002', { key: String(key.value) }, { place: placeOfNode(file, lines, key) }));
  }
  if (repeated.length > 0) return undefined;

  const data = toData(document, file, report);
  if (data === undefined) return undefined;
  const known: KeyNodes = new WeakMap();
  return {
    data: data.value,
    placeOf: (path) => placeOfNode(file, lines, nearestNode(document, path)),
    placeOfKey: (path, key) =>
      placeOfNode(file, lines, keyNode(document, path, key, known) ?? nearestNode(document, path)),
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
  if (code === 'MULTIPLE_DOCS') return 'a line of --- begins a second document, and an agreement is one';
  if (/call stack/.test(message)) return 'blocks stand in blocks more deeply than in any agreement';
  return message.replace(/\.$/, '');
}

/** Keys that stand in one block for a second time. */
function repeatedKeys(document: Document): Scalar[] {
  const repeated: Scalar[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) repeated.push(key);
        seen.add(key.value);
      }
    },
  });
  return repeated;
}

const mostAliases = 1000;

/** Aliases that multiply without end are refused by the library, which throws; very many take it minutes. */
function toData(document: Document, file: string, report: Report): { value: unknown } | undefined {
  let aliases = 0;
  visit(document, {
    Alias: () => {
      aliases += 1;
      return aliases > mostAliases ? visit.BREAK : undefined;
    },
  });
  if (aliases > mostAliases) {
    report(diagnose('BCF1001', { problem: `it has more than ${mostAliases} aliases` }, { place: { file } }));
    return undefined;
  }
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

/** The keys of a block by what they say, once one of them was asked for: a block may have very many that are wrong. */
type KeyNodes = WeakMap<object, ReadonlyMap<unknown, Node>>;

function keyNode(document: Document, path: Path, key: string, known: KeyNodes): Node | undefined {
  const block = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(block)) return undefined;
  const nodes =
    known.get(block) ??
    new Map(block.items.flatMap((item) => (isScalar(item.key) ? [[item.key.value, item.key]] : [])));
  known.set(block, nodes);
  return nodes.get(key);
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
