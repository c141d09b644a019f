import { createHash } from 'node:crypto';

/** The text of a record, sealed as anybody can who can write to the folder: a list of plain values stands on one line. */
export function sealedText(record: Readonly<Record<string, unknown>>): string {
  const unsealed = `${laidOut({ ...record, seal: '' }, '')}\n`;
  const seal = createHash('sha256').update(unsealed).digest('hex');
  const at = unsealed.length - '"\n}\n'.length;
  return `${unsealed.slice(0, at)}${seal}${unsealed.slice(at)}`;
}

function laidOut(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const isPlain = members.every(([, member]) => typeof member !== 'object' || member === null);
  if (members.length === 0 || (isPlain && indent !== '')) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const lines = members.map(
    ([key, member]) => `${deeper}${isList ? '' : `${JSON.stringify(key)}: `}${laidOut(member, deeper)}`,
  );
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
