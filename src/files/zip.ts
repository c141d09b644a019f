import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip; one that is stored is not made smaller. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
  readonly isStored?: boolean;
}

/** The first day that a zip can say: the same files are the same bytes. */
const firstDay = 0x0021;
const [localMark, centralMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50];
const [version, utf8] = [20, 0x0800];

/** Files as a zip, in their order. */
export function zipBytes(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, isStored = false } of entries) {
    const bytes = Buffer.from(text);
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const common = numbers(
      [version, 2],
      [utf8, 2],
      [isStored ? 0 : 8, 2],
      [0, 2],
      [firstDay, 2],
      [crc32(bytes), 4],
      [packed.length, 4],
      [bytes.length, 4],
      [Buffer.byteLength(name), 2],
      [0, 2],
    );
    const local = Buffer.concat([numbers([localMark, 4]), common, Buffer.from(name), packed]);
    files.push(local);
    const place = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(numbers([centralMark, 4], [version, 2]), common, place, Buffer.from(name));
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const { length: count } = entries;
  const end = numbers([endMark, 4], [0, 2], [0, 2], [count, 2], [count, 2], [central.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...files, central, end]);
}

/** Numbers, each in so many bytes, the lowest first. */
function numbers(...parts: readonly (readonly [value: number, bytes: number])[]): Buffer {
  const buffer = Buffer.alloc(parts.reduce((length, [, bytes]) => length + bytes, 0));
  let at = 0;
  for (const [value, bytes] of parts) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
