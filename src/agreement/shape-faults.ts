import type * as z from 'zod';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { keysAllowedAt, meantKey, valueAt } from './schema-keys.js';
import type { Path, YamlText } from './yaml-text.js';

type Issue = z.core.$ZodIssue;

/** Words each fault of shape that zod found, at its place in the file. */
export function reportShapeFaults(issues: readonly Issue[], yaml: YamlText, report: Report): void {
  const misspelt = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => pathName([...issue.path, meantKey(yaml.data, issue.path, key)]))
        : [],
    ),
  );
  for (const issue of issues) {
    // A key that is missing because it stands there misspelt is one fault, not two.
    const isMissing = issue.code !== 'unrecognized_keys' && valueAt(yaml.data, issue.path) === undefined;
    if (!(isMissing && misspelt.has(pathName(issue.path)))) reportIssue(issue, yaml, report);
  }
}

function pathName(path: Path): string {
  return path.map(String).join('\0');
}

function reportIssue(issue: Issue, yaml: YamlText, report: Report): void {
  const place = yaml.placeOf(issue.path);
  const value = valueAt(yaml.data, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = keysAllowedAt(issue.path, yaml.data).join(', ');
      for (const key of issue.keys) {
        const args = { key, meant: meantKey(yaml.data, issue.path, key), allowed };
        report(diagnose('BCF1003', args, { place: yaml.placeOfKey(issue.path, key) }));
      }
      return;
    }
    case 'invalid_value':
      reportChoice(issue.values.map(String), issue.path, yaml, report);
      return;
    case 'invalid_union':
      reportUnion(issue, yaml, report);
      return;
    case 'too_small': {
      const key = String(issue.path.at(-1) ?? 'the file');
      if (value === '') report(diagnose('BCF1011', { key }, { place: yaml.placeOfKey(issue.path.slice(0, -1), key) }));
      else report(diagnose('BCF1005', { found: 'nothing', expected: `at least one item under “${key}”` }, { place }));
      return;
    }
    case 'invalid_type':
      if (value === undefined) reportMissing(issue.path, yaml, report);
      else if (value === '' && issue.path.length > 0) {
        const key = String(issue.path.at(-1));
        report(diagnose('BCF1011', { key }, { place: yaml.placeOfKey(issue.path.slice(0, -1), key) }));
      } else
        report(
          diagnose('BCF1005', { found: shapeOf(value), expected: shapeNames[issue.expected] ?? 'a value' }, { place }),
        );
      return;
    default:
      report(diagnose('BCF1005', { found: shapeOf(value), expected: 'a valid value' }, { place }));
  }
}

/** Of a union by kind, which kinds there are; of one by shape, what is wrong with the value in the shape that it has. */
function reportUnion(issue: Extract<Issue, { readonly code: 'invalid_union' }>, yaml: YamlText, report: Report): void {
  const isOfShape = (faults: readonly Issue[]) =>
    !faults.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
  const faults = issue.errors.find(isOfShape);
  const value = valueAt(yaml.data, issue.path);
  if (issue.errors.length === 0 || value === undefined || value === '') {
    reportChoice(unionOptions(issue), issue.path, yaml, report);
  } else if (faults === undefined) {
    const args = { found: shapeOf(value), expected: 'a single value or a list' };
    report(diagnose('BCF1005', args, { place: yaml.placeOf(issue.path) }));
  } else for (const fault of faults) reportIssue({ ...fault, path: [...issue.path, ...fault.path] }, yaml, report);
}

function reportChoice(allowed: readonly string[], path: Path, yaml: YamlText, report: Report): void {
  const value = valueAt(yaml.data, path);
  if (value === undefined) {
    reportMissing(path, yaml, report);
    return;
  }
  if (value === '') {
    const key = String(path.at(-1));
    report(diagnose('BCF1011', { key }, { place: yaml.placeOfKey(path.slice(0, -1), key) }));
    return;
  }
  if (typeof value !== 'string') {
    const expected = `one of ${allowed.join(', ')}`;
    report(diagnose('BCF1005', { found: shapeOf(value), expected }, { place: yaml.placeOf(path) }));
    return;
  }
  const args = { found: value, allowed: allowed.join(', '), meant: near(value, allowed) };
  report(diagnose('BCF1006', args, { place: yaml.placeOf(path) }));
}

function reportMissing(path: Path, yaml: YamlText, report: Report): void {
  const block = path.slice(0, -1);
  const where = block.length === 0 ? 'the agreement' : blockName(block, yaml.data);
  report(diagnose('BCF1004', { key: String(path.at(-1)), where }, { place: yaml.placeOf(block) }));
}

/** `09C in partners`, `item 3 of contributions`, `“fund”`. */
function blockName(path: Path, data: unknown): string {
  const last = path.at(-1);
  if (typeof last !== 'number') return `“${String(last)}”`;
  const name = valueAt(data, [...path, 'code']) ?? valueAt(data, [...path, 'id']);
  const list = String(path.at(-2));
  return typeof name === 'string' && name !== '' ? `“${name}” in ${list}` : `item ${last + 1} of ${list}`;
}

function unionOptions(issue: Issue): string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

const shapeNames: Readonly<Record<string, string>> = {
  string: 'a single value',
  array: 'a list',
  object: 'a block of “name: value” lines',
  record: 'a block of “name: value” lines',
};

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a block';
  return value === '' || value === null || value === undefined ? 'nothing' : `“${String(value)}”`;
}
