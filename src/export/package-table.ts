/** A column of a table of the data package, as Table Schema describes it. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'date';
  readonly description?: string;
  readonly constraints?: { readonly required?: true; readonly enum?: readonly string[] };
}

/** Which column names a row of another table. */
export interface ForeignKey {
  readonly fields: string;
  readonly reference: { readonly resource: string; readonly fields: string };
}

/** A table of the data package: its columns, its keys and its rows in order. */
export interface PackageTable {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly rows: Iterable<readonly (string | number | undefined)[]>;
}

/** A column that every row has. */
export function required(name: string, type: Field['type'] = 'string', description?: string): Field {
  return { name, type, ...(description !== undefined && { description }), constraints: { required: true } };
}

/** A column that a row may leave empty. */
export function optional(name: string, type: Field['type'] = 'string', description?: string): Field {
  return { name, type, ...(description !== undefined && { description }) };
}

/** A column of one of a few words, which every row has. */
export function oneOf(name: string, words: readonly string[]): Field {
  return { name, type: 'string', constraints: { required: true, enum: words } };
}

/** A column that names a row of another table by its code. */
export function refersTo(fields: string, resource: string, key = 'code'): ForeignKey {
  return { fields, reference: { resource, fields: key } };
}
