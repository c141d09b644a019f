import { rowText } from '../diagnostics/place-text.js';
import type { CheckResult, ControlStatement } from '../statement/check-schema.js';
import type { DiagnosticDocument, Envelope } from '../statement/document-schema.js';

interface TestCase {
  readonly name: string;
  readonly file?: string | undefined;
  readonly failure?: { readonly message: string; readonly text: string };
}

/** The check as JUnit XML, which most CI servers read: a case for each check of a rule, each control and each finding. */
export function junitXml({ diagnostics }: Envelope, result: CheckResult | undefined): string {
  const suites: [string, TestCase[]][] = [
    ['inputs', diagnostics.filter(isError).map(findingCase)],
    ['rules', (result?.checks ?? []).map(checkCase)],
    ['controls', (result?.controls ?? []).map(controlCase)],
    ['findings', diagnostics.filter(isFinding).map(findingCase)],
  ];
  const shown = suites.filter(([, cases]) => cases.length > 0);
  const all = shown.flatMap(([, cases]) => cases);
  const head = `<testsuites name="bcf check" tests="${all.length}" failures="${failuresOf(all)}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...shown.flatMap(suiteLines), '</testsuites>', ''].join('\n');
}

/** A control’s finding stands with its control. */
function isFinding(diagnostic: DiagnosticDocument): boolean {
  return diagnostic.class === 'finding' && !/^BCF250[123]$/.test(diagnostic.code);
}

function isError(diagnostic: DiagnosticDocument): boolean {
  return diagnostic.severity === 'error' && diagnostic.class !== 'finding';
}

function failuresOf(cases: readonly TestCase[]): number {
  return cases.filter(({ failure }) => failure !== undefined).length;
}

function suiteLines([name, cases]: readonly [string, readonly TestCase[]]): string[] {
  const counts = `tests="${cases.length}" failures="${failuresOf(cases)}"`;
  return [`  <testsuite name="${name}" ${counts}>`, ...cases.flatMap((one) => caseLines(name, one)), '  </testsuite>'];
}

function caseLines(suite: string, { name, file, failure }: TestCase): string[] {
  const where = file === undefined ? '' : ` file="${escaped(file)}"`;
  const opening = `    <testcase classname="bcf.${suite}" name="${escaped(name)}"${where}`;
  if (failure === undefined) return [`${opening}/>`];
  return [
    `${opening}>`,
    `      <failure message="${escaped(failure.message)}">${escaped(failure.text)}</failure>`,
    '    </testcase>',
  ];
}

function checkCase({ id, status, message, rule, clause }: CheckResult['checks'][number]): TestCase {
  const text = `${message} (${rule}, ${clause})`;
  return { name: id, ...(status === 'fail' && { failure: { message, text } }) };
}

function controlCase(control: ControlStatement): TestCase {
  const { name, status, found, foundAt, expected, expectedAt, difference, tolerance } = control;
  if (status !== 'unexplained' && status !== 'reason-changed') return { name };
  const message = `found ${found}, expected ${expected}: difference ${difference}, tolerance ${tolerance}`;
  return { name, failure: { message, text: `${message}\nfound in ${foundAt}\nexpected from ${expectedAt}` } };
}

function findingCase({ code, message, help, file, sheet, line }: DiagnosticDocument): TestCase {
  const place = file === undefined ? '' : rowText({ file, sheet, line });
  const name = [code, place].filter(Boolean).join(' ');
  return { name, file, failure: { message, text: [place, message, help].filter(Boolean).join('\n') } };
}

/** XML allows no control characters at all, escaped or not. */
function escaped(text: string): string {
  return text
    .replace(/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;');
}
