import { expect, test } from 'vitest';
import { Figure } from '../../src/figures/figure.js';
import { openFund } from '../../src/fund/open-fund.js';
import { figuresOf } from '../../src/statement/figure-names.js';
import { resultSchema } from '../../src/statement/reconciliation-schema.js';
import { checksWithoutRows, explainChecks } from '../../src/trace/explain/checks.js';
import { explainAll } from '../../src/trace/explain-all.js';
import { Explanations } from '../../src/trace/explanations.js';
import { fixture } from '../support/fund-folder.js';

async function tracedFund(name: string) {
  const { fund } = await openFund(fixture(name));
  if (fund === undefined) throw new Error(`${name} cannot be read`);
  return explainAll(fund);
}

test('a check that nobody has led down to rows is looked up like any other, by what it carries', async () => {
  const traced = await tracedFund('kent-2015-16');
  const one = { id: 'new.rule', rule: 'R1', clause: 'para 9', status: 'fail', message: 'the new rule' } as const;
  const had = (pence: bigint) => Figure.stated('money', 'as the check has it', pence);
  const check = { ...one, expected: had(1200n), actual: had(1050n), difference: had(-150n) };
  const result = { ...traced.result, checks: [check] };
  const all = new Explanations(figuresOf(resultSchema, result));
  explainChecks({ ...traced, result, all });
  const amountOf = (side: string) => all.node(`checks[id=new.rule].${side}`).amount;
  expect([amountOf('expected'), amountOf('actual'), amountOf('difference')]).toEqual([1200n, 1050n, -150n]);
});

test.each(['kent-2015-16', 'kent-2015-16-illustrative'])('every check of %s is led down to its rows', async (name) => {
  const traced = await tracedFund(name);
  expect(traced.result.checks.length).toBeGreaterThan(20);
  expect(checksWithoutRows(traced)).toEqual([]);
});
