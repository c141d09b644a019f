import type { z } from 'zod';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { keysAllowedAt, valueAt } from './schema-keys.js';
import type { Path, YamlText } from './yaml-text.js';

type Issue = z.core.$ZodIssue;

/** Words each fault of shape that zod found, at its place in the file. */
export function reportShapeFaults(issues: readonly Issue[], yaml: YamlText, report: Report): void {
  for (const issue of issues) reportIssue(issue, yaml, report);
}

function reportIssue(issue: Issue, yaml: YamlText, report: Report): void {
  const place = yaml.placeOf(issue.path);
  const value = valueAt(yaml.data, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) {
        const allowed = keysAllowedAt(issue.path, yaml.data);
        const missing = allowed.filter((name) => !Object.hasOwn(objectAt(yaml.data, issue.path), name));
        report(
          diagnose(
            'BCF1003',
            { key, meant: near(key, missing), allowed: allowed.join(', ') },
            { place: yaml.placeOfKey(issue.path, key) },
          ),
        );
      }
      return;
    case 'invalid_value':
      reportChoice(issue.values.map(String), value, issue.path, yaml, report);
      return;
    case 'invalid_union':
      reportChoice(unionOptions(issue), value, issue.path, yaml, report);
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

function reportChoice(allowed: readonly string[], value: unknown, path: Path, yaml: YamlText, report: Report): void {
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
  const where = block.length === 0 ? 'the agreement' : blockName(block);
  report(diagnose('BCF1004', { key: String(path.at(-1)), where }, { place: yaml.placeOf(block) }));
}

/** `item 3 of partners`, `fund`. */
function blockName(path: Path): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `item ${last + 1} of ${String(path.at(-2))}` : `“${String(last)}”`;
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
  return value === '' ? 'nothing' : `“${String(value)}”`;
}

function objectAt(data: unknown, path: Path): object {
  const value = valueAt(data, path);
  return typeof value === 'object' && value !== null ? value : {};
}
