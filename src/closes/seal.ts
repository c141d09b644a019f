import { createHash } from 'node:crypto';
import { limits, sizeInWords } from '../files/limits.js';
import { NotReadable } from '../files/open-file.js';

const [beforeSeal, afterSeal] = [',\n  "seal": "', '"\n}\n'];
const sealLength = 64;
const ending = new RegExp(`"seal": "([0-9a-f]{${sealLength}})${afterSeal}$`);

/** Takes the text of a record as it is written, and seals it. */
export class Sealing {
  readonly #hash = createHash('sha256');
  readonly #write: (text: string) => Promise<void>;
  #bytes = 0;

  constructor(write: (text: string) => Promise<void>) {
    this.#write = write;
  }

  /** Writes a piece of the record. Of one that would be too large to be read again nothing is kept. */
  async take(text: string): Promise<void> {
    this.#bytes += Buffer.byteLength(text);
    if (this.#bytes > limits.recordBytes) {
      throw new NotReadable(`it would be larger than ${sizeInWords(limits.recordBytes)} (bcf help limits)`);
    }
    this.#hash.update(text);
    await this.#write(text);
  }

  /** Writes the seal, which ends the record, and gives it. */
  async end(): Promise<string> {
    const seal = this.#hash.update(beforeSeal).update(afterSeal).digest('hex');
    await this.#write(`${beforeSeal}${seal}${afterSeal}`);
    return seal;
  }
}

/** What the bytes of a record come to. */
export interface SealRead {
  /** SHA-256 of its plain bytes. */
  readonly sha256: string;
  /** Whether it bears the seal of these bytes. */
  readonly isSealed: boolean;
}

/** Looks at the plain bytes of a record as they pass, for their hash and for the seal that they bear. */
export class SealReader {
  readonly #hash = createHash('sha256');
  /** The last bytes, of which the seal may be a part. */
  #last: Buffer = Buffer.alloc(0);

  take(bytes: Buffer): void {
    const held = this.#last.length === 0 ? bytes : Buffer.concat([this.#last, bytes]);
    const from = Math.max(0, held.length - 2 * sealLength);
    this.#hash.update(held.subarray(0, from));
    this.#last = Buffer.from(held.subarray(from));
  }

  end(): SealRead {
    const last = this.#last;
    const whole = this.#hash.copy().update(last).digest('hex');
    const seal = ending.exec(last.toString('latin1'))?.[1];
    if (seal === undefined) return { sha256: whole, isSealed: false };
    const at = last.length - afterSeal.length - sealLength;
    this.#hash.update(last.subarray(0, at)).update(last.subarray(at + sealLength));
    return { sha256: whole, isSealed: this.#hash.digest('hex') === seal };
  }
}

/** The text of a value in a record: a list of plain values stands on one line. */
export function laidOut(value: unknown, indent: string): string {
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

/** The text of an object that goes on with further members: all but its last bracket. */
export function begunAs(value: object, indent: string): string {
  return laidOut(value, indent).slice(0, -`\n${indent}}`.length);
}
