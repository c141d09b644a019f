const quote = 34;

/**
 * The fields of a line in which each cell stands as it is, or whole between two quotes with none inside; undefined of any
 * other, which is csv-parse’s to judge. The line is copied first: a field that is kept keeps its line, and not all the text.
 */
export function plainFields(text: string, from: number, to: number, separator: string): string[] | undefined {
  const line = ` ${text.slice(from, to)}`;
  return line.includes('"') ? fieldsWithQuotes(line, separator) : fieldsWithout(line, separator);
}

function fieldsWithout(line: string, separator: string): string[] {
  const fields: string[] = [];
  let at = 1;
  for (let end = line.indexOf(separator, at); end >= 0; end = line.indexOf(separator, at)) {
    fields.push(line.slice(at, end));
    at = end + 1;
  }
  fields.push(line.slice(at));
  return fields;
}

function fieldsWithQuotes(line: string, separator: string): string[] | undefined {
  const fields: string[] = [];
  for (let at = 1; ; ) {
    const isQuoted = line.charCodeAt(at) === quote;
    const end = isQuoted ? line.indexOf('"', at + 1) + 1 : endOfCell(line, at, separator);
    if (isQuoted && (end === 0 || (end < line.length && line[end] !== separator))) return undefined;
    const field = isQuoted ? line.slice(at + 1, end - 1) : line.slice(at, end);
    if (field.includes('"')) return undefined;
    fields.push(field);
    if (end === line.length) return fields;
    at = end + 1;
  }
}

function endOfCell(line: string, from: number, separator: string): number {
  const end = line.indexOf(separator, from);
  return end < 0 ? line.length : end;
}
