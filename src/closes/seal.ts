import { createHash } from 'node:crypto';
import type { CloseRecord } from './record-schema.js';

const ending = /"seal": "([0-9a-f]{64})"\n}\n$/;
const afterSeal = '"\n}\n'.length;
const sealLength = 64;

/** The text of a record, sealed: a row or another list of plain values stands on one line. */
export function sealedText(record: Omit<CloseRecord, 'seal'>): { readonly text: string; readonly seal: string } {
  const unsealed = `${laidOut({ ...record, seal: '' }, '')}\n`;
  const seal = sha256Of(Buffer.from(unsealed));
  const at = unsealed.length - afterSeal;
  return { seal, text: `${unsealed.slice(0, at)}${seal}${unsealed.slice(at)}` };
}

/** The seal that a record’s bytes bear, where it is the seal of those bytes; undefined where any byte is another. */
export function sealOf(bytes: Buffer): string | undefined {
  const seal = ending.exec(bytes.subarray(-2 * sealLength).toString('latin1'))?.[1];
  if (seal === undefined) return undefined;
  const at = bytes.length - afterSeal - sealLength;
  const hash = createHash('sha256')
    .update(bytes.subarray(0, at))
    .update(bytes.subarray(at + sealLength));
  return hash.digest('hex') === seal ? seal : undefined;
}

/** SHA-256 in small hexadecimal digits. */
export function sha256Of(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function laidOut(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const isPlain = members.every(([, member]) => typeof member !== 'object' || member === null);
  if (members.length === 0 || (isPlain && indent !== '')) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const lines = members.map(
    ([key, member]) => `${deeper}${isList ? '' : `${JSON.stringify(key)}: `}${laidOut(member, deeper)}`,
  );
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
