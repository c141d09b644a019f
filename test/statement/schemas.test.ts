import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaNames } from '../../src/commands/schema-names.js';
import { dimensions } from '../../src/statement/comparison-schema.js';
import { paperNames } from '../../src/statement/paper-schema.js';
import { bcf } from '../support/bcf.js';
import { closedYear } from '../support/closing.js';
import { FundFolder, fixture } from '../support/fund-folder.js';

const goldens = fileURLToPath(new URL('../golden/schemas/', import.meta.url));
const kent = 'kent-2015-16';
const illustrative = 'kent-2015-16-illustrative';

/** What another reader has against a document by the schema that `bcf schema NAME` prints. */
async function faultsBy(name: string, document: unknown): Promise<unknown> {
  const { stdout } = await bcf(['schema', name]);
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(stdout));
  validate(document);
  return validate.errors;
}

/** The document that a command prints. */
async function printed(...args: readonly string[]): Promise<unknown> {
  return JSON.parse((await bcf([...args, '--json'], { cwd: fixture('.') })).stdout);
}

test.each(schemaNames)('bcf schema %s', async (name) => {
  const { stdout } = await bcf(['schema', name]);
  await expect(stdout).toMatchFileSnapshot(`${goldens}${name}.schema.json`);
});

describe('documents are valid by their schema, judged by Ajv', () => {
  test.each([
    ['reconciliation', ['reconcile', kent]],
    ['reconciliation', ['reconcile', illustrative]],
    ['reconciliation', ['reconcile', illustrative, '--as-at', 'Q1']],
    ['performance', ['performance', kent]],
    ['performance', ['performance', illustrative, '--as-at', 'Q2', '--what-if', '*=-3%', '--sensitivity']],
    ['variance', ['variance', kent]],
    ['variance', ['variance', illustrative]],
    ['settlement', ['settle', kent]],
    ['settlement', ['settle', illustrative]],
    ['check', ['check', kent]],
    ['check', ['check', illustrative]],
    ['preview', ['preview', `${illustrative}/ledgers/expenditure-kcc-q1.csv`, illustrative]],
    ['preview', ['preview', `${kent}/plan.csv`, illustrative]],
    ['diff', ['diff', kent, illustrative]],
    ['apportionment', ['apportion', '1500000', kent, '--by', 'apportionment', '--against', 'appendix-3[line=Carers]']],
    ['figures', ['reconcile', '--names', illustrative]],
    ['trace', ['trace', 'settlement.partners[10D].net', illustrative, '--as-at', 'Q3']],
    ['touched', ['trace', '--from', 'ledgers/expenditure-kcc-q3.csv:3', illustrative]],
  ])('%s: bcf %s', async (name, args) => {
    expect(await faultsBy(name, await printed(...args))).toBeNull();
  });

  test.each(dimensions)('diff: every comparison by %s', async (by) => {
    for (const flags of [[], ['--to', 'actual', '--as-at', 'Q1'], ['--from', 'Q1', '--to', 'Q4']]) {
      expect(await faultsBy('diff', await printed('diff', illustrative, '--by', by, ...flags))).toBeNull();
    }
  });

  test.each(paperNames)('report: %s', async (paper) => {
    expect(await faultsBy('report', await printed('report', paper, illustrative))).toBeNull();
  });

  test('closing, close and verification: a quarter that is closed', async () => {
    const fund = await closedYear('Q1');
    const signed = ['--by', 'A. Smith', '--on', '2015-10-12'];
    expect(await faultsBy('closing', await printed('close', 'Q2', fund.path, ...signed))).toBeNull();
    expect(await faultsBy('close', JSON.parse(await fund.read('closes/0002.json')))).toBeNull();
    expect(await faultsBy('verification', await printed('verify', fund.path))).toBeNull();
  });

  test('without a result', async () => {
    const { stdout, exitCode } = await bcf(['reconcile', fixture('nowhere'), '--json']);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).not.toHaveProperty('result');
    expect(await faultsBy('reconciliation', JSON.parse(stdout))).toBeNull();
  });
});

describe('the agreement, as an editor reads it', () => {
  test.each([kent, illustrative])('%s is valid by the schema', async (name) => {
    const fund = new FundFolder(fixture(name));
    expect(await faultsBy('agreement', parse(await fund.read('agreement.yaml')))).toBeNull();
  });

  test.each([kent, illustrative])('%s names the schema that the build makes', async (name) => {
    const text = await new FundFolder(fixture(name)).read('agreement.yaml');
    const [, reference = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect(new URL(reference, `file://${fixture(name)}/`)).toEqual(
      new URL('../../dist/schemas/agreement.schema.json', import.meta.url),
    );
  });
});
