import type * as z from 'zod';
import { meantKey, valueAt } from './schema-keys.js';

type Issue = z.core.$ZodIssue;

/** Stands for a value that is missing or misshapen and already reported: a noncharacter, which no text holds. */
export const unknownValue = '\uffff';

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
      if (issue.code === 'invalid_union') mendRule(copy, issue.path);
      else if (isBlankList(issue)) Reflect.deleteProperty(parent, key);
      else {
        const value = substituteFor(issue);
        if (value === undefined) return undefined;
        Reflect.set(parent, key, value);
      }
    } else return undefined;
  }
  return copy;
}

/** A rule of an unknown kind becomes one that refers to nothing known. */
function mendRule(copy: unknown, path: Issue['path']): void {
  const [list, index] = path;
  const rules = valueAt(copy, [list ?? '']);
  if (typeof rules !== 'object' || rules === null || index === undefined) return;
  const id = `${unknownValue}${String(index)}`;
  Reflect.set(rules, index, { id, kind: 'performance-payment', clause: unknownValue, heading: unknownValue });
}

/** A list that is blank or no list is taken out: where it may be left out, the rest can be checked. */
function isBlankList(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'array';
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
  return undefined;
}
