/** Words in lines of a width; lines after the first stand two columns further in. */
export function wrapped(
  text: string,
  { width, indent = 0 }: { readonly width: number; readonly indent?: number },
): string[] {
  const lines: string[] = [];
  let line = '  '.repeat(indent);
  let isEmpty = true;
  for (const word of text.split(/\s+/)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '  '.repeat(indent + 1) + word;
    } else {
      line += isEmpty ? word : ` ${word}`;
    }
    isEmpty = false;
  }
  return [...lines, line];
}

/** How wide a paragraph is at the most: longer lines are hard to read. */
const paragraphWidth = 96;

/** A paragraph in lines of the width of a page. */
export function paragraph(text: string, width: number = paragraphWidth): string[] {
  return wrapped(text, { width: Math.min(width, paragraphWidth) }).map((line) => line.trimStart());
}

/**
 * A line in lines of a width, its spaces as they are; those after the first stand `indent` columns in. A word that is longer
 * than a line, such as the name of a figure or a seal, stays whole: it is there to be copied.
 */
export function broken(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let rest = text;
  let room = width;
  while (rest.length > room) {
    const before = rest.lastIndexOf(' ', room);
    const isInWords = rest.slice(0, Math.max(before, 0)).trim() !== '';
    const start = rest.length - rest.trimStart().length;
    const at = isInWords ? before : rest.indexOf(' ', start);
    if (at < 0) break;
    lines.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
    room = width - indent;
  }
  return [...lines, rest].map((line, index) => (index === 0 ? line : ' '.repeat(indent) + line));
}
