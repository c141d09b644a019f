import type { Books } from './check.js';

/** The same calculation, made once for the same books: several rules and sections read it. */
export function oncePerBooks<T>(calculate: (books: Books) => T): (books: Books) => T {
  const made = new WeakMap<Books, { readonly value: T }>();
  return (books) => {
    const found = made.get(books);
    if (found !== undefined) return found.value;
    const value = calculate(books);
    made.set(books, { value });
    return value;
  };
}
