import type { z } from 'zod';
import { meantKey, valueAt } from './schema-keys.js';

type Issue = z.core.$ZodIssue;

/** Stands for a value that is missing or misshapen and already reported. */
export const unknownValue = '\u0000';

/**
 * A copy of the document in which each fault of shape is replaced by a value that passes, so that its references
 * can be checked in the same run. Undefined where a whole part is missing.
 */
export function mended(data: unknown, issues: readonly Issue[]): unknown {
  const copy: unknown = structuredClone(data);
  const unknownKeysFirst = [...issues].sort(
    (a, b) => Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'),
  );
  for (const issue of unknownKeysFirst) {
    const parent = valueAt(copy, issue.path.slice(0, -1));
    const key = issue.path.at(-1);
    if (issue.code === 'unrecognized_keys') {
      const block = valueAt(copy, issue.path);
      if (typeof block !== 'object' || block === null) continue;
      for (const name of issue.keys) takeOut(block, name, meantKey(data, issue.path, name));
    } else if (typeof parent === 'object' && parent !== null && key !== undefined) {
      // A key that stood there misspelt has its value by now.
      if (isMissing(data, issue.path) && Reflect.get(parent, key) !== undefined) continue;
      const value = substituteFor(issue);
      if (value === undefined) return undefined;
      Reflect.set(parent, key, value);
    } else return undefined;
  }
  return copy;
}

function isMissing(data: unknown, path: Issue['path']): boolean {
  return valueAt(data, path) === undefined;
}

/** Takes an unknown key out; its value goes to the key that it was a misspelling of. */
function takeOut(block: object, name: string, meant: string): void {
  if (meant !== '') Reflect.set(block, meant, Reflect.get(block, name));
  Reflect.deleteProperty(block, name);
}

function substituteFor(issue: Issue): unknown {
  if (issue.code === 'invalid_value') return issue.values[0];
  if (issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.expected === 'string')) return unknownValue;
  if (issue.code === 'invalid_type' && issue.expected === 'array') return [];
  return undefined;
}
