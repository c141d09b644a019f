import { appendFileSync } from 'node:fs';

/** Notes how many things of a kind a test read back and compared; `.ci/run` prints what all tests came to together. */
export function counted(things: string, count: number): void {
  const notes = process.env.BCF_COUNTED;
  if (notes !== undefined) appendFileSync(notes, `${count} ${things}\n`);
}
