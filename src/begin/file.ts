/** A file of a new fund folder, and what it is in a few words. */
export interface NewFile {
  readonly path: string;
  /** Of a workbook its bytes. */
  readonly text: string | Buffer;
  readonly what: string;
}
