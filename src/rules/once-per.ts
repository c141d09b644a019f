/** The same calculation, made once for the same books: several rules and sections read it. The books never change. */
export function oncePer<K extends object, T>(calculate: (of: K) => T): (of: K) => T {
  const values = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    const known = values.get(of);
    if (known !== undefined) return known.value;
    const value = calculate(of);
    values.set(of, { value });
    return value;
  };
}
