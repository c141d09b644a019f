import { type Document, isMap, isNode, isScalar, isSeq, type Node, parseDocument } from 'yaml';

type Path = readonly (string | number)[];

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Changes values of a YAML file where they stand: all else, with its comments, its order and its spaces, stays as it
 * is to the byte. The library's document says where things stand; writing the whole of it anew would lose the layout.
 */
export class YamlEdit {
  readonly #text: string;
  readonly #document: Document;
  readonly #splices: Splice[] = [];
  readonly #newline: string;

  constructor(text: string) {
    this.#text = text;
    this.#newline = text.includes('\r\n') ? '\r\n' : '\n';
    this.#document = parseDocument(text, { schema: 'failsafe' });
  }

  /** Puts another value in the place of one that is there. */
  setScalar(path: Path, value: string): void {
    const node = this.#node(path);
    if (!isScalar(node) || !node.range || node.value === value) return;
    const [start, end] = node.range;
    // A block of text reaches to the blank line behind it.
    this.#splice(start, start + this.#text.slice(start, end).trimEnd().length, scalarText(value));
  }

  /** Writes a list of words anew, in the form that it has. */
  setWords(path: Path, words: readonly string[]): void {
    const list = this.#node(path);
    if (!isSeq(list) || !list.range) return;
    const kept = list.items.length;
    if (list.flow === true) {
      this.#splice(list.range[0], list.range[1], `[${words.map(scalarText).join(', ')}]`);
      return;
    }
    for (let index = 0; index < kept; index += 1) {
      const word = words[index];
      if (word === undefined) this.removeItem(path, index);
      else this.setScalar([...path, index], word);
    }
  }

  /** Takes an item out of a list that has a line or more for each. */
  removeItem(list: Path, index: number): void {
    const node = this.#node([...list, index]);
    if (!node?.range) return;
    const [start, end] = node.range;
    const last = start + this.#text.slice(start, end).trimEnd().length;
    this.#splice(this.#lineStart(start), this.#lineEnd(last), '');
  }

  /** Puts an item before all others of a list that has some; of several so put, the first comes first. */
  putFirst(list: Path, item: string): void {
    const node = this.#node(list);
    const first = this.#node([...list, 0]);
    if (!isSeq(node) || !first?.range) return;
    const [start] = first.range;
    if (node.flow === true) this.#splice(start, start, `${item}, `);
    else {
      const line = this.#lineStart(this.#dashOf(start));
      this.#splice(line, line, `${this.#text.slice(line, this.#dashOf(start))}- ${item}${this.#newline}`);
    }
  }

