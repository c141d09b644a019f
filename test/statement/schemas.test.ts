import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { dimensions } from '../../src/statement/comparison-schema.js';
import { paperNames } from '../../src/statement/paper-schema.js';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

const shipped = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

describe('the JSON Schemas that ship', () => {
  test('agreement.schema.json is what `bcf schema` prints', async () => {
    const { stdout } = await bcf(['schema']);
    await expect(stdout).toMatchFileSnapshot(shipped('agreement/agreement.schema.json'));
  });

  test('reconciliation.schema.json is what `bcf schema reconciliation` prints', async () => {
    const { stdout } = await bcf(['schema', 'reconciliation']);
    await expect(stdout).toMatchFileSnapshot(shipped('statement/reconciliation.schema.json'));
  });

  test.each([
    ['performance', 'performance', ['--as-at', 'Q2', '--what-if', '*=-3%', '--sensitivity']],
    ['variance', 'variance', []],
    ['settlement', 'settle', []],
    ['check', 'check', []],
  ] as const)(
    '%s.schema.json is what `bcf schema` prints, and holds for what `bcf %s` does',
    async (name, command, flags) => {
      const { stdout } = await bcf(['schema', name]);
      await expect(stdout).toMatchFileSnapshot(shipped(`statement/${name}.schema.json`));
      for (const fund of ['kent-2015-16', 'kent-2015-16-illustrative']) {
        const own = fund === 'kent-2015-16' ? [] : flags;
        const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(stdout));
        validate(JSON.parse((await bcf([command, fixture(fund), '--json', ...own])).stdout));
        expect(validate.errors).toBeNull();
      }
    },
  );

  test('diff.schema.json is what `bcf schema` prints, and holds for every comparison', async () => {
    const { stdout } = await bcf(['schema', 'diff']);
    await expect(stdout).toMatchFileSnapshot(shipped('statement/diff.schema.json'));
    const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(stdout));
    const fund = fixture('kent-2015-16-illustrative');
    for (const by of dimensions) {
      for (const flags of [[], ['--to', 'actual', '--as-at', 'Q1'], ['--from', 'Q1', '--to', 'Q4']]) {
        validate(JSON.parse((await bcf(['diff', fund, '--by', by, '--json', ...flags])).stdout));
        expect(validate.errors).toBeNull();
      }
    }
    validate(JSON.parse((await bcf(['diff', fixture('kent-2015-16'), fund, '--json'])).stdout));
    expect(validate.errors).toBeNull();
  });

  test('apportionment.schema.json is what `bcf schema` prints, and holds for an apportionment', async () => {
    const { stdout } = await bcf(['schema', 'apportionment']);
    await expect(stdout).toMatchFileSnapshot(shipped('statement/apportionment.schema.json'));
    const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(stdout));
    const flags = ['--by', 'apportionment', '--against', 'appendix-3[line=Carers]', '--json'];
    validate(JSON.parse((await bcf(['apportion', '1500000', fixture('kent-2015-16'), ...flags])).stdout));
    expect(validate.errors).toBeNull();
  });

  test.each([
    ['trace', ['trace', 'settlement.partners[10D].net', '--as-at', 'Q3']],
    ['touched', ['trace', '--from', 'ledgers/expenditure-kcc-q3.csv:3']],
    ['figures', ['reconcile', '--names']],
  ] as const)(
    '%s.schema.json is what `bcf schema` prints, and holds for a trace',
    async (name, [command, ...words]) => {
      const { stdout } = await bcf(['schema', name]);
      await expect(stdout).toMatchFileSnapshot(shipped(`statement/${name}.schema.json`));
      const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(stdout));
      const [first = '', ...rest] = words;
      const isFlag = first.startsWith('--');
      const fund = fixture('kent-2015-16-illustrative');
      const args = isFlag ? [command, ...words, fund] : [command, first, fund, ...rest];
      validate(JSON.parse((await bcf([...args, '--json'])).stdout));
      expect(validate.errors).toBeNull();
    },
  );

  test.each(['closing', 'verification', 'close'])('%s.schema.json is what `bcf schema` prints', async (name) => {
    const { stdout } = await bcf(['schema', name]);
    await expect(stdout).toMatchFileSnapshot(
      shipped(`${name === 'close' ? 'closes' : 'statement'}/${name}.schema.json`),
    );
  });

  test('report.schema.json is what `bcf schema` prints, and holds for every paper', async () => {
    const { stdout } = await bcf(['schema', 'report']);
    await expect(stdout).toMatchFileSnapshot(shipped('statement/report.schema.json'));
    const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(stdout));
    for (const paper of paperNames) {
      validate(JSON.parse((await bcf(['report', paper, fixture('kent-2015-16-illustrative'), '--json'])).stdout));
      expect(validate.errors).toBeNull();
    }
  });

  test.each([
    ['kent-2015-16', []],
    ['kent-2015-16-illustrative', []],
    ['kent-2015-16-illustrative', ['--as-at', 'Q1']],
  ] as const)('the document of %s %s is valid by the schema, judged by Ajv', async (name, flags) => {
    const schema: object = JSON.parse(readFileSync(shipped('statement/reconciliation.schema.json'), 'utf8'));
    const { stdout } = await bcf(['reconcile', fixture(name), '--json', ...flags]);
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
  });

  test('a document without a result, and one with breaches, are valid too', async () => {
    const schema: object = JSON.parse(readFileSync(shipped('statement/reconciliation.schema.json'), 'utf8'));
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    const { stdout, exitCode } = await bcf(['reconcile', fixture('nowhere'), '--json']);
    expect(exitCode).toBe(2);
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
    expect(JSON.parse(stdout)).not.toHaveProperty('result');
  });
});
