import { figuresDocumentSchema } from '../../src/statement/document-schema.js';
import { bcf } from '../support/bcf.js';

/** Figures by their names: of each its digits, so that £12.05 is 1205. */
export type Digits = Readonly<Record<string, bigint>>;

/** Every figure that a command names whose name begins in one of some ways. Throws where the command names none. */
export async function named(cwd: string, asked: readonly string[], ...starts: readonly string[]): Promise<Digits> {
  const [command = '', ...rest] = asked;
  const { stdout, stderr } = await bcf([command, '--names', '--json', ...rest], { cwd });
  const { result } = figuresDocumentSchema.parse(JSON.parse(stdout));
  if (result === undefined) throw new Error(`${asked.join(' ')}: ${stderr}${stdout}`);
  const own = result.figures.filter(({ name }) => starts.some((start) => name.startsWith(start)));
  return Object.fromEntries(own.map(({ name, amount }) => [name, BigInt(amount.replace('.', ''))]));
}
