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

/**
 * A record’s bytes as bcf wrote them, whatever git or an editor has made of its line ends and its beginning: in JSON a
 * line end stands between values and never in one, so that nothing it says is lost.
 */
export function plainBytes(bytes: Buffer): Buffer {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  return body.includes('\r\n') ? Buffer.from(body.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : body;
}

/** The seal that a record’s plain bytes bear, where it is the seal of those bytes; undefined where any byte is another. */
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
