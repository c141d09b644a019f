type Whole<T> = { readonly [Part in keyof T]: Exclude<T[Part], undefined> };

/** Whether every part of a row was read; what could not be was reported. */
export function isWhole<T extends object>(row: T): row is T & Whole<T> {
  for (const part in row) if (row[part] === undefined) return false;
  return true;
}
