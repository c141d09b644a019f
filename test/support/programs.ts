import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach } from 'vitest';
import { z } from 'zod';

/** The programs of the system that tests run, each with the Debian package that has it, and what it needs beside it. */
export const packageOf = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(new URL('../programs.json', import.meta.url), 'utf8')));

/** Skips each test beside this, with the reason, where a program that it runs is not installed. */
export function needs(...programs: readonly string[]): void {
  for (const program of programs) {
    const debian = packageOf[program];
    if (debian === undefined) throw new Error(`${program} is not in test/programs.json, which is what is installed`);
    if (!isInstalled(program)) {
      beforeEach(({ skip }) => skip(`${program} is not installed: apt-get install ${debian}`));
    }
  }
}

function isInstalled(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)));
}
