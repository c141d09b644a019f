import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { checkDocumentSchema } from '../../src/statement/document-schema.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly string[];
}

/** The elements of a document that a strict XML parser takes; it throws on anything that is not well formed. */
function elementsOf(xml: string): Element[] {
  const parser = new SaxesParser();
  const elements: Element[] = [];
  const open: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes: { ...attributes }, inside: [...open] });
    open.push(name);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return elements;
}

const named = (elements: readonly Element[], name: string) => elements.filter((one) => one.name === name);

async function brokenFund(): Promise<FundFolder> {
  const fund = await FundFolder.copyOf('kent-2015-16');
  await fund.edit('plan.csv', '307000', '307001');
  await fund.edit('published/appendix-3-protection-of-social-care.csv', '1723.9', '1724.0');
  await fund.edit('controls.csv', 'The £1bn for NHS services', 'The <£1bn> & NHS services');
  return fund;
}

describe('--format junit', () => {
  test('a case for each check and each control; nothing fails where all is well', async () => {
    const { stdout, exitCode } = await bcf(['check', fixture('kent-2015-16'), '--format', 'junit']);
    const elements = elementsOf(stdout);
    expect(exitCode).toBe(0);
    expect(named(elements, 'testsuites')[0]?.attributes).toEqual({ name: 'bcf check', tests: '297', failures: '0' });
    expect(named(elements, 'testsuite').map(({ attributes }) => attributes.name)).toEqual(['rules', 'controls']);
    expect(named(elements, 'testcase')).toHaveLength(46 + 251);
  });

  test('what fails is counted, and stands where it belongs; odd characters are text', async () => {
    const { stdout, exitCode } = await bcf(['check', (await brokenFund()).path, '--format', 'junit']);
    const elements = elementsOf(stdout);
    const failures = named(elements, 'failure');
    expect(exitCode).toBe(1);
    expect(Number(named(elements, 'testsuites')[0]?.attributes.failures)).toBe(failures.length);
    expect(failures.every(({ inside }) => inside.join(' ') === 'testsuites testsuite testcase')).toBe(true);
    const names = named(elements, 'testcase').map(({ attributes }) => attributes.name);
    expect(names).toContain('The <£1bn> & NHS services: Kent’s share');
    expect(names.some((name) => name?.startsWith('BCF2009 plan.csv:9'))).toBe(true);
  });

  test('inputs that cannot be used are cases that fail', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    await fund.edit('plan.csv', '307000', '307.000,00');
    const { stdout, exitCode } = await bcf(['check', fund.path, '--format', 'junit']);
    expect(exitCode).toBe(2);
    const [suite] = named(elementsOf(stdout), 'testsuite');
    expect(suite?.attributes).toEqual({ name: 'inputs', tests: '1', failures: '1' });
  });
});

describe('--format github', () => {
  test('every finding is one annotation on one line, at its file from the folder one stands in', async () => {
    const fund = await brokenFund();
    const { stdout } = await bcf(['check', '.', '--format', 'github'], { cwd: fund.path });
    const { stdout: json } = await bcf(['check', '.', '--json'], { cwd: fund.path });
    const { diagnostics } = checkDocumentSchema.parse(JSON.parse(json));
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(diagnostics.length + 1);
    for (const [index, { file, line, code }] of diagnostics.entries()) {
      const place = file === undefined ? '' : `file=${file}${line === undefined ? '' : `,line=${line}`},`;
      expect(lines[index]?.startsWith(`::error ${place}title=${code}::`), lines[index]).toBe(true);
    }
    expect(lines.at(-1)).toMatch(/^::notice title=bcf check::Not passed, \d+ findings: /);
  });

  test('percent signs, colons, commas and line ends are escaped as the runner asks', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    await fund.edit(
      'controls.csv',
      'Para 3.3: the pool,agreed.contribution,101404',
      '"100%, or so",agreed.contribution,101405',
    );
    const { stdout } = await bcf(['check', fund.path, '--format', 'github']);
    expect(stdout).toContain('::100%25, or so: £101,404,000.00');
  });
});

describe('what a terminal or a spreadsheet would obey', () => {
  test('control characters and line ends in names are spaces, in every form', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16');
    await fund.edit('controls.csv', 'Para 3.3: the pool,', '"a\u001b[31mred\u0007\nnew\u202eline",');
    await fund.edit('agreement.yaml', 'name: Ashford CCG', 'name: "Ash\\e]0;x\\aford CCG"');
    for (const format of ['text', 'csv', 'markdown', 'github', 'junit', 'json']) {
      const { stdout, stderr } = await bcf(['check', fund.path, '--format', format, '--verbose']);
      expect(stdout + stderr, format).not.toMatch(/(?![\r\n])\p{Cc}|\p{Cf}/u);
      if (format !== 'github') expect(stdout, format).toContain('red new line');
    }
    expect((await bcf(['reconcile', fund.path])).stdout).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});

describe('--quiet', () => {
  test('prints nothing where all is well, warnings or not, and everything where it is not', async () => {
    const quiet = async (...args: readonly string[]) => {
      const { stdout, stderr, exitCode } = await bcf(['check', ...args, '--quiet']);
      return [stdout, stderr, exitCode];
    };
    expect(await quiet(fixture('kent-2015-16'))).toEqual(['', '', 0]);
    expect(await quiet(fixture('kent-2015-16-illustrative'), '--as-at', 'Q2')).toEqual(['', '', 0]);
    const { stdout, stderr, exitCode } = await bcf(['check', (await brokenFund()).path, '--quiet']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('[BCF2009]');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^Not passed, \d+ findings/);
  });
});

test('one run shows every mistake of the controls: cells that cannot be read, and figures that are not there', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16');
  const { length } = (await fund.read('controls.csv')).trimEnd().split('\n');
  await fund.append(
    'controls.csv',
    'No amount,plan.applied,12x,0,nowhere,,,\nNo such row,appendix-3[line=Nope][total_000],5,0,A3,,,\nNo such figure,plan.aplied,5,0,A3,,,\n',
  );
  const { stdout, stderr, exitCode } = await bcf(['check', fund.path]);
  expect([stdout, exitCode]).toEqual(['', 2]);
  const found = [...stderr.matchAll(/^error\[(BCF\d+)\].*\n +--> controls\.csv:(\d+)/gm)];
  expect(found.map(([, code, line]) => [code, Number(line) - length])).toEqual([
    ['BCF3209', 1],
    ['BCF3505', 2],
    ['BCF3505', 3],
  ]);
});
