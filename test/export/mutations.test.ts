import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { exportedTo, faultOf, needsPrograms, type Program, programs } from './tools.js';

needsPrograms();

/** How many changes are tried of each program’s journal, at least. */
const wantedAtLeast = 60;

/** What kind of line an amount stands on. */
const kindsOf: Readonly<Record<Program, readonly (readonly [kind: string, pattern: RegExp])[]>> = {
  hledger: [
    ['budget', /^ {4}\S+ {2}-?\d+\.\d\d GBP {2}; row:/],
    ['assertion', /^ {4}\S+ {2}0\.00 GBP ==\* .*figure:/],
    ['proof', /^ {4}\[/],
    ['opening', /^ {4}Equity:Brought-forward:\S+ {2}-?\d+\.\d\d GBP$/],
    ['receipt', /^ {4}Income:Received:\S+ {2}-?\d+\.\d\d GBP$/],
    ['spending', /^ {4}Expenses:Applied:\S+ {2}-?\d+\.\d\d GBP$/],
    ['pool', /^ {4}Assets:Pool:\S+ {2}-?\d+\.\d\d GBP$/],
  ],
  ledger: [
    ['total of one account', /^assert \([^+]+\+ 0\.00 GBP\) ==/],
    ['total of several', /^assert \([^+]+\+ account/],
    ['opening', /^ {4}Equity:Brought-forward:/],
    ['receipt or budget', /^ {4}Income:Received:/],
    ['spending or budget', /^ {4}Expenses:Applied:/],
    ['pool', /^ {4}Assets:Pool:/],
  ],
  beancount: [
    ['assertion', /^\S+ balance (Assets|Income|Expenses)/],
    ['assertion of the plan', /^\S+ balance Equity:Plan/],
    ['plan', /^ {2}Equity:Plan/],
    ['virement', /^ {2}Equity:Virements/],
    ['proof', /^ {2}Equity:Proof/],
    ['opening', /^ {2}Equity:Brought-forward/],
    ['receipt', /^ {2}Income:Received/],
    ['spending', /^ {2}Expenses:Applied/],
    ['pool', /^ {2}Assets:Pool/],
  ],
};

/** Numbers that look like chance and are the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) yield state;
}

/** An amount in a text, and where. A tolerance is none that is booked or asserted. */
interface Amount {
  readonly at: number;
  readonly written: string;
}

function amountsByKind(program: Program, text: string): Map<string, Amount[]> {
  const found = new Map<string, Amount[]>(kindsOf[program].map(([kind]) => [kind, []]));
  let at = 0;
  for (const line of text.split('\n')) {
    const kind = kindsOf[program].find(([, pattern]) => pattern.test(line))?.[0];
    if (kind !== undefined) {
      for (const match of line.matchAll(/(?<!~ )-?\d+\.\d\d(?= GBP| ~)/g)) {
        found.get(kind)?.push({ at: at + match.index, written: match[0] });
      }
    }
    at += line.length + 1;
  }
  return found;
}

/** The text with a penny more, or less. */
function changed(text: string, { at, written }: Amount, isMore: boolean): string {
  const pence = BigInt(written.replace('.', '')) + (isMore ? 1n : -1n);
  const digits = String(pence < 0n ? -pence : pence).padStart(3, '0');
  const amount = `${pence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return text.slice(0, at) + amount + text.slice(at + written.length);
}

/** The made-up year without most of its spending, so that a program is done with it at once. */
async function smallFund(): Promise<string> {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  const left = ['09c', '09e', '09j', '10a', '10e', '99j', 'kcc-q1', 'kcc-q3', 'kcc-q4'].map(
    (body) => `expenditure-${body}.csv`,
  );
  for (const file of [...left, 'forecast-ccgs.csv', 'forecast-kcc.csv']) await fund.remove(`ledgers/${file}`);
  return fund.path;
}

test.each(programs)('%s refuses every export with a penny changed', async (program) => {
  const folder = await temporaryFolder();
  const fund = await smallFund();
  const { file, text } = await exportedTo(folder, program, fund, '--as-at', 'Q2');
  expect(await faultOf(program, file)).toBe('');
  const chance = numbers(20_150_401);
  const next = (below: number) => Number(chance.next().value) % below;
  const wanted: { readonly kind: string; readonly amount: Amount }[] = [];
  const byKind = amountsByKind(program, text);
  const perKind = Math.ceil(wantedAtLeast / byKind.size) + 2;
  for (const [kind, amounts] of byKind) {
    expect([kind, amounts.length > 0]).toEqual([kind, true]);
    for (let tried = 0; tried < Math.min(perKind, amounts.length); tried += 1) {
      const amount = amounts[next(amounts.length)];
      if (amount !== undefined) wanted.push({ kind, amount });
    }
  }
  const accepted: unknown[] = [];
  const attempts = wanted.entries();
  const worker = async () => {
    for (const [index, { kind, amount }] of attempts) {
      const path = join(folder, `changed-${index}.journal`);
      await writeFile(path, changed(text, amount, index % 2 === 0));
      if ((await faultOf(program, path)) === '') accepted.push([kind, amount]);
    }
  };
  await Promise.all([worker(), worker()]);
  process.stdout.write(`${program}: ${wanted.length} pennies changed, ${wanted.length - accepted.length} refused\n`);
  expect(wanted.length).toBeGreaterThanOrEqual(wantedAtLeast);
  expect(accepted).toEqual([]);
});
