type Whole<T> = { readonly [Part in keyof T]: Exclude<T[Part], undefined> };

/** Whether every part of a row was read; what could not be was reported. */
export function isWhole<T extends object>(row: T): row is T & Whole<T> {
  return Object.values(row).every((part) => part !== undefined);
}
