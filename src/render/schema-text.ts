import { plainJson } from '../diagnostics/plain-text.js';

const width = 120;

/** A JSON Schema as text: what fits on a line stands on one, so that each property of a document is a line. */
export function schemaText(schema: object): string {
  return `${plainJson(laidOut(schema, ''))}\n`;
}

function laidOut(value: unknown, indent: string): string {
  const line = onOneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length <= width) return line;
  const within = `${indent}  `;
  const [open, parts, close] = Array.isArray(value)
    ? ['[', value.map((item: unknown) => laidOut(item, within)), ']']
    : ['{', Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${laidOut(part, within)}`), '}'];
  return `${open}\n${parts.map((part) => within + part).join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${onOneLine(part)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
