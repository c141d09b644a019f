import { describe, expect, test } from 'vitest';
import { fieldSpan, separatorOf } from '../../src/ledger/field-span.js';

function marked(line: string, index: number, separator = ','): string {
  const { from, length } = fieldSpan(line, index, separator);
  return line.slice(from, from + length);
}

describe('the field that a diagnostic points at', () => {
  const line = '2015-11-30,KCC,"a, ""quoted"" name",,12400.00';

  test.each([
    [0, '2015-11-30'],
    [1, 'KCC'],
    [2, '"a, ""quoted"" name"'],
    [4, '12400.00'],
  ])('number %s is %s', (index, text) => {
    expect(marked(line, index)).toBe(text);
  });

  test('that is empty is marked by one character, where it stands', () => {
    expect(fieldSpan(line, 3, ',')).toEqual({ from: line.indexOf(',,12400') + 1, length: 1 });
  });

  test('that the line is too short for is its last one', () => {
    expect(marked('a,b', 7)).toBe('b');
    expect(fieldSpan('', 3, ',')).toEqual({ from: 0, length: 1 });
  });

  test.each([
    [';', 'main;care, breaks;01A', 'care, breaks'],
    ['\t', 'main\tcare; breaks\t01A', 'care; breaks'],
    ['|', 'main|care|01A', 'care'],
  ])('with fields separated by “%s”', (separator, text, field) => {
    expect(marked(text, 1, separator)).toBe(field);
  });

  test.each([
    ['a;b;c\n1,2;3', ';'],
    ['sep=|\na|b\n', '|'],
    ['a,b;c,d\n', ','],
    ['one column\n', ','],
  ])('the separator of %j is %j', (start, separator) => {
    expect(separatorOf(start)).toBe(separator);
  });
});
