const mebibyte = 1 << 20;

/** How large a file may be that is read. `bcf help limits` prints them. */
export const limits = {
  /** The agreement is read whole, and every word of it with its place. */
  agreementBytes: mebibyte / 2,
  /** Ledgers stream; published tables and records of closes are held in memory. */
  fileBytes: 256 * mebibyte,
} as const;

/** `256 MiB`, `512 KiB`. */
export function sizeInWords(bytes: number): string {
  return bytes < mebibyte ? `${bytes / 1024} KiB` : `${bytes / mebibyte} MiB`;
}
