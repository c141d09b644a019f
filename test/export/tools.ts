import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { bcf } from '../support/bcf.js';
import { needs } from '../support/programs.js';

/** The programs that check what bcf exports. */
export const programs = ['hledger', 'ledger', 'beancount'] as const;
export type Program = (typeof programs)[number];

/** Skips the tests beside this where one of the programs is not there. */
export function needsPrograms(): void {
  needs('hledger', 'ledger', 'bean-check', 'bean-query');
}

/** How each program is asked whether it accepts a journal; every command must. */
const checks: Readonly<Record<Program, (file: string) => string[][]>> = {
  hledger: (file) => [
    ['hledger', '-f', file, 'check', '--strict', 'payees'],
    // The plan stands in periodic transactions, which hledger only balances when it reports on them.
    ['hledger', '-f', file, 'balance', '--budget'],
  ],
  ledger: (file) => [['ledger', '--strict', '--pedantic', '--check-payees', '-f', file, 'balance']],
  beancount: (file) => [['bean-check', '--no-cache', file]],
};

interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program. */
export function answerOf([command = '', ...args]: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: '/nonexistent' } });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

/** What a program says against a journal; '' where it accepts it. */
export async function faultOf(program: Program, file: string): Promise<string> {
  for (const command of checks[program](file)) {
    const { code, stdout, stderr } = await answerOf(command);
    // ledger warns of what is not declared, and goes on.
    if (code !== 0 || stderr !== '') return `${command[0]} ${code}: ${stderr}${stdout}`;
  }
  return '';
}

/** What stands on each account, in pence, as a program reckons it; nil is left out. */
export async function balancesBy(program: Program, file: string): Promise<Map<string, bigint>> {
  const commands: Readonly<Record<Program, string[]>> = {
    hledger: ['hledger', '-f', file, 'balance', '--flat', '--no-total', '-O', 'csv'],
    ledger: ['ledger', '-f', file, 'balance', '--flat', '--no-total', '--format', '"%(account)","%(scrub(amount))"\n'],
    beancount: ['bean-query', '-f', 'csv', file, 'select account, sum(number) group by account'],
  };
  const { stdout } = await answerOf(commands[program]);
  const rows: string[][] = parse(stdout, { trim: true });
  const found = new Map<string, bigint>();
  for (const [account = '', amount = ''] of rows) {
    const match = /^(-?)(\d+)\.(\d\d)(?: GBP)?$/.exec(amount);
    if (match !== null && !/^0+$/.test(`${match[2]}${match[3]}`))
      found.set(account, BigInt(`${match[1]}${match[2]}${match[3]}`));
    else if (!/^(0|0\.00|account|amount|balance|sum_number)?( GBP)?$/.test(amount))
      throw new Error(`no amount: ${account} ${amount}`);
  }
  return found;
}

/** Exports a fund to a file of a folder. */
export async function exportedTo(
  folder: string,
  program: Program,
  fund: string,
  ...flags: readonly string[]
): Promise<{ readonly file: string; readonly text: string; readonly stderr: string; readonly exitCode: number }> {
  const { stdout, stderr, exitCode } = await bcf(['export', fund, '--to', program, ...flags]);
  const file = join(folder, `${program}${flags.join('')}.journal`);
  await writeFile(file, stdout);
  return { file, text: stdout, stderr, exitCode };
}
