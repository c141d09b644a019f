/** A file of a new fund folder, and what it is in a few words. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  readonly what: string;
}