  /** Makes a comment of an item of a list that has a line or more for each, with words above it. Elsewhere it stays. */
  commentOut(list: Path, index: number, words: string): void {
    const node = this.#node([...list, index]);
    const within = this.#node(list);
    if (!node?.range || !isSeq(within) || within.flow === true) return;
    const [start, end] = node.range;
    const from = this.#lineStart(this.#dashOf(start));
    const to = this.#lineEnd(start + this.#text.slice(start, end).trimEnd().length);
    const lines = this.#text.slice(from, to);
    // Another place of the file may point at a part of it.
    if (/(?:^|\s)&\w/.test(lines)) return;
    const indent = ' '.repeat(this.#dashOf(start) - from);
    this.#splice(from, from, `${indent}# ${words}${this.#newline}`);
    for (let line = from; line < to; line = this.#lineEnd(line)) this.#splice(line, line, '#');
  }

  /** Where the dash of an item stands that begins at an offset. */
  #dashOf(start: number): number {
    return this.#text.lastIndexOf('-', start - 1);
  }

  /** Takes a key and its value out of a block. */
  removeKey(path: Path, key: string): void {
    const block = this.#node(path);
    if (!isMap(block)) return;
    const index = block.items.findIndex((item) => isScalar(item.key) && item.key.value === key);
    const pair = block.items[index];
    if (!isNode(pair?.key) || !pair.key.range || !isNode(pair.value) || !pair.value.range) return;
    const [start] = pair.key.range;
    const [, end] = pair.value.range;
    if (block.flow === true) {
      const from = this.#text.lastIndexOf(',', start);
      if (index > 0 && from >= 0) this.#splice(from, end, '');
    } else if (index > 0) this.#splice(this.#lineStart(start), this.#lineEnd(end - 1), '');
  }

  /** Takes a block of the top of the file out, and the comment right above it. */
  removeBlock(key: string): void {
    if (this.#isFlow()) this.removeKey([], key);
    const from = this.#keyStart(key);
    if (from === undefined || this.#isFlow()) return;
    const next = this.#keys().find(({ start }) => start > from)?.start ?? this.#text.length;
    this.#splice(this.#aboveComments(from), this.#aboveComments(next), '');
  }

  /** Puts a comment on a line of its own above a block of the top of the file. */
  commentAbove(key: string, comment: string): void {
    const from = this.#keyStart(key);
    if (from !== undefined && !this.#isFlow()) this.#splice(from, from, `# ${comment}${this.#newline}`);
  }

  /** Puts a comment behind a value, where its line has none yet. */
  commentBehind(path: Path, comment: string): void {
    const node = this.#node(path);
    if (!node?.range || this.#isFlow()) return;
    // Where the words of its line end, in a file of Windows too.
    const end = this.#lineStart(node.range[1]) + this.#lineAt(node.range[1]).trimEnd().length;
    if (!this.#text.slice(node.range[1], end).includes('#')) this.#splice(end, end, `   # ${comment}`);
  }

  /** Puts a line at the beginning, in the place of the one that names a schema. */
  setFirstLine(line: string): void {
    const isSchema = /^#\s*yaml-language-server:/.test(this.#text);
    this.#splice(0, isSchema ? this.#lineEnd(0) : 0, `${line}${this.#newline}`);
  }

  /** The text with all changes made. Of changes at one place the earlier one comes first. */
  text(): string {
    const inOrder = this.#splices.map((splice, index) => ({ ...splice, index }));
    inOrder.sort((a, b) => b.from - a.from || b.to - a.to || b.index - a.index);
    return inOrder.reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), this.#text);
  }

  #splice(from: number, to: number, text: string): void {
    this.#splices.push({ from, to, text });
  }

  #node(path: Path): Node | undefined {
    const node = this.#document.getIn(path, true);
    return isNode(node) ? node : undefined;
  }

  /** Whether the file is one pair of braces, as JSON is: there is no line for a comment in it. */
  #isFlow(): boolean {
    const { contents } = this.#document;
    return isMap(contents) && contents.flow === true;
  }

  #keys(): { key: string; start: number }[] {
    const { contents } = this.#document;
    if (!isMap(contents)) return [];
    return contents.items.flatMap(({ key }) =>
      isScalar(key) && key.range ? [{ key: String(key.value), start: key.range[0] }] : [],
    );
  }

  #keyStart(wanted: string): number | undefined {
    return this.#keys().find(({ key }) => key === wanted)?.start;
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  #lineAt(offset: number): string {
    return this.#text.slice(this.#lineStart(offset), this.#lineEnd(offset));
  }

  /** Where the next line begins. */
  #lineEnd(offset: number): number {
    const end = this.#text.indexOf('\n', offset);
    return end < 0 ? this.#text.length : end + 1;
  }

  /** Where the comment lines right above a line begin. */
  #aboveComments(offset: number): number {
    let start = this.#lineStart(offset);
    while (start > 0) {
      const above = this.#lineStart(start - 1);
      if (!this.#text.slice(above, start).startsWith('#')) break;
      start = above;
    }
    return start;
  }
}

/** A word as it stands in YAML: quoted only where it must be. */
export function scalarText(value: string): string {
  return /^[\w][\w ./&-]*$/.test(value) && value.trim() === value ? value : JSON.stringify(value);
}
