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

/** A paragraph in lines of the width of a page. */
export function paragraph(text: string): string[] {
  return wrapped(text, { width: 96 }).map((line) => line.trimStart());
}
