/** The same calculation, made once for the same books: several rules and sections read it. The books never change. */
export function oncePer<K extends object, T>(calculate: (of: K) => T): (of: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    const found = made.get(of);
    if (found !== undefined) return found.value;
    const value = calculate(of);
    made.set(of, { value });
    return value;
  };
}
