const mebibyte = 1 << 20;

/** How large a file may be that is read. `bcf help limits` prints them. */
export const limits = {
  /** The agreement is read whole, and every word of it with its place. */
  agreementBytes: mebibyte / 2,
  /** Ledgers stream; published tables are held in memory. */
  fileBytes: 256 * mebibyte,
  /** A record of a close holds rows of every ledger, and streams. */
  recordBytes: 4096 * mebibyte,
} as const;

/** `4 GiB`, `256 MiB`, `512 KiB`. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1024 * mebibyte) return `${bytes / (1024 * mebibyte)} GiB`;
  return bytes < mebibyte ? `${bytes / 1024} KiB` : `${bytes / mebibyte} MiB`;
}
