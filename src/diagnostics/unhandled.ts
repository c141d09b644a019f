/** Ends a switch over a union: a kind that is not handled does not compile, and where it comes to run stops bcf. */
export function unhandled(kind: never): never {
  throw new Error(`not handled: ${JSON.stringify(kind)}`);
}
